"""Where plain text is cut, and that nothing of it is lost."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.layout import lay_out
from rashomon.ingest.paragraphs import find_paragraphs
from rashomon.ingest.text import ingest_text
from rashomon.model import Block, BlockKind
from rashomon.tables import load_table

LONG = (
    "The council of Port Selm put off its vote on the bridge on Monday, after members of the opposition said that the costs had been "
    "hidden from them for a year. The mayor denied it. She said that the plan would not be withdrawn, whatever was told to the papers."
)
FURNITURE = [
    row["example"]
    for row in load_table("rashomon.ingest", "tables/furniture.tsv", ("reason", "place", "pattern", "example"), key=("pattern",))
]


def cut(text: str) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in find_paragraphs(text)]


@pytest.mark.parametrize("width", [60, 72, 80, 99])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    paragraphs = [LONG, LONG.replace("Port Selm", "Lower Oru"), LONG.replace("bridge", "harbour wall")]
    assert cut("\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)) == paragraphs


def test_lines_of_their_own_stay_apart() -> None:
    lines = ["The bridge nobody wanted", "Mira Talen", "Published: Updated:", LONG, LONG.replace("Port Selm", "Lower Oru"), "By Mira Talen"]
    assert cut("\n".join(lines)) == lines
    assert cut("\r\n\r\n".join(lines)) == lines


PIECES = st.one_of(
    st.sampled_from([LONG, "By Mira Talen", "Mira Talen", "A long dispute", "Tessa Lorn is a writer. She tweets at @lorn.", *FURNITURE]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n", "\r\n", " \n\t\n", "\u2028"]))).map(
    lambda pieces: "".join(words + gap for words, gap in pieces)
)


@given(TEXTS)
def test_every_word_is_in_exactly_one_block(text: str) -> None:
    blocks = lay_out(text, tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in find_paragraphs(text))).blocks
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert not text[end : block.span.start].strip()
        assert text[block.span.start : block.span.end] == text[block.span.start : block.span.end].strip()
        end = block.span.end
    assert not text[end:].strip()


@given(TEXTS.filter(lambda text: text.strip()))
def test_the_text_is_the_file_character_for_character(text: str) -> None:
    raw = text.encode()
    article = ingest_text(raw, "article.txt")
    assert article.text == text.removeprefix("\ufeff")
    assert article.raw == raw
    assert article == ingest_text(raw, "article.txt")
