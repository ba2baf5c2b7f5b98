"""Events of an article."""

from __future__ import annotations

from rashomon.model import Attribution, Event, Place, Time
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex


def read_events(
    doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...], times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[Event, ...]:
    """The events told in the article, in text order."""
    return ()
