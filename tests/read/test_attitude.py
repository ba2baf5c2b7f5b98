"""The attitude of a sentence toward somebody in it depends on the part they play."""

from __future__ import annotations

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import Attitude, Span
from rashomon.parse import parse
from rashomon.read.attitudes.rules import judge_by_rules

CASES = [
    ("Paul Tesk murdered two workers.", "Paul Tesk", Attitude.NEGATIVE),
    ("The court praised Paul Tesk.", "Paul Tesk", Attitude.POSITIVE),
    ("The court condemned Paul Tesk.", "Paul Tesk", Attitude.NEGATIVE),
    ("Paul Tesk was condemned by the court.", "Paul Tesk", Attitude.NEGATIVE),
    ("Paul Tesk is a corrupt liar.", "Paul Tesk", Attitude.NEGATIVE),
    ("Paul Tesk is not corrupt.", "Paul Tesk", Attitude.POSITIVE),
    ("Paul Tesk's lies shocked the town.", "Paul Tesk", Attitude.NEGATIVE),
    ("Paul Tesk rescued two children.", "Paul Tesk", Attitude.POSITIVE),
    ("Paul Tesk travelled to the town on Monday.", "Paul Tesk", Attitude.NEUTRAL),
]


@pytest.mark.parametrize(("text", "target", "attitude"), CASES)
def test_attitude(text: str, target: str, attitude: Attitude) -> None:
    doc = parse(ingest_text(text.encode(), "test.txt"))
    start = text.index(target)
    assert judge_by_rules(doc, (Span(start, start + len(target)),)).attitude is attitude


def test_a_target_outside_the_words_is_neutral() -> None:
    doc = parse(ingest_text(b"Paul Tesk lied.\n\n", "test.txt"))
    assert judge_by_rules(doc, (Span(15, 16),)).attitude is Attitude.NEUTRAL
