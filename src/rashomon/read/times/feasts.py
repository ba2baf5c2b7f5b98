"""Holidays and dates of other calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rashomon.model import Anchor, AnchorKind, TimeKind
from rashomon.read.times.calendars import YEAR_NAMES, easter_sunday, in_gregorian_year, to_gregorian, weekday_in_month
from rashomon.read.times.completion import Context, base_for, complete, setting_anchor
from rashomon.read.times.edtf_values import Moment, of_day
from rashomon.read.times.rules import Expression
from rashomon.read.times.values import NO_ANCHOR, Value, dated, year_of
from rashomon.read.times.words import foreign_months, holidays


def read_holiday(expression: Expression, context: Context) -> Value:
    """A holiday's date, in the year told or the one it is counted from."""
    method, numbers = holidays()[expression.slots["holiday"]]
    if method == "unknown":
        return Value(TimeKind.DATE, None, "day", unknown="its date moves from year to year or differs between countries")
    year, anchor = year_of(expression.slots), NO_ANCHOR
    if year is None and method == "fixed":
        month, day = map(int, numbers.split("-"))
        moment, anchor = complete(Moment("day", None, month, day), expression, context)
        return dated(expression, moment, anchor)
    if year is None:
        base, anchor = base_for("this", "year", context)
        year = base.year if base else None
    if year is None:
        return Value(TimeKind.DATE, None, "day", anchor, unknown="the year is not told, and the article has no date to count from")
    return dated(expression, _feast(method, numbers, year), anchor)


def read_foreign(expression: Expression, context: Context) -> Value:
    """A date in another calendar; without a year it stays open here, for the words beside it may tell it."""
    slots = expression.slots
    calendar, month = foreign_months()[slots["foreign"]]
    day = int("".join(filter(str.isdigit, slots["day"]))) if "day" in slots else None
    if "foreignyear" not in slots:
        base = context.mentioned.moment if context.setting.narrative else context.setting.moment
        found = in_gregorian_year(calendar, month, day, base.year) if base and base.year and day else None
        if found is None:
            return Value(TimeKind.DATE, None, "day", calendar=calendar, unknown="the year is not told")
        anchor = setting_anchor(context)
        return replace(dated(expression, of_day(found), anchor), calendar=calendar)
    year = int(slots["foreignyear"])
    found = to_gregorian(calendar, year, month, day or 1)
    if found is None:
        return Value(TimeKind.DATE, calendar=calendar, unknown="there is no such day")
    note = f"converted from the {YEAR_NAMES[calendar]} calendar"
    if day:
        value = dated(expression, of_day(found), Anchor(kind=AnchorKind.NONE, note=note))
        return replace(value, calendar=calendar)
    end = found + timedelta(days=28)
    return Value(
        TimeKind.DATE,
        f"{found.isoformat()}/{end.isoformat()}",
        "month",
        Anchor(kind=AnchorKind.NONE, note=note),
        calendar,
        None,
        of_day(found),
    )


def _feast(method: str, numbers: str, year: int) -> Moment:
    """The moment of a feast in a Gregorian year; the whole year where it does not fall in it."""
    parts = [int(number) for number in numbers.split()] if method != "fixed" else [int(number) for number in numbers.split("-")]
    if method == "fixed":
        return Moment("day", year, parts[0], parts[1])
    if method == "weekday":
        return of_day(weekday_in_month(year, *parts))
    if method == "easter":
        return of_day(easter_sunday(year) + timedelta(days=parts[0]))
    day = in_gregorian_year(method.removesuffix("-month"), parts[0], parts[1] if len(parts) > 1 else 1, year)
    if day is None:
        return Moment("year", year)
    return Moment("month", day.year, day.month) if method.endswith("-month") else of_day(day)
