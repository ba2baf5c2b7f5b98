"""Works: titles and given names in quotation marks, which are nobody's words: "her novel '...'", "a group called '...'"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

CONNECTING = frozenset({",", "(", "the", "-", "\u2013", "\u2014"})
"""What may stand between the word that announces a title and the title."""
NEAR = 3
"""So many words in front of the marks are looked at."""


def is_title(first: Token) -> bool:
    """True when `first` opens a title or given name: a capital behind a noun for a work, or behind a verb of naming or performing."""
    if not (first.text[:1].isupper() or first.text[:1].isdigit()):
        return False
    for token in reversed(first.doc[max(first.i - NEAR, first.sent.start, 0) : first.i]):
        if not (token.is_quote or token.is_space or token.text in CONNECTING):
            return _announces(token)
    return False


def _announces(word: Token) -> bool:
    use = _title_words().get(word.lemma_.lower()) or _title_words().get(word.lower_)
    if use == "work":
        return word.pos_ in {"NOUN", "PROPN"}
    if use == "named":
        return word.tag_ == "VBN" and not any(child.dep_ in {"nsubj", "aux"} for child in word.children)
    return use == "perform" and word.pos_ == "VERB"


@cache
def _title_words() -> dict[str, str]:
    rows = load_table("rashomon.read.attributions", "tables/title_words.tsv", ("word", "use"), ("word",))
    return {row["word"]: row["use"] for row in rows}
