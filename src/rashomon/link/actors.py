"""The same actor across articles: by names, acronyms, definitions and the reader's alias table, never by likeness of spelling alone.

Fuzzy scores put different groups nearer to each other than one group's two names, so they decide nothing here.
"Front of", "wing of" and the like are claims by somebody: two actors between whom one is made are never taken as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.link.alias_table import JOINING, AliasTable, folded_names
from rashomon.link.clusters import Cluster, Clusters
from rashomon.link.confirmed import join_by_company, join_by_definition, join_by_office, join_by_spelling
from rashomon.link.joining import join_by_acronym, join_by_name, join_by_shorter_name, join_by_table
from rashomon.link.kinds import is_collective
from rashomon.link.lands import Lands
from rashomon.link.named import is_named, name_actors
from rashomon.link.names import is_acronym
from rashomon.model import Actor, ActorKind, AliasRelation, LinkedActor, LinkedRelation, Record, RelationKind, Sector

NO_ALIASES = AliasTable()
TOLD_BY_TABLE = {
    AliasRelation.PART_OF: RelationKind.PART_OF,
    AliasRelation.SUCCESSOR: RelationKind.SUCCESSOR_OF,
    AliasRelation.FRONT_OF: RelationKind.FRONT_OF,
}


def link_actors(records: Sequence[Record], aliases: AliasTable = NO_ALIASES) -> tuple[LinkedActor, ...]:
    """The actors of all records, those that are one by name or by the alias table taken as one; others stand alone.

    Ids are `A1`, `A2`, ... from those told in most articles and most often down. `why` says what joined them, and
    `relations` holds what the alias table says of their standing to others; what the articles say is added in comparing.
    """
    lands = Lands(records)
    named = name_actors(records, aliases, lands)
    clusters = Clusters(named, aliases)
    join_by_table(clusters, named, aliases)
    join_by_name(clusters, named)
    join_by_acronym(clusters, named)
    join_by_shorter_name(clusters, named)
    join_by_spelling(clusters, named)
    join_by_company(clusters, named)
    join_by_office(clusters, named, lands)
    join_by_definition(clusters, named)
    ordered = sorted(clusters.all(), key=_prominence)
    relations = _table_relations(ordered, aliases)
    return tuple(_linked_actor(f"A{number}", cluster, relations.get(number, ())) for number, cluster in enumerate(ordered, start=1))


def _table_relations(ordered: Sequence[Cluster], aliases: AliasTable) -> Mapping[int, tuple[LinkedRelation, ...]]:
    """What the alias table says of each cluster's standing to others, by the cluster's number; of all that bear a row's names."""
    bearing: dict[str, list[int]] = {}
    for number, cluster in enumerate(ordered, start=1):
        for name in cluster.rows:
            bearing.setdefault(name, []).append(number)
    found: dict[int, dict[LinkedRelation, None]] = {}
    for row in aliases.rows:
        if row.relation in JOINING or row.relation not in TOLD_BY_TABLE:
            continue
        for number in _bearing_any(row.name, bearing):
            for other in _bearing_any(row.other, bearing):
                relation = LinkedRelation(kind=TOLD_BY_TABLE[row.relation], other=f"A{other}", source=row.source)
                found.setdefault(number, {})[relation] = None
    return {number: tuple(relations) for number, relations in found.items()}


def _bearing_any(name: str, bearing: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({number for form in folded_names(name) for number in bearing.get(form, ())})


def _prominence(cluster: Cluster) -> tuple[int, int, str]:
    mentions = sum(len(one.actor.mentions) for one in cluster.members)
    return -len(cluster.articles), -mentions, min(cluster.ids)


def _linked_actor(linked_id: str, cluster: Cluster, relations: tuple[LinkedRelation, ...]) -> LinkedActor:
    actors = [one.actor for one in cluster.members]
    name = _fullest_name(actors)
    spellings = Counter(other for actor in actors for other in (actor.name, *actor.aliases) if other != name)
    countries = {actor.country for actor in actors if actor.country is not None}
    sectors = {sector for actor in actors for sector in actor.sectors}
    return LinkedActor(
        id=linked_id,
        kind=_agreed_kind(actors),
        name=name,
        aliases=tuple(sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))),
        country=countries.pop() if len(countries) == 1 else None,
        sectors=tuple(sector for sector in Sector if sector in sectors),
        members=tuple(sorted(actor.id for actor in actors)),
        relations=relations,
        why=tuple(cluster.reasons[key] for key in sorted(cluster.reasons)),
    )


def _fullest_name(actors: Iterable[Actor]) -> str:
    """The full name that most articles use; of several the longest. A description or an acronym only where no article has more."""
    votes = Counter((actor.name, is_named(actor)) for actor in actors)
    return min(votes, key=lambda told: (not told[1], is_acronym(told[0]), -len(told[0].split()), -votes[told], told[0]))[0]


def _agreed_kind(actors: Sequence[Actor]) -> ActorKind:
    votes = Counter(actor.kind for actor in actors)
    return min(votes, key=lambda kind: (kind is ActorKind.UNKNOWN, -votes[kind], is_collective(kind), kind.value))


__all__ = ["is_named", "link_actors"]
