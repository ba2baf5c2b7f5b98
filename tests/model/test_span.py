"""The algebra of spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span, covers, quote
from strategies import spans

TEXT = "The  Oru Front\ndenied it."

QUOTES = [
    ([Span(0, 14)], "The Oru Front"),
    ([Span(5, 21)], "Oru Front denied"),
    ([Span(5, 8), Span(15, 21)], "Oru ... denied"),
    ([], ""),
]


@pytest.mark.parametrize(("found", "words"), QUOTES)
def test_a_quote_is_one_line_that_shows_its_gaps(found, words):
    assert quote(TEXT, found) == words


COVERS = [
    ([Span(0, 10)], [Span(2, 5)], True),
    ([Span(0, 10)], [Span(0, 10)], True),
    ([Span(0, 4), Span(6, 10)], [Span(1, 2), Span(7, 8)], True),
    ([Span(0, 4), Span(4, 10)], [Span(2, 6)], False),
    ([Span(0, 10)], [Span(2, 5), Span(9, 12)], False),
    ([Span(0, 10)], [], False),
    ([], [Span(0, 1)], False),
]


@pytest.mark.parametrize(("outer", "inner", "expected"), COVERS)
def test_covers_asks_each_span_to_lie_in_one_of_the_others(outer, inner, expected):
    assert covers(outer, inner) is expected


@given(a=spans(50), b=spans(50))
def test_overlap_is_a_shared_character(a, b):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) is bool(shared)
    assert a.overlaps(b) is b.overlaps(a)


@given(a=spans(50), b=spans(50), c=spans(50))
def test_containment_is_an_order(a, b, c):
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(a)) or a == b
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)


@given(found=st.lists(spans(50), max_size=5))
def test_spans_sort_in_text_order(found):
    assert [span.start for span in sorted(found)] == sorted(span.start for span in found)
