"""The words that name a participant: its noun phrase, without what is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import phrase
from rashomon.read.events.clauses import is_binomial
from rashomon.read.events.nouns import is_a
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJUNCTS = frozenset({"as", "including", "during", "amid", "despite", "after", "before", "since"})
"""What these lead in tells more about somebody, or when it was done, and is not what the act was done to."""
OF_DAY = frozenset({"nummod", "nmod"})
"""How the parser hangs a date on the noun behind it: "on 9 May 2010 two men were shot"."""
OUTCOMES = frozenset({"dead", "alive", "hostage", "captive", "prisoner"})
PLACING = frozenset({"in", "on", "at", "near", "outside"})


def words_of(noun: Token, dated: frozenset[int], parted: frozenset[str]) -> list[Token]:
    """The words of the noun's phrase less what is told besides: times, clauses, judgements behind it, places behind a comma, and the like.

    `dated` are the positions of the tokens that tell a time, `parted` prepositions that here belong to the act and not to the noun.
    """
    words = phrase(noun, with_conjuncts=is_binomial(noun))
    cut = {
        token.i
        for word in words
        for child in word.children
        if child.i > noun.i and (child.i in dated or child.lower_ in parted or _is_adjunct(child, dated))
        for token in child.subtree
    }
    cut |= {token.i for child in noun.lefts if child.i in dated and child.dep_ in OF_DAY for token in child.subtree if token.i < noun.i}
    kept = {token.i for token in words if token.i not in cut and not _is_outcome(token, noun)}
    brackets = {token.i for token in noun.sent if token.is_bracket and {token.i - 1, token.i + 1} <= kept}
    return [noun.doc[place] for place in sorted(kept | brackets)]


def _is_outcome(token: Token, noun: Token) -> bool:
    """True for the "dead" of "shot dead two men", which the parser takes for a word about the men."""
    behind = token.nbor() if token.i < noun.i else token
    return token.lower_ in OUTCOMES and behind.dep_ in {"det", "nummod", "poss"}


def _is_adjunct(child: Token, dated: frozenset[int]) -> bool:
    if child.dep_ == "acl" and child.tag_ == "VBG" and any(below.dep_ == "dobj" for below in child.children):
        return True
    if child.dep_ in {"relcl", "neg"} or child.lower_ in ADJUNCTS or (child.dep_ == "amod" and child.n_rights > 0):
        return True
    if child.dep_ != "prep":
        return child.dep_ == "agent"
    if child.lower_ == "by" and is_a(child.head, word_class("human")):
        # "the arrest of two reporters by the army"
        return True
    if child.lower_ in PLACING and (child.head.tag_ == "CD" or child.head.head.dep_ == "agent") and _tells_place(child):
        return True
    return child.nbor(-1).text == "," or any(token.i in dated or token.dep_ == "pcomp" for token in child.children)


def _tells_place(preposition: Token) -> bool:
    """True behind a bare number ("12 in dawn raids"), and for a place behind a doer ("by masked men on the road")."""
    places = word_class("road") | word_class("locality") | {"@place"}
    return preposition.head.tag_ == "CD" or any(is_a(noun, places) for noun in preposition.children if noun.dep_ == "pobj")
