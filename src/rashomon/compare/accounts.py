"""Accounts: the versions of one incident, one for each source in each article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.compare.lookup import Lookup
from rashomon.link.acts import Act, act_of
from rashomon.model import Account, Event, SourceKind, Spans, Version, quote


@dataclass(frozen=True)
class Teller:
    """One source in one article, and the events in which it tells of an incident."""

    lookup: Lookup
    account: Account
    events: tuple[Event, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.lookup.articles[self.account.article].text

    @property
    def is_author(self) -> bool:
        """True for the author's own voice."""
        return self.account.source_kind is SourceKind.AUTHOR

    @property
    def name(self) -> str:
        """The account as a contrast lists the silent: "article/source"."""
        return f"{self.account.article}/{self.account.source}"

    @property
    def central(self) -> tuple[Event, ...]:
        """The events that tell of the act and not of its outcome ("nine were killed"); all where only its outcome is told."""
        acts = tuple(event for event in self.events if not self.act(event).is_result)
        return acts or self.events

    def act(self, event: Event) -> Act:
        """The kind of act an event tells of."""
        return act_of(quote(self.text, event.trigger.spans), event.type.value)

    def version(self, value: str, event: Event, spans: Spans, *, accused: bool = False) -> Version:
        """The account's version of one field. With `accused` the value opens with who says so, unless that is the author."""
        opening = self.lookup.according_to(self.account.article, event.attribution) if accused else ""
        return Version(
            value=opening + value,
            source=self.account.source,
            source_kind=self.account.source_kind,
            article=self.account.article,
            spans=spans,
            event=event.id,
            attribution=event.attribution,
        )


def events_of(tellers: Iterable[Teller]) -> list[tuple[Teller, Event]]:
    """All events that are told, each with who tells it."""
    return [(teller, event) for teller in tellers for event in teller.events]


def acts_of(tellers: Sequence[Teller]) -> list[tuple[Teller, Event]]:
    """All events of an incident that tell of the act itself, with who tells them; where only its outcome is told, those that tell it."""
    told = events_of(tellers)
    return [(teller, event) for teller, event in told if not teller.act(event).is_result] or told


def tellers_of(events: Iterable[str], lookup: Lookup) -> tuple[Teller, ...]:
    """Who tells of the events: in the articles' order, in each article the author first and then as they come."""
    order = {article: number for number, article in enumerate(lookup.articles)}
    told: dict[tuple[str, str], list[Event]] = {}
    for event_id in events:
        event = lookup.events[event_id]
        article = lookup.article_of[event_id]
        told.setdefault((article, lookup.source_key(article, event.attribution)), []).append(event)
    ordered = sorted(told.items(), key=lambda item: (order[item[0][0]], item[0][1] != "author"))
    return tuple(_teller(article, tuple(events_told), lookup) for (article, _), events_told in ordered)


def _teller(article: str, events: tuple[Event, ...], lookup: Lookup) -> Teller:
    first = events[0].attribution
    account = Account(
        article=article,
        source=lookup.source_name(article, first),
        source_kind=lookup.source_of(first).kind,
        events=tuple(event.id for event in events),
    )
    return Teller(lookup, account, events)
