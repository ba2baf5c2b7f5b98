"""What a noun of a clause stands for: a word of a class, a name of a kind, somebody, something that can be touched."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.actors.words import nouns
from rashomon.read.attributions.source_kinds import noun_endings
from rashomon.read.events.clauses import nouns_behind
from rashomon.read.events.word_classes import word_class, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_KINDS = {
    "@person": frozenset({"PERSON", "NORP"}),
    "@place": frozenset({"GPE", "LOC", "FAC"}),
    "@organisation": frozenset({"ORG", "FAC"}),
}
NOUN_KINDS = frozenset({*NAME_KINDS, "@someone", "@something", "@idea", "@pronoun"})
"""What stands in the table of classes for words that no list holds; the head of event_words.tsv says what each means."""
UNLIKE_PLACES = frozenset({"", "ORG", "PERSON", "NORP"})
"""What the parser takes a name of people for: groups it does not know are given no kind, or that of organisations."""
PEOPLE = frozenset({"person", "group", "people", "armed group"})
PERSONAL_PRONOUNS = frozenset({"he", "him", "she", "her", "they", "them", "we", "us", "i", "me"})
ACRONYM_LENGTH = 3
"""Letters from which a noun in capitals alone is a name, whatever the parser takes it for."""
SHORTEST_STEM = 3
"""Letters that must stand before an ending: "tree" and "ant" have none."""


def is_a(token: Token, words: frozenset[str]) -> bool:
    """True when the token, or the noun it counts ("thousands of protesters"), is one of the words or of a kind among them.

    A rally of protesters is none of them.
    """
    is_gathering = token.lemma_.lower() in word_classes("demonstration", "gathering")
    candidates = [token] if is_gathering else [token, *nouns_behind(token, ("of",))]
    is_name = token.pos_ == "PROPN" or (token.is_upper and token.is_alpha and len(token) >= ACRONYM_LENGTH)
    if "@person" in words and (token.tag_ == "CD" or (is_name and token.ent_type_ in UNLIKE_PLACES)):
        return True
    kinds = [kind for kind in NOUN_KINDS if kind in words]
    return any(
        candidate.lemma_.lower() in words
        or candidate.lower_ in words
        or hyphenated(candidate) in words
        or any(_is_of_kind(candidate, kind) for kind in kinds)
        for candidate in candidates
    )


def hyphenated(token: Token) -> str:
    """The word that ends in the token, in lower case, where the tokenizer parts it at its hyphen ("sit-ins" is "sit-in"); else empty."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return ""
    return f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"


def _is_of_kind(token: Token, kind: str) -> bool:
    if kind in NAME_KINDS:
        return token.ent_type_ in NAME_KINDS[kind]
    if kind == "@pronoun":
        return token.lower_ in PERSONAL_PRONOUNS
    return token.pos_ == "NOUN" and token.ent_type_ == "" and not token.like_num and _kind_of(token.lemma_.lower()) == kind


@cache
def _kind_of(lemma: str) -> str:
    """What a common noun stands for, by the lists, then by its ending: "flautist", "ferryman" are people, "harshness" is an idea."""
    described = nouns().get(lemma)
    if lemma in word_class("idea"):
        return "@idea"
    if lemma in word_class("human") | word_class("someone") or (described is not None and described.sort in PEOPLE):
        return "@someone"
    if lemma in word_class("something") or lemma in word_class("target"):
        return "@something"
    if described is not None:
        return ""
    if _ends(lemma, "person"):
        return "@someone"
    return "@idea" if _ends(lemma, "quality") else "@something"


def _ends(lemma: str, tells: str) -> bool:
    return any(lemma.endswith(ending) and len(lemma) - len(ending) >= SHORTEST_STEM for ending in noun_endings(tells))
