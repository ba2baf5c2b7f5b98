"""Kept: what takes long to make stays in a file of the work folder, so that a run that was stopped goes on from there."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


def kept(path: Path, make: Callable[[], Made]) -> Made:
    """What `make` gives, from the file at `path` where it was written before."""
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    found: Made = pickle.loads(path.read_bytes())  # noqa: S301, written by a training script
    return found
