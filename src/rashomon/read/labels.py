"""Labels of an article's actors."""

from __future__ import annotations

from rashomon.model import Attribution, Label
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex


def read_labels(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> tuple[Label, ...]:
    """The labels given to actors, in text order."""
    return ()
