"""Where bytes come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path


def open_inputs(inputs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each input."""
    for name in inputs:
        path = Path(name)
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield str(file), file.read_bytes()
