"""EDTF dates as days, for what the readers write (EDTF levels 0 and 1, Library of Congress 2019)."""

from __future__ import annotations

import msgspec

from rashomon.link.periods import EARLIEST, LATEST, period_of


class Days(msgspec.Struct, frozen=True, order=True):
    """First and last possible day, as proleptic Gregorian ordinals; None where open."""

    first: int | None
    last: int | None


def date_days(edtf: str | None) -> Days | None:
    """The days a date allows, or None when there is no date, its year is untold or it cannot be understood."""
    period = period_of(edtf)
    if period is None or period.yearless:
        return None
    return Days(None if period.first == EARLIEST else period.first, None if period.last == LATEST else period.last)
