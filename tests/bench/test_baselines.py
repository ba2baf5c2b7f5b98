"""Answers without reading: what each takes for one happening."""

from __future__ import annotations

import pytest
from bench.baselines import first_letters, same_day


def document(text, *triggers, **given):
    mentions = [{"id": word, "start": text.index(word), "end": text.index(word) + len(word), "kind": "event"} for word in triggers]
    return {"id": "1", "text": text, "mentions": mentions, **given}


def test_triggers_whose_last_words_begin_alike_are_one_happening():
    found = first_letters(document("Dockers went on strike. Striking took long. Talks failed.", "on strike", "Striking", "Talks"))
    assert len(set(found["clusters"].values())) == 2
    assert found["clusters"]["on strike"] == found["clusters"]["Striking"]


MATTERS = [
    ("one sub-topic", {"topic": "7", "subtopic": "70"}, {"topic": "7", "subtopic": "70"}, True),
    ("two sub-topics", {"topic": "7", "subtopic": "70"}, {"topic": "7", "subtopic": "71"}, False),
    ("one topic", {"topic": "7"}, {"topic": "7"}, True),
    ("nothing told", {}, {}, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in MATTERS], ids=[row[0] for row in MATTERS])
def test_only_within_a_matter(one, other, expected):
    first, second = (first_letters(document("A strike.", "strike", **given))["clusters"]["strike"] for given in (one, other))
    assert (first == second) is expected


def test_entities_are_no_happenings():
    told = document("A strike.", "strike")
    told["mentions"][0]["kind"] = "entity"
    assert first_letters(told) == {"clusters": {}}


PUBLISHED = [
    ("the same day", "2031-05-06 08:00:00", "2031-05-06", True),
    ("two days", "2031-05-06", "2031-05-07", False),
    ("untold", None, "", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), [row[1:] for row in PUBLISHED], ids=[row[0] for row in PUBLISHED])
def test_articles_of_one_day_share_an_incident(one, other, expected):
    first, second = (set(same_day({"published": told})["incidents"]) for told in (one, other))
    assert bool(first & second) is expected
