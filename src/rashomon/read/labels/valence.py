"""How good or bad words are, and of whom: the table of valence, looked up by lemma and part of speech."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.parse.syntax import is_negated
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("word", "pos", "valence", "agent", "patient")
POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "AUX": "verb"}


class Valence(NamedTuple):
    """From -2 (very bad) to 2: of what the word says, of the one who does it, of the one it is done to."""

    own: int
    agent: int
    patient: int


NONE = Valence(0, 0, 0)


@cache
def _table() -> dict[tuple[str, str], Valence]:
    rows = load_table("rashomon.read.labels", "tables/valence.tsv", COLUMNS, ("word", "pos"))
    return {(row["word"], row["pos"]): Valence(int(row["valence"]), int(row["agent"]), int(row["patient"])) for row in rows}


def valence_of(token: Token) -> Valence:
    """The token's valence, turned round under a negation; none for words that the table does not hold."""
    pos = POS.get(token.pos_)
    if pos is None:
        return NONE
    found = _table().get((token.lemma_.lower(), pos)) or _participle(token, pos)
    if found is None:
        return NONE
    return Valence(-found.own, -found.agent, -found.patient) if _is_denied(token) else found


def _participle(token: Token, pos: str) -> Valence | None:
    """A participle used as an adjective ("radicalised members") stands in the table as written."""
    if pos == "noun":
        return _table().get((token.lower_, "noun"))
    return _table().get((token.lower_, "adj")) if pos in {"verb", "adj"} and token.dep_ in {"amod", "acomp", "attr"} else None


def _is_denied(token: Token) -> bool:
    return is_negated(token) or (token.dep_ in {"acomp", "attr", "xcomp", "dobj"} and is_negated(token.head))
