"""Lengths of time, recurring times, times of day, and words that tell no more than past, present or future."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Anchor, AnchorKind, TimeKind
from rashomon.read.times.completion import Context, base_for
from rashomon.read.times.edtf_values import Moment, write
from rashomon.read.times.rules import Expression
from rashomon.read.times.values import NO_ANCHOR, VAGUE, Value
from rashomon.read.times.words import count, holidays, meaning

ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
UNIT_PARTS = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "quarter": (3, "month"),
    "fortnight": (2, "week"),
    "weekend": (2, "day"),
    "night": (1, "day"),
}

HALVES = {"hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
RECURS = {"day": "recurs daily", "week": "recurs weekly", "month": "recurs monthly", "year": "recurs yearly"}


def read_duration(expression: Expression, context: Context) -> Value:
    """A length of time as an ISO 8601 duration; "the past year" is a length that ends at the article's own time."""
    slots = expression.slots
    unit = meaning("unit").get(slots.get("unit", slots.get("halfunit", "")), "year")
    number = (
        0.5
        if "halfunit" in slots
        else count(slots["number"])
        if "number" in slots
        else None
        if "some" in slots or slots.get("unit", "").endswith("s")
        else 1.0
    )
    if "past" not in slots and "number" not in slots and "halfunit" not in slots:
        number = None
    anchor = NO_ANCHOR
    if slots.get("past") in {"last", "past", "next", "coming"}:
        _, anchor = base_for("this", None, context)
    if number is None:
        return Value(
            TimeKind.DURATION,
            None,
            unit,
            anchor,
            unknown="how many centuries is not told" if unit == "century" else f"how many {unit}s is not told",
        )
    return Value(TimeKind.DURATION, iso_duration(number, unit), unit, anchor)


def amount(slots: dict[str, str]) -> tuple[int, str] | None:
    """How many of which unit are told, in units that dates can be counted in: a fortnight is two weeks, half a year six months."""
    if "halfunit" in slots:
        return HALVES[meaning("unit")[slots["halfunit"]]]
    if "number" not in slots or "unit" not in slots:
        return None
    unit = meaning("unit")[slots["unit"]]
    factor, plain = UNIT_PARTS.get(unit, (1, unit))
    return round(count(slots["number"]) * factor), plain


def iso_duration(number: float, unit: str) -> str:
    """An ISO 8601 duration: 36 years are "P36Y", three decades "P30Y", two hours "PT2H"."""
    factor, plain = UNIT_PARTS.get(unit, (1, unit))
    amount = f"{number * factor:g}"
    clock = "T" if plain in {"hour", "minute", "second"} else ""
    return f"P{clock}{amount}{ISO_UNITS[plain]}"


def read_recurrence(expression: Expression, _context: Context) -> Value:
    """A recurring time. Where it names a month its EDTF value leaves the year open ("every June" is XXXX-06), else it has none."""
    slots = expression.slots
    unit = (slots.get("every") and meaning("every")[slots["every"]]) or meaning("unit").get(slots.get("unit", ""), "")
    if "month" in slots:
        month = int(meaning("month")[slots["month"]])
        day = int("".join(filter(str.isdigit, slots["day"]))) if "day" in slots else None
        moment = Moment("day" if day else "month", None, month, day)
        return Value(TimeKind.SET, write(moment), moment.granularity, unknown=RECURS["year"])
    if "holiday" in slots:
        method, numbers = holidays()[slots["holiday"]]
        return (
            Value(TimeKind.SET, f"XXXX-{numbers}", "day", unknown=RECURS["year"])
            if method == "fixed"
            else Value(TimeKind.SET, None, "day", unknown="recurs yearly; its date moves from year to year")
        )
    if "times" in slots:
        return Value(TimeKind.SET, None, unit, unknown=f"recurs {slots['times']} a {unit}")
    named = slots["weekday"].capitalize() if "weekday" in slots else slots.get("season") or slots.get("daytime") or unit
    return Value(TimeKind.SET, None, unit or "day", unknown=RECURS.get(unit) or f"recurs every {named}")


def read_vague(expression: Expression, _context: Context) -> Value:
    """A word that tells only past, present or future ("recently")."""
    sense = {"past": "past", "present": "present", "future": "to come"}[meaning("vague")[expression.slots["vague"]]]
    return Value(TimeKind.DATE, unknown=VAGUE.format(sense))


def read_clock(expression: Expression, context: Context) -> Value:
    """A time of day, on the day told last, or next where that stands beside it ("6 a.m. on 12 March")."""
    slots = expression.slots
    if "noon" in slots:
        hour, minute = (0, 0) if slots["noon"] == "midnight" else (12, 0)
    else:
        hour, minute = int(slots["hour"]), int(slots.get("minute", "0"))
    half = slots.get("ampm", "")[:1]
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    day = context.mentioned.moment
    if hour > 23 or minute > 59:
        return Value(TimeKind.TIME, unknown="there is no such hour")
    if day is None or day.day is None or day.granularity != "day":
        return Value(TimeKind.TIME, None, "minute", unknown=f"{hour:02}:{minute:02}, but the day is not told")
    anchor = Anchor(kind=AnchorKind.MENTIONED, edtf=write(replace(day, clock=None)), spans=context.mentioned.spans)
    moment = replace(day, clock=(hour, minute))
    return Value(TimeKind.TIME, write(moment), "minute", anchor, moment=moment)
