"""Decoding: the best sequence of tags for one anchor, and how much better it is than reading nothing there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rashomon.read.attributions.learned.tags import ALLOWED, ENDS, STARTS, TAGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

NEVER = -1e4


@dataclass(frozen=True)
class Decoded:
    """The tag of each word, and the margin (in nats) of the sequence over one without any part."""

    tags: tuple[str, ...]
    margin: float


def decode(scores: Scores, moves: Scores) -> Decoded:
    """The sequence of the highest score (Viterbi); `scores` [words, tags], `moves` [tags, tags] as `barred` gives them."""
    best = scores[0] + np.where(STARTS, 0, NEVER)
    backward = []
    for row in scores[1:]:
        reached = best[:, None] + moves
        came_from = reached.argmax(axis=0)
        backward.append(came_from)
        best = reached[came_from, np.arange(len(TAGS))] + row
    best = best + np.where(ENDS, 0, NEVER)
    tags = [int(best.argmax())]
    for came_from in reversed(backward):
        tags.append(int(came_from[tags[-1]]))
    nothing = float(scores[:, 0].sum() + moves[0, 0] * (len(scores) - 1))
    return Decoded(tags=tuple(TAGS[tag] for tag in reversed(tags)), margin=float(best.max()) - nothing)


def barred(moves: Scores) -> Scores:
    """The learned scores of one tag behind another, those that cannot follow each other ruled out."""
    return np.where(np.array(ALLOWED), moves, NEVER)
