"""Doc: an article with its parse, in one system of offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from rashomon.model import Article, Block, BlockKind, Span, Spans
from rashomon.parse.dateline import Dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc as Tokens
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

EDGE_PUNCTUATION = frozenset(",;:.!?\"'()[]-\u2013\u2014\u2026`\u201c\u201d\u2018\u2019")


@dataclass(frozen=True, eq=False)
class Doc:
    """An Article and its tokens. `token.idx` counts in `article.text`; furniture has no tokens but white space."""

    article: Article
    tokens: Tokens
    dateline: Dateline | None = None

    @property
    def text(self) -> str:
        """The article's own text, which all spans count in."""
        return self.article.text

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All tokens in order, to go through: `tokens` itself makes each anew at every pass."""
        return tuple(self.tokens)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in text order, none of them empty; no sentence crosses a block."""
        for sentence in self.tokens.sents:
            if any(not token.is_space for token in sentence):
                yield sentence

    @cached_property
    def sentence_numbers(self) -> tuple[int, ...]:
        """For each token the number of its sentence, from 0."""
        return tuple(accumulate((int(bool(token.is_sent_start)) for token in self.words[1:]), initial=0)) if len(self.tokens) else ()

    def blocks(self) -> Iterator[Block]:
        """The blocks that are read: all but furniture."""
        return (block for block in self.article.blocks if block.kind is not BlockKind.FURNITURE)

    @cached_property
    def in_dateline(self) -> frozenset[int]:
        """The tokens of the dateline, which takes no part in the sentence behind it."""
        return frozenset(token.i for token in self.tokens_in([self.dateline.span])) if self.dateline else frozenset()

    @cached_property
    def dateline_places(self) -> frozenset[int]:
        """The tokens of the places that the dateline names."""
        return frozenset(token.i for token in self.tokens_in(self.dateline.places)) if self.dateline else frozenset()

    def span(self, first: Token, last: Token) -> Span:
        """The characters from the first to the last token, both included."""
        return Span(first.idx, last.idx + len(last))

    def spans(self, tokens: Iterable[Token]) -> Spans:
        """The words of the tokens as spans: neighbours joined, white space and punctuation at the edges cut off."""
        runs: list[list[Token]] = []
        for token in sorted(set(tokens), key=lambda token: token.i):
            if token.is_space:
                continue
            if runs and self._adjoin(runs[-1][-1], token):
                runs[-1].append(token)
            else:
                runs.append([token])
        trimmed = (_trim(run) for run in runs)
        return tuple(self.span(run[0], run[-1]) for run in trimmed if run)

    def tokens_in(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens that lie at least partly inside the spans, without white space, in text order."""
        found: list[Token] = []
        for span in spans:
            inside = self.tokens.char_span(span.start, span.end, alignment_mode="expand")
            if inside is not None:
                found.extend(token for token in inside if not token.is_space)
        return sorted(set(found), key=lambda token: token.i)

    def _adjoin(self, left: Token, right: Token) -> bool:
        return all(self.tokens[i].is_space for i in range(left.i + 1, right.i))


def _trim(run: list[Token]) -> list[Token]:
    start, end = 0, len(run)
    while start < end and run[start].text in EDGE_PUNCTUATION:
        start += 1
    while end > start and run[end - 1].text in EDGE_PUNCTUATION:
        end -= 1
    return run[start:end]
