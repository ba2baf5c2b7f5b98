"""Moments as EDTF: a point or stretch of time of known fineness, written down, moved and read back.

Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019; ISO 8601-2:2019), and for months whose year is
not told the unspecified-year form `XXXX-03-22`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

GRANULARITIES = ("second", "minute", "hour", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century")
"""From fine to coarse; "half" is half a year."""

CLOCK_UNITS = frozenset({"hour", "minute", "second"})
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
PART_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
PART_DAYS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, -1),
    "first week": (1, 7),
    "second week": (8, 14),
    "third week": (15, 21),
    "last week": (-7, -1),
}
"""First and last day of a part of a month, counted from its end where negative; of a year, weeks alone are parts told in days."""
PART_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@dataclass(frozen=True)
class Moment:
    """A stretch of time. `year` counts astronomically (0 is 1 BC); None where it is not told.

    `granularity` is one of GRANULARITIES; a week is known by its first `day`, a decade or century by its first `year`,
    a quarter or half by its first `month`. `part` narrows it ("early", "mid", "late").
    """

    granularity: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: str | None = None
    clock: tuple[int, int] | None = None

    def is_finer_than(self, granularity: str) -> bool:
        """True when this moment is told more finely than `granularity`, or just as finely."""
        return GRANULARITIES.index(self.granularity) <= GRANULARITIES.index(granularity)

    @property
    def first_day(self) -> date | None:
        """The first calendar day, where the year is told and within the calendar's reach (1 to 9999 CE)."""
        if self.year is None or not 1 <= self.year <= 9999:
            return None
        month = self.month or (SEASON_MONTHS[self.season][0] if self.season else 1)
        return date(self.year, month, min(self.day or 1, monthrange(self.year, month)[1]))


def is_possible(month: int, day: int, year: int | None = None) -> bool:
    """True when there is such a day, in that year or, without one, in a leap year."""
    if year is None or not 1 <= year <= 9999:
        year = 2000
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def write(moment: Moment, *, uncertain: bool = False) -> str:
    """The moment in EDTF; `uncertain` adds the qualifier "?" where level 1 allows one (not to seasons)."""
    text = _plain(moment)
    if not uncertain or moment.season is not None or "X" in text:
        return text
    return "/".join(f"{end}?" for end in text.split("/"))


def of_day(day: date) -> Moment:
    """The moment that is one calendar day."""
    return Moment("day", day.year, day.month, day.day)


def shift(moment: Moment, number: int, unit: str) -> Moment | None:
    """The moment `number` units on (back, where negative), as fine as the unit or the moment, whichever is coarser.

    None when the moment is told too coarsely to count such units from it.
    """
    if unit in CLOCK_UNITS:
        return _shift_clock(moment, number, unit)
    if moment.year is None or not moment.is_finer_than(unit):
        return None
    if unit in {"day", "week"}:
        return _shift_days(moment, number, unit)
    months = number * MONTHS_IN[unit]
    at = moment.year * 12 + (moment.month or 1) - 1 + months
    year, month = divmod(at, 12)
    if unit == "month":
        return Moment("month", year, month + 1)
    return truncate(Moment("month", year, month + 1), unit)


def moved(moment: Moment, number: int, unit: str) -> Moment | None:
    """The moment `number` units on, told as exactly as before: a year on, 11 May 2012 is 11 May 2013."""
    told = shift(moment, number, unit)
    if told is None or unit not in MONTHS_IN or moment.year is None:
        return told
    year, month = divmod(moment.year * 12 + (moment.month or 1) - 1 + number * MONTHS_IN[unit], 12)
    if not moment.day:
        return replace(moment, year=year, month=month + 1 if moment.month else None)
    last = monthrange(max(year, 1), month + 1)[1]
    return replace(moment, year=year, month=month + 1, day=min(moment.day, last), clock=None)


def truncate(moment: Moment, unit: str) -> Moment | None:
    """The stretch of the coarser kind that holds the moment: the month of a day, the decade of a year."""
    if moment.year is None or not moment.is_finer_than(unit):
        return None
    if unit == "decade":
        return Moment("decade", moment.year // 10 * 10)
    if unit == "century":
        return Moment("century", moment.year // 100 * 100)
    if unit == "year":
        return Moment("year", moment.year)
    if unit == "month" and moment.month:
        return Moment("month", moment.year, moment.month)
    if unit == "day" and moment.day:
        return Moment("day", moment.year, moment.month, moment.day)
    if unit == "week" and moment.first_day and moment.day:
        first = moment.first_day - timedelta(days=moment.first_day.weekday())
        return replace(of_day(first), granularity="week")
    return None


def parse(edtf: str) -> Moment | None:
    """The moment of a plain EDTF date ("2018", "2018-11", "2018-11-21", with or without a time or qualifier), else None."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.+Z-]*)?)?)?[?~%]?", edtf)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None:
        return Moment("year", year)
    if month in SEASON_MONTHS:
        return Moment("season", year, season=month)
    return Moment("day", year, month, day) if day else Moment("month", year, month)


def _shift_days(moment: Moment, number: int, unit: str) -> Moment | None:
    first = moment.first_day
    if first is None or moment.day is None:
        return None
    days = number * (7 if unit == "week" else 1)
    if not date.min.toordinal() <= first.toordinal() + days <= date.max.toordinal():
        return None
    return of_day(first + timedelta(days=days))


def _shift_clock(moment: Moment, number: int, unit: str) -> Moment | None:
    first = moment.first_day
    if first is None or moment.day is None or moment.clock is None or unit == "second":
        return None
    then = datetime.combine(first, time(*moment.clock)) + timedelta(**{f"{unit}s": number})
    return replace(of_day(then.date()), clock=(then.hour, then.minute))


def _plain(moment: Moment) -> str:
    year = "XXXX" if moment.year is None else _year(moment.year)
    match moment.granularity:
        case "century":
            return _years(moment, digits=2)
        case "decade":
            return _years(moment, digits=1)
        case "year" if moment.part and moment.part not in PART_MONTHS:
            return _month(year, replace(moment, month=12 if moment.part == "last week" else 1))
        case "year":
            return _months(year, PART_MONTHS[moment.part]) if moment.part else year
        case "half" | "quarter":
            first = moment.month or 1
            return _months(year, (first, first + MONTHS_IN[moment.granularity] - 1))
        case "season":
            return f"{year}-{moment.season}"
        case "month":
            return _month(year, moment)
        case "week":
            return _week(moment)
    day = f"{year}-{moment.month:02}-{moment.day:02}" if moment.day else f"{year}-{moment.month:02}" if moment.month else year
    if moment.clock and moment.day and moment.year is not None:
        return f"{day}T{moment.clock[0]:02}:{moment.clock[1]:02}:00"
    return day


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _months(year: str, bounds: tuple[int, int]) -> str:
    return f"{year}-{bounds[0]:02}/{year}-{bounds[1]:02}"


def _month(year: str, moment: Moment) -> str:
    month = moment.month or 1
    if not moment.part or moment.year is None:
        return f"{year}-{month:02}"
    last = monthrange(max(moment.year, 1), month)[1]
    first, end = (day if day > 0 else last + 1 + day for day in PART_DAYS[moment.part])
    return f"{year}-{month:02}-{first:02}/{year}-{month:02}-{end:02}"


def _week(moment: Moment) -> str:
    first = moment.first_day
    if first is None:
        return _plain(replace(moment, granularity="day"))
    return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}"


def _years(moment: Moment, *, digits: int) -> str:
    """So many of the year's last digits left open, or the years of the part ("early") from the first to the last."""
    first, unit = moment.year or 0, 10 ** (digits - 1)
    if moment.part in PART_YEARS:
        low, high = PART_YEARS[moment.part]
        return f"{_year(first + low * unit)}/{_year(first + high * unit + unit - 1)}"
    if first < 0:
        return f"{_year(first)}/{_year(first + 10 * unit - 1)}"
    return f"{first // (10 * unit):0{4 - digits}}" + digits * "X"
