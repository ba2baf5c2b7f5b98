"""Numbers told with an act, and the bounds that the words allow."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import quote
from rashomon.read.events.counts import read_number

# sentence, a word of the trigger, what is counted, number, low, high, the words
COUNTS = [
    ("Nine sailors were arrested.", "arrested", "arrested", 9, 9, 9, "Nine"),
    ("Forty-two clerks were killed.", "killed", "killed", 42, 42, 42, "Forty-two"),
    ("At least 42 clerks were killed.", "killed", "killed", 42, 42, None, "At least 42"),
    ("Up to 40 rebels were wounded.", "wounded", "wounded", 40, None, 40, "Up to 40"),
    ("Dozens of protesters were injured.", "injured", "injured", None, 24, 99, "Dozens"),
    ("Police arrested 1,200 students.", "arrested", "arrested", 1200, 1200, 1200, "1,200"),
    ("A blast tore through the market, killing nine sailors.", "killing", "killed", 9, 9, 9, "nine"),
    ("Orsk will expel two diplomats.", "expel", "expelled", 2, 2, 2, "two"),
    ("Three members of the Front were charged with plotting to bomb the dam.", "bomb", "members", 3, 3, 3, "Three"),
    ("Three clerks were arrested. The three were charged with planning to bomb the dam.", "bomb", "people", 3, 3, 3, "three"),
    ("Two men were accused of plotting an attack against hundreds of Guild members.", "plotting", "members", None, 200, 999, "hundreds"),
    ("Guards foiled six plots against the governor.", "plots", "plots", 6, 6, 6, "six"),
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


def test_a_number_of_those_who_act_does_not_count_the_act() -> None:
    counts = event_at(record_of("The three were charged with planning to bomb the dam."), "bomb").counts
    assert "bomb" not in {count.what for count in counts}
