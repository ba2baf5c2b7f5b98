"""Periods: what stretch of days an EDTF value allows, and how two such stretches stand to each other."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

DATE = re.compile(r"^(?P<year>XXXX|\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[\d:+.Z-]*)?(?P<mark>[~?%]?)$")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of the EDTF seasons 21 to 24 on the northern half of the earth; winter runs into the next year."""
EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()
ANY_YEAR = 2000
"""The year in which a date without a year ("22 March") is counted; a leap year, so that it has every day."""
KEPT = 1 << 16
"""Values whose days are remembered."""
UNTOLD_YEAR = "XXXX"
DAYS_OF_A_DAY, DAYS_OF_A_MONTH, DAYS_OF_A_YEAR = 1, 31, 366
DAYS_THAT_ACCOUNTS_ERR = 3
"""Two articles' dates of one happening differ by this many days at most (time zones, calendars, slips)."""


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, as proleptic Gregorian ordinals.

    `approximate` is True where the value is marked uncertain (`~`, `?`, `%`) or has an open end. `yearless` is True for
    a day or month of an untold year, whose days are counted in ANY_YEAR.
    """

    first: int
    last: int
    approximate: bool = False
    yearless: bool = False

    @property
    def days(self) -> int:
        """How many days long the period is."""
        return self.last - self.first + 1

    @property
    def dated(self) -> bool:
        """True when it is no longer than a month, so that it tells one happening from another."""
        return self.days <= DAYS_OF_A_MONTH

    def describe(self) -> str:
        """The period in ISO dates: a day, a month or year where it is just that, else its first and last day; without a year in words."""
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        if self.yearless:
            return f"{_without_year(first, last)}, year untold"
        if first == last:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
        start = "the past" if self.first == EARLIEST else first.isoformat()
        return f"{start} to {'now on' if self.last == LATEST else last.isoformat()}"

    def in_any_year(self) -> Period | None:
        """The same days counted in ANY_YEAR; None for a period longer than a month, which is no day of a year."""
        if self.yearless:
            return self
        if not self.dated:
            return None
        start = date.fromordinal(self.first)
        first = date(ANY_YEAR, start.month, start.day).toordinal()
        return Period(first, first + self.days - 1, self.approximate, yearless=True)

    def overlaps(self, other: Period) -> bool:
        """True when the two share a day; where the year of one is untold, when they do in some year."""
        return self.gap(other) == 0

    def holds(self, other: Period) -> bool:
        """True when every day of the other is one of its days; neither may be of an untold year."""
        return self.first <= other.first and other.last <= self.last and not (self.yearless or other.yearless)

    def gap(self, other: Period) -> int:
        """How many days lie between the end of one and the start of the other, 0 when they overlap; untold years fit any year."""
        one, its = (self, other) if self.yearless is other.yearless else (self.in_any_year(), other.in_any_year())
        return max(0, one.first - its.last, its.first - one.last) if one and its else 0

    def is_apart(self, other: Period, *, same_article: bool = False) -> bool:
        """True when the two share no day and cannot be meant for one: two articles err by some days, one article does not."""
        gap = self.gap(other)
        if not gap or same_article or self.yearless or other.yearless or not (self.dated and other.dated):
            return gap > 0
        return gap > DAYS_THAT_ACCOUNTS_ERR + (DAYS_OF_A_MONTH if self.approximate or other.approximate else 0)


@lru_cache(maxsize=KEPT)
def period_of(edtf: str | None) -> Period | None:
    """The days an EDTF value (levels 0 and 1) allows; None for a missing value, a duration or one that is not understood."""
    if not edtf:
        return None
    if "/" not in edtf:
        return _date(edtf)
    start, _, end = edtf.partition("/")
    first, last = _date(start), _date(end)
    is_open = start in {"", ".."} or end in {"", ".."}
    if (first is None and start not in {"", ".."}) or (last is None and end not in {"", ".."}) or (first is None and last is None):
        return None
    period = Period(
        first.first if first else EARLIEST,
        last.last if last else LATEST,
        approximate=is_open or any(part is not None and part.approximate for part in (first, last)),
    )
    return period if period.first <= period.last else None


def exact_period(edtf: str | None) -> Period | None:
    """The days an EDTF value allows, unless it is only about so, has an open end, or its year is not told."""
    period = period_of(edtf)
    return None if period is None or period.approximate or period.yearless else period


def time_between(dates: Iterable[Period]) -> Period | None:
    """The time from the first to the last of the dates as far as it is sure; None where none is.

    A day or a month counts whole. Of a longer date ("2017") it is only sure that something fell in it: it takes the time on to
    its first day, or back to its last one.
    """
    known = list(dates)
    if not known:
        return None
    first = min(date.first if date.dated else date.last for date in known)
    last = max(date.last if date.dated else date.first for date in known)
    return Period(first, last) if first <= last else None


def _without_year(first: date, last: date) -> str:
    if first.day == 1 and last == date(ANY_YEAR, first.month, monthrange(ANY_YEAR, first.month)[1]):
        return f"{first:%B}"
    return f"{first.day} {first:%B}" if first == last else f"{first.day} {first:%B} to {last.day} {last:%B}"


def _date(edtf: str) -> Period | None:
    match = DATE.match(edtf)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if year == UNTOLD_YEAR:
        return _yearless(month, day)
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first < date.min.year or last + 1 > date.max.year:
        return None
    approximate = bool(match["mark"])
    if month in {None, "XX"} or first != last:
        return Period(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal(), approximate)
    if int(month) in SEASONS:
        return _months(first, *SEASONS[int(month)], approximate=approximate)
    if not 1 <= int(month) <= 12:
        return None
    if day in {None, "XX"}:
        return _months(first, int(month), int(month), approximate=approximate)
    if not 1 <= int(day) <= monthrange(first, int(month))[1]:
        return None
    ordinal = date(first, int(month), int(day)).toordinal()
    return Period(ordinal, ordinal, approximate)


def _yearless(month: str | None, day: str | None) -> Period | None:
    """A day or month of an untold year; nothing at all is told by "XXXX" alone."""
    if month in {None, "XX"}:
        return None
    period = _date(f"{ANY_YEAR}-{month}" + (f"-{day}" if day else ""))
    return replace(period, yearless=True) if period else None


def _months(year: int, first: int, last: int, *, approximate: bool) -> Period:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Period(date(year, first, 1).toordinal(), end.toordinal(), approximate)
