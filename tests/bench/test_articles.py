"""Bare text as an Article."""

from __future__ import annotations

import pytest
from bench.articles import article_from_text, raw_file

from rashomon.ingest.text import ingest_text
from rashomon.model import BlockKind

WRAPPED = (
    "   PORT SELM, 4 MAY -- THE HARBOUR OFFICE DENIED TODAY THAT DOCKERS\n"
    "BLOCKED THE MAIN GATE OF THE HARBOUR FOR SOME HOURS ON TUESDAY AND\n"
    "WEDNESDAY, WHEN RAIN FELL ON ALL OF VARENIA AND ON THE ISLANDS AND\n"
    "ON KESH.\n\n"
    "   A NEWSPAPER HAD REPORTED IT, NAMING TWO WITNESSES AS ITS SOURCES\nFOR THE STORY."
)

PARAGRAPHS = [
    ("a line a paragraph", "Harbour closed\n\nDockers struck.\nTalks failed.", ["Harbour closed", "Dockers struck.", "Talks failed."]),
    ("nothing", " \n ", []),
    ("one line", "Dockers struck.", ["Dockers struck."]),
    ("wrapped lines", WRAPPED, [WRAPPED[3 : WRAPPED.index("\n\n")], WRAPPED[WRAPPED.index("A NEWSPAPER") :]]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PARAGRAPHS], ids=[row[0] for row in PARAGRAPHS])
def test_the_paragraphs_are_the_blocks(text, expected):
    assert [text[block.span.start : block.span.end] for block in article_from_text("x", text).blocks] == expected


PUBLISHED = [
    ("2016-11-09 08:00:00", "2016-11-09"),
    ("2009-12-19T17:00:00", "2009-12-19"),
    ("2009-12", "2009-12"),
    ("2009", "2009"),
    ("in spring", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("told", "expected"), PUBLISHED)
def test_the_date_of_publication(told, expected):
    assert article_from_text("x", "Rain.", told).published == expected


def test_articles_of_one_corpus_have_ids_that_begin_differently():
    first, second = (article_from_text(f"development-{number}", f"Rain fell on day {number}.") for number in (1, 2))
    assert first.id[:8] != second.id[:8]
    assert [first.origin, second.origin] == ["development-1", "development-2"]
    assert {block.kind for block in first.blocks} == {BlockKind.PARAGRAPH}


RAW = [
    ("a text without its title", "Harbour closed", "Dockers struck.", "Harbour closed\n\nPublished: 2016-11-09\n\nDockers struck."),
    (
        "a text that begins with it",
        "Harbour closed",
        "Harbour closed\n\nDockers struck.",
        "Harbour closed\n\nPublished: 2016-11-09\n\nDockers struck.",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), [row[1:] for row in RAW], ids=[row[0] for row in RAW])
def test_a_raw_file_has_title_and_date_once(title, text, expected):
    assert raw_file(title, text, "2016-11-09 08:00:00") == expected


def test_a_raw_file_tells_no_date_where_none_is_known():
    assert raw_file("Harbour closed", "Dockers struck.") == "Harbour closed\n\nDockers struck."


LONG = "Dockers struck on Monday and closed the harbour, and talks with their union failed on Tuesday."


def test_a_raw_file_is_read_with_its_title_and_date():
    page = raw_file("Harbour of Port Selm closed after a strike", LONG, "2031-05-06")
    article = ingest_text(page.encode(), "0.txt")
    assert (article.title, article.published) == ("Harbour of Port Selm closed after a strike", "2031-05-06")
