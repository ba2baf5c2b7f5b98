"""Gathering: tellings joined by what they have in common, the surest first, never over a contradiction.

First within each article, by the surest pair (single linkage): "the attack", which says neither when nor where, comes with what its
article tells of it elsewhere. Then across articles while the mean probability between two groups is the highest there is and high
enough (average linkage, Sokal & Michener 1958); what one article alone tells is never joined so, for it was not sure enough before.
A join is refused where any telling of one side is at odds with any of the other in date or participants: likeness does not chain over
differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from rashomon.link.evidence import time_outcome
from rashomon.link.periods import Period
from rashomon.link.tellings import Telling
from rashomon.link.weighing import Weighed

SURE = 0.85
"""The probability of the surest pair from which on an article tells one happening twice."""
JOINED = 0.45
"""The mean probability from which on two articles tell of one. Both were chosen on ecbplus.dev and on raw articles in one folder."""


def gather(tellings: Sequence[Telling], pairs: Iterable[Weighed]) -> list[Cluster]:
    """The tellings in clusters; those of one article that were joined first count as one in the mean."""
    singles = [Cluster.of(position, telling) for position, telling in enumerate(tellings)]
    known = {(pair.left, pair.right): pair for pair in pairs}
    within = {places: pair for places, pair in known.items() if tellings[pair.left].article == tellings[pair.right].article}
    nuclei = [replace(cluster, parts=1) for cluster in _linked(singles, within, SURE, by_surest=True)]
    home = {position: number for number, cluster in enumerate(nuclei) for position in cluster.positions}
    across: dict[tuple[int, int], Weighed] = {}
    for pair in known.values():
        one, other = sorted((home[pair.left], home[pair.right]))
        if one != other and ((one, other) not in across or pair.bits > across[(one, other)].bits):
            across[(one, other)] = pair
    return _linked(nuclei, across, JOINED)


def _linked(
    singles: Sequence[Cluster], pairs: Mapping[tuple[int, int], Weighed], least: float, *, by_surest: bool = False
) -> list[Cluster]:
    """Average linkage over the pairs that were weighed, or single linkage by the surest pair; one that was not weighed has no chance."""

    def nearness(one: int, other: int) -> float:
        between = near[one][other]
        return between.surest.probability if by_surest else between.total / (clusters[one].parts * clusters[other].parts)

    clusters = dict(enumerate(singles))
    near: dict[int, dict[int, _Between]] = {number: {} for number in clusters}
    for (one, other), pair in pairs.items():
        near[one][other] = near[other][one] = _Between(pair.probability, pair)
    waiting = [(-nearness(one, other), one, other) for one in near for other in near[one] if one < other]
    heapify(waiting)
    while waiting:
        negated, one, other = heappop(waiting)
        if -negated < least:
            break
        if one not in clusters or other not in clusters or clusters[one].clashes_with(clusters[other]):
            continue
        if -negated < SURE and len(clusters[one].articles | clusters[other].articles) == 1:
            continue
        new = len(near)
        clusters[new] = clusters.pop(one).with_all(clusters.pop(other), near[one][other].surest)
        near[new] = {}
        for side in (one, other):
            for third, between in near[side].items():
                if third in clusters:
                    known = near[new].get(third)
                    near[new][third] = near[third][new] = between if known is None else known.and_also(between)
        for third in near[new]:
            heappush(waiting, (-nearness(third, new), third, new))
    return list(clusters.values())


@dataclass(frozen=True)
class _Between:
    """What lies between two clusters: the sum of their pairs' probabilities, and the surest pair."""

    total: float
    surest: Weighed

    def and_also(self, other: _Between) -> _Between:
        return _Between(self.total + other.total, max(self.surest, other.surest, key=lambda pair: (pair.bits, -pair.left, -pair.right)))


@dataclass(frozen=True)
class Cluster:
    """Tellings joined so far, and the distinct values that a further one must not be at odds with."""

    positions: tuple[int, ...]
    parts: int
    links: tuple[Weighed, ...]
    periods: frozenset[tuple[Period, str]]
    agents: frozenset[str]
    patients: frozenset[str]
    told_agents: frozenset[tuple[tuple[str, str | None], frozenset[str]]]
    told_happened: frozenset[tuple[str, bool]]

    @property
    def articles(self) -> frozenset[str]:
        """The articles whose tellings it holds."""
        return frozenset(article for article, _ in self.told_happened)

    @classmethod
    def of(cls, position: int, telling: Telling) -> Cluster:
        """A telling by itself; what cannot be quarrelled about decides nothing."""
        agents, patients = (frozenset(), frozenset()) if telling.act.is_moving else (telling.agents, telling.patients & telling.known)
        return cls(
            positions=(position,),
            parts=1,
            links=(),
            periods=frozenset({(telling.period, telling.article)} if telling.period else ()),
            agents=agents,
            patients=patients,
            told_agents=frozenset(
                {((telling.article, telling.voice), telling.agents)} if telling.agents and not telling.act.is_moving else ()
            ),
            told_happened=frozenset({(telling.article, telling.happened)}),
        )

    def with_all(self, other: Cluster, link: Weighed) -> Cluster:
        """Both together, joined by a link."""
        return Cluster(
            positions=self.positions + other.positions,
            parts=self.parts + other.parts,
            links=(*self.links, *other.links, link),
            periods=self.periods | other.periods,
            agents=self.agents | other.agents,
            patients=self.patients | other.patients,
            told_agents=self.told_agents | other.told_agents,
            told_happened=self.told_happened | other.told_happened,
        )

    def clashes_with(self, other: Cluster) -> bool:
        """True when some telling of one is at odds with some telling of the other, however alike the rest is."""
        return (
            any(
                not (mine.yearless or its.yearless) and time_outcome(mine, its, same_article=article == another) == "apart"
                for mine, article in self.periods
                for its, another in other.periods
            )
            or self._swaps_roles_with(other)
            or self._names_other_agents_than(other)
            or self._supposes_what_is_done(other)
        )

    def _swaps_roles_with(self, other: Cluster) -> bool:
        return bool(self.agents & other.patients and other.agents & self.patients) and not self.patients & other.patients

    def _names_other_agents_than(self, other: Cluster) -> bool:
        """True when one voice tells of different agents in the two, for a voice does not quarrel with itself."""
        return any(
            voice == another and not (agents & others) for voice, agents in self.told_agents for another, others in other.told_agents
        )

    def _supposes_what_is_done(self, other: Cluster) -> bool:
        """True when one article tells one of the two as a happening and the other as only supposed, demanded or usual."""
        return any(
            article == another and happened is not so for article, happened in self.told_happened for another, so in other.told_happened
        )
