"""The author's feeling: what the sentences in the author's own voice, taken together, show toward an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from rashomon.model import Attitude, Record

LEAST = 2
"""One sentence is not yet a feeling."""
LEAST_SHARE = 0.5
"""Of the author's sentences about the actor at least so many carry the attitude, less those that carry the opposite."""


def author_feeling(record: Record, actors: Container[str]) -> Attitude:
    """The attitude that the article's author shows toward the one whom the actors with these ids stand for.

    What others are quoted or reported as saying does not count. Neutral unless most of the author's sentences lean one way: telling of
    bad deeds now and then is no feeling. The limits are plain words as numbers (more than one sentence, at least half) and were fitted to
    no corpus.
    """
    counts = Counter(stance.attitude for stance in record.stances if stance.attribution is None and stance.actor in actors)
    lean = counts[Attitude.POSITIVE] - counts[Attitude.NEGATIVE]
    if abs(lean) < max(LEAST, LEAST_SHARE * counts.total()):
        return Attitude.NEUTRAL
    return Attitude.POSITIVE if lean > 0 else Attitude.NEGATIVE
