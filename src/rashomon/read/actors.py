"""Actors of an article."""

from __future__ import annotations

from rashomon.model import Actor, Attribution
from rashomon.parse import Doc


def read_actors(doc: Doc) -> tuple[Actor, ...]:
    """The actors told in the article, in text order."""
    return ()


def attribute_relations(actors: tuple[Actor, ...], attributions: tuple[Attribution, ...]) -> tuple[Actor, ...]:
    """The same actors, each relation between them with the attribution in whose content it is said."""
    return actors
