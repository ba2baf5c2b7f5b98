"""Standings: what the articles say of how one linked actor stands to another, each with who says it."""

from __future__ import annotations

import msgspec

from rashomon.compare.lookup import Lookup, ToldRelation
from rashomon.model import LinkedActor, LinkedRelation, RelationKind


def with_told_standings(lookup: Lookup) -> tuple[LinkedActor, ...]:
    """The linked actors of the lookup with the relations that the articles tell behind those of the alias table.

    A relation told more than once by one source in one article stands once, at its first words.
    """
    told: dict[str, dict[tuple[RelationKind, str, str, str], LinkedRelation]] = {}
    for one in lookup.relations:
        found = _standing(one, lookup)
        told.setdefault(one.holder.id, {}).setdefault((found.kind, found.other, found.source, one.record.article.id), found)
    return tuple(
        msgspec.structs.replace(one, relations=(*one.relations, *told[one.id].values())) if one.id in told else one for one in lookup.linked
    )


def _standing(told: ToldRelation, lookup: Lookup) -> LinkedRelation:
    article, relation = told.record.article.id, told.relation
    return LinkedRelation(
        kind=relation.kind,
        other=told.other.id,
        source=lookup.source_name(article, relation.attribution),
        article=article,
        spans=relation.spans,
        attribution=relation.attribution,
    )
