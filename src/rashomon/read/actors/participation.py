"""Whether a mention takes part in something told, or only tells where it was."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.words import nouns
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token


def first_conjunct(token: Token) -> Token:
    """The first of those that the token is named together with, which has the role of them all."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_participant(token: Token) -> bool:
    """True for the head of a subject, an object, or what a preposition under a verb governs."""
    token = first_conjunct(token)
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"}:
        return True
    return token.dep_ == "pobj" and token.head.dep_ in {"agent", "dative"}


def is_doer(token: Token) -> bool:
    """True for the subject of a verb that says more than where or what something is, and behind the "by" of a passive one."""
    token = first_conjunct(token)
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return True
    return token.dep_ == "nsubj" and token.head.lemma_ not in {"be", "have", "lie", "become", "remain", "see"}


def is_place(doc: Doc, head: int) -> bool:
    """True when the name with its head at this token stands behind a preposition of place, or beside another place ("Selm, Varenia")."""
    token = first_conjunct(doc.tokens[head])
    if token.dep_ == "pobj":
        return token.head.lower_ in _placing() or (token.head.lower_ == "of" and token.head.head.lower_ not in nouns())
    if token.dep_ in {"amod", "compound", "nmod"}:
        noun = nouns().get(token.head.lower_)
        return noun is None or noun.sort not in {"government", "body"}
    if token.dep_ == "poss":
        return False
    return token.dep_ in {"appos", "npadvmod", "dep", "ROOT", "nummod", "attr"}


def is_toward(token: Token) -> bool:
    """True behind a preposition that may lead to a place as well as to somebody: "to", "from", "on"."""
    return token.dep_ == "pobj" and _placing().get(token.head.lower_) == "toward"


@cache
def _placing() -> dict[str, str]:
    rows = load_table("rashomon.read.actors", "tables/placing_words.tsv", ("word", "sense"), ("word",))
    return {row["word"]: row["sense"] for row in rows}


def is_designation(doc: Doc, head: int) -> bool:
    """True behind "as", where a name only says what something counts as, and in the parenthesis behind such a name.

    Behind "known as" it is another name of somebody.
    """
    token = doc.tokens[head]
    while token.dep_ == "appos" and token.head != token:
        token = token.head
    mark = token.head
    is_behind_as = token.dep_ == "pobj" and mark.lower_ == "as" and mark.head.lower_ != "known"
    return is_behind_as and (mark.i == 0 or mark.nbor(-1).lower_ != "such")


def qualifies(doc: Doc, head: int) -> bool:
    """True for a name that only qualifies a common noun: "the Selm hall"."""
    token = doc.tokens[head]
    return token.dep_ in {"compound", "nmod", "amod"} and token.head.pos_ == "NOUN" and token.head.lower_ not in nouns()
