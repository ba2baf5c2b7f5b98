"""Clusters: actors joined so far, and the joins that are refused because somewhere the two are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

from rashomon.link.alias_table import AliasTable
from rashomon.link.kinds import are_compatible
from rashomon.link.named import Named, Traits
from rashomon.link.person_names import cannot_be_one
from rashomon.model import Reason, RelationKind

MOST_BEARERS = 8
"""With more bearers of a shorter name than these nobody can tell whom it means."""


@dataclass(slots=True)
class Cluster:
    """Actors joined so far, with the distinct traits, ids, articles and names in the alias table that a further one is held against.

    `head` is the smallest id. `related` are ids of actors that some article tells to stand in a relation to one of these, as only two can.
    `kinds_free` tells that a reader or an author says that some of them are one: then their kinds, which a parser guessed, count
    for nothing. `lands` are the states of those whose names many states' bodies bear, `callings` what persons are told to be, by state.
    """

    head: str
    members: list[Named]
    traits: set[Traits]
    ids: set[str]
    articles: set[str]
    related: AbstractSet[str] = frozenset()
    rows: AbstractSet[str] = frozenset()
    lands: AbstractSet[str] = frozenset()
    callings: dict[str, set[str]] = field(default_factory=dict)
    kinds_free: bool = False
    reasons: dict[tuple[str, str], Reason] = field(default_factory=dict)

    @classmethod
    def of(cls, one: Named) -> Cluster:
        """The cluster of one actor alone."""
        return cls(
            head=one.actor.id,
            members=[one],
            traits={one.traits},
            ids={one.actor.id},
            articles={one.article},
            related=frozenset(relation.other for relation in one.actor.relations if relation.kind is not RelationKind.ALSO_KNOWN_AS),
            rows=one.rows,
            lands=frozenset({one.land} if one.land and one.is_generic else ()),
            callings={one.calling.land: set(one.calling.words)} if one.calling else {},
        )

    def is_told_apart_from(self, other: Cluster, *, kinds_free: bool = False) -> bool:
        """True where a relation stands between two of them, or two of them can't be one by kind or name."""
        if not (self.ids.isdisjoint(other.related) and self.related.isdisjoint(other.ids)):
            return True
        if self._has_other_calling(other) or (self.lands and other.lands and self.lands.isdisjoint(other.lands)):
            return True
        free = kinds_free or self.kinds_free or other.kinds_free
        return any(differ(mine, its, kinds_free=free) for mine in self.traits for its in other.traits)

    def _has_other_calling(self, other: Cluster) -> bool:
        """True for persons told to be of different states, each by words that the other is never called by."""
        if not self.callings or not other.callings or self.callings.keys() & other.callings.keys():
            return False
        return set().union(*self.callings.values()).isdisjoint(set().union(*other.callings.values()))

    def take_in(self, other: Cluster) -> None:
        """Add the other's members and what goes with them."""
        self.head = min(self.head, other.head)
        self.members.extend(other.members)
        self.traits |= other.traits
        self.ids |= other.ids
        self.articles |= other.articles
        self.related = _with(self.related, other.related)
        self.rows = _with(self.rows, other.rows)
        self.lands = _with(self.lands, other.lands)
        for land, words in other.callings.items():
            self.callings.setdefault(land, set()).update(words)
        self.kinds_free = self.kinds_free or other.kinds_free
        self.reasons |= other.reasons


def _with(mine: AbstractSet[str], its: AbstractSet[str]) -> AbstractSet[str]:
    """Both together. What most clusters have none of, or few, becomes a set of its own only when it grows."""
    if not its <= mine:
        mine = mine if isinstance(mine, set) else set(mine)
        mine |= its
    return mine


class Clusters:
    """Actors joined so far; a join that would put two together that are told apart somewhere is refused."""

    def __init__(self, named: Iterable[Named], table: AliasTable) -> None:
        self._of = {one.actor.id: Cluster.of(one) for one in named}
        self._table = table

    def of(self, one: Named | str) -> Cluster:
        """The cluster that the actor, or the actor of that id, is in now."""
        return self._of[one if isinstance(one, str) else one.actor.id]

    def may_join(self, left: Cluster, right: Cluster, *, side_by_side: bool = True, kinds_free: bool = False) -> bool:
        """True where nothing tells the two apart; without `side_by_side` also no article may name both."""
        if self._table.tells_apart(left.rows, right.rows) or left.is_told_apart_from(right, kinds_free=kinds_free):
            return False
        return side_by_side or left.articles.isdisjoint(right.articles)

    def join(self, left: Named, right: Named, reason: Reason, *, side_by_side: bool = True, kinds_free: bool = False) -> None:
        """Make the clusters of the two one, if they may be."""
        one, other = self.of(left), self.of(right)
        if one is not other and self.may_join(one, other, side_by_side=side_by_side, kinds_free=kinds_free):
            self._unite(one, other, reason, kinds_free=kinds_free)

    def join_by_reader(self, left: Named, right: Named, reason: Reason) -> None:
        """Make the clusters of the two one because the alias table says so, whatever else tells them apart."""
        self._unite(self.of(left), self.of(right), reason, kinds_free=True)

    def all(self) -> list[Cluster]:
        """The clusters, each once."""
        return list({id(cluster): cluster for cluster in self._of.values()}.values())

    def _unite(self, one: Cluster, other: Cluster, reason: Reason, *, kinds_free: bool) -> None:
        """The larger takes in the smaller, so that many joins cost little more than reading the actors once."""
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        if large is not small:
            large.take_in(small)
            for member in small.members:
                self._of[member.actor.id] = large
        large.reasons.setdefault((reason.field, reason.note), reason)
        large.kinds_free = large.kinds_free or kinds_free


def differ(one: Traits, other: Traits, *, kinds_free: bool = False) -> bool:
    """True for traits that one actor cannot have: kinds, given names, the titles of a man and a woman."""
    if not kinds_free and not are_compatible(one.kind, other.kind):
        return True
    if one.person is None or other.person is None or one.person.surname != other.person.surname:
        return False
    return cannot_be_one(one.person, other.person) or bool(one.gender and other.gender and one.gender != other.gender)


def fitting(clusters: Clusters, seeker: Cluster, found: Iterable[Named], *, side_by_side: bool = False) -> list[Named]:
    """Those of the found, one a cluster, whom the seeker may be."""
    heads = {id(clusters.of(one)): one for one in found}
    heads.pop(id(seeker), None)
    return [one for one in heads.values() if clusters.may_join(seeker, clusters.of(one), side_by_side=side_by_side)]


def one_a_cluster(clusters: Clusters, found: Iterable[Named]) -> list[Named]:
    """The first of the found of each cluster, in the order of the last."""
    return list({id(clusters.of(one)): one for one in reversed(list(found))}.values())[::-1]


def exclude_each_other(clusters: Clusters, found: Sequence[Named]) -> bool:
    """True where two of the found can't be one: what may mean any of them says of nobody whom it means."""
    pairs = combinations([clusters.of(one) for one in found], 2)
    return len(found) > MOST_BEARERS or not all(clusters.may_join(one, other, side_by_side=False) for one, other in pairs)
