"""Time: an expression of time and what it can be told to mean."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Spans


class TimeKind(StrEnum):
    """The four TIMEX3 types (ISO-TimeML); a range counts as a date with an EDTF interval."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class AnchorKind(StrEnum):
    """What a relative expression was counted from."""

    NONE = "none"
    PUBLISHED = "published"
    MENTIONED = "mentioned"
    INFERRED = "inferred"


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The date counted from, as EDTF, and the words it stands in (empty for the date of publication).

    An inferred anchor is a window concluded from the article's own evidence; `note` says from what.
    """

    kind: AnchorKind
    edtf: str | None = None
    spans: Spans = ()
    note: str | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time.

    `edtf` is its value (EDTF level 1; an ISO 8601 duration for kind duration), or None
    with `unknown` saying why. `calendar` is "gregorian", "persian" or "islamic"; `granularity` is "second" to "century".
    """

    id: str
    expression: str
    spans: Spans
    kind: TimeKind
    edtf: str | None = None
    granularity: str | None = None
    anchor: Anchor = Anchor(kind=AnchorKind.NONE)
    calendar: str = "gregorian"
    unknown: str | None = None
