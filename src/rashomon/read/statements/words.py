"""Words of statements: how much of something there is, how far it is so, and what else their table tells."""

from __future__ import annotations

from functools import cache

from rashomon.tables import load_table


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of a class of `tables/degrees.tsv`."""
    rows = load_table("rashomon.read.statements", "tables/degrees.tsv", ("word", "class"), key=("word", "class"))
    return frozenset(row["word"] for row in rows if row["class"] == kind)
