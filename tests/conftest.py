"""What all tests share: `strategies` can be imported from anywhere under tests, and the header says what is not there to test on."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = {
    "eval/score.py": "the scorer is held against frozen figures alone",
    "data": "the gate is tested on invented corpora alone",
    "seeds": "speed and reading are tested on the examples alone",
}


def pytest_report_header() -> list[str]:
    """A line for each thing outside the repository that some tests would use."""
    shared = ROOT.parent / "shared"
    return [f"absent: ../shared/{name}; {instead}" for name, instead in SHARED.items() if not (shared / name).exists()]
