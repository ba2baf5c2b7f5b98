"""Stance: the attitude that one sentence carries toward an actor in it."""

from __future__ import annotations

import msgspec

from rashomon.model.label import Attitude
from rashomon.model.span import Spans


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """The attitude that a sentence carries toward an actor whom it mentions: `target` are the words of the mention.

    `decided_by` are the words on which the attitude rests, the weightiest first; empty where it is neutral, and where no word by
    itself decided. `attribution` is whose words those are, or whose the target's are; None when the author says it.
    `likelihood` is how likely the trained reader holds the attitude to be the right one of the three, from 0 to 1; None where rules
    judged. `sure` is False for praise or blame that it holds too unlikely to be counted as such.
    """

    id: str
    actor: str
    sentence: Spans
    target: Spans
    attitude: Attitude
    decided_by: Spans = ()
    attribution: str | None = None
    likelihood: float | None = None
    sure: bool = True
