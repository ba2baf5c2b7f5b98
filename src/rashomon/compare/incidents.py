"""Incidents: linked events with their accounts side by side, the most contested first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from rashomon.compare.accounts import Teller, acts_of, tellers_of
from rashomon.compare.circumstances import contrast_places, contrast_times
from rashomon.compare.counts import contrast_counts
from rashomon.compare.deeds import contrast_acts, contrast_stages
from rashomon.compare.denials import contrast_polarities
from rashomon.compare.lookup import Lookup
from rashomon.compare.motives import contrast_motives
from rashomon.compare.participants import contrast_agents, contrast_blame
from rashomon.compare.patients import contrast_patients
from rashomon.compare.sources import contrast_sources
from rashomon.compare.titles import title_of
from rashomon.link import LinkedEvents
from rashomon.link.periods import Period, period_of
from rashomon.model import Account, Contrast, EventType, Incident, Verdict

ROWS_BEFORE_COUNTS = (contrast_acts, contrast_agents, contrast_patients)
ROWS_AFTER_COUNTS = (
    contrast_times,
    contrast_places,
    contrast_stages,
    contrast_polarities,
    contrast_blame,
    contrast_motives,
    contrast_sources,
)


def compare_incidents(groups: Iterable[LinkedEvents], lookup: Lookup) -> tuple[Incident, ...]:
    """An Incident for each group; those told by several accounts have contrasts.

    Ids are `I1`, `I2`, ... in the order given back: told in several articles first, then by contradictions, differences
    and number of accounts.
    """
    incidents = sorted((_incident(group, lookup) for group in groups), key=_rank)
    return tuple(_numbered(incident, f"I{number}") for number, incident in enumerate(incidents, start=1))


def contrasts_of(tellers: Sequence[Teller]) -> tuple[Contrast, ...]:
    """The rows of an incident in the order a person reads them; none where there is a single account."""
    if len(tellers) < 2:
        return ()
    rows = [row(tellers) for row in ROWS_BEFORE_COUNTS]
    rows.extend(contrast_counts(tellers))
    rows.extend(row(tellers) for row in ROWS_AFTER_COUNTS)
    return tuple(row for row in rows if row is not None)


def _incident(group: LinkedEvents, lookup: Lookup) -> Incident:
    tellers, place = tellers_of(group.events, lookup), _place(group, lookup)
    kind = _type(tellers)
    return Incident(
        id="",
        type=kind,
        title=title_of(tellers, kind, place),
        time=_time(group, lookup),
        place=place,
        accounts=tuple(teller.account for teller in tellers),
        contrasts=contrasts_of(tellers),
        why=group.why,
    )


def _numbered(incident: Incident, incident_id: str) -> Incident:
    return msgspec.structs.replace(incident, id=incident_id)


def _rank(incident: Incident) -> tuple[int, int, int, int, str, str]:
    verdicts = Counter(row.relation for row in incident.contrasts if row.field != "source")
    articles = len({account.article for account in incident.accounts})
    return (
        -min(articles, 2),
        -verdicts[Verdict.CONTRADICT],
        -verdicts[Verdict.DIFFER],
        -len(incident.accounts),
        incident.time or "9",
        _first_event(incident.accounts),
    )


def _first_event(accounts: Sequence[Account]) -> str:
    return min(event for account in accounts for event in account.events)


def _type(tellers: Sequence[Teller]) -> EventType:
    """The type told most often of the act itself: a derailment with its dead is no assault."""
    types = Counter(event.type for _, event in acts_of(tellers))
    return min(types, key=lambda kind: (-types[kind], kind.value))


def _time(group: LinkedEvents, lookup: Lookup) -> str | None:
    """The narrowest date told, unless accounts tell dates that have no day in common; an untold year only where none is told."""
    told = {(period, edtf) for event in group.events if (period := period_of(edtf := lookup.events[event].time.edtf)) is not None}
    if not told:
        return None
    dated = {(period, edtf) for period, edtf in told if not period.yearless}
    narrowest, edtf = min(dated or told, key=lambda found: (found[0].days, found[0].first, found[1] or ""))
    fits_all = all(period.overlaps(narrowest) for period, _ in dated)
    return edtf if fits_all else _spread([period for period, _ in dated])


def _spread(periods: Sequence[Period]) -> str:
    """The EDTF interval over dates that accounts disagree on."""
    first, last = min(period.first for period in periods), max(period.last for period in periods)
    return f"{date.fromordinal(first).isoformat()}/{date.fromordinal(last).isoformat()}"


def _place(group: LinkedEvents, lookup: Lookup) -> str | None:
    """The most definite place told: of those told most often the one with the finest precision."""
    order = ("city", "region", "country")
    told: Counter[str] = Counter()
    precision: dict[str, int] = {}
    for event in group.events:
        where = lookup.events[event].place
        if where.name:
            place = lookup.places.get(where.place or "")
            told[where.name] += 1
            precision[where.name] = order.index(place.precision) if place and place.precision in order else len(order)
    return min(told, key=lambda name: (precision[name], -told[name], name), default=None)
