"""Blocking: the keys under which tellings meet, so that hundreds of articles stay far from all pairs.

Two tellings are compared where they share a key: an act, alone or with a participant, place, month, article or the days around which
both were published, a name or a day. What very many
share is cut into overlapping runs of a sorted neighbourhood (Hernandez & Stolfo 1995), so that no key is held by more than a few
and the number of pairs grows with n log n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.link.acts import broader_kinds
from rashomon.link.periods import DAYS_OF_A_DAY, UNTOLD_YEAR, Period
from rashomon.link.tellings import Telling

Key = tuple[str, ...]
ALL_PAIRS_UP_TO = 400
"""Tellings in a collection up to which all are compared with all: two articles, or a topic of a few dozen."""
KEY_PAIRS_UP_TO = 16
"""Tellings under one key up to which all of them meet."""
NEIGHBOURS = 6
"""How many neighbours each telling under a larger key surely meets."""
SPELL = 4
"""Days of publication in which what is told without a date meets; two within half of them surely do."""
FOLLOWING = 3
"""How many of the tellings that follow in the same article each meets, whatever they share."""


def blocks(tellings: Sequence[Telling]) -> list[list[str]]:
    """For each telling the names of the blocks that it stands in, in a fixed order; those in one block are compared."""
    if len(tellings) <= ALL_PAIRS_UP_TO:
        return [["all"] for _ in tellings]
    by_key: dict[Key, list[int]] = {}
    for position, telling in enumerate(tellings):
        for key in _keys(telling):
            by_key.setdefault(key, []).append(position)
    held: list[list[str]] = [[] for _ in tellings]
    for number, members in enumerate(by_key.values()):
        if len(members) > 1:
            for run, part in enumerate(_runs(members, tellings)):
                for position in part:
                    held[position].append(f"{number}.{run}")
    for name, part in _in_sequence(tellings):
        for position in part:
            held[position].append(name)
    return held


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
        for days in _published(telling):
            yield ("published", act, days)
    for word in sorted(telling.name):
        yield ("name", word)
    for actor in sorted(telling.patients):
        if month:
            yield ("month of actor", actor, month)
        if place:
            yield ("place of actor", actor, place)
    if telling.period and telling.period.days == DAYS_OF_A_DAY:
        yield ("day", _day(telling.period), place or "")


def _published(telling: Telling) -> Iterator[str]:
    """Two overlapping spells of days in which the article appeared, where the telling has no date of its own."""
    if telling.published is not None and telling.period is None:
        yield str(telling.published // SPELL)
        yield f"{(telling.published + SPELL // 2) // SPELL} later"


def _month(telling: Telling) -> str | None:
    if telling.period is None or not telling.period.dated:
        return None
    return _day(telling.period).rpartition("-")[0]


def _day(period: Period) -> str:
    """The period's first day; without a year where that is untold, so that it never meets the year it is counted in."""
    day = date.fromordinal(period.first).isoformat()
    return UNTOLD_YEAR + day[4:] if period.yearless else day


def _runs(members: Sequence[int], tellings: Sequence[Telling]) -> Iterator[Sequence[int]]:
    """All members together, or overlapping runs of them in which each stands with its nearest neighbours."""
    if len(members) <= KEY_PAIRS_UP_TO:
        yield members
        return
    ordered = sorted(members, key=lambda position: _likeness(tellings[position], position))
    for start in range(0, len(ordered) - NEIGHBOURS, NEIGHBOURS):
        yield ordered[start : start + 2 * NEIGHBOURS]


def _in_sequence(tellings: Sequence[Telling]) -> Iterator[tuple[str, Sequence[int]]]:
    """Tellings that follow each other in one article: an act and its result share neither words nor participants."""
    for left in range(len(tellings) - 1):
        following = range(left + 1, min(left + 1 + FOLLOWING, len(tellings)))
        part = [left, *(right for right in following if tellings[left].article == tellings[right].article)]
        if len(part) > 1:
            yield f"behind {left}", part


def _likeness(telling: Telling, position: int) -> tuple[object, ...]:
    period = telling.period
    place = telling.place
    return (_day(period) if period else "", place.name if place else "", sorted(telling.patients), sorted(telling.act.stems), position)
