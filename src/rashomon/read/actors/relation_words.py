"""The words that say how one actor stands to another."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.model import RelationKind
from rashomon.tables import load_table

COLUMNS = ("word", "pos", "kind", "preposition")


class RelationWord(NamedTuple):
    """The relation that a word tells, and what leads to the other actor behind a verb."""

    kind: RelationKind
    preposition: str


@cache
def relation_words() -> dict[tuple[str, str], RelationWord]:
    """By the word's lemma and its use, as `tables/relations.tsv` has them."""
    rows = load_table("rashomon.read.actors", "tables/relations.tsv", COLUMNS, ("word", "pos"))
    return {(row["word"], row["pos"]): RelationWord(RelationKind(row["kind"]), row["preposition"]) for row in rows}
