"""Times of an article."""

from __future__ import annotations

from rashomon.model import Time
from rashomon.parse import Doc


def read_times(doc: Doc) -> tuple[Time, ...]:
    """The times told in the article, in text order."""
    return ()
