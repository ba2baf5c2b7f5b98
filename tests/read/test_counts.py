"""Numbers told with an act, and the bounds that the words allow."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import quote
from rashomon.read.counts import read_number

# sentence, a word of the trigger, what is counted, number, low, high, the words
COUNTS = [
    ("Two Varenians were arrested.", "arrested", "arrested", 2, 2, 2, "Two"),
    ("Seventy-three officials were killed.", "killed", "killed", 73, 73, 73, "Seventy-three"),
    ("At least 73 officials were killed.", "killed", "killed", 73, 73, None, "At least 73"),
    ("Up to 40 rebels were wounded.", "wounded", "wounded", 40, None, 40, "Up to 40"),
    ("Dozens of protesters were injured.", "injured", "injured", None, 24, 99, "Dozens"),
    ("Police arrested 1,200 students.", "arrested", "arrested", 1200, 1200, 1200, "1,200"),
    ("Agents thwarted three plots against the president.", "plots", "plots", 3, 3, 3, "three"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "what", "number", "low", "high", "words"), COUNTS)
def test_how_many(text: str, trigger: str, what: str, number: int | None, low: int | None, high: int | None, words: str) -> None:
    record = record_of(text)
    counts = {count.what: count for count in event_at(record, trigger).counts}
    assert what in counts, counts
    count = counts[what]
    assert (count.number, count.low, count.high) == (number, low, high)
    assert quote(text, count.spans) == words


@pytest.mark.parametrize(
    ("words", "number"),
    [("seventy three", 73), ("two hundred", 200), ("two hundred and five", 205), ("three thousand", 3000), ("a dozen", 12), ("nobody", 0)],
)
def test_number_words(words: str, number: int) -> None:
    assert read_number(words.split()) == (number, number, number)


@given(st.integers(min_value=0, max_value=999_999))
def test_a_numeral_is_read_as_itself(number: int) -> None:
    assert read_number([f"{number:,}"]) == (number, number, number)


def test_words_without_a_number_have_none() -> None:
    assert read_number(["the", "old", "guard"]) is None
