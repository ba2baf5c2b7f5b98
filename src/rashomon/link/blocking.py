"""Blocking: which pairs of tellings are worth weighing, so that hundreds of articles stay far from all pairs.

Two tellings meet when they share a key: an act, alone or with a participant, place, month or article, or a day. A key that very
many share is walked as a sorted neighbourhood (Hernandez & Stolfo 1995), so the number of pairs grows with n log n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.link.acts import broader_kinds
from rashomon.link.periods import DAYS_OF_A_DAY, UNTOLD_YEAR, Period
from rashomon.link.tellings import Telling

Key = tuple[str, ...]
ALL_PAIRS_UP_TO = 16
"""Tellings under one key up to which all pairs are weighed."""
NEIGHBOURS = 6
"""How many neighbours each telling under a larger key is weighed against."""

FOLLOWING = 3
"""How many of the tellings that follow in the same article each is weighed against, whatever they share."""


def candidate_pairs(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Positions of the pairs to weigh, the earlier first, in ascending order, each once."""
    blocks: dict[Key, list[int]] = {}
    for position, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks.setdefault(key, []).append(position)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        found.update(_pairs(members, tellings))
    found.update(_in_sequence(tellings))
    return sorted(found)


def _keys(telling: Telling) -> Iterator[Key]:
    acts = sorted({*telling.act.stems, *telling.act.kinds, *(broader for kind in telling.act.kinds for broader in broader_kinds(kind))})
    actors = sorted(telling.patients if telling.blamable else telling.patients | telling.agents)
    month = _month(telling)
    place = telling.place.name if telling.place else None
    for act in acts:
        yield ("act", act)
        yield ("article", act, telling.article)
        for actor in actors:
            yield ("actor", act, actor)
        if place:
            yield ("place", act, place)
        if month:
            yield ("month", act, month)
    for actor in sorted(telling.patients):
        if month:
            yield ("month of actor", actor, month)
        if place:
            yield ("place of actor", actor, place)
    if telling.period and telling.period.days == DAYS_OF_A_DAY:
        yield ("day", _day(telling.period), place or "")


def _month(telling: Telling) -> str | None:
    if telling.period is None or not telling.period.dated:
        return None
    return _day(telling.period).rpartition("-")[0]


def _day(period: Period) -> str:
    """The period's first day; without a year where that is untold, so that it never meets the year it is counted in."""
    day = date.fromordinal(period.first).isoformat()
    return UNTOLD_YEAR + day[4:] if period.yearless else day


def _pairs(members: Sequence[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    window = len(members) if len(members) <= ALL_PAIRS_UP_TO else NEIGHBOURS
    ordered = members if window == len(members) else sorted(members, key=lambda position: _likeness(tellings[position], position))
    for place, left in enumerate(ordered):
        for right in ordered[place + 1 : place + 1 + window]:
            yield (left, right) if left < right else (right, left)


def _in_sequence(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Tellings that follow each other in one article: an act and its result share neither words nor participants."""
    for left in range(len(tellings)):
        for right in range(left + 1, min(left + 1 + FOLLOWING, len(tellings))):
            if tellings[left].article == tellings[right].article:
                yield left, right


def _likeness(telling: Telling, position: int) -> tuple[object, ...]:
    period = telling.period
    place = telling.place
    return (_day(period) if period else "", place.name if place else "", sorted(telling.patients), sorted(telling.act.stems), position)
