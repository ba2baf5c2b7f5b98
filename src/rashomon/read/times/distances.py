"""Expressions told before the date that they count from: "at 6 a.m. on 12 March", "ten days before the vote of 21 March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rashomon.model import TimeKind
from rashomon.read.times.completion import Context, mentioned_anchor
from rashomon.read.times.edtf_values import Moment, moved, of_day, shift, write
from rashomon.read.times.lengths import amount, read_duration
from rashomon.read.times.rules import Expression, Surface
from rashomon.read.times.values import Value, dated
from rashomon.read.times.words import meaning

CLOCK_JOIN = re.compile(r"\s*,?\s*(?:(?:on|of)\s+)?", re.IGNORECASE)
DISTANCE_JOIN = re.compile(r"\s+(?P<direction>before|after|following|prior\s+to)\s+", re.IGNORECASE)
OF_JOIN = re.compile(r"\s+of\s+", re.IGNORECASE)
BEFORE_STRETCH = re.compile(r"\b(?:within|inside|during|over|in)\s+$", re.IGNORECASE)
BEFORE_LENGTH = re.compile(r"\bfor\s+$", re.IGNORECASE)
EVENT_REACH = 10
"""The words for an event hold no more than so many before its date."""
DATES = frozenset({"date", "foreign", "holiday", "relative", "offset", "distance"})
BREAKS = frozenset({"CC", "WDT", "WP", "WRB", ",", ":", ".", "-LRB-", "-RRB-", "``", "''"})
"""Tags of words that close the phrase of an event, or open a clause about it."""


def tie(expressions: Sequence[Expression], surface: Surface) -> list[Expression]:
    """The expressions; those told before what they count from are marked `ahead`, and an anniversary of nothing dated is none."""
    tied: list[Expression] = []
    for expression in reversed(expressions):
        counted = _counted_ahead(expression, tied[-1], surface) if tied else None
        if counted is not None or not expression.has("ordinal"):
            tied.append(counted or expression)
    return tied[::-1]


def in_order(expressions: Sequence[Expression]) -> list[int]:
    """The order to read them in: each after the one that it counts from."""
    order: list[int] = []
    waiting: list[int] = []
    for at, expression in enumerate(expressions):
        waiting.append(at)
        if not expression.ahead:
            order += reversed(waiting)
            waiting = []
    return order


def read_distance(expression: Expression, context: Context) -> Value:
    """A date by its distance from the one told behind it: so many units, a weekday, an anniversary, or all the time up to there.

    A number of units that cannot be counted from it is a length of time.
    """
    slots, base, anchor = expression.slots, context.mentioned.moment, mentioned_anchor(context)
    back = slots.get("direction", "") in {"before", "prior to"}
    counted = amount(slots)
    if counted is not None and "stretch" in slots:
        other = moved(base, -counted[0] if back else counted[0], counted[1]) if base else None
        if base is not None and other is not None:
            ends = (other, base) if back else (base, other)
            return Value(TimeKind.DATE, "/".join(map(write, ends)), counted[1], anchor)
    else:
        found = _counted(slots, base, back=back) if base else None
        if found is not None:
            return dated(expression, found, anchor)
    if counted is not None:
        return read_duration(expression, context)
    return Value(TimeKind.DATE, anchor=anchor, unknown="the date that it is counted from cannot be told")


def _counted(slots: dict[str, str], base: Moment, *, back: bool) -> Moment | None:
    sign = -1 if back else 1
    if "weekday" in slots:
        return _next_weekday(base, int(meaning("weekday")[slots["weekday"]]), sign)
    if "near" in slots:
        return shift(base, sign, "day")
    if "ordinal" in slots:
        told = slots["ordinal"]
        return moved(base, int("".join(filter(str.isdigit, told)) or meaning("ordinal")[told]), "year")
    counted = amount(slots)
    if counted is None:
        return None
    number, unit = counted
    return moved(base, sign * number, unit) if "exact" in slots else shift(base, sign * number, unit)


def _next_weekday(base: Moment, weekday: int, sign: int) -> Moment | None:
    day = base.first_day if base.day else None
    if day is None:
        return None
    distance = (sign * (weekday - 1 - day.weekday())) % 7 or 7
    return of_day(day + timedelta(days=sign * distance))


def _counted_ahead(expression: Expression, after: Expression, surface: Surface) -> Expression | None:
    between = surface.text[expression.end : after.start]
    if expression.form == "clock":
        told = after.form in DATES and after.has("day", "weekday", "near") and CLOCK_JOIN.fullmatch(between)
        return replace(expression, ahead=True) if told else None
    direction = _direction(expression, between, surface)
    if direction is None or after.form not in DATES:
        return None
    words, rest = direction
    if not _is_event(expression.end + rest, after, surface):
        return None
    slots = {**expression.slots, "direction": words}
    if BEFORE_STRETCH.search(surface.text, max(0, expression.start - 10), expression.start) and amount(slots):
        slots["stretch"] = "within"
    return replace(expression, form="distance", slots=slots, ahead=True)


def _direction(expression: Expression, between: str, surface: Surface) -> tuple[str, int] | None:
    """The words that say which way it is counted, and where behind the expression they end; None where it counts from nothing told next."""
    slots = expression.slots
    if expression.form == "distance":
        return slots.get("direction", "of"), 0
    if "near" in slots:
        way = slots["near"].removeprefix("the day ")
        return (way, 0) if way in {"before", "after", "following"} else None
    before = surface.text[max(0, expression.start - 10) : expression.start]
    if expression.form != "duration" or expression.has("approx", "past", "some") or BEFORE_LENGTH.search(before):
        return None
    join = DISTANCE_JOIN.match(between)
    if join is not None:
        return " ".join(join["direction"].lower().split()), join.end()
    join = OF_JOIN.match(between) if re.search(r"\bwithin\s+$", before, re.IGNORECASE) else None
    return ("of", join.end()) if join is not None else None


def _is_event(start: int, after: Expression, surface: Surface) -> bool:
    """True when nothing but one event stands between: a noun phrase, or a clause with one verb that the date belongs to."""
    first, last = surface.token(start), surface.token(after.start)
    words = [token for token in surface.tokens[first.i : last.i] if not token.is_space and token.idx >= start]
    verbs = [token for token in words if token.pos_ == "VERB"]
    return (
        len(words) <= EVENT_REACH
        and first.sent.start == last.sent.start
        and len(verbs) <= 1
        and not any(token.tag_ in BREAKS for token in words)
        and all(verb in last.ancestors for verb in verbs)
    )
