"""Why an act was done, as told: the reasons and aims that stand with it, and words that look like one and are none."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of

from rashomon.model import quote

# sentence, a word of the trigger, kind, polarity, the words
MOTIVES = [
    ("Guards shelled the mill in revenge for a raid.", "shelled", "cause", "affirmed", "in revenge for a raid"),
    ("Because of a poem, the court jailed the singer.", "jailed", "cause", "affirmed", "Because of a poem"),
    ("Police arrested four weavers for theft.", "arrested", "cause", "affirmed", "for theft"),
    ("Police arrested four weavers on 1 May 2019 for singing.", "arrested", "cause", "affirmed", "for singing"),
    ("Millers marched because their wages were not paid.", "marched", "cause", "affirmed", "because their wages were not paid"),
    ("Millers marched through Orsk to demand higher wages.", "marched", "purpose", "affirmed", "to demand higher wages"),
    ("Gunmen shot the banker out of greed.", "shot", "cause", "affirmed", "out of greed"),
    ("The bombing of the court was meant as an answer.", "bombing", "purpose", "affirmed", "meant as an answer"),
    ("The banker was shot, but not because of his debts.", "shot", "cause", "denied", "because of his debts"),
    ("The police raid on the mill had nothing to do with taxes.", "raid", "cause", "denied", "nothing to do with taxes"),
]  # fmt: skip
NONE = [
    # sentence, a word of the trigger
    ("Guards shelled the mill for six hours.", "shelled"),
    ("The dockers' union called for a strike at the port.", "called"),
    ("Guards shelled the mill for the second time.", "shelled"),
    ("Rebels shot down a kite over Lake Orsa.", "shot"),
    ("Rebels attacked the mill after the verdict.", "attacked"),
    ("Amid fears of unrest, police arrested four weavers.", "arrested"),
    ("Gunmen kidnapped the candidate for mayor.", "kidnapped"),
    ("Police arrested four weavers, an officer said because he was asked.", "arrested"),
    ("Police forced the weavers to march.", "forced"),
    ("The army left out of Karsava.", "left"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "polarity", "words"), MOTIVES)
def test_why(text: str, trigger: str, kind: str, polarity: str, words: str) -> None:
    record = record_of(text)
    told = [(motive.kind.value, motive.polarity.value, motive.words) for motive in event_at(record, trigger).motives]
    assert told == [(kind, polarity, words)]
    assert [quote(text, motive.spans) for motive in event_at(record, trigger).motives] == [words]


@pytest.mark.parametrize(("text", "trigger"), NONE)
def test_no_reason(text: str, trigger: str) -> None:
    record = record_of(text)
    told = [event for event in record.events if trigger in quote(text, event.trigger.spans).split()]
    assert [motive.words for event in told for motive in event.motives] == []


def test_a_reason_is_in_the_voice_of_whoever_tells_it() -> None:
    record = record_of("Police arrested four weavers for theft, the mayor of Orsk said.")
    (motive,) = event_at(record, "arrested").motives
    (saying,) = record.attributions
    assert motive.attribution == saying.id
