"""Floors: the figures no change may fall below, and the data they were measured on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from bench.digests import file_digest
from bench.gate.plan import Corpus
from bench.gate.results import Row
from bench.lines import replace_file
from rashomon.errors import RashomonError

ROUNDING = 0.3
"""Points by which the same readers may measure lower on another processor: the parser's arithmetic rounds differently there."""


class FloorsError(RashomonError):
    """The floors cannot be held against what is there; the message says what to do."""


class Lowered(msgspec.Struct, frozen=True, kw_only=True):
    """A floor that was lowered, and why."""

    figure: str
    old: float
    new: float
    date: str
    reason: str


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """Floors by corpus and figure, as percentages; the SHA-256 of each file they were measured on; when and by which version."""

    date: str = ""
    version: str = ""
    data: dict[str, str] = {}
    floors: dict[str, dict[str, float]] = {}
    lowered: tuple[Lowered, ...] = ()

    def of(self, row: Row) -> float | None:
        """The floor of a figure, None if it has none yet."""
        return self.floors.get(row.corpus, {}).get(row.figure)


def read_floors(path: Path) -> Floors:
    """The floors in a file; none where there is no file."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.is_file() else Floors()


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors, in one step."""
    replace_file(path, msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def digests(corpora: Iterable[Corpus], data: Path) -> dict[str, str]:
    """The SHA-256 of each file of the corpora."""
    files = dict.fromkeys(file for corpus in corpora for file in corpus.files)
    return {file: file_digest(data / file) for file in files}


def check_digests(floors: Floors, found: dict[str, str]) -> None:
    """Raise FloorsError when a file is not the one that its floors were measured on."""
    changed = [name for name, digest in found.items() if floors.data.get(name, digest) != digest]
    if changed:
        raise FloorsError(
            f"not the data that the floors were measured on: {', '.join(changed)}; put the old file back, or, if the change is "
            "meant, take the file's digest and its floors out of bench/floors.json and run the gate with --raise"
        )


def below(floors: Floors, rows: Iterable[Row]) -> list[Row]:
    """The rows whose value is under its floor by more than rounding."""
    return [row for row in rows if row.value < (floors.of(row) or 0.0) - ROUNDING]


def raised(floors: Floors, rows: Iterable[Row], found: dict[str, str], *, date: str, version: str) -> Floors:
    """Floors at what was measured, where that is more than they were; none falls."""
    levels = {corpus: dict(figures) for corpus, figures in floors.floors.items()}
    for row in rows:
        figures = levels.setdefault(row.corpus, {})
        figures[row.figure] = max(row.value, figures.get(row.figure, 0.0))
    return msgspec.structs.replace(floors, date=date, version=version, data={**floors.data, **found}, floors=levels)


def lowered(floors: Floors, figure: str, value: float, *, reason: str, date: str) -> Floors:
    """Floors with one of them (`corpus/figure`) lowered to `value`, and the reason kept. Raises FloorsError when that lowers nothing."""
    corpus, _, name = figure.partition("/")
    old = floors.floors.get(corpus, {}).get(name)
    if old is None:
        known = ", ".join(f"{each}/{figure}" for each, figures in floors.floors.items() for figure in figures)
        raise FloorsError(f"{figure} has no floor; the floors are {known or 'not set yet'}")
    if value >= old:
        raise FloorsError(f"{figure} has the floor {old}, which {value} does not lower; floors are raised by --raise")
    if not reason.strip():
        raise FloorsError(f"lowering {figure} needs a reason: --reason TEXT")
    note = Lowered(figure=figure, old=old, new=value, date=date, reason=reason.strip())
    levels = {**floors.floors, corpus: {**floors.floors[corpus], name: value}}
    return msgspec.structs.replace(floors, floors=levels, lowered=(*floors.lowered, note))
