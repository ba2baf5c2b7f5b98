"""Dates: calendar dates told fully or in part, ranges, and dates told by their distance from another."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Anchor, AnchorKind, TimeKind
from rashomon.read.times.completion import Context, base_for, complete, month_near, near_day, weekday_near
from rashomon.read.times.edtf_values import Moment, is_possible, moved, shift, truncate, write
from rashomon.read.times.lengths import amount
from rashomon.read.times.rules import Expression
from rashomon.read.times.values import NO_ANCHOR, VAGUE, Value, dated, is_uncertain, told_date
from rashomon.read.times.words import meaning


def read_date(expression: Expression, context: Context) -> Value:
    """A calendar date, told fully or in part: a day, month, season, quarter, half, year, decade or century."""
    if expression.has("decade", "decadeword", "century"):
        return _era(expression)
    told = told_date(expression)
    if told is None:
        return Value(TimeKind.DATE, unknown="there is no such day")
    if told.year is not None:
        return dated(expression, told, NO_ANCHOR)
    if expression.has("which", "unit") and expression.has("month", "season", "half", "quarter"):
        unit = meaning("unit").get(expression.slots.get("unit", ""), "year")
        base, anchor = base_for(expression.slots.get("which", "that"), unit, context)
        if base is None or base.year is None:
            return dated(expression, told, anchor)
        return dated(expression, replace(told, year=base.year), anchor)
    moment, anchor = complete(told, expression, context)
    return dated(expression, moment, anchor)


def read_swapped(expression: Expression, _context: Context) -> Value:
    """Numbers with slashes: day and month in either order, told apart only where one of them is over 12."""
    first, second, year = (int(expression.slots[name]) for name in ("first", "second", "year"))
    readings = {(month, day) for month, day in ((first, second), (second, first)) if is_possible(month, day, year)}
    if len(readings) == 1:
        month, day = readings.pop()
        return dated(expression, Moment("day", year, month, day), NO_ANCHOR)
    if not readings:
        return Value(TimeKind.DATE, unknown="there is no such day")
    return Value(TimeKind.DATE, f"{year:04}-XX-XX", "year", unknown="which number is the day and which the month is not told")


def read_range(expression: Expression, context: Context) -> Value:
    """Two ends told in one expression ("May 5-7, 1940", "2016-17")."""
    slots = expression.slots
    if "year2" in slots:
        first, told = int(slots["year"]), slots["year2"]
        last = int(told) if len(told) == 4 else first // 100 * 100 + int(told)
        if last < first:
            return Value(TimeKind.DATE, unknown="its end lies before its beginning")
        return Value(TimeKind.DATE, f"{first:04}/{last:04}", "year", moment=Moment("year", last))
    start = told_date(expression)
    end = told_date(Expression(expression.start, expression.end, "date", {**slots, "day": slots["day2"]}))
    if start is None or end is None:
        return Value(TimeKind.DATE, unknown="there is no such day")
    anchor = NO_ANCHOR
    if end.year is None:
        end, anchor = complete(end, expression, context)
        start = replace(start, year=end.year)
    uncertain = is_uncertain(anchor)
    if end.year is None:
        return Value(TimeKind.DATE, None, "day", anchor, unknown="the year is not told, and nothing in the article settles it")
    return Value(TimeKind.DATE, f"{write(start, uncertain=uncertain)}/{write(end, uncertain=uncertain)}", "day", anchor, moment=end)


def read_relative(expression: Expression, context: Context) -> Value:
    """A stretch told by where it lies from another ("last week", "that year", "the next day")."""
    slots = expression.slots
    if "near" in slots:
        moment, anchor = near_day(slots["near"], context)
        return _relatively_dated(expression, moment, anchor, "day")
    told = slots.get("which", "that")
    which = meaning("which").get(told, told)
    if "weekday" in slots:
        moment, anchor = weekday_near(int(meaning("weekday")[slots["weekday"]]), which, context)
        return _relatively_dated(expression, moment, anchor, "day")
    if "month" in slots:
        moment, anchor = month_near(int(meaning("month")[slots["month"]]), which, context)
        return _relatively_dated(expression, moment, anchor, "month")
    unit = "day" if "unit" not in slots else meaning("unit").get(slots["unit"], slots["unit"])
    unit = "day" if unit == "night" else unit
    if unit in {"hour", "minute"}:
        return Value(TimeKind.TIME, None, "day", unknown="no date is told that it could be counted from")
    base, anchor = base_for(which, unit, context)
    part = meaning("part").get(slots.get("part", "").removesuffix("r")) or None
    if base is not None and part and base.granularity in {"month", "year", "decade", "century"} and not slots["part"].endswith("er"):
        base = replace(base, part=part)
    return _relatively_dated(expression, base, anchor, unit)


def read_offset(expression: Expression, context: Context) -> Value:
    """A date so many units away ("two days later", "three years ago")."""
    slots = expression.slots
    unit = meaning("unit")[slots.get("unit", slots.get("halfunit", ""))]
    direction = "hence" if "hence" in slots else meaning("direction")[slots["direction"]]
    forward = direction in {"later", "hence"}
    base, anchor = base_for("this" if direction in {"ago", "hence"} else "that", None, context)
    counted = amount(slots)
    if base is None or counted is None:
        told = "to come" if forward else "past"
        return Value(
            TimeKind.DATE,
            None,
            unit,
            anchor,
            unknown=VAGUE.format(told) if counted is None else f"the {unit} cannot be told: nothing exact enough to count from",
        )
    number, plain = counted[0] if forward else -counted[0], counted[1]
    if "same" in slots:
        there = moved(base, number, plain)
        unit = slots["same"].removeprefix("this ")
        return _relatively_dated(expression, truncate(there, unit if unit in {"week", "month"} else "day") if there else None, anchor, unit)
    return _relatively_dated(expression, shift(base, number, plain), anchor, plain)


def _era(expression: Expression) -> Value:
    slots = expression.slots
    part = meaning("part").get(slots.get("part", "")) or None
    before = meaning("era").get(slots.get("era", "")) == "before"
    if "century" in slots:
        told = slots["century"]
        number = int("".join(filter(str.isdigit, told)) or meaning("ordinal").get(told, "0"))
        first = -100 * number + 1 if before else 100 * (number - 1)
        moment = Moment("century", first, part=part)
    else:
        decade = int(slots["decade"]) if "decade" in slots else 1900 + int(meaning("decade")[slots["decadeword"]])
        moment = Moment("decade", -decade - 8 if before else decade, part=part)
    return Value(TimeKind.DATE, write(moment), moment.granularity, moment=moment)


def _relatively_dated(expression: Expression, moment: Moment | None, anchor: Anchor, unit: str) -> Value:
    if moment is not None:
        return dated(expression, moment, anchor)
    kind = TimeKind.TIME if expression.has("daytime") else TimeKind.DATE
    here = meaning("which").get(expression.slots.get("which", "")) == "this"
    if anchor.kind is AnchorKind.INFERRED and unit == "year" and here:
        return Value(kind, anchor.edtf, "year", anchor, unknown="a year in this window; which one is not told")
    return Value(
        kind, None, unit if unit != "weekend" else "week", anchor, unknown=f"the {unit} cannot be told: nothing exact enough to count from"
    )
