"""Standings: what the articles say of how one linked actor stands to another, each with who says it."""

from __future__ import annotations

import msgspec

from rashomon.compare.lookup import Lookup
from rashomon.model import LinkedActor, LinkedRelation, Record, Relation, RelationKind


def with_told_standings(lookup: Lookup) -> tuple[LinkedActor, ...]:
    """The linked actors of the lookup with the relations that the articles tell behind those of the alias table.

    A relation told more than once by one source in one article stands once, at its first words.
    """
    told: dict[str, dict[tuple[RelationKind, str, str, str], LinkedRelation]] = {}
    for record in lookup.records:
        for actor in record.actors:
            for relation in actor.relations:
                holder, other = lookup.linked_of.get(actor.id), lookup.linked_of.get(relation.other)
                if holder is None or other is None or holder is other:
                    continue
                found = _standing(record, relation, other.id, lookup)
                told.setdefault(holder.id, {}).setdefault((found.kind, other.id, found.source, record.article.id), found)
    return tuple(
        msgspec.structs.replace(one, relations=(*one.relations, *told[one.id].values())) if one.id in told else one for one in lookup.linked
    )


def _standing(record: Record, relation: Relation, other: str, lookup: Lookup) -> LinkedRelation:
    article = record.article.id
    return LinkedRelation(
        kind=relation.kind,
        other=other,
        source=lookup.source_name(article, relation.attribution),
        article=article,
        spans=relation.spans,
        attribution=relation.attribution,
    )
