"""Silences: what one article tells and another, which speaks of the same actors and time, leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.compare.dates import plain_period
from rashomon.compare.lookup import Lookup, author_name
from rashomon.link.periods import Period, period_of
from rashomon.model import ActorKind, Event, Incident, Polarity, Record, Role, Silence, Stage

MAIN_ROLES = frozenset({Role.AGENT, Role.PATIENT})
HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED, Stage.PLANNED})
"""Stages whose absence elsewhere means something: nobody is silent on what is only asked for or imagined."""
BACKGROUND = frozenset({ActorKind.STATE, ActorKind.POPULATION, ActorKind.UNKNOWN})
"""Kinds of actor that stand in the background of most articles; they are common ground only where the silent one has them act."""
SPOKEN_OF = 3
"""Mentions from which on an article speaks of an actor and does not only name it."""


def find_silences(incidents: Iterable[Incident], lookup: Lookup) -> tuple[Silence, ...]:
    """A Silence for each incident of a single article and each other article that had reason to tell it, by the silent article.

    An article has reason to when it speaks of a main participant at some length, or has it act, and the incident's date lies in
    the time that the article itself tells of; an incident without a date must have two participants known by name. The note says so.
    """
    covered = {record.article.id: _Coverage.of(record, lookup) for record in lookup.records}
    found = [silence for incident in incidents for silence in _silences_on(incident, covered, lookup)]
    order = {article: number for number, article in enumerate(lookup.articles)}
    return tuple(sorted(found, key=lambda silence: order[silence.silent]))


@dataclass(frozen=True)
class _Coverage:
    """What an article speaks of: its linked actors, and the time from the first to the last date of its events."""

    actors: frozenset[str]
    told: Period | None

    @classmethod
    def of(cls, record: Record, lookup: Lookup) -> _Coverage:
        acting = lookup.linked_ids(one.actor for event in record.events for one in event.participants if one.role in MAIN_ROLES)
        mentioned: Counter[str] = Counter()
        for actor in record.actors:
            if actor.kind not in BACKGROUND and actor.id in lookup.linked_of:
                mentioned[lookup.linked_of[actor.id].id] += len(actor.mentions)
        spoken_of = {actor for actor, times in mentioned.items() if times >= SPOKEN_OF}
        return cls((acting | spoken_of) & lookup.named, _span_told(record.events))


def _span_told(events: Iterable[Event]) -> Period | None:
    told = [period for event in events if (period := _exact(event)) is not None]
    return Period(min(period.first for period in told), max(period.last for period in told)) if told else None


def _exact(event: Event) -> Period | None:
    period = period_of(event.time.edtf)
    return None if period is None or period.approximate or period.yearless else period


def _silences_on(incident: Incident, covered: dict[str, _Coverage], lookup: Lookup) -> Iterator[Silence]:
    telling = {account.article for account in incident.accounts}
    events = [lookup.events[event] for account in incident.accounts for event in account.events]
    if len(telling) != 1 or not any(event.stage in HAPPENED and event.polarity is Polarity.AFFIRMED for event in events):
        return
    actors = lookup.linked_ids(one.actor for event in events for one in event.participants if one.role in MAIN_ROLES)
    period = next((exact for event in events if (exact := _exact(event)) is not None), None)
    for article, coverage in covered.items():
        shared = actors & coverage.actors
        if article in telling or not shared:
            continue
        if not (_is_definite(actors, lookup) if period is None else coverage.told and period.overlaps(coverage.told)):
            continue
        note = _note(article, shared, period, coverage, lookup)
        yield Silence(incident=incident.id, told_by=tuple(sorted(telling)), silent=article, note=note)


def _is_definite(actors: frozenset[str], lookup: Lookup) -> bool:
    """True when two participants are known by name: without them an undated incident is too vague to be missed."""
    return len(actors & lookup.named) > 1


def _note(article: str, shared: frozenset[str], period: Period | None, coverage: _Coverage, lookup: Lookup) -> str:
    names = " and ".join(sorted(lookup.name_of(actor) for actor in shared))
    speaks = f"{author_name(lookup.articles[article])} speaks of {names}"
    if period is None or coverage.told is None:
        return f"{speaks}; the incident has no date"
    return f"{speaks}, and tells of the time from {plain_period(coverage.told)}, in which it falls"
