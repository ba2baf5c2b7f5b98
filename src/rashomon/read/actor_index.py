"""Which actor some words refer to: the mentions of an article's actors, found by position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rashomon.model import Actor, Mention, Span, Spans


class ActorIndex:
    """The actors of one article, looked up by the place in the text that mentions them."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: tuple[Actor, ...] = tuple(actors)
        placed = sorted(
            ((span, actor, mention) for actor in self.actors for mention in actor.mentions for span in mention.spans),
            key=lambda place: (place[0], place[1].id),
        )
        self._places = placed
        self._starts = [span.start for span, _, _ in placed]
        self._longest = max((span.end - span.start for span, _, _ in placed), default=0)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors)

    def mentions_in(self, span: Span) -> Iterator[tuple[Span, Actor, Mention]]:
        """The mentions that share a character with `span`, in text order."""
        last = bisect_right(self._starts, span.end - 1)
        first = bisect_right(self._starts, span.start - self._longest - 1)
        for place in self._places[first:last]:
            if place[0].overlaps(span):
                yield place

    def at(self, head: Span) -> Actor | None:
        """The actor whose mention covers `head` (the head word of a phrase).

        A mention by this very word wins ("his" in "his father"), else the longest.
        """
        covering = [(span, actor) for span, actor, _ in self.mentions_in(head) if span.contains(head)]
        return max(covering, key=lambda found: (found[0] == head, found[0].end - found[0].start))[1] if covering else None

    def of(self, spans: Spans) -> Actor | None:
        """The actor whose mention has the same words as `spans`, or the only actor mentioned inside them."""
        inside = [(found, actor) for span in spans for found, actor, _ in self.mentions_in(span)]
        for found, actor in inside:
            if found in spans:
                return actor
        named = {actor.id: actor for _, actor in inside}
        return next(iter(named.values())) if len(named) == 1 else None
