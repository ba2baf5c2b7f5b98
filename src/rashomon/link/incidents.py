"""The same incident across articles: tellings joined by what they have in common, the surest first, never over a contradiction.

Two groups are joined while the mean probability of their pairs is the highest there is and high enough (average linkage, Sokal &
Michener 1958), and a join is refused where any telling of one side is at odds with any of the other in date, place, participants
or kind of act: likeness does not chain over differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from rashomon.link.evidence import time_outcome
from rashomon.link.matters import Matters
from rashomon.link.periods import Period
from rashomon.link.reasons import Link, reasons_for
from rashomon.link.tellings import Telling, tellings_of
from rashomon.link.weighing import Weighed, weigh
from rashomon.model import Article, BlockKind, LinkedActor, Reason, Record

JOINED = 0.4
"""The mean probability of the pairs between two groups from which on they are one happening; chosen on ecbplus.dev and on raw articles in one folder."""


@dataclass(frozen=True)
class LinkedEvents:
    """The ids of the events taken to be one happening, in the order of the records, and why."""

    events: tuple[str, ...]
    why: tuple[Reason, ...] = ()


def link_incidents(records: Sequence[Record], actors: Iterable[LinkedActor]) -> tuple[LinkedEvents, ...]:
    """The events of all records in groups of one happening each; an event that nothing joins to another stands alone.

    `actors` are those of `link_actors`. Counts, blame, motives and labels are never looked at.
    """
    actors = tuple(actors)
    tellings = tuple(tellings_of(records, actors))
    names = {actor.id: actor.name for actor in actors}
    groups = join_tellings(tellings, Matters({record.article.id: read_text(record.article) for record in records}))
    return tuple(LinkedEvents(tuple(telling.event for telling in group), reasons_for(links, names)) for group, links in groups)


Group = tuple[tuple[Telling, ...], tuple[Link, ...]]


def join_tellings(tellings: Sequence[Telling], matters: Matters) -> tuple[Group, ...]:
    """The tellings in groups, each with the links that made it; groups stand in the order of their first telling."""
    clusters = _joined([_Cluster.of(position, telling) for position, telling in enumerate(tellings)], weigh(tellings, matters))
    return tuple(
        (
            tuple(tellings[position] for position in sorted(cluster.positions)),
            tuple(Link(tellings[pair.left], tellings[pair.right], pair.outcomes) for pair in cluster.links),
        )
        for cluster in sorted(clusters, key=lambda cluster: min(cluster.positions))
    )


def _joined(singles: Sequence[_Cluster], pairs: Iterable[Weighed]) -> list[_Cluster]:
    """Average linkage over the pairs that were weighed; a pair that was not weighed counts as one without a chance."""
    clusters = dict(enumerate(singles))
    near: dict[int, dict[int, _Between]] = {number: {} for number in clusters}
    for pair in pairs:
        near[pair.left][pair.right] = near[pair.right][pair.left] = _Between(pair.probability, pair)
    waiting = [(-between.mean(clusters[one], clusters[other]), one, other) for one in near for other, between in near[one].items() if one < other]
    heapify(waiting)
    while waiting:
        mean, one, other = heappop(waiting)
        if -mean < JOINED:
            break
        if one not in clusters or other not in clusters or clusters[one].clashes_with(clusters[other]):
            continue
        new = len(near)
        joined = clusters.pop(one).with_all(clusters.pop(other), near[one][other].surest)
        clusters[new] = joined
        near[new] = {}
        for side in (one, other):
            for third, between in near[side].items():
                if third in clusters:
                    known = near[new].get(third)
                    near[new][third] = near[third][new] = between if known is None else known.and_also(between)
        for third, between in near[new].items():
            heappush(waiting, (-between.mean(joined, clusters[third]), third, new))
    return list(clusters.values())


@dataclass(frozen=True)
class _Between:
    """What lies between two clusters: the sum of their pairs' probabilities, and the surest pair."""

    total: float
    surest: Weighed

    def mean(self, one: _Cluster, other: _Cluster) -> float:
        return self.total / (len(one.positions) * len(other.positions))

    def and_also(self, other: _Between) -> _Between:
        return _Between(self.total + other.total, max(self.surest, other.surest, key=lambda pair: (pair.bits, -pair.left, -pair.right)))


def read_text(article: Article) -> str:
    """The article's text without its furniture."""
    return "\n".join(article.text[block.span.start : block.span.end] for block in article.blocks if block.kind is not BlockKind.FURNITURE)


@dataclass(frozen=True)
class _Cluster:
    """Tellings joined so far, and the distinct values that a further one must not be at odds with."""

    positions: tuple[int, ...]
    links: tuple[Weighed, ...]
    periods: frozenset[tuple[Period, str]]
    agents: frozenset[str]
    patients: frozenset[str]
    told_agents: frozenset[tuple[tuple[str, str | None], frozenset[str]]]
    told_happened: frozenset[tuple[str, bool]]

    @classmethod
    def of(cls, position: int, telling: Telling) -> _Cluster:
        agents, patients = (frozenset(), frozenset()) if telling.act.is_moving else (telling.agents, telling.patients & telling.known)
        return cls(
            positions=(position,),
            links=(),
            periods=frozenset({(telling.period, telling.article)} if telling.period else ()),
            agents=agents,
            patients=patients,
            told_agents=frozenset(
                {((telling.article, telling.voice), telling.agents)} if telling.agents and not telling.act.is_moving else ()
            ),
            told_happened=frozenset({(telling.article, telling.happened)}),
        )

    def with_all(self, other: _Cluster, link: Weighed) -> _Cluster:
        return _Cluster(
            positions=self.positions + other.positions,
            links=(*self.links, *other.links, link),
            periods=self.periods | other.periods,
            agents=self.agents | other.agents,
            patients=self.patients | other.patients,
            told_agents=self.told_agents | other.told_agents,
            told_happened=self.told_happened | other.told_happened,
        )

    def clashes_with(self, other: _Cluster) -> bool:
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

    def _swaps_roles_with(self, other: _Cluster) -> bool:
        return bool(self.agents & other.patients and other.agents & self.patients) and not self.patients & other.patients

    def _names_other_agents_than(self, other: _Cluster) -> bool:
        """True when one voice tells of different agents in the two, for a voice does not quarrel with itself."""
        return any(
            voice == another and not (agents & others) for voice, agents in self.told_agents for another, others in other.told_agents
        )

    def _supposes_what_is_done(self, other: _Cluster) -> bool:
        """True when one article tells one of the two as a happening and the other as only supposed, demanded or usual."""
        return any(
            article == another and happened is not so for article, happened in self.told_happened for another, so in other.told_happened
        )
