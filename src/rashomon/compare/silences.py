"""Silences: what one article tells and another, which speaks of the same actors and time, leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.compare.lookup import Lookup, author_name
from rashomon.link.periods import Period, period_of
from rashomon.model import ActorKind, Incident, Record, Role, Silence

MAIN_ROLES = frozenset({Role.AGENT, Role.PATIENT})
WIDELY_TOLD = frozenset({ActorKind.POPULATION})
"""Kinds of actor that most articles speak of somewhere, so that naming them makes no common ground."""


def find_silences(incidents: Iterable[Incident], lookup: Lookup) -> tuple[Silence, ...]:
    """A Silence for each incident of a single article and each other article that had reason to tell it, by the silent article.

    An article has reason to when it speaks of a named main participant, and the incident's date, where told, lies in the
    time that the article itself tells of. Its note says so.
    """
    covered = {record.article.id: _Coverage.of(record, lookup) for record in lookup.records}
    found = [silence for incident in incidents for silence in _silences_on(incident, covered, lookup)]
    order = {article: number for number, article in enumerate(lookup.articles)}
    return tuple(sorted(found, key=lambda silence: order[silence.silent]))


@dataclass(frozen=True)
class _Coverage:
    """What an article speaks of: linked actors it names, and the time from the first to the last date of its events."""

    actors: frozenset[str]
    told: Period | None

    @classmethod
    def of(cls, record: Record, lookup: Lookup) -> _Coverage:
        periods = [period for event in record.events if (period := period_of(event.time.edtf)) is not None and not period.approximate]
        actors = lookup.linked_ids(actor.id for actor in record.actors if actor.kind not in WIDELY_TOLD) & lookup.named
        if not periods:
            return cls(actors, None)
        return cls(actors, Period(min(period.first for period in periods), max(period.last for period in periods)))


def _silences_on(incident: Incident, covered: dict[str, _Coverage], lookup: Lookup) -> Iterator[Silence]:
    telling = {account.article for account in incident.accounts}
    if len(telling) != 1:
        return
    events = [lookup.events[event] for account in incident.accounts for event in account.events]
    actors = lookup.linked_ids(one.actor for event in events for one in event.participants if one.role in MAIN_ROLES)
    period = period_of(incident.time)
    told_by = tuple(sorted(telling))
    for article, coverage in covered.items():
        shared = actors & coverage.actors
        if article in telling or not shared:
            continue
        if period is not None and coverage.told is not None and not period.overlaps(coverage.told):
            continue
        yield Silence(incident=incident.id, told_by=told_by, silent=article, note=_note(article, shared, period, coverage, lookup))


def _note(article: str, shared: frozenset[str], period: Period | None, coverage: _Coverage, lookup: Lookup) -> str:
    names = " and ".join(sorted(lookup.name_of(actor) for actor in shared))
    speaks = f"{author_name(lookup.articles[article])} speaks of {names}"
    if period is None:
        return f"{speaks}; the incident has no date"
    if coverage.told is None:
        return f"{speaks}; its own events have no date"
    return f"{speaks}, and tells of the time from {coverage.told.describe()}, in which it falls"
