"""Passages: an article's sentences, the actors mentioned in them and the acts that their words name, read as events or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rashomon.link.acts import WORD, act_of, can_be_title, near_kinds
from rashomon.link.periods import exact_period
from rashomon.link.surroundings import outside, sentence_ends
from rashomon.model import LinkedActor, Record, Span, Spans


@dataclass(frozen=True)
class Passage:
    """A sentence: its place, the linked actors mentioned in it, and the kinds of act that its words name."""

    span: Span
    actors: frozenset[str]
    kinds: frozenset[str]

    def tells(self, kinds: frozenset[str], actors: frozenset[str]) -> bool:
        """True where it may tell of an act of these kinds by or to these actors: of a near kind only where it mentions two of them."""
        shared = self.actors & actors
        if len(shared) < min(len(actors), 2) or not shared:
            return False
        like = kinds if len(shared) < 2 else kinds.union(*map(near_kinds, kinds))
        return bool(like & self.kinds)


@dataclass(frozen=True)
class Passages:
    """The passages of one article that mention a linked actor, found when they are first asked for."""

    record: Record
    linked_of: Mapping[str, LinkedActor]

    def within(self, spans: Spans) -> tuple[Passage, ...]:
        """Those of which some part lies in the spans."""
        return tuple(one for one in self.all if any(one.span.start < span.end and span.start < one.span.end for span in spans))

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """All of them in text order. The words of an event with an exact date are left out: what it tells is compared by that date."""
        text = self.record.article.text
        edges = sorted({0, len(text), *sentence_ends(text)})
        spans = [Span(*pair) for pair in pairwise(edges)]
        dated = [span for event in self.record.events if exact_period(event.time.edtf) for span in event.trigger.spans]
        words = outside([(match.start(), match.end(), match.group()) for match in WORD.finditer(text)], dated)
        starts = [start for start, _, _ in words]

        def kinds_in(sentence: Span) -> frozenset[str]:
            told = words[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            return frozenset(kind for _, _, word in told for kind in act_of(word).kinds if can_be_title(kind))

        mentioned: dict[int, set[str]] = {}
        for actor in self.record.actors:
            if (linked := self.linked_of.get(actor.id)) is not None:
                for mention in actor.mentions:
                    number = bisect_right(edges, mention.spans[0].start) - 1
                    mentioned.setdefault(number, set()).add(linked.id)
        return tuple(
            Passage(spans[number], frozenset(actors), kinds_in(spans[number]))
            for number, actors in sorted(mentioned.items())
            if number < len(spans)
        )
