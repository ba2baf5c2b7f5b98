"""Gathering: tellings joined by what they have in common, the surest first, never over a contradiction.

First within each article, by the surest pair (single linkage): "the attack", which says neither when nor where, comes with what its
article tells of it elsewhere. Then across articles while the mean probability between two groups is the highest there is and high
enough (average linkage, Sokal & Michener 1958); what one article alone tells is never joined so, for it was not sure enough before.
A join is refused where any telling of one side is at odds with any of the other in date or participants: likeness does not chain over
differences.

A mean is never higher than the highest of what it is made of. So what no pair that is likely enough holds together never meets, and
each part that such pairs do hold together is gathered by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.link.clashes import Told
from rashomon.link.tellings import Telling
from rashomon.link.weighing import Pairs, Weighed

Numbers = NDArray[np.int64]
SURE = 0.85
"""The probability of the surest pair from which on an article tells one happening twice."""
JOINED = 0.45
"""The mean probability from which on two articles tell of one. Both were chosen on ecbplus.dev and on raw articles in one folder."""


class Cluster(NamedTuple):
    """The positions of tellings that were joined, and the pairs by which."""

    positions: tuple[int, ...]
    links: tuple[Weighed, ...] = ()

    def with_all(self, other: Cluster, link: Weighed) -> Cluster:
        """Both together, joined by a link."""
        return Cluster(self.positions + other.positions, (*self.links, *other.links, link))


class _Edges(NamedTuple):
    """Pairs that stand between clusters: these by their numbers, the lower first, and the pairs by their rows."""

    ones: Numbers
    others: Numbers
    rows: Numbers

    def only(self, which: NDArray[np.bool_] | Numbers | slice) -> _Edges:
        return _Edges(self.ones[which], self.others[which], self.rows[which])


class _Found(NamedTuple):
    """A cluster and when its last join had its turn: the probability, negated, and the numbers of the two joined."""

    turn: tuple[float, int, int]
    cluster: Cluster


class _Between(NamedTuple):
    """What lies between two clusters: the sum of their pairs' probabilities, and the surest pair: its bits and its row, negated."""

    total: float
    surest: tuple[float, int]

    def and_also(self, other: _Between) -> _Between:
        return _Between(self.total + other.total, max(self.surest, other.surest))


def gather(tellings: Sequence[Telling], pairs: Pairs) -> list[Cluster]:
    """The tellings in clusters; those of one article that were joined first count as one in the mean."""
    numbers: dict[str, int] = {}
    article = np.array([numbers.setdefault(one.article, len(numbers)) for one in tellings], dtype=np.int64)
    edges = _Edges(pairs.left.astype(np.int64), pairs.right.astype(np.int64), np.arange(len(pairs)))
    within = edges.only((article[pairs.left] == article[pairs.right]) & (pairs.probability >= SURE))
    nuclei = _linked([Cluster((position,)) for position in range(len(tellings))], within, tellings, pairs, by_surest=True)
    home = np.empty(len(tellings), dtype=np.int64)
    for number, cluster in enumerate(nuclei):
        home[list(cluster.positions)] = number
    return _linked(nuclei, _surest_between(home, edges, pairs), tellings, pairs)


def _surest_between(home: Numbers, edges: _Edges, pairs: Pairs) -> _Edges:
    """For each two nuclei the surest pair of their tellings."""
    ones, others = home[edges.ones], home[edges.others]
    between = _Edges(np.minimum(ones, others), np.maximum(ones, others), edges.rows).only(ones != others)
    ordered = between.only(np.lexsort((between.rows, -pairs.bits[between.rows], between.others, between.ones)))
    is_first = (np.diff(ordered.ones, prepend=-1) != 0) | (np.diff(ordered.others, prepend=-1) != 0)
    return ordered.only(is_first)


def _linked(
    singles: Sequence[Cluster], edges: _Edges, tellings: Sequence[Telling], pairs: Pairs, *, by_surest: bool = False
) -> list[Cluster]:
    """Average linkage over the pairs that were weighed, or single linkage by the surest pair; one that was not weighed has no chance.

    First stand those that nothing joined, in their order, then what was joined, the surest first.
    """
    least = SURE if by_surest else JOINED
    found: list[_Found] = []
    is_alone = np.ones(len(singles), dtype=np.bool_)
    for part in _parts(len(singles), edges, pairs.probability[edges.rows] >= least):
        numbers = np.union1d(part.ones, part.others)
        is_alone[numbers] = False
        among = {number: singles[number] for number in numbers.tolist()}
        found.extend(_joined(among, part, tellings, pairs, least, len(singles), by_surest=by_surest))
    found.extend(_Found((-np.inf, number, number), singles[number]) for number in np.flatnonzero(is_alone).tolist())
    return [cluster for _, cluster in sorted(found, key=lambda each: each.turn)]


def _parts(many: int, edges: _Edges, likely: NDArray[np.bool_]) -> Iterator[_Edges]:
    """The edges of each connected part of the graph that the likely ones make, by union of sets (Galler & Fischer 1964)."""
    parents = list(range(many))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    for one, other in zip(edges.ones[likely].tolist(), edges.others[likely].tolist(), strict=True):
        mine, its = root(one), root(other)
        parents[max(mine, its)] = min(mine, its)
    roots = np.array([root(number) for number in range(many)], dtype=np.int64)
    home = roots[edges.ones]
    inside = np.flatnonzero(home == roots[edges.others])
    ordered = inside[np.argsort(home[inside], kind="stable")]
    starts = np.flatnonzero(np.diff(home[ordered], prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(ordered)]):
        yield edges.only(ordered[start:end])


def _joined(
    clusters: dict[int, Cluster], edges: _Edges, tellings: Sequence[Telling], pairs: Pairs, least: float, new: int, *, by_surest: bool
) -> Iterator[_Found]:
    """The clusters of one part, joined as far as they may be; the first one that is made gets the number `new`."""

    def nearness(one: int, other: int) -> float:
        between = near[one][other]
        return float(pairs.probability[-between.surest[1]]) if by_surest else between.total / (sizes[one] * sizes[other])

    told = {number: Told.of_all(tellings[position] for position in cluster.positions) for number, cluster in clusters.items()}
    sizes = dict.fromkeys(clusters, 1)
    turns = {number: (-np.inf, number, number) for number in clusters}
    near: dict[int, dict[int, _Between]] = {number: {} for number in clusters}
    for one, other, row in zip(*(column.tolist() for column in edges), strict=True):
        near[one][other] = near[other][one] = _Between(float(pairs.probability[row]), (float(pairs.bits[row]), -row))
    waiting = [(-nearness(one, other), one, other) for one in near for other in near[one] if one < other]
    heapify(waiting)
    while waiting:
        turn = heappop(waiting)
        negated, one, other = turn
        if -negated < least:
            break
        if one not in clusters or other not in clusters or told[one].clashes_with(told[other]):
            continue
        if -negated < SURE and told[one].articles == told[other].articles and len(told[one].articles) == 1:
            continue
        clusters[new] = clusters.pop(one).with_all(clusters.pop(other), pairs[-near[one][other].surest[1]])
        told[new] = told.pop(one).with_all(told.pop(other))
        sizes[new], turns[new], near[new] = sizes[one] + sizes[other], turn, {}
        for side in (one, other):
            for third, between in near.pop(side).items():
                if third in clusters:
                    known = near[new].get(third)
                    near[new][third] = near[third][new] = between if known is None else known.and_also(between)
        for third in near[new]:
            heappush(waiting, (-nearness(third, new), third, new))
        new += 1
    return (_Found(turns[number], cluster) for number, cluster in clusters.items())
