"""Predicates: the table of words by which it is stated what somebody is, has, wants or does all the time."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.tables import choices, load_table

COLUMNS = ("form", "word", "link", "topic", "value", "order", "beside")
ASKING = frozenset({"who", "body"})
"""Among the links: the other must bear a name, or be no person."""


class Predicate(NamedTuple):
    """A row of the table."""

    links: tuple[str, ...]
    topic: str
    value: str
    order: str
    beside: frozenset[str]

    @property
    def asks(self) -> frozenset[str]:
        """What the other must be."""
        return ASKING.intersection(self.links)


@cache
def predicates() -> dict[tuple[str, str], Predicate]:
    """The rows of the table by form and word."""
    rows = load_table("rashomon.read.statements", "tables/predicates.tsv", COLUMNS, key=("form", "word"))
    return {
        (row["form"], row["word"]): Predicate(
            choices(row["link"]), row["topic"], row["value"], row["order"], frozenset(choices(row["beside"]))
        )
        for row in rows
    }


@cache
def phrases(form: str) -> dict[str, tuple[tuple[tuple[str, ...], Predicate], ...]]:
    """The rows of a form of several words by their verb: the words behind the verb, and the row; those of most words first."""
    found: dict[str, list[tuple[tuple[str, ...], Predicate]]] = {}
    for (kind, words), row in predicates().items():
        if kind == form:
            verb, *rest = words.split()
            found.setdefault(verb, []).append((tuple(rest), row))
    return {verb: tuple(sorted(rows, key=lambda row: -len(row[0]))) for verb, rows in found.items()}
