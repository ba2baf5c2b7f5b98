"""Values: the answer that a frame gives, as the table has it or by its own words, and the bounds of a number told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_negated
from rashomon.read.events.numbers import OPEN, Bounds, find_number
from rashomon.read.statements.frame import Frame
from rashomon.read.statements.predicates import predicates
from rashomon.read.statements.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


SOME_OF = "some of its "
"""Opens the value of a size that counts some only, and so answers another question than how many there are in all."""


def value_of(frame: Frame) -> str:
    """The answer: for support how much of it there is, for a size what is counted, for a nature its noun, else that of the table."""
    if frame.topic == "support" and not frame.value:
        return _degree(frame) or ("none" if is_negated(frame.verb) else "some support")
    if frame.part:
        return f"{SOME_OF}{frame.value}"
    if frame.topic == "size":
        row = predicates().get(("have", frame.word.lemma_.lower()))
        return row.value if row is not None and row.topic == "size" else frame.word.lemma_.lower()
    return frame.word.lemma_.lower() if frame.topic == "nature" else frame.value


def _degree(frame: Frame) -> str:
    """How much there is by the words around it: one that takes it back ("no", "hardly any") before one that measures it."""
    if frame.verb.lemma_ == "lack":
        return "none"
    around = [*frame.verb.children, *(token for token in frame.word.subtree if token.i <= frame.word.i), *_of_whom(frame.word)]
    words = [token.lower_ for token in around]
    return next((kind for kind in ("none", "wide", "some") if any(word in words_of(kind) for word in words)), "")


def _of_whom(noun: Token) -> Iterator[Token]:
    """The "most" of "the support of most farmers"."""
    for child in noun.children:
        if child.lower_ == "of":
            yield from (token for held in child.children for token in held.children)


def bounds_of(frame: Frame) -> tuple[int | None, int | None]:
    """The least and the most that a size allows; None where open, and for what is no size."""
    if frame.topic != "size":
        return None, None
    told = find_number([token for token in frame.core if token.i <= frame.word.i and token.dep_ != "poss"])
    bounds: Bounds = told.bounds if told is not None else OPEN
    return bounds[1], bounds[2]
