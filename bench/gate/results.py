"""What a run of the gate found: kept beside the floors, and shown in the README."""

from __future__ import annotations

import platform
from pathlib import Path

import msgspec

from bench.lines import replace_file
from rashomon.encode.networks import processors


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of one corpus, a percentage; `peers` say what others reached, value first."""

    corpus: str
    figure: str
    title: str
    value: float
    peers: tuple[str, ...] = ()


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How many times as long as a bare parse of the same files one job takes, and the most it may."""

    title: str
    ratio: float
    limit: float


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """One run of the whole gate. `documents` counts what was read of each corpus.

    `speed` is empty if the program was not timed.
    """

    date: str
    version: str
    machine: str
    documents: dict[str, int]
    rows: tuple[Row, ...]
    speed: tuple[Pace, ...] = ()


def machine_class() -> str:
    """What kind of machine this is, without its name: `2 cores, x86-64`."""
    cores = processors()
    return f"{cores} core{'s' if cores > 1 else ''}, {platform.machine().replace('_', '-')}"


def read_results(path: Path) -> Results:
    """The results that `write_results` wrote."""
    return msgspec.json.decode(path.read_bytes(), type=Results)


def write_results(path: Path, results: Results) -> None:
    """Write the results, in one step."""
    replace_file(path, msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n")
