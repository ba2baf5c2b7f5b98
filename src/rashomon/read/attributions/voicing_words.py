"""Voicing words: the tables of what words are put into a source's mouth by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.model import Commitment, CueType
from rashomon.read.attributions.cues import CueEntry
from rashomon.tables import load_table

COLUMNS = ("noun", "type", "commitment", "sourced")


@cache
def voicing_words(use: str) -> frozenset[str]:
    """The words of one use, as tables/voicing_words.tsv tells the uses."""
    rows = load_table("rashomon.read.attributions", "tables/voicing_words.tsv", ("word", "use"), ("word", "use"))
    return frozenset(row["word"] for row in rows if row["use"] == use)


@cache
def told_nouns() -> dict[str, CueEntry]:
    """The nouns for something told or thought that can be equated with its own words."""
    return {
        row["noun"]: CueEntry(
            lemma=row["noun"], frames=("clause",), type=CueType(row["type"]), addressee="", commitment=Commitment(row["commitment"])
        )
        for row in _rows()
    }


@cache
def only_sourced() -> frozenset[str]:
    """Those of the nouns that report only with a source of their own."""
    return frozenset(row["noun"] for row in _rows() if row["sourced"] == "yes")


def _rows() -> Iterable[dict[str, str]]:
    return load_table("rashomon.read.attributions", "tables/told_nouns.tsv", COLUMNS, ("noun",))
