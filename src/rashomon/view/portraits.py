"""Pictures of each actor: how each article names and qualifies it, aspect by aspect, and with which attitude."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model import ActorKind, Comparison, Description, LinkedActor, Verdict
from rashomon.view.index import Index, outlet_of
from rashomon.view.leanings import Stances, leanings_of
from rashomon.view.page import Portrait, PortraitColumn, PortraitRow
from rashomon.view.parts import Standing, Variant
from rashomon.view.utterances import utterance_of, variants_of
from rashomon.view.words import actor_code, aspect_order, aspect_words

CONTEST = {Verdict.CONTRADICT: 0, Verdict.DIFFER: 1}


def portraits(
    comparison: Comparison, stances: Stances, standings: Mapping[str, tuple[Standing, ...]], index: Index
) -> tuple[Portrait, ...]:
    """The actors that at least two accounts describe, those described most differently first, then most fully."""
    described = [description for description in comparison.descriptions if _accounts(description) > 1]
    ordered = sorted(
        described,
        key=lambda found: (CONTEST.get(found.relation, 2), -len({v.article for v in found.versions}), -len(found.versions), found.actor),
    )
    linked = {actor.id: actor for actor in comparison.actors}
    found = []
    for description in ordered:
        actor = linked.get(description.actor) or index.actors.get(description.actor)
        if actor is not None:
            found.append(_portrait(description, actor, stances, standings.get(actor.id, ()), index))
    return tuple(found)


def _portrait(description: Description, actor: LinkedActor, stances: Stances, standings: tuple[Standing, ...], index: Index) -> Portrait:
    articles = [article for article in index.records if any(version.article == article for version in description.versions)]
    aspects = sorted({version.aspect or "" for version in description.versions}, key=aspect_order)
    return Portrait(
        id=f"actor-{description.actor}",
        name=actor.name,
        kind="" if actor.kind is ActorKind.UNKNOWN else str(actor.kind),
        code=actor_code(actor),
        aliases=actor.aliases,
        standings=standings,
        columns=tuple(_column(article, description, stances, index) for article in articles),
        rows=tuple(
            PortraitRow(
                aspect=aspect,
                label=aspect_words(aspect) or "described as",
                cells=tuple(_cell(article, aspect, description, index) for article in articles),
            )
            for aspect in aspects
        ),
    )


def _column(article: str, description: Description, stances: Stances, index: Index) -> PortraitColumn:
    return PortraitColumn(
        siglum=index.sigla[article],
        article=article,
        name=outlet_of(index.records[article].article),
        leanings=leanings_of(description.actor, article, stances, index),
    )


def _cell(article: str, aspect: str, description: Description, index: Index) -> tuple[Variant, ...]:
    here = [version for version in description.versions if version.article == article and (version.aspect or "") == aspect]
    return variants_of(utterance_of(version, index) for version in here)


def _accounts(description: Description) -> int:
    return len({(version.article, version.source) for version in description.versions})
