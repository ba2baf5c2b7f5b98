"""Dates of the Solar Hijri (persian) and the Islamic lunar calendar, and feasts that move, as Gregorian days.

Persian days follow the astronomical calendar as `convertdate` computes it; Islamic days the Umm al-Qura calendar
(`hijridate`, 1343 to 1500 AH) and outside it the tabular one, where the day seen in the sky may be one off.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

UMM_AL_QURA_YEARS = range(1343, 1501)
PERSIAN_OFFSET = 621
"""A Persian year begins in March of the Gregorian year that is so much greater; its month Dey (the tenth) holds 1 January."""
DEY = 10
JULIAN_DAY_OF_ORDINAL_0 = 1721424.5
YEAR_NAMES = {"persian": "Solar Hijri", "islamic": "Islamic"}


def to_gregorian(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day in another calendar; None where there is no such day."""
    if calendar == "persian":
        return _persian_day(year, month, day)
    return _islamic_day(year, month, day)


def years_around(calendar: str, gregorian_year: int, month: int) -> tuple[int, ...]:
    """The years of the calendar whose `month` may share days with the Gregorian year, in order."""
    if calendar == "persian":
        years = {PERSIAN_OFFSET: month <= DEY, PERSIAN_OFFSET + 1: month >= DEY}
        return tuple(gregorian_year - offset for offset in (PERSIAN_OFFSET + 1, PERSIAN_OFFSET) if years[offset])
    first = (gregorian_year - 622) * 33 // 32
    return tuple(range(first - 1, first + 3))


def in_gregorian_year(calendar: str, month: int, day: int, gregorian_year: int) -> date | None:
    """The day on which the other calendar's day and month fall in a Gregorian year; the first where there are two."""
    days = (to_gregorian(calendar, year, month, day) for year in years_around(calendar, gregorian_year, month))
    return next((found for found in days if found is not None and found.year == gregorian_year), None)


def weekday_in_month(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` such weekday of a month (1 is Monday), counted from its end where negative."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday + 1) % 7 - 7 * (nth + 1))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _persian_day(year: int, month: int, day: int) -> date | None:
    if day > (31 if month <= 6 else 30):
        return None
    found = _persian_new_year(year) + timedelta(days=(month - 1) * 31 - max(month - 7, 0) + day - 1)
    return None if month == 12 and found >= _persian_new_year(year + 1) else found


@cache
def _persian_new_year(year: int) -> date:
    """1 Farvardin: the day of the March equinox in Tehran, as `convertdate.persian` reckons it."""
    from convertdate import persian

    return date.fromordinal(int(persian.equinox_jd(year + PERSIAN_OFFSET) + 0.5 - JULIAN_DAY_OF_ORDINAL_0))


def _islamic_day(year: int, month: int, day: int) -> date | None:
    if day > 30:
        return None
    if year in UMM_AL_QURA_YEARS:
        from hijridate import Hijri

        if day > Hijri(year, month, 1).month_length():
            return None
        found = Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)
    from convertdate import islamic

    return date(*islamic.to_gregorian(year, month, day))
