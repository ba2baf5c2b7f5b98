"""Negation beside the verb's own: phrases that say none, clauses that take it from somebody, and a "not" that denies nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = frozenset({"nobody", "nothing", "none"})
ADDING = frozenset({"only", "merely", "just", "simply"})
"""A "not" before these adds to what is told: "not only banned the party but closed its paper"."""
SINGLE = frozenset({"a", "an", "one", "single", "even"})
"""A "not" before these says none: "not a single docker", "not one"."""
OBJECTS = frozenset({"dobj", "nsubjpass", "nsubj"})


def denies_nothing(word: Token) -> bool:
    """True for the "not" of "not only" and of "whether or not"."""
    if word.lower_ != "not" or word.i + 1 >= len(word.doc):
        return False
    return word.nbor(1).lower_ in ADDING or (word.i > word.sent.start and word.nbor(-1).lower_ == "or")


def says_none(verb: Token) -> bool:
    """True in "freed no hostages", "arrested nobody" and "not a single docker was arrested"."""
    return any(_is_no(child) for child in verb.children if child.dep_ == "dobj") or any(
        _is_not_one(child) for child in verb.children if child.dep_ in OBJECTS
    )


def is_taken_from(verb: Token) -> bool:
    """True in "it was not the army that shelled the market": the clause denies its doer."""
    copula = verb.head.head
    cleft = verb.dep_ == "relcl" and verb.head.dep_ == "attr" and copula.lemma_ == "be"
    subject = cleft and any(child.dep_ in {"nsubj", "expl"} and child.lower_ == "it" for child in copula.children)
    return subject and any(child.dep_ == "neg" for child in copula.children)


def _is_no(noun: Token) -> bool:
    words = [child for child in noun.children if child.dep_ == "det" and child.lower_ == "no"]
    return noun.lower_ in NOBODY or any(word.nbor(1).lower_ not in {"fewer", "less", "more"} for word in words)


def _is_not_one(noun: Token) -> bool:
    first = noun.left_edge
    return first.lower_ == "not" and first != noun and first.nbor(1).lower_ in SINGLE
