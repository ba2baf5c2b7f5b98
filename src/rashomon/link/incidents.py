"""The same incident across articles: tellings joined by evidence, the strongest first, never over a contradiction.

Weights as in Fellegi & Sunter (1969). Joining is greedy by weight, and a join is refused where any telling of one side
is at odds with any of the other in date, place, participants or kind of act: likeness does not chain over differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.link.acts import Act
from rashomon.link.blocking import candidate_pairs
from rashomon.link.evidence import THRESHOLD, Collection, bits, findings, place_outcome, time_outcome
from rashomon.link.periods import Period
from rashomon.link.reasons import Link, reasons_for
from rashomon.link.tellings import Locus, Telling, tellings_of
from rashomon.model import Article, BlockKind, EventType, LinkedActor, Reason, Record

CLASHING_PLACES = frozenset({"other country", "other place"})


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
    groups = join_tellings(tellings, {record.article.id: read_text(record.article) for record in records})
    return tuple(LinkedEvents(tuple(telling.event for telling in group), reasons_for(links, names)) for group, links in groups)


Group = tuple[tuple[Telling, ...], tuple[Link, ...]]


def join_tellings(tellings: Sequence[Telling], texts: Mapping[str, str], threshold: float = THRESHOLD) -> tuple[Group, ...]:
    """The tellings in groups, each with the links that made it; groups stand in the order of their first telling.

    `texts` are the articles' texts by id, which tell what matter each is about.
    """
    collection = Collection.of(tellings, texts)
    weighed = []
    for left, right in candidate_pairs(tellings):
        one, other = tellings[left], tellings[right]
        if not _at_odds_in_time(one, other) and (weight := bits(findings(one, other, collection))) >= threshold:
            weighed.append((-weight, left, right))
    clusters = [_Cluster.of(position, telling) for position, telling in enumerate(tellings)]
    for _, left, right in sorted(weighed):
        mine, its = clusters[left], clusters[right]
        if mine is its or mine.clashes_with(its):
            continue
        joined = mine.with_all(its, (left, right))
        for position in joined.positions:
            clusters[position] = joined
    distinct = {id(cluster): cluster for cluster in clusters}
    return tuple(
        (
            tuple(tellings[position] for position in sorted(cluster.positions)),
            tuple((tellings[left], tellings[right], collection) for left, right in cluster.links),
        )
        for cluster in distinct.values()
    )


def _at_odds_in_time(one: Telling, other: Telling) -> bool:
    """Told first because it decides most pairs of a large collection, and cheaply."""
    if one.period is None or other.period is None:
        return False
    return time_outcome(one.period, other.period, same_article=one.article == other.article) == "apart"


def read_text(article: Article) -> str:
    """The article's text without its furniture."""
    return "\n".join(article.text[block.span.start : block.span.end] for block in article.blocks if block.kind is not BlockKind.FURNITURE)


@dataclass(frozen=True)
class _Cluster:
    """Tellings joined so far, and the distinct values that a further one must not be at odds with."""

    positions: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    acts: frozenset[Act]
    modes: frozenset[tuple[EventType | None, str]]
    periods: frozenset[tuple[Period, str]]
    places: frozenset[Locus]
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
            acts=frozenset({telling.act}),
            modes=frozenset({(telling.type, telling.mode)} if telling.mode else ()),
            periods=frozenset({(telling.period, telling.article)} if telling.period else ()),
            places=frozenset({telling.place} if telling.place and not telling.act.is_moving else ()),
            agents=agents,
            patients=patients,
            told_agents=frozenset(
                {((telling.article, telling.voice), telling.agents)} if telling.agents and not telling.act.is_moving else ()
            ),
            told_happened=frozenset({(telling.article, telling.happened)}),
        )

    def with_all(self, other: _Cluster, link: tuple[int, int]) -> _Cluster:
        return _Cluster(
            positions=self.positions + other.positions,
            links=(*self.links, *other.links, link),
            acts=self.acts | other.acts,
            modes=self.modes | other.modes,
            periods=self.periods | other.periods,
            places=self.places | other.places,
            agents=self.agents | other.agents,
            patients=self.patients | other.patients,
            told_agents=self.told_agents | other.told_agents,
            told_happened=self.told_happened | other.told_happened,
        )

    def clashes_with(self, other: _Cluster) -> bool:
        return (
            any(
                time_outcome(mine, its, same_article=article == another) == "apart"
                for mine, article in self.periods
                for its, another in other.periods
            )
            or self._lies_apart_from(other)
            or self._swaps_roles_with(other)
            or self._names_other_agents_than(other)
            or self._supposes_what_is_done(other)
            or not (self.modes & other.modes or all(_akin(mine, its) for mine in self.acts for its in other.acts))
        )

    def _lies_apart_from(self, other: _Cluster) -> bool:
        if self.patients & other.patients:
            return False
        return any(place_outcome(mine, its) in CLASHING_PLACES for mine in self.places for its in other.places)

    def _swaps_roles_with(self, other: _Cluster) -> bool:
        if self.patients & other.patients:
            return False
        return bool(self.patients and other.patients) or bool(self.agents & other.patients and other.agents & self.patients)

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


def _akin(one: Act, other: Act) -> bool:
    return bool(one.stems & other.stems or set(one.kinds) & set(other.kinds)) or one.is_near(other) or one.is_broader_or_narrower(other)
