"""Predicates: the table of words by which it is stated what somebody is, has, wants or does all the time."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.tables import choices, load_table


class Predicate(NamedTuple):
    """A row of the table."""

    links: tuple[str, ...]
    topic: str
    value: str
    order: str


@cache
def predicates() -> dict[tuple[str, str], Predicate]:
    """The rows of the table by form and word."""
    columns = ("form", "word", "link", "topic", "value", "order")
    rows = load_table("rashomon.read.statements", "tables/predicates.tsv", columns, key=("form", "word"))
    return {(row["form"], row["word"]): Predicate(choices(row["link"]), row["topic"], row["value"], row["order"]) for row in rows}
