"""The time line: every incident by date, on an axis that leaves out the long times in which nothing is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import sqrt

from rashomon.compare.dates import MONTHS, date_words
from rashomon.model import Comparison, Incident, Stage
from rashomon.view.dates import Days, date_days
from rashomon.view.incidents import heading_of, stage_words
from rashomon.view.index import Index
from rashomon.view.page import Bar, Tick, TimeLine

GAP_SHARE = 0.1
"""A time without incidents is left out when it is longer than this share of the whole."""
GAP_DAYS = 45
"""No shorter time is left out."""
SHORTEST = 60
"""Days that a stretch of the axis has at least."""
BREAK = 0.03
"""Width of the break that stands for time left out."""
NOT_DONE = frozenset({Stage.ATTEMPTED, Stage.FOILED, Stage.PLANNED, Stage.THREATENED, Stage.DEMANDED, Stage.HYPOTHETICAL})

Stretch = tuple[int, int]


def timeline(comparison: Comparison, index: Index) -> TimeLine:
    """The incidents as bars from 0 to 1; an uncertain date is as long as the uncertainty."""
    dated = [(days, incident) for incident in comparison.incidents if (days := date_days(incident.time)) is not None]
    dated.sort(key=lambda found: (found[0].first or 0, found[0].last or 0, found[1].id))
    undated = [incident for incident in comparison.incidents if date_days(incident.time) is None]
    stretches = _stretches([days for days, _ in dated])
    axis = _axis(stretches)
    bars = tuple(_bar(incident, index, _clip(days, stretches), axis) for days, incident in dated)
    return TimeLine(ticks=_ticks(axis), bars=bars, undated=tuple(_bar(incident, index, None, axis) for incident in undated))


def _bar(incident: Incident, index: Index, days: Stretch | None, axis: dict[Stretch, tuple[float, float]]) -> Bar:
    events = [index.events[event][1] for account in incident.accounts for event in account.events]
    return Bar(
        id=f"incident-{incident.id}",
        title=heading_of(incident),
        when=date_words(incident.time),
        start=_position(days[0], axis) if days else None,
        end=_position(days[1] + 1, axis) if days else None,
        stage=", ".join(dict.fromkeys(stage_words(event) for event in events)),
        hollow=bool(events) and all(event.stage in NOT_DONE for event in events),
        sigla=tuple(dict.fromkeys(index.sigla[account.article] for account in incident.accounts)),
    )


def _stretches(times: Sequence[Days]) -> list[Stretch]:
    """The times that incidents cover, joined where little lies between; open ends reach no further than what is known.

    A short stretch gets room on both sides, so that a day in it looks like a day.
    """
    closed = sorted((days.first if days.first is not None else days.last or 0, days.last or days.first or 0) for days in times)
    if not closed:
        return []
    longest_gap = max(GAP_SHARE * (max(end for _, end in closed) - closed[0][0]), GAP_DAYS)
    joined = [closed[0]]
    for start, end in closed[1:]:
        if start - joined[-1][1] > longest_gap:
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
    return [(start - _room(start, end), end + _room(start, end)) for start, end in joined]


def _room(start: int, end: int) -> int:
    return max(0, SHORTEST - (end - start)) // 2


def _axis(stretches: list[Stretch]) -> dict[Stretch, tuple[float, float]]:
    """Where each stretch lies. Widths grow with the square root of the days, so that a single day stays visible beside decades."""
    room = 1.0 - BREAK * max(len(stretches) - 1, 0)
    weights = [sqrt(end - start + 1) for start, end in stretches]
    placed: dict[Stretch, tuple[float, float]] = {}
    left = 0.0
    for stretch, weight in zip(stretches, _floored(weights), strict=True):
        placed[stretch] = (left, left + room * weight)
        left += room * weight + BREAK
    return placed


def _floored(weights: list[float]) -> list[float]:
    """The weights as shares of their sum, none under a third of an even share."""
    if not weights:
        return []
    least = 0.33 * sum(weights) / len(weights)
    raised = [max(weight, least) for weight in weights]
    return [weight / sum(raised) for weight in raised]


def _clip(days: Days, stretches: list[Stretch]) -> Stretch:
    first = stretches[0][0] if days.first is None else days.first
    last = stretches[-1][1] if days.last is None else days.last
    return first, max(first, last)


def _position(day: int, axis: dict[Stretch, tuple[float, float]]) -> float:
    for (start, end), (left, right) in axis.items():
        if day <= end + 1:
            return round(left + (right - left) * max(day - start, 0) / (end + 1 - start), 4)
    return 1.0


def _ticks(axis: dict[Stretch, tuple[float, float]]) -> tuple[Tick, ...]:
    """A label where each stretch begins, and where the last ends."""
    ticks = [Tick(at=round(left, 4), label=_label(start), gap=number > 0) for number, ((start, _), (left, _)) in enumerate(axis.items())]
    if axis:
        _, end = list(axis)[-1]
        ticks.append(Tick(at=1.0, label=_label(end)))
    return tuple(ticks)


def _label(day: int) -> str:
    found = date.fromordinal(day)
    return f"{MONTHS[found.month - 1][:3]} {found.year}"
