"""Verdict: an attitude and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Attitude, Spans

MOST = 3
"""At most so many words are told as those that decided."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`decided_by` are the words that decided, the weightiest first; empty where neutral, and where no word by itself decided.

    `likelihood` and `sure` as in `Stance`.
    """

    attitude: Attitude = Attitude.NEUTRAL
    decided_by: Spans = ()
    likelihood: float | None = None
    sure: bool = True
