"""What is told of somebody that is no event: who holds it towards whom, whether it is so, and what is not stated at all."""

from __future__ import annotations

import pytest
from events_reading import record_of

from rashomon.model import quote

# sentence, topic, value, holder, other, polarity
TOLD = [
    ("The Salt Guild is defunct.", "existence", "defunct", "Salt Guild", None, "affirmed"),
    ("The Salt Guild no longer exists.", "existence", "active", "Salt Guild", None, "denied"),
    ("The Salt Guild is funded by Ostria.", "standing", "funds", "Ostria", "Salt Guild", "affirmed"),
    ("Ostria denies that it funds the Salt Guild.", "standing", "funds", "Ostria", "Salt Guild", "denied"),
    ("It is not true that Ostria funds the Salt Guild.", "standing", "funds", "Ostria", "Salt Guild", "denied"),
    ("The weekly Lantern belongs to the Salt Guild.", "standing", "owns", "Salt Guild", "Lantern", "affirmed"),
    ("Ostria is behind the strike in Velm.", "standing", "behind", "Ostria", "strike in Velm", "affirmed"),
    ("The Salt Guild lacks support.", "support", "none", "Salt Guild", None, "affirmed"),
    ("The Salt Guild enjoys broad support in Velm.", "support", "wide", "Salt Guild", None, "affirmed"),
    ("Ostria accuses Kerrin of arming rebels.", "standing", "arms", "Kerrin", "rebels", "affirmed"),
    ("The Salt Guild is a violent sect.", "violence", "violent", "Salt Guild", None, "affirmed"),
]
UNTOLD = [
    "Is the Salt Guild funded by Ostria?",
    "If the Salt Guild is funded by Ostria, voters will leave it.",
    "The court will decide whether the Salt Guild is legal.",
    "The Salt Guild would be stronger without Ostria.",
    "It is legal.",
    "The Salt Guild is more popular than the Lake Party.",
]


@pytest.mark.parametrize(("text", "topic", "value", "holder", "other", "polarity"), TOLD)
def test_what_is_stated(text: str, topic: str, value: str, holder: str, other: str | None, polarity: str) -> None:
    record = record_of(text)
    told = [(one.topic, one.value, one.holder.name, one.other.name if one.other else None, one.polarity.value) for one in record.statements]
    assert (topic, value, holder, other, polarity) in told
    assert all(quote(text, one.spans) == one.words for one in record.statements)


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_asked_or_supposed_is_not_stated(text: str) -> None:
    assert record_of(text).statements == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The Salt Guild has 3,000 members.", 3000, 3000),
        ("The Salt Guild has more than 3,000 members.", 3000, None),
        ("The Salt Guild has many members.", None, None),
    ],
)
def test_how_many_it_numbers(text: str, low: int | None, high: int | None) -> None:
    (size,) = (one for one in record_of(text).statements if one.topic == "size")
    assert (size.low, size.high) == (low, high)


def test_a_statement_stands_in_the_voice_of_whoever_makes_it() -> None:
    record = record_of("The Salt Guild is defunct, the mayor of Orsk said.")
    (statement,) = record.statements
    (saying,) = record.attributions
    assert statement.attribution == saying.id
