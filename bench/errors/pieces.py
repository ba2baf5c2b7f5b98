"""Where the spans of two attributions differ: runs of words that one side has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bench.errors.kinds import Direction, Part
from bench.errors.relations import Relation, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


class Where(StrEnum):
    """How a piece lies to the words that both sides have."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    NOWHERE = "nowhere"
    """Both sides have no word in common."""


@dataclass(frozen=True)
class Piece:
    """A run of words in one part of an attribution that only one side has; `common` are those that both have.

    `owner` is the attribution that holds the words, `other` its partner; where each side has words of its own (CHANGED), the
    words are the gold's, and they are none where both have the same words, cut into spans otherwise.
    """

    part: Part
    direction: Direction
    words: Tokens
    common: Tokens
    owner: Relation
    other: Relation

    @property
    def where(self) -> Where:
        """How it lies to the common words."""
        if not self.common:
            return Where.NOWHERE
        if self.words[-1].i < self.common[0].i:
            return Where.BEFORE
        return Where.AFTER if self.words[0].i > self.common[-1].i else Where.WITHIN

    @property
    def same_words(self) -> bool:
        """Whether both sides have the same words, cut into spans otherwise."""
        return not self.words

    @property
    def gap_span(self) -> tuple[int, int]:
        """What lies between it and the common word next to it, in code points; the one before it where there is one."""
        before = [token for token in self.common if token.i < self.words[0].i]
        if before:
            return before[-1].idx + len(before[-1]), self.words[0].idx
        return self.words[-1].idx + len(self.words[-1]), self.common[0].idx

    @property
    def gap(self) -> str:
        """The text between it and the common word next to it."""
        start, end = self.gap_span
        return self.owner.doc.text[start:end]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].idx if self.words else self.owner.start

    @property
    def theirs(self) -> Tokens:
        """The other side's words in the same part."""
        return self.other.words[self.part]


def pieces(part: Part, gold: Relation, predicted: Relation) -> list[Piece]:
    """The differences in one part; none when the scorer sees the same spans."""
    if gold.spans[part] == predicted.spans[part]:
        return []
    mine, theirs = gold.words[part], predicted.words[part]
    shared = {token.i for token in mine} & {token.i for token in theirs}
    common = tuple(token for token in mine if token.i in shared)
    if mine and theirs and (not common or len(common) == len(mine) == len(theirs)):
        return [Piece(part, Direction.CHANGED, mine if not common else (), common, gold, predicted)]
    return [
        Piece(part, direction, run, common, owner, other)
        for direction, owner, other in ((Direction.MISSED, gold, predicted), (Direction.ADDED, predicted, gold))
        for run in _runs(token for token in owner.words[part] if token.i not in shared)
    ]


def _runs(words: Iterable[Token]) -> Iterator[Tokens]:
    """The words, those parted by punctuation or white space alone together."""
    run: list[Token] = []
    for token in words:
        if run and not all(between.is_punct or between.is_space for between in token.doc[run[-1].i + 1 : token.i]):
            yield tuple(run)
            run = []
        run.append(token)
    if run:
        yield tuple(run)
