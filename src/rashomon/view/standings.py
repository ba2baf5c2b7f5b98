"""Standings: how actors are said to stand to each other, by the rows of the reader's alias table and by the articles."""

from __future__ import annotations

from collections.abc import Collection

from rashomon.model import Comparison, LinkedActor, LinkedRelation
from rashomon.view.index import Index
from rashomon.view.parts import Standing
from rashomon.view.words import standing_words


def standings_by_actor(comparison: Comparison, index: Index) -> dict[str, tuple[Standing, ...]]:
    """By the id of a linked actor all that is said of its standing to others, and of theirs to it; the alias table's rows first."""
    names = {actor.id: actor.name for actor in comparison.actors}
    found: dict[str, list[Standing]] = {}
    for actor in comparison.actors:
        for relation in actor.relations:
            standing = _standing(actor, relation, names, index)
            for one in dict.fromkeys((actor.id, relation.other)):
                found.setdefault(one, []).append(standing)
    return {actor: tuple(sorted(said, key=lambda one: not one.in_alias_table)) for actor, said in found.items()}


def unpictured(standings: dict[str, tuple[Standing, ...]], pictured: Collection[str]) -> tuple[Standing, ...]:
    """The rows of the alias table that stand beside the picture of neither of their actors."""
    shown = {standing for actor in pictured for standing in standings.get(actor, ())}
    rows = dict.fromkeys(one for said in standings.values() for one in said if one.in_alias_table)
    return tuple(one for one in rows if one not in shown)


def _standing(actor: LinkedActor, relation: LinkedRelation, names: dict[str, str], index: Index) -> Standing:
    in_table = relation.article is None
    teller = index.speaker(relation.article or "", relation.attribution)
    return Standing(
        name=actor.name,
        words=standing_words(relation.kind),
        other=names.get(relation.other, relation.other),
        source=relation.source if in_table else teller.short,
        siglum="" if in_table else teller.siglum,
        in_alias_table=in_table,
        passage=index.passage(relation.article or "", relation.spans),
    )
