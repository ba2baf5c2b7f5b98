"""Attributions as words of a parsed text, and which predicted one answers which gold one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.scoring.attribution import FOUND, ROLES
from bench.scoring.figures import share
from bench.scoring.spans import Spans, trim
from rashomon.model import Span
from rashomon.parse import Doc

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = tuple["Token", ...]


@dataclass(frozen=True, eq=False)
class Relation:
    """One attribution: by role its spans as the scorer trims them, and the words in them, punctuation left out."""

    doc: Doc
    spans: Mapping[str, Spans]
    words: Mapping[str, Tokens]

    @property
    def source(self) -> Tokens:
        """Who is said to say it; empty where the text has no words for that."""
        return self.words["source"]

    @property
    def cue(self) -> Tokens:
        """The words that say that something is said."""
        return self.words["cue"]

    @property
    def content(self) -> Tokens:
        """What is said."""
        return self.words["content"]

    @property
    def start(self) -> int:
        """Where its first word begins; 0 when it has no words at all."""
        return min((span[0] for spans in self.spans.values() for span in spans), default=0)


@dataclass(frozen=True)
class Pairs:
    """Gold and predicted attributions that answer each other, and those that have no partner, each in the order given."""

    both: tuple[tuple[Relation, Relation], ...]
    gold: tuple[Relation, ...]
    predicted: tuple[Relation, ...]


def relation(doc: Doc, item: Mapping[str, Any]) -> Relation:
    """The attribution of one item of gold or predictions, `{"source": [[start, end], ...], "cue": ..., "content": ...}`."""
    spans = {role: trim(doc.text, item.get(role) or ()) for role in ROLES}
    words = {role: _words(doc, spans[role]) for role in ROLES}
    return Relation(doc, spans, words)


def pair(gold: Sequence[Relation], predicted: Sequence[Relation]) -> Pairs:
    """Join each gold attribution with at most one predicted: those that share words of their cues, else half of their contents.

    Attributions with the same spans belong together whatever they lack. Where several could be joined, those with the most common
    contents and sources are.
    """
    rest, other = list(gold), list(predicted)
    both: list[tuple[Relation, Relation]] = []
    ranked = sorted(_joinable(gold, predicted), key=lambda found: found[0], reverse=True)
    for _, one, two in ranked:
        if one in rest and two in other:
            rest.remove(one)
            other.remove(two)
            both.append((one, two))
    both.sort(key=lambda found: (found[0].start, found[1].start))
    return Pairs(tuple(both), tuple(rest), tuple(other))


def shared(one: Tokens, two: Tokens) -> float:
    """How much of two runs of words is the same: intersection over union."""
    here, there = {token.i for token in one}, {token.i for token in two}
    return share(len(here & there), len(here | there))


def inside(inner: Tokens, outer: Tokens) -> float:
    """How much of `inner` lies in `outer`, from 0 to 1."""
    there = {token.i for token in outer}
    return share(sum(token.i in there for token in inner), len(inner))


def _words(doc: Doc, spans: Spans) -> Tokens:
    return tuple(token for token in doc.tokens_in([Span(*span) for span in spans]) if not token.is_punct)


def _joinable(gold: Sequence[Relation], predicted: Sequence[Relation]) -> Iterator[tuple[tuple[float, ...], Relation, Relation]]:
    for one in gold:
        for two in predicted:
            content = shared(one.content, two.content)
            cue = shared(one.cue, two.cue)
            if cue or content >= FOUND or one.spans == two.spans:
                yield (cue > 0, content + shared(one.source, two.source), cue, -one.start, -two.start), one, two
