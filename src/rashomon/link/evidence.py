"""Evidence: how two dates and two places stand to each other, in words that linking and contrasts share."""

from __future__ import annotations

from rashomon.link.periods import DAYS_OF_A_DAY, DAYS_OF_A_MONTH, DAYS_OF_A_YEAR, Period
from rashomon.link.tellings import Locus

DAYS_THAT_ACCOUNTS_ERR = 3
"""Two articles' dates of one happening differ by this many days at most (time zones, calendars, slips)."""


def time_outcome(one: Period, other: Period, *, same_article: bool = False) -> str:
    """How two periods stand to each other, in the words of the table of comparisons."""
    if one.yearless or other.yearless:
        return _outcome_in_any_year(one.in_any_year(), other.in_any_year())
    gap = one.gap(other)
    if gap:
        allowed = DAYS_THAT_ACCOUNTS_ERR + (DAYS_OF_A_MONTH if one.approximate or other.approximate else 0)
        return "days apart" if gap <= allowed and one.dated and other.dated and not same_article else "apart"
    longer, shorter = max(one.days, other.days), min(one.days, other.days)
    if longer == DAYS_OF_A_DAY:
        return "same day"
    if longer <= DAYS_OF_A_MONTH:
        return "same month"
    if one == other and longer <= DAYS_OF_A_YEAR:
        return "same year"
    return "one within the other" if shorter <= DAYS_OF_A_MONTH else "overlapping"


def _outcome_in_any_year(one: Period | None, other: Period | None) -> str:
    if one is None or other is None:
        return "year untold"
    if one.gap(other):
        return "apart"
    return "same day, year untold" if one.days == other.days == DAYS_OF_A_DAY else "same month, year untold"


def place_outcome(one: Locus, other: Locus) -> str:
    """How two places stand to each other, in the words of the table of comparisons."""
    if one.name == other.name or (one.entry and one.entry == other.entry):
        return "same"
    if not one.country or not other.country:
        return "other name"
    if one.country != other.country:
        return "other country"
    return "one within the other" if "country" in {one.precision, other.precision} or one.precision != other.precision else "other place"
