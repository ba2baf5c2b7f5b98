"""Where things are, relative to the repository's root."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"
SEEDS = SHARED / "seeds"
EXAMPLES = ROOT / "examples"
FLOORS = ROOT / "bench" / "floors.json"
RESULTS = ROOT / "bench" / "results.json"
