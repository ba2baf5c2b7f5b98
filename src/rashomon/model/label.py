"""Label: how an actor is named or described, by whom, and with which attitude."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Spans


class Attitude(StrEnum):
    """The attitude the words carry toward the actor."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name or qualify an actor ("defunct force", "the main opposition coalition").

    `aspect` says what they tell of: "naming", "nature", "conduct", "strength", "violence", "legality", "allegiance",
    "support", "location" or "aims". `attribution` is None when the author says it; `attitude` is toward the actor, and
    `decided_by` are those of the words on which it rests, where one can tell.
    """

    id: str
    actor: str
    words: str
    spans: Spans
    aspect: str
    attitude: Attitude = Attitude.NEUTRAL
    decided_by: Spans = ()
    attribution: str | None = None
