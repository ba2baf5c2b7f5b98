"""Places of an article."""

from __future__ import annotations

from rashomon.model import Place
from rashomon.parse import Doc


def read_places(doc: Doc) -> tuple[Place, ...]:
    """The places told in the article, in text order."""
    return ()
