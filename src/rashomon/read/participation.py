"""Whether a mention takes part in something told, or only tells where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actor_words import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "pobj", "conj"})
LOCATIVE = frozenset("in at near outside inside across throughout within around into to from through via toward on off over".split())


def is_participant(token: Token) -> bool:
    """True for the head of a subject, an object, or what a preposition under a verb governs."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"}:
        return True
    return token.dep_ == "pobj" and token.head.dep_ in {"agent", "dative"}


def is_place(doc: Doc, first: int, head: int) -> bool:
    """True when the name at these tokens stands behind a preposition of place, or beside another place ("Selm, Varenia")."""
    token = doc.tokens[head]
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in LOCATIVE or (token.head.lower_ == "of" and token.head.head.lower_ not in nouns())
    if token.dep_ in {"amod", "compound", "nmod"}:
        noun = nouns().get(token.head.lower_)
        return noun is None or noun.sort not in {"government", "body"}
    if token.dep_ == "poss":
        return False
    return token.dep_ in {"appos", "npadvmod", "dep", "ROOT", "nummod", "attr"}
