"""Attributions of an article."""

from __future__ import annotations

from rashomon.model import Attribution
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex


def read_attributions(doc: Doc, actors: ActorIndex) -> tuple[Attribution, ...]:
    """The attributions of the article, in text order."""
    return ()
