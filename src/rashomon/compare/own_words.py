"""An article's words and in whose voice each stands, told from the record alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from rashomon.model import Attribution, Block, BlockKind, Manner, Record, SourceKind, Span

Value = TypeVar("Value")
WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
POSSESSIVE = re.compile(r"[’']s$")
QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)[‘'](?=\S)(?:[^‘’'\n]|(?<=\w)[’'](?=\w))*[’'](?!\w)")
"""A stretch in quotation marks; an apostrophe inside a word closes none."""
SENTENCE_ENDS = frozenset(".!?:;“\"‘'([–—")
PULL_QUOTE = "pull quote"
NAMING_LENGTH = 4
"""Letters from which on a word of a headline in capitals would have a small letter, were it none."""


@dataclass(frozen=True)
class Word:
    """A word with its place; `kind` is who tells it, `quoted` whether it is quoted word for word, `block` the number of its block."""

    span: Span
    text: str
    kind: SourceKind
    quoted: bool
    block: int

    @property
    def bare(self) -> str:
        """Without "'s" behind it."""
        return POSSESSIVE.sub("", self.text)

    @property
    def folded(self) -> str:
        """Bare, in small letters."""
        return self.bare.lower().replace("’", "'")

    @property
    def own(self) -> bool:
        """True in the author's own voice."""
        return self.kind is SourceKind.AUTHOR


@dataclass(frozen=True)
class WordsOf:
    """The words of one article that are read, in order: no furniture, and no pull quote, since its words stand elsewhere as well."""

    record: Record

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Each word with its voice: that of the outermost source whose content it stands in, or else the author's."""
        text = self.record.article.text
        outermost = [attribution for attribution in self.record.attributions if attribution.parent is None]
        told = [(span, attribution.source.kind) for attribution in outermost for span in attribution.content.spans]
        quoted = [span for attribution in outermost for span in quoted_spans(attribution, text)]
        kinds, quotes = _Ranges(told), _Ranges([(span, True) for span in quoted])
        return tuple(
            Word(
                span=Span(match.start(), match.end()),
                text=match.group(),
                kind=kinds.at(match.start()) or SourceKind.AUTHOR,
                quoted=bool(quotes.at(match.start())),
                block=number,
            )
            for number, block in enumerate(self.record.article.blocks)
            if _is_read(block)
            for match in WORD.finditer(text, block.span.start, block.span.end)
        )

    def count(self, spans: Iterable[Span]) -> int:
        """How many of the words begin inside the spans, each counted once."""
        return len({place for span in spans for place in self._places(span)})

    def inside(self, span: Span) -> tuple[Word, ...]:
        """The words that begin inside the span."""
        return tuple(self.words[place] for place in self._places(span))

    def place(self, word: Word) -> int:
        """Which of the words it is, from 0."""
        return bisect_left(self._starts, word.span.start)

    def beside(self, place: int, step: int) -> str:
        """The word so many places on in the same block, in small letters; empty where there is none."""
        other = place + step
        near = 0 <= other < len(self.words) and self.words[other].block == self.words[place].block
        return self.words[other].folded if near else ""

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """The stretches in quotation marks, whoever speaks in them, marks included."""
        text = self.record.article.text
        blocks = [block for block in self.record.article.blocks if _is_read(block)]
        return tuple(
            Span(match.start(), match.end()) for block in blocks for match in QUOTATION.finditer(text, block.span.start, block.span.end)
        )

    def is_name(self, word: Word) -> bool:
        """True for a word that has a capital where common words have none: inside a sentence, in a block that is not all in capitals."""
        if not word.text[0].isupper() or word.block in self._in_capitals:
            return False
        before = self.record.article.text[self._block(word).span.start : word.span.start].rstrip()
        return bool(before) and before[-1] not in SENTENCE_ENDS

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def _in_capitals(self) -> frozenset[int]:
        """The blocks whose longer words all have a capital, as headlines may."""
        longer: dict[int, list[bool]] = {}
        for word in self.words:
            if len(word.text) >= NAMING_LENGTH:
                longer.setdefault(word.block, []).append(word.text[0].isupper())
        return frozenset(block for block, capitals in longer.items() if all(capitals))

    def _places(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _block(self, word: Word) -> Block:
        return self.record.article.blocks[word.block]


def _is_read(block: Block) -> bool:
    return block.kind is not BlockKind.FURNITURE and block.reason != PULL_QUOTE


class _Ranges(Generic[Value]):
    """What holds at a position, told by spans of which the first that covers it counts."""

    def __init__(self, told: Sequence[tuple[Span, Value]]) -> None:
        edges = sorted({edge for span, _ in told for edge in (span.start, span.end)})
        self._edges = edges
        self._values: list[Value | None] = []
        for start, _ in pairwise(edges):
            self._values.append(next((value for span, value in reversed(told) if span.start <= start < span.end), None))

    def at(self, position: int) -> Value | None:
        place = bisect_right(self._edges, position) - 1
        return self._values[place] if 0 <= place < len(self._values) else None


def quoted_spans(attribution: Attribution, text: str) -> tuple[Span, ...]:
    """The words of its content that are quoted word for word."""
    spans = attribution.content.spans
    if attribution.manner is Manner.DIRECT:
        return spans
    if attribution.manner is Manner.INDIRECT:
        return ()
    return tuple(Span(match.start(), match.end()) for span in spans for match in QUOTATION.finditer(text, span.start, span.end))
