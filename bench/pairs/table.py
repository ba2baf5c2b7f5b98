"""The tables of pairs: TOML in, Pairs out."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from rashomon.errors import RashomonError

PAIRS = Path(__file__).resolve().parent
Kind = Literal["act", "agent", "patient", "counts", "time", "place", "stage", "polarity", "blame", "motive", "source", "claims"]
Expected = Literal["agree", "differ", "contradict", "unclear", "silent", "apart", "none"]


class PairsError(RashomonError):
    """A table of pairs cannot be used; the message names the file and the pair."""


class Pair(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two texts and the verdict that a careful reader gives on one field of what both tell; fields as in the package's docstring."""

    id: str
    one: str
    other: str
    expect: Expected
    kind: Kind
    one_date: str | None = None
    other_date: str | None = None
    act: str | None = None
    also: tuple[Kind, ...] = ()
    not_yet: str = ""

    @property
    def name(self) -> str:
        """What people call the pair by: "agent/role-swap"."""
        return f"{self.kind}/{self.id}"


def read_pairs(kinds: Iterable[str] = (), folder: Path = PAIRS) -> list[Pair]:
    """The pairs of the kinds named, of all where none is, in the order of the files' names.

    Raises PairsError, with file and id, for a kind without a file, a pair of another shape, an id twice and two equal texts.
    """
    wanted = [folder / f"{kind}.toml" for kind in kinds] or sorted(folder.glob("*.toml"))
    return [pair for path in wanted for pair in _pairs(path)]


def _pairs(path: Path) -> list[Pair]:
    if not path.is_file():
        raise PairsError(f"{path}: there is no such file; the kinds with pairs are {_kinds(path.parent)}")
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("pair", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PairsError(f"{path}: this is not TOML ({error})") from error
    pairs = [_pair(path, number, row) for number, row in enumerate(rows, start=1)]
    _check(path, pairs)
    return pairs


def _pair(path: Path, number: int, row: dict[str, Any]) -> Pair:
    try:
        return msgspec.convert({**row, "kind": path.stem}, Pair)
    except msgspec.ValidationError as error:
        raise PairsError(f"{path}, pair {row.get('id') or f'number {number}'}: {error}") from error


def _check(path: Path, pairs: Sequence[Pair]) -> None:
    twice = [name for name, times in Counter(pair.id for pair in pairs).items() if times > 1]
    if twice:
        raise PairsError(f"{path}, pair {twice[0]}: this id stands there twice; each pair needs its own")
    for pair in pairs:
        if pair.one == pair.other:
            raise PairsError(f"{path}, pair {pair.id}: both texts are the same; one article would be compared with itself")


def _kinds(folder: Path) -> str:
    return ", ".join(sorted(path.stem for path in folder.glob("*.toml"))) or "none yet"
