"""The words around and inside names of places, from their table."""

from __future__ import annotations

from functools import cache

from rashomon.tables import load_table


@cache
def place_words(kind: str) -> frozenset[str]:
    """The words of a kind in place_words.tsv."""
    rows = load_table("rashomon.read.places", "tables/place_words.tsv", ("kind", "word"), ("kind", "word"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


@cache
def first_names() -> frozenset[str]:
    """Names of persons that may be a place's as well ("Florence")."""
    return frozenset(row["name"] for row in load_table("rashomon.read.actors", "tables/first_names.tsv", ("name", "gender"), ("name",)))
