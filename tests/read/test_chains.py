"""Chains of attributions: what stands inside what another reader found, and that every chain ends in the author."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article, Attribution, Block, BlockKind, Content, Cue, CueType, Manner, Source, SourceKind, Span
from rashomon.parse import Doc, parse
from rashomon.read.attributions.chains import inner_reports
from rashomon.read.attributions.nesting import number
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.reporting import find_reports


def article(text: str) -> Article:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span())) for match in re.finditer(r"\S.*\S|\S", text))
    return Article(id="0123456789abcdef", origin="invented", text=text, blocks=blocks)


@cache
def reports(text: str) -> tuple[Doc, tuple[Report, ...]]:
    doc = parse(article(text))
    return doc, tuple(report for sentence in doc.sentences() for report in find_reports(sentence))


def words(tokens: tuple[object, ...]) -> str:
    return " ".join(map(str, tokens))


INSIDE = [
    (
        "Vale said the union had told its members that the company believed the strike was illegal.",
        "said",
        ["had told | the company believed the strike was illegal", "believed | the strike was illegal"],
    ),
    ("Rand accused the union of claiming that the port was dead.", "accused", ["claiming | the port was dead"]),
    ("The ministry denied having told the press that the dam was safe.", "denied", ["having told | the dam was safe"]),
    ("Vale said the port was closed. The union denied it had struck.", "said", []),
]


@pytest.mark.parametrize(("text", "outer", "expected"), INSIDE, ids=[text[:30] for text, _, _ in INSIDE])
def test_reports_inside_an_outer_content(text: str, outer: str, expected: list[str]) -> None:
    _, found = reports(text)
    layer = [report for report in found if report.head.text == outer]
    assert [f"{words(report.cue)} | {words(report.content)}".rstrip(" .") for report in inner_reports(found, layer)] == expected


def test_a_report_is_trimmed_to_the_content_it_stands_in() -> None:
    _, found = reports("Vale said the union had claimed that the port was closed for good.")
    outer, inner = found
    cut = Report(entry=outer.entry, head=outer.head, cue=outer.cue, content=outer.content[:-2], source=outer.source)
    (trimmed,) = inner_reports([inner], [cut])
    assert words(trimmed.content) == "the port was closed"


def test_a_report_whose_source_stands_outside_is_left_out() -> None:
    _, found = reports("Vale said the union had claimed that the port was closed for good.")
    outer, inner = found
    cut = Report(entry=outer.entry, head=outer.head, cue=outer.cue, content=outer.content[2:], source=outer.source)
    assert inner_reports([inner], [cut]) == []


def test_nothing_stands_inside_when_no_outer_layer_is_given() -> None:
    _, found = reports("Vale said the union had claimed that the port was closed.")
    assert inner_reports(found, []) == []


def told(cue: Span, *content: Span) -> Attribution:
    return Attribution(
        id="",
        source=Source(kind=SourceKind.UNNAMED),
        cue=Cue(type=CueType.SAY, spans=(cue,)),
        content=Content(spans=content),
        manner=Manner.INDIRECT,
    )


PARENTS = [
    (
        "inside, of two the shorter",
        [told(Span(0, 4), Span(5, 90)), told(Span(10, 14), Span(15, 60)), told(Span(20, 24), Span(25, 50))],
        "-12",
    ),
    ("in the gap of a parted content", [told(Span(20, 24), Span(0, 18), Span(30, 60)), told(Span(21, 23), Span(62, 70))], "--"),
    ("in the second part of a content", [told(Span(20, 24), Span(0, 18), Span(30, 60)), told(Span(32, 36), Span(37, 60))], "-1"),
    ("content that leads back outside", [told(Span(60, 64), Span(65, 90)), told(Span(70, 74), Span(0, 58))], "2-"),
    ("each in the other's content", [told(Span(0, 4), Span(5, 60)), told(Span(10, 14), Span(0, 9), Span(15, 30))], "-1"),
]


@pytest.mark.parametrize(("case", "attributions", "parents"), PARENTS, ids=[case for case, _, _ in PARENTS])
def test_parent(case: str, attributions: list[Attribution], parents: str) -> None:
    found = number(article("x" * 100), attributions)
    assert "".join(attribution.parent[-1] if attribution.parent else "-" for attribution in found) == parents


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.builds(told, SPANS, SPANS, SPANS), max_size=12))
def test_every_chain_ends_in_the_author(attributions: list[Attribution]) -> None:
    found = {attribution.id: attribution for attribution in number(article("x" * 100), attributions)}
    for attribution in found.values():
        seen = {attribution.id}
        while attribution.parent is not None:
            assert attribution.parent not in seen
            seen.add(attribution.parent)
            attribution = found[attribution.parent]
