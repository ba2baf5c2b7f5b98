"""Statement: what somebody is, has, wants or does all the time, as told; no event.

Relations of two ("is funded by", "is behind") and qualities of one ("is defunct", "has no support", "numbers 3,000 members").
"""

from __future__ import annotations

import msgspec

from rashomon.model.attribution import Certainty, Polarity
from rashomon.model.span import Spans


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Whom or what a statement is about: the words used, or the fuller name of the actor that they resolve to."""

    name: str
    actor: str | None = None
    spans: Spans


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing stated of `holder`, towards `other` where it stands between two ("A funds B": A holds it, B is the other).

    `topic` says which question it answers ("support", "size", "standing", ...) and `value` which answer it is, both from the table of
    predicates; where that leaves the answer open (what somebody wants, what kind of thing it is) `value` is empty and `words` say it.
    `low` and `high` are the bounds of a number told, None where open or where there is none. `scope` are words that restrict it
    ("abroad", "among the young"). `past` tells that it is said of an earlier time, `outcome` that an act told as done has it as its
    outcome ("was disbanded").
    """

    id: str
    topic: str
    value: str
    holder: Party
    other: Party | None = None
    words: str
    spans: Spans
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    low: int | None = None
    high: int | None = None
    scope: str = ""
    past: bool = False
    outcome: bool = False
    attribution: str | None = None
