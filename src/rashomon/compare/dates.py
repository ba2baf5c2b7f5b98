"""EDTF dates as plain words, for what the readers write (EDTF levels 0 and 1, Library of Congress 2019)."""

from __future__ import annotations

import re

from rashomon.link.periods import UNTOLD_YEAR, Period

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
UNTOLD_YEAR_WORDS = " of an untold year"
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
OPEN = frozenset({"", ".."})
_POINT = re.compile(r"(?P<year>\d{2,4}X{0,2}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?:T(?P<clock>[\d:]+)\S*)?(?P<mark>[?~%]?)")
_WRITTEN = re.compile(r"(?<![\w-])(?:\d{4}|XXXX)-\d\d(?:-\d\d)?[?~%]?(?![\w-])")
_TWICE = re.compile(r"^(.+) \(\1\)$")
_MARKS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def date_words(edtf: str | None) -> str:
    """The date as a person writes it ("28 June 1981", "before 2017", "2016 to 2018"); what cannot be read stays as it is."""
    if not edtf:
        return ""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_words(start)
    if start in OPEN:
        return f"up to {_point_words(end)}" if end not in OPEN else "at any time"
    return f"from {_point_words(start)} on" if end in OPEN else f"{_point_words(start)} to {_point_words(end)}"


def plain_dates(text: str) -> str:
    """The text with each EDTF date in it as a person writes it: "on Thursday (14 March 2024)", and none written twice over."""
    return _TWICE.sub(r"\1", _WRITTEN.sub(lambda match: date_words(match[0]), text))


def plain_period(period: Period) -> str:
    """A period as people write it: "22 March 2018", "March 2018", "2018", "1 May 2018 to 3 May 2018", "22 March of an untold year"."""
    if period.yearless:
        return period.describe().partition(",")[0] + UNTOLD_YEAR_WORDS
    return " to ".join(map(date_words, period.describe().split(" to ")))


def first_words(edtf: str) -> str:
    """The date, or where an interval begins, as a person writes it."""
    return _point_words(edtf.partition("/")[0])


def last_words(edtf: str) -> str:
    """The date, or where an interval ends, as a person writes it."""
    return _point_words(edtf.rpartition("/")[2])


def _point_words(point: str) -> str:
    match = _POINT.fullmatch(point)
    if match is None:
        return point
    year, month, day = match["year"], match["month"], match["day"]
    words = _year_words(year)
    number = int(month) if month and month != "XX" else 0
    if number in SEASONS:
        words = f"{SEASONS[number]} {words}"
    elif 1 <= number <= 12:
        words = f"{MONTHS[number - 1]} {words}"
        if day and day != "XX":
            words = f"{int(day)} {words}"
    if match["clock"]:
        words += f", {match['clock'][:5]}"
    return _MARKS.get(match["mark"], "") + words


def _year_words(year: str) -> str:
    if year == UNTOLD_YEAR:
        return UNTOLD_YEAR_WORDS.strip()
    if year.endswith("XX") or len(year) == 2:
        return f"the {year[:2]}00s"
    return f"the {year[:3]}0s" if year.endswith("X") or len(year) == 3 else year
