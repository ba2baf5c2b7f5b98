"""Words of time: months, weekdays, units, feasts and numbers, from the tables."""

from __future__ import annotations

import re
from functools import cache

from rashomon.tables import choices, load_table


@cache
def meaning(kind: str) -> dict[str, str]:
    """What each word of a kind in time_words.tsv stands for: `meaning("month")["june"]` is "6"."""
    rows = load_table("rashomon.read.times", "tables/time_words.tsv", ("kind", "words", "value"), ("kind", "words"))
    return {word.lower(): row["value"] for row in rows if row["kind"] == kind for word in choices(row["words"])}


@cache
def holidays() -> dict[str, tuple[str, str]]:
    """How each holiday's date is found, by its name in lower case: the method and its numbers."""
    rows = load_table("rashomon.read.times", "tables/holidays.tsv", ("names", "method", "numbers"), ("names",))
    return {name.lower(): (row["method"], row["numbers"]) for row in rows for name in choices(row["names"])}


@cache
def foreign_months() -> dict[str, tuple[str, int]]:
    """Calendar and number of each month of another calendar, by its name in lower case."""
    rows = load_table("rashomon.read.times", "tables/foreign_months.tsv", ("calendar", "number", "names"), ("calendar", "number"))
    return {name.lower(): (row["calendar"], int(row["number"])) for row in rows for name in choices(row["names"])}


def count(words: str) -> float:
    """The number that some words tell ("thirty-six", "a hundred", "2.5")."""
    numbers = meaning("number")
    if re.fullmatch(r"[\d.,]+", words):
        return float(words.replace(",", ""))
    total = 0
    for word in re.split(r"[\s-]+", words):
        total = max(total, 1) * 100 if word == "hundred" else total + int(numbers.get(word, "0"))
    return float(total)
