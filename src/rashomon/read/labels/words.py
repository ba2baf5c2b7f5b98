"""The words by which sentences say what somebody is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_word(token: Token, use: str) -> bool:
    """True when the token's lemma has this use in `tables/label_words.tsv`."""
    return (token.lemma_.lower(), use) in _uses()


@cache
def _uses() -> frozenset[tuple[str, str]]:
    rows = load_table("rashomon.read.labels", "tables/label_words.tsv", ("word", "use"), ("word", "use"))
    return frozenset((row["word"], row["use"]) for row in rows)
