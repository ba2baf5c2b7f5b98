"""Numbers told with an act, and the bounds that the words allow."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import quote
from rashomon.read.events.numbers import read_number

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
    ("At least 73 clerks were killed and more than 200 injured in the blast.", "injured", "injured", 200, 200, None, "more than 200"),
    ("Nine rebels were killed and three villages burned.", "burned", "burned", 3, 3, 3, "three"),
    ("The explosion left two soldiers wounded.", "wounded", "wounded", 2, 2, 2, "two"),
    ("The raid left 12 dead.", "left", "killed", 12, 12, 12, "12"),
    ("The shelling claimed sixteen lives.", "claimed", "killed", 16, 16, 16, "sixteen"),
    ("A handful of monks were injured.", "injured", "injured", None, 2, 9, "handful"),
    ("Between 40 and 50 monks were arrested.", "arrested", "arrested", None, 40, 50, "Between 40 and 50"),
    ("Forty to fifty rebels attacked the fort.", "attacked", "rebels", None, 40, 50, "Forty to fifty"),
    ("Some 40-50 rebels attacked the fort.", "attacked", "rebels", None, 40, 50, "Some 40-50"),
    ("Two to three million people have fled.", "fled", "people", None, 2_000_000, 3_000_000, "Two to three million"),
    ("Tens of thousands marched through Karsava.", "marched", "people", None, 20_000, 99_999, "Tens of thousands"),
    ("Several hundred students were arrested.", "arrested", "arrested", None, 300, 999, "Several hundred"),
    ("As many as 1,500 families were displaced.", "displaced", "displaced", 1500, None, 1500, "As many as 1,500"),
    ("More than a dozen monks were arrested.", "arrested", "arrested", 12, 12, None, "More than a dozen"),
    ("A dozen or so monks were arrested.", "arrested", "arrested", 12, 11, 13, "dozen or so"),
    ("Nearly half a million people have fled.", "fled", "people", 500_000, 450_000, 500_000, "Nearly half a million"),
    ("Both pilots were captured by shepherds.", "captured", "captured", 2, 2, 2, "Both"),
    ("No fewer than 60 houses were burned.", "burned", "burned", 60, 60, None, "No fewer than 60"),
    ("No more than 12 guards were killed.", "killed", "killed", 12, None, 12, "No more than 12"),
    ("No arrests were made at the mill.", "arrests", "arrested", 0, 0, 0, "No"),
    ("Close to 70 nurses were arrested.", "arrested", "arrested", 70, 63, 70, "Close to 70"),
    ("Nine clerks were taken into custody.", "taken", "arrested", 9, 9, 9, "Nine"),
    ("Not one guard was killed.", "killed", "killed", 0, 0, 0, "Not one"),
    ("Guards foiled six plots against the governor.", "plots", "plots", 6, 6, 6, "six"),
]  # fmt: skip
SHARES = [
    "One in ten students was arrested.",
    "Four out of five students were arrested.",
    "Half of the monks were arrested.",
    "A third of the 60 monks were arrested.",
]
LONGER = [("two hundred and five", 205), ("1.2 million", 1_200_000), ("two and a half million", 2_500_000)]


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
    [("seventy three", 73), ("two hundred", 200), ("three thousand", 3000), ("a dozen", 12), ("nobody", 0)],
)
def test_number_words(words: str, number: int) -> None:
    assert read_number(words.split()) == (number, number, number)


@given(st.integers(min_value=0, max_value=999_999))
def test_a_numeral_is_read_as_itself(number: int) -> None:
    assert read_number([f"{number:,}"]) == (number, number, number)


@pytest.mark.parametrize("text", SHARES)
def test_a_share_is_no_count(text: str) -> None:
    assert event_at(record_of(text), "arrested").counts == ()


def test_the_number_of_a_day_counts_nobody() -> None:
    assert not [count for count in event_at(record_of("On 4 March 2018 guards arrested clerks."), "arrested").counts if count.number == 4]


@pytest.mark.parametrize(("words", "number"), LONGER)
def test_longer_numbers(words: str, number: int) -> None:
    assert read_number(words.split()) == (number, number, number)


@pytest.mark.parametrize("words", ["40 50", "1.2", "half", "3rd"])
def test_what_is_no_whole_number_is_none(words: str) -> None:
    assert read_number(words.split()) is None


def test_no_fewer_than_denies_nothing() -> None:
    assert event_at(record_of("No fewer than 60 houses were burned."), "burned").polarity == "affirmed"


def test_words_without_a_number_have_none() -> None:
    assert read_number(["the", "old", "guard"]) is None


def test_a_number_of_those_who_act_does_not_count_the_act() -> None:
    counts = event_at(record_of("The three were charged with planning to bomb the dam."), "bomb").counts
    assert "bomb" not in {count.what for count in counts}
