"""Decoding: the best sequence of tags for each anchor, and how much better it is than reading nothing there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rashomon.read.attributions.learned.tags import ALLOWED, ENDS, STARTS, TAGS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

NEVER = -1e4
NO_CUE = np.array([not tag.endswith("-cue") for tag in TAGS])


@dataclass(frozen=True)
class Decoded:
    """The tag of each word, and the margin (in nats, negative for less likely) of the sequence over one without any part."""

    tags: tuple[str, ...]
    margin: float


def decode(scores: Sequence[Scores], moves: Scores, anchors: Sequence[int]) -> list[Decoded]:
    """For each question the sequence of the highest score in which its anchor belongs to a cue (Viterbi 1967).

    `scores` holds one array [words, tags] a question, `moves` is [tags, tags] as `barred` gives it, `anchors` are places
    among a question's words. Whether an anchor reports anything is not settled here: that is what the margin is for.
    All questions are decoded side by side, each up to its own end.
    """
    if not scores:
        return []
    lengths = np.array([len(each) for each in scores])
    held = np.zeros((lengths.max(), len(scores), len(TAGS)), dtype=np.float32)
    for number, (each, anchor) in enumerate(zip(scores, anchors, strict=True)):
        held[: len(each), number] = each
        held[anchor, number, NO_CUE] = NEVER
    reached, came_from = _forward(held, moves)
    ends = reached[lengths - 1, np.arange(len(scores))] + np.where(ENDS, 0, NEVER)
    return [
        Decoded(tags=_backward(came_from[:length, number], int(end.argmax())), margin=float(end.max() - _nothing(each, moves)))
        for number, (each, length, end) in enumerate(zip(scores, lengths, ends, strict=True))
    ]


def barred(moves: Scores) -> Scores:
    """The learned scores of one tag behind another, those that cannot follow each other ruled out."""
    return np.where(np.array(ALLOWED), moves, NEVER)


def _forward(held: Scores, moves: Scores) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Best score up to each word [words, questions, tags], and the tag before it on the way there."""
    reached = np.empty(held.shape, dtype=np.float64)
    came_from = np.zeros(held.shape, dtype=np.int64)
    reached[0] = held[0] + np.where(STARTS, 0, NEVER)
    for place in range(1, len(held)):
        ways = reached[place - 1][:, :, np.newaxis] + moves
        came_from[place] = ways.argmax(axis=1)
        reached[place] = ways.max(axis=1) + held[place]
    return reached, came_from


def _backward(came_from: NDArray[np.int64], last: int) -> tuple[str, ...]:
    tags = [last]
    for row in came_from[:0:-1]:
        tags.append(int(row[tags[-1]]))
    return tuple(TAGS[tag] for tag in reversed(tags))


def _nothing(scores: Scores, moves: Scores) -> float:
    return float(scores[:, 0].sum() + moves[0, 0] * (len(scores) - 1))
