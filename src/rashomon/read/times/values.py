"""The value of an expression of time, as far as it can be told."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Anchor, AnchorKind, TimeKind
from rashomon.read.times.calendars import to_gregorian
from rashomon.read.times.edtf_values import Moment, is_possible, of_day, write
from rashomon.read.times.rules import Expression
from rashomon.read.times.words import foreign_months, meaning

NO_ANCHOR = Anchor(kind=AnchorKind.NONE)
FIRST_SHORT_YEAR = 40
"""Years written with two digits run from 1940 to 2039, the span in which the news we read was written."""
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


def dated(expression: Expression, moment: Moment, anchor: Anchor) -> Value:
    """The value of a date as far as it could be completed; what is still open is said in `unknown`."""
    at_night = expression.slots.get("unit", "").startswith("night")
    kind = TimeKind.TIME if moment.clock or expression.has("daytime") or at_night else TimeKind.DATE
    if moment.granularity == "day" and moment.day is None:
        return Value(kind, None, "day", anchor, unknown="which week is meant is not told: the article has no date to count from")
    if moment.year is None and moment.granularity in {"season", "half", "quarter", "year"}:
        return Value(kind, None, moment.granularity, anchor, unknown="the year is not told, and the article has no date to count from")
    uncertain = is_uncertain(anchor)
    unknown = "the year is not told, and nothing in the article settles it" if moment.year is None else None
    edtf = write(moment, uncertain=uncertain)
    granularity = "minute" if moment.clock else moment.granularity
    return Value(kind, edtf, granularity, anchor, unknown=unknown, moment=moment if moment.year is not None else None)


def is_uncertain(anchor: Anchor) -> bool:
    """True when what is counted from the anchor is only inferred."""
    return anchor.kind is AnchorKind.INFERRED or (anchor.edtf or "").endswith("?")


def year_of(slots: dict[str, str]) -> int | None:
    """The year that the slots tell, counted astronomically (0 is 1 BC); None where they tell none."""
    if "shortyear" in slots:
        short = int(slots["shortyear"])
        return 1900 + short if short >= FIRST_SHORT_YEAR else 2000 + short
    if "year" not in slots:
        return None
    year = int(slots["year"])
    return 1 - year if meaning("era").get(slots.get("era", "")) == "before" else year


def told_date(expression: Expression) -> Moment | None:
    """What the words themselves tell of a date; its year is None where they tell none."""
    slots = expression.slots
    year = year_of(slots)
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


def foreign_day(expression: Expression) -> Moment | None:
    """The Gregorian day of a date of another calendar that is told with its year; None where there is no such day."""
    slots = expression.slots
    if "day" not in slots:
        return None
    calendar, month = foreign_months()[slots["foreign"]]
    found = to_gregorian(calendar, int(slots["foreignyear"]), month, int("".join(filter(str.isdigit, slots["day"]))))
    return of_day(found) if found is not None else None


def month_name(month: int) -> str:
    """The English name of a Gregorian month by its number."""
    return next(word for word, value in meaning("month").items() if value == str(month)).capitalize()


def date_words(day: Moment) -> str:
    """A day as a person writes it: "28 June 1981"."""
    return f"{day.day} {month_name(day.month or 1)} {day.year}"


def _clock(slots: dict[str, str]) -> tuple[int, int] | None:
    return (int(slots["hour"]), int(slots["minute"])) if "hour" in slots and "minute" in slots else None
