"""Kin: bodies of which one is said to be a part or a front of the other, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rashomon.model import LinkedActor, RelationKind

KINDRED = frozenset({RelationKind.FRONT_OF, RelationKind.PART_OF, RelationKind.WING_OF, RelationKind.ALSO_KNOWN_AS})
"""How two bodies stand to each other of which one may be told to hold what the other holds."""


class Kin(NamedTuple):
    """Who is kin to whom, by ids of linked actors: `others` to each, both ways, and `told_by` whom, by pair."""

    others: Mapping[str, frozenset[str]]
    told_by: Mapping[frozenset[str], tuple[str, ...]]

    def of(self, actors: Iterable[str]) -> frozenset[str]:
        """All that are kin to any of the actors, without these."""
        actors = frozenset(actors)
        return frozenset[str]().union(*(self.others.get(actor, frozenset()) for actor in actors)) - actors

    def sources(self, actors: Iterable[str]) -> tuple[str, ...]:
        """Those who say so of any two of the actors, each once."""
        actors = frozenset(actors)
        return tuple(dict.fromkeys(source for pair, sources in self.told_by.items() if pair <= actors for source in sources))


def kin_of(actors: Iterable[LinkedActor]) -> Kin:
    """The kin that articles and the alias table tell."""
    others: dict[str, set[str]] = {}
    told_by: dict[frozenset[str], dict[str, None]] = {}
    for actor in actors:
        for relation in actor.relations:
            if relation.kind in KINDRED:
                others.setdefault(actor.id, set()).add(relation.other)
                others.setdefault(relation.other, set()).add(actor.id)
                told_by.setdefault(frozenset({actor.id, relation.other}), {})[relation.source] = None
    return Kin(
        others={actor: frozenset(found) for actor, found in others.items()},
        told_by={pair: tuple(sources) for pair, sources in told_by.items()},
    )
