"""Quotation marks of every kind in invented sentences: what stands between them, and what is no quotation."""

from __future__ import annotations

import re

import pytest

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.parse import parse
from rashomon.read.attributions.quotations import find_quotations, with_marks


def quoted(text: str) -> list[str]:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span())) for match in re.finditer(r"\S.*\S|\S", text))
    doc = parse(Article(id="0" * 16, origin="invented", text=text, blocks=blocks))
    return [text[found.span.start : found.span.end] for found in find_quotations(doc)]


MARKS = [
    ("Tal said \u201cthe port is closed\u201d and left.", ["the port is closed"]),
    ('Tal said "the port is closed" and left.', ["the port is closed"]),
    ("Tal said \u2018the port is closed\u2019 and left.", ["the port is closed"]),
    ("Tal said 'the port is closed' and left.", ["the port is closed"]),
    ("Tal said ''the port is closed'' and left.", ["the port is closed"]),
    ("Tal said \u00abthe port is closed\u00bb and left.", ["the port is closed"]),
    ("Tal said \u201ethe port is closed\u201c and left.", ["the port is closed"]),
    ("Tal said \u201ethe port is closed\u201d and left.", ["the port is closed"]),
    (
        "Tal asked \u2018whose port is it? Isn\u2019t it the fishermen\u2019s?\u2019 and left.",
        ["whose port is it? Isn\u2019t it the fishermen\u2019s?"],
    ),
    ("Tal said \u2018the sailors\u2019 port is closed\u2019 and left.", ["the sailors\u2019 port is closed"]),
    ("\u201cHe told me \u2018never again\u2019,\u201d Tal said.", ["He told me \u2018never again\u2019,", "never again"]),
    ("\u201cHe calls \u201cour port\u201d his,\u201d Tal said.", ["He calls \u201cour port\u201d his,", "our port"]),
    ("\u201cHe calls \u201cour port his,\u201d Tal said.", ["He calls \u201cour port his,"]),
    ("The sailors' boats and the union's hall burned in the '90s.", []),
    ("Tal said \u201cthe port is closed and left.", []),
    ("Tal said \u201cone.\n\n\u201cTwo.\u201d", ["one.", "Two."]),
    ("Tal said \u201cone.\n\nTwo.\u201d", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_what_stands_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


EDGES = [
    ("the port is \u201cclosed for good", "\u201d, he said", "the port is \u201cclosed for good\u201d"),
    ("the port is \u201cclosed for good", ".\u201d He left", "the port is \u201cclosed for good.\u201d"),
    ("the port (in Selm", ") and more", "the port (in Selm)"),
    ("the port is closed", '" he said', "the port is closed"),
]


@pytest.mark.parametrize(("inside", "after", "expected"), EDGES)
def test_mark_at_the_edge_is_kept_with_its_partner(inside: str, after: str, expected: str) -> None:
    text = inside + after
    span = with_marks(text, Span(0, len(inside)))
    assert text[span.start : span.end] == expected
