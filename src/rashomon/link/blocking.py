"""Blocking: which tellings are compared, so that hundreds of thousands of articles stay far from all pairs.

Two tellings are compared where they share a key: an act, alone or with a participant, place, month, article or the days around which
both were published, a name or a day. A key that very many share says nothing; they meet under it only where their articles have a
telling word in common as well. What many share is cut into overlapping runs of a sorted neighbourhood (Hernandez & Stolfo 1995), so
that under no key any telling meets more than MOST_MET others that follow it. Of all that it meets so, it is compared with the
MOST_COMPARED with which it shares the most keys. So the number of pairs grows with that of tellings, and the time with n log n, for
sorting.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.link.acts import broader_kinds
from rashomon.link.matters import Matters
from rashomon.link.periods import DAYS_OF_A_DAY, UNTOLD_YEAR, Period
from rashomon.link.tellings import Telling

Numbers = NDArray[np.int64]
ALL_PAIRS_UP_TO = 400
"""Tellings in a collection up to which all are compared with all: two articles, or a topic of a few dozen."""
KEY_PAIRS_UP_TO = 16
"""Tellings under one key up to which all of them meet."""
NEIGHBOURS = 6
"""How many neighbours each telling under a larger key surely meets; runs are twice as long."""
MOST_MET = KEY_PAIRS_UP_TO - 1
"""How many of those that follow a telling under one key it meets at most."""
MOST_COMPARED = 24
"""Pairs that one telling begins at most."""
MOST_HOLDERS = 500
"""Tellings that share a key from which on it is too common to be one by itself."""
SPELL = 4
"""Days of publication in which what is told without a date meets; two within half of them surely do."""
FOLLOWING = 3
"""How many of the tellings that follow in the same article each meets, whatever they share."""
KINDS = ("act", "article", "actor", "place", "month", "month of actor", "place of actor", "day", "published", "name")
COMMON_KEY = len(KINDS)
"""The kind of a common key with a word of the article."""
BITS = 29
"""Bits of each of the two values in a key, which together with its kind make one number."""


class Key(NamedTuple):
    """What tellings share: the kind of key, and one or two values."""

    kind: str
    one: str
    other: str = ""


def pairs_to_compare(tellings: Sequence[Telling], matters: Matters) -> tuple[Numbers, Numbers]:
    """The positions of the earlier and the later telling of each pair, each pair once, in ascending order."""
    if len(tellings) <= ALL_PAIRS_UP_TO:
        left, right = np.triu_indices(len(tellings), 1)
        return left, right
    once, keys = np.unique(np.concatenate([*_sharing_keys(tellings, matters), *_in_sequence(tellings)]), return_counts=True)
    left, right = once >> BITS, once & ((1 << BITS) - 1)
    kept = _likeliest(left, keys)
    return left[kept], right[kept]


def _likeliest(left: Numbers, keys: Numbers) -> NDArray[np.bool_]:
    """For each telling the MOST_COMPARED of the pairs that it begins which share the most keys."""
    order = np.lexsort((-keys, left))
    _, within = _groups(left[order])
    kept = np.zeros(len(left), dtype=bool)
    kept[order[within < MOST_COMPARED]] = True
    return kept


def keys_of(telling: Telling) -> Iterator[Key]:
    """The keys under which a telling meets others."""
    acts = sorted({*telling.act.stems, *telling.act.kinds, *(broader for kind in telling.act.kinds for broader in broader_kinds(kind))})
    actors = sorted(telling.patients if telling.blamable else telling.patients | telling.agents)
    month = _month(telling)
    place = telling.place.name if telling.place else None
    for act in acts:
        yield Key("act", act)
        yield Key("article", act, telling.article)
        for actor in actors:
            yield Key("actor", act, actor)
        if place:
            yield Key("place", act, place)
        if month:
            yield Key("month", act, month)
        for days in _published(telling):
            yield Key("published", act, days)
    for word in sorted(telling.name):
        yield Key("name", word)
    for actor in sorted(telling.patients):
        if month:
            yield Key("month of actor", actor, month)
        if place:
            yield Key("place of actor", actor, place)
    if telling.period and telling.period.days == DAYS_OF_A_DAY:
        yield Key("day", _day(telling.period), place or "")


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


def _sharing_keys(tellings: Sequence[Telling], matters: Matters) -> Iterator[Numbers]:
    """The pairs that meet under some key: all under a small one, else those that stand in one run of likest ones."""
    keys, positions = _all_keys(tellings)
    likeness = _likeness(tellings)
    for held, holders in (_sorted(keys, positions, likeness), _sorted(*_finer_keys(keys, positions, tellings, matters), likeness)):
        size, within = _groups(held)
        is_seldom = (size <= MOST_HOLDERS) | (held >> 2 * BITS == COMMON_KEY)
        for step in range(1, MOST_MET + 1):
            is_one_run = (within + step) // NEIGHBOURS <= within // NEIGHBOURS + 1
            first = np.flatnonzero(is_seldom & (within + step < size) & ((size <= KEY_PAIRS_UP_TO) | is_one_run))
            yield _packed(holders[first], holders[first + step])


def _all_keys(tellings: Sequence[Telling]) -> tuple[Numbers, Numbers]:
    """The keys of all tellings as numbers, and the positions of those whose they are."""
    numbers: dict[str, int] = {}
    keys, positions = array("q"), array("i")
    for position, telling in enumerate(tellings):
        for key in keys_of(telling):
            one, other = (numbers.setdefault(value, len(numbers)) for value in (key.one, key.other))
            keys.append((KINDS.index(key.kind) << 2 * BITS) + (one << BITS) + other)
            positions.append(position)
    return np.asarray(keys, dtype=np.int64), np.asarray(positions, dtype=np.int32).astype(np.int64)


def _finer_keys(keys: Numbers, positions: Numbers, tellings: Sequence[Telling], matters: Matters) -> tuple[Numbers, Numbers]:
    """For each key that is too common that key with each of the most telling words of the holder's article."""
    _, which, held_by = np.unique(keys, return_inverse=True, return_counts=True)
    common = np.flatnonzero(held_by[which] > MOST_HOLDERS)
    words = matters.telling_words([tellings[position].article for position in positions[common].tolist()])
    finer = (COMMON_KEY << 2 * BITS) + (which[common][:, None] << BITS) + words
    is_word = words >= 0
    return finer[is_word], np.broadcast_to(positions[common][:, None], words.shape)[is_word]


def _sorted(keys: Numbers, positions: Numbers, likeness: Numbers) -> tuple[Numbers, Numbers]:
    """Keys in ascending order and whose they are, those under one key in an order in which the likest stand next to each other."""
    order = np.lexsort((likeness[positions], keys))
    return keys[order], positions[order]


def _groups(keys: Numbers) -> tuple[Numbers, Numbers]:
    """For each of the ascending keys how many are the same, and how many of these stand before it."""
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    sizes = np.diff(np.append(starts, len(keys)))
    return np.repeat(sizes, sizes), np.arange(len(keys)) - np.repeat(starts, sizes)


def _likeness(tellings: Sequence[Telling]) -> Numbers:
    """The place of each telling in an order in which those stand together that tell the same day, place, patients and act."""
    told: tuple[list[Hashable], ...] = (
        [_day(one.period) if one.period else "" for one in tellings],
        [one.place.name if one.place else "" for one in tellings],
        [tuple(sorted(one.patients)) for one in tellings],
        [tuple(sorted(one.act.stems)) for one in tellings],
    )
    places = np.empty(len(tellings), dtype=np.int64)
    places[np.lexsort([_ranks(values) for values in reversed(told)])] = np.arange(len(tellings))
    return places


def _ranks(values: Sequence[Hashable]) -> Numbers:
    rank = {value: place for place, value in enumerate(sorted(set(values)))}  # type: ignore[type-var]
    return np.fromiter((rank[value] for value in values), dtype=np.int64, count=len(values))


def _in_sequence(tellings: Sequence[Telling]) -> Iterator[Numbers]:
    """Tellings that follow each other in one article: an act and its result share neither words nor participants."""
    numbers: dict[str, int] = {}
    article = np.fromiter((numbers.setdefault(one.article, len(numbers)) for one in tellings), dtype=np.int64, count=len(tellings))
    for step in range(1, FOLLOWING + 1):
        first = np.flatnonzero(article[:-step] == article[step:])
        yield _packed(first, first + step)


def _packed(one: NDArray[np.integer], other: NDArray[np.integer]) -> Numbers:
    return np.asarray((np.minimum(one, other).astype(np.int64) << BITS) | np.maximum(one, other))
