"""Patterns of time: the regular expressions of the table, with its slots filled, and the words near which each can match."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.read.times.words import foreign_months, holidays, meaning
from rashomon.tables import load_table

YEAR = r"(?<![\d,.$£€#/])(?<!\d-)(?:1\d{3}|20\d\d)(?!\d|,\d|\.\d|%|-\w*[a-z])"
DAY = r"(?<![\d:.,])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[:.,]\d{3}|\w)"
PLURAL = r"minutes|hours|days|nights|weeks|weekends|months|years|decades|centuries"
SLOT_KINDS = (
    *("month", "weekday", "season", "unit", "part", "which", "some", "approx"),
    *("daytime", "era", "direction", "every", "vague", "decade", "ordinal", "near"),
)


@dataclass(frozen=True)
class TimePattern:
    """A row of the table: its form, the kind of word that it needs, and its expression, which is made when it is first asked for."""

    form: str
    needs: str
    source: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, whatever the case of letters."""
        return re.compile(self.source, re.IGNORECASE)


@cache
def patterns() -> tuple[TimePattern, ...]:
    """The rows of the table in its order."""
    slots = {kind: _any_of(meaning(kind)) for kind in SLOT_KINDS}
    slots |= {"holiday": _any_of(holidays()), "foreign": _any_of(foreign_months())}
    slots["month"] = rf"(?:{slots['month']})(?:(?<=\b[a-z]{{3}})(?<!may)\.|(?<=\bsept)\.)?"
    slots |= {"year": YEAR, "day": DAY, "plural": PLURAL, "number": _number_words()}
    rows = load_table("rashomon.read.times", "tables/time_patterns.tsv", ("form", "needs", "pattern", "example"), ("pattern",))
    return tuple(TimePattern(row["form"], row["needs"], _bounded(_fill(row["pattern"], slots))) for row in rows)


@cache
def triggers() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """What finds a word near which some pattern can match, and the kinds that each word is of."""
    words: dict[str, set[str]] = {}
    for needs in {pattern.needs for pattern in patterns()}:
        table = holidays() if needs == "holiday" else foreign_months() if needs == "foreign" else meaning(needs)
        for word in table:
            words.setdefault(word, set()).add(needs)
    pattern = re.compile(rf"(?<![^\W\d_])(?:\d+|(?:{_any_of(words)})s?(?![^\W\d_]))", re.IGNORECASE)
    return pattern, {word: tuple(sorted(kinds)) for word, kinds in words.items()}


def _fill(pattern: str, slots: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda slot: f"(?:{slots[slot[1]]})", pattern)


def _bounded(pattern: str) -> str:
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _number_words() -> str:
    values = meaning("number")
    tens = "|".join(word for word, value in values.items() if int(value) in range(20, 100, 10))
    ones = "|".join(word for word, value in values.items() if int(value) in range(1, 20) and word not in {"a", "an"})
    return rf"\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{tens})[\s-](?:{ones})|(?:(?:a|one|two|three|four|five)\s+)?hundred|{tens}|{ones}|an|a"
