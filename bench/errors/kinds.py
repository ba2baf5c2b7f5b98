"""The kinds of error: their names, what they mean, and an invented example of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.tables import Row, load_table

COLUMNS = ("part", "kind", "title", "meaning", "example")


class Part(StrEnum):
    """What of an attribution is wrong: all of it, or one of its three spans."""

    RELATION = "relation"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Direction(StrEnum):
    """Who has the words: the gold alone, the reader alone, or each has others."""

    MISSED = "missed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True)
class Kind:
    """One kind of error; `meaning` says in one line what the readers of the page should picture, `example` shows it."""

    part: Part
    name: str
    title: str
    meaning: str
    example: str


@dataclass(frozen=True)
class Error:
    """One disagreement: its kind, its direction, and where it begins (code points) in which document."""

    kind: Kind
    direction: Direction
    document: str
    start: int


def load_kinds() -> dict[tuple[Part, str], Kind]:
    """The kinds by part and name, in the order of the table."""
    rows = load_table("bench.errors", "tables/kinds.tsv", COLUMNS, key=("part", "kind"), fault=_fault)
    return {
        (Part(row["part"]), row["kind"]): Kind(Part(row["part"]), row["kind"], row["title"], row["meaning"], row["example"]) for row in rows
    }


def _fault(row: Row) -> str | None:
    if row["part"] not in set(Part):
        return f"there is no part {row['part']}; the parts are {', '.join(Part)}"
    empty = [name for name in COLUMNS if not row[name]]
    return f"no {' and no '.join(empty)}" if empty else None
