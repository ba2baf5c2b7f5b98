"""What an expression of time means: each form of expression is read into a value, counted from where its wording says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rashomon.model import Anchor, AnchorKind, TimeKind
from rashomon.read.anchoring import Setting
from rashomon.read.calendars import YEAR_NAMES, easter_sunday, in_gregorian_year, to_gregorian, weekday_in_month
from rashomon.read.edtf_values import Moment, is_possible, of_day, shift, write
from rashomon.read.tense import Tense
from rashomon.read.time_completion import Mentioned, base_for, complete, month_near, near_day, weekday_near
from rashomon.read.time_rules import Expression, count, foreign_months, holidays, meaning

NO_ANCHOR = Anchor(kind=AnchorKind.NONE)
ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
UNIT_PARTS = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "quarter": (3, "month"),
    "fortnight": (2, "week"),
    "weekend": (2, "day"),
    "night": (1, "day"),
}
VAGUE = "no date is told, only that it is {}"


@dataclass(frozen=True)
class Value:
    """What an expression means; `moment` is set where later words can count from it."""

    kind: TimeKind
    edtf: str | None = None
    granularity: str | None = None
    anchor: Anchor = NO_ANCHOR
    calendar: str = "gregorian"
    unknown: str | None = None
    moment: Moment | None = None


@dataclass(frozen=True)
class Context:
    """What the value of an expression may depend on besides its own words."""

    setting: Setting
    mentioned: Mentioned
    tense: Tense


def evaluate(expression: Expression, context: Context) -> Value:
    """The value of one expression. What cannot be told is None, with the reason."""
    return FORMS[expression.form](expression, context)


def _date(expression: Expression, context: Context) -> Value:
    if expression.has("holiday"):
        return _holiday(expression, context)
    if expression.has("decade", "decadeword", "century"):
        return _era(expression)
    told = _told(expression)
    if told is None:
        return Value(TimeKind.DATE, unknown="there is no such day")
    if told.year is not None:
        return _dated(expression, told, NO_ANCHOR)
    if expression.has("which", "unit") and expression.has("month", "season", "half", "quarter"):
        base, anchor = base_for(expression.slots.get("which", "that"), expression.slots.get("unit", "year"), context)
        if base is None or base.year is None:
            return _dated(expression, told, anchor)
        return _dated(expression, replace(told, year=base.year), anchor)
    moment, anchor = complete(told, expression, context)
    return _dated(expression, moment, anchor)


def _told(expression: Expression) -> Moment | None:
    """What the words themselves tell of a date; its year is None where they tell none."""
    slots = expression.slots
    year = _year(slots)
    month = int(slots["monthnumber"]) if "monthnumber" in slots else int(meaning("month")[slots["month"]]) if "month" in slots else None
    day = int("".join(filter(str.isdigit, slots["day"]))) if "day" in slots else None
    part = meaning("part").get(slots.get("part", "")) or None
    if day and month:
        return Moment("day", year, month, day, clock=_clock(slots)) if is_possible(month, day, year) else None
    if month:
        return Moment("month", year, month, part=part) if 1 <= month <= 12 else None
    if "season" in slots:
        return Moment("season", year, season=int(meaning("season")[slots["season"]]))
    if "half" in slots:
        return Moment("half", year, 1 if slots["half"] == "first" else 7)
    if "quarter" in slots:
        return Moment("quarter", year, 1 + 3 * ["first", "second", "third", "fourth", "last"].index(slots["quarter"]) % 12)
    if "weekday" in slots:
        return Moment("day")
    return Moment("year", year, part=part)


def _year(slots: dict[str, str]) -> int | None:
    if "shortyear" in slots:
        return 1900 + int(slots["shortyear"])
    if "year" not in slots:
        return None
    year = int(slots["year"])
    return 1 - year if meaning("era").get(slots.get("era", "")) == "before" else year


def _clock(slots: dict[str, str]) -> tuple[int, int] | None:
    return (int(slots["hour"]), int(slots["minute"])) if "hour" in slots and "minute" in slots else None


def _dated(expression: Expression, moment: Moment, anchor: Anchor) -> Value:
    """The value of a date as far as it could be completed."""
    kind = TimeKind.TIME if moment.clock or expression.has("daytime") else TimeKind.DATE
    if moment.granularity == "day" and moment.day is None:
        return Value(kind, None, "day", anchor, unknown="which week is meant is not told: the article has no date to count from")
    if moment.year is None and moment.granularity in {"season", "half", "quarter", "year"}:
        return Value(kind, None, moment.granularity, anchor, unknown="the year is not told, and the article has no date to count from")
    uncertain = _is_uncertain(anchor)
    unknown = "the year is not told, and nothing in the article settles it" if moment.year is None else None
    edtf = write(moment, uncertain=uncertain)
    granularity = "minute" if moment.clock else moment.granularity
    return Value(kind, edtf, granularity, anchor, unknown=unknown, moment=moment if moment.year is not None else None)


def _is_uncertain(anchor: Anchor) -> bool:
    return anchor.kind is AnchorKind.INFERRED or (anchor.edtf or "").endswith("?")


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


def _holiday(expression: Expression, context: Context) -> Value:
    method, numbers = holidays()[expression.slots["holiday"]]
    if method == "unknown":
        return Value(TimeKind.DATE, None, "day", unknown="its date moves from year to year or differs between countries")
    year, anchor = _year(expression.slots), NO_ANCHOR
    if year is None and method == "fixed":
        month, day = map(int, numbers.split("-"))
        moment, anchor = complete(Moment("day", None, month, day), expression, context)
        return _dated(expression, moment, anchor)
    if year is None:
        base, anchor = base_for("this", "year", context)
        year = base.year if base else None
    if year is None:
        return Value(TimeKind.DATE, None, "day", anchor, unknown="the year is not told, and the article has no date to count from")
    return _dated(expression, _feast(method, numbers, year), anchor)


def _feast(method: str, numbers: str, year: int) -> Moment:
    parts = (
        [int(number) for number in numbers.replace("-", " -" if method == "easter" else " ").split()]
        if method != "weekday"
        else [int(number) for number in numbers.split()]
    )
    if method == "fixed":
        return Moment("day", year, parts[0], parts[1])
    if method == "weekday":
        return of_day(weekday_in_month(year, *parts))
    if method == "easter":
        return of_day(date.fromordinal(easter_sunday(year).toordinal() + parts[0]))
    calendar = method.removesuffix("-month")
    day = in_gregorian_year(calendar, parts[0], parts[1] if len(parts) > 1 else 1, year)
    if day is None:
        return Moment("year", year)
    return Moment("month", day.year, day.month) if method.endswith("-month") else of_day(day)


def _swapped(expression: Expression, _context: Context) -> Value:
    """Numbers with slashes: day and month in either order, told apart only where one of them is over 12."""
    first, second, year = (int(expression.slots[name]) for name in ("first", "second", "year"))
    readings = {(month, day) for month, day in ((first, second), (second, first)) if is_possible(month, day, year)}
    if len(readings) == 1:
        month, day = readings.pop()
        return _dated(expression, Moment("day", year, month, day), NO_ANCHOR)
    if not readings:
        return Value(TimeKind.DATE, unknown="there is no such day")
    return Value(TimeKind.DATE, f"{year:04}-XX-XX", "year", unknown="which number is the day and which the month is not told")


def _range(expression: Expression, context: Context) -> Value:
    slots = expression.slots
    if "year2" in slots:
        first, told = int(slots["year"]), slots["year2"]
        last = int(told) if len(told) == 4 else first // 100 * 100 + int(told)
        if last < first:
            return Value(TimeKind.DATE, unknown="its end lies before its beginning")
        return Value(TimeKind.DATE, f"{first:04}/{last:04}", "year", moment=Moment("year", last))
    start = _told(expression)
    end = _told(Expression(expression.start, expression.end, "date", {**slots, "day": slots["day2"]}))
    if start is None or end is None:
        return Value(TimeKind.DATE, unknown="there is no such day")
    anchor = NO_ANCHOR
    if end.year is None:
        end, anchor = complete(end, expression, context)
        start = replace(start, year=end.year)
    uncertain = _is_uncertain(anchor)
    if end.year is None:
        return Value(TimeKind.DATE, None, "day", anchor, unknown="the year is not told, and nothing in the article settles it")
    return Value(TimeKind.DATE, f"{write(start, uncertain=uncertain)}/{write(end, uncertain=uncertain)}", "day", anchor, moment=end)


def _foreign(expression: Expression, context: Context) -> Value:
    """A date in another calendar; without a year it stays open here, for the words beside it may tell it."""
    slots = expression.slots
    calendar, month = foreign_months()[slots["foreign"]]
    day = int("".join(filter(str.isdigit, slots["day"]))) if "day" in slots else None
    if "foreignyear" not in slots:
        base = context.mentioned.moment if context.setting.narrative else context.setting.moment
        found = in_gregorian_year(calendar, month, day, base.year) if base and base.year and day else None
        if found is None:
            return Value(TimeKind.DATE, None, "day", calendar=calendar, unknown="the year is not told")
        anchor = Anchor(kind=context.setting.kind, edtf=context.setting.edtf, note=context.setting.note)
        return replace(_dated(expression, of_day(found), anchor), calendar=calendar)
    year = int(slots["foreignyear"])
    found = to_gregorian(calendar, year, month, day or 1)
    if found is None:
        return Value(TimeKind.DATE, calendar=calendar, unknown="there is no such day")
    note = f"converted from {YEAR_NAMES[calendar]} {year}-{month:02}" + (f"-{day:02}" if day else "")
    if day:
        value = _dated(expression, of_day(found), Anchor(kind=AnchorKind.NONE, note=note))
        return replace(value, calendar=calendar)
    end = date.fromordinal(found.toordinal() + 28)
    return Value(
        TimeKind.DATE,
        f"{found.isoformat()}/{end.isoformat()}",
        "month",
        Anchor(kind=AnchorKind.NONE, note=note),
        calendar,
        None,
        of_day(found),
    )


def _relative(expression: Expression, context: Context) -> Value:
    slots = expression.slots
    if "near" in slots:
        moment, anchor = near_day(slots["near"], context)
        return _relatively_dated(expression, moment, anchor, "day")
    which = meaning("which").get(slots.get("which", ""), "that")
    if "weekday" in slots:
        moment, anchor = weekday_near(int(meaning("weekday")[slots["weekday"]]), which, context)
        return _relatively_dated(expression, moment, anchor, "day")
    if "month" in slots:
        moment, anchor = month_near(int(meaning("month")[slots["month"]]), which, context)
        return _relatively_dated(expression, moment, anchor, "month")
    unit = "day" if "unit" not in slots else meaning("unit").get(slots["unit"], slots["unit"])
    if unit in {"hour", "minute", "night"}:
        return Value(TimeKind.TIME, None, "day", unknown="no date is told that it could be counted from")
    base, anchor = base_for(which, unit, context)
    part = meaning("part").get(slots.get("part", "").removesuffix("r")) or None
    if base is not None and part and base.granularity in {"month", "year", "decade", "century"} and not slots["part"].endswith("er"):
        base = replace(base, part=part)
    return _relatively_dated(expression, base, anchor, unit)


def _relatively_dated(expression: Expression, moment: Moment | None, anchor: Anchor, unit: str) -> Value:
    if moment is not None:
        return _dated(expression, moment, anchor)
    kind = TimeKind.TIME if expression.has("daytime") else TimeKind.DATE
    if anchor.kind is AnchorKind.INFERRED and unit == "year":
        return Value(kind, anchor.edtf, "year", anchor, unknown="a year in this window; which one is not told")
    return Value(
        kind, None, unit if unit != "weekend" else "week", anchor, unknown=f"the {unit} cannot be told: nothing exact enough to count from"
    )


def _offset(expression: Expression, context: Context) -> Value:
    slots = expression.slots
    unit = meaning("unit")[slots["unit"]]
    direction = "hence" if "hence" in slots else meaning("direction")[slots["direction"]]
    forward = direction in {"later", "hence"}
    base, anchor = base_for("this" if direction in {"ago", "hence"} else "that", None, context)
    factor, plain = UNIT_PARTS.get(unit, (1, unit))
    if base is None or "number" not in slots:
        told = "to come" if forward else "past"
        return Value(
            TimeKind.DATE,
            None,
            unit,
            anchor,
            unknown=VAGUE.format(told) if "number" not in slots else f"the {unit} cannot be told: nothing exact enough to count from",
        )
    number = round(count(slots["number"]) * factor) * (1 if forward else -1)
    return _relatively_dated(expression, shift(base, number, plain), anchor, plain)


def _duration(expression: Expression, context: Context) -> Value:
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
            unknown=f"how many {unit}s is not told" if not unit.endswith("y") else "how many centuries is not told",
        )
    return Value(TimeKind.DURATION, iso_duration(number, unit), unit, anchor)


def iso_duration(number: float, unit: str) -> str:
    """An ISO 8601 duration: 36 years are "P36Y", three decades "P30Y", two hours "PT2H"."""
    factor, plain = UNIT_PARTS.get(unit, (1, unit))
    amount = f"{number * factor:g}"
    clock = "T" if plain in {"hour", "minute", "second"} else ""
    return f"P{clock}{amount}{ISO_UNITS[plain]}"


def _set(expression: Expression, _context: Context) -> Value:
    slots = expression.slots
    unit = (slots.get("every") and meaning("every")[slots["every"]]) or meaning("unit").get(slots.get("unit", ""), "")
    if "month" in slots:
        month = int(meaning("month")[slots["month"]])
        day = int("".join(filter(str.isdigit, slots["day"]))) if "day" in slots else None
        moment = Moment("day" if day else "month", None, month, day)
        return Value(TimeKind.SET, write(moment), moment.granularity)
    if "holiday" in slots:
        method, numbers = holidays()[slots["holiday"]]
        return (
            Value(TimeKind.SET, f"XXXX-{numbers}", "day")
            if method == "fixed"
            else Value(TimeKind.SET, None, "day", unknown="its date moves from year to year")
        )
    forms = {"day": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX"}
    if unit in forms:
        return Value(TimeKind.SET, forms[unit], unit)
    return Value(TimeKind.SET, None, unit or "day", unknown="it recurs; EDTF has no form for that")


def _vague(expression: Expression, _context: Context) -> Value:
    sense = {"past": "past", "present": "present", "future": "to come"}[meaning("vague")[expression.slots["vague"]]]
    return Value(TimeKind.DATE, unknown=VAGUE.format(sense))


def _clock_time(expression: Expression, context: Context) -> Value:
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
    anchor = Anchor(kind=AnchorKind.MENTIONED, edtf=write(day), spans=context.mentioned.spans)
    return Value(TimeKind.TIME, write(replace(day, clock=(hour, minute))), "minute", anchor)


FORMS: dict[str, Callable[[Expression, Context], Value]] = {
    "date": _date,
    "swapped": _swapped,
    "range": _range,
    "foreign": _foreign,
    "relative": _relative,
    "offset": _offset,
    "duration": _duration,
    "set": _set,
    "vague": _vague,
    "clock": _clock_time,
}
