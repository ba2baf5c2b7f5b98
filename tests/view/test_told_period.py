"""Up to when an undated article tells of events, as the row of the article says it."""

from __future__ import annotations

import pytest

from rashomon.compare import compare_records
from rashomon.model import Article, Block, BlockKind, Span
from rashomon.read import read_article
from rashomon.view import build_page

TOLD = [
    ("Rebels bombed the port of Selm on 3 July 1998.", "up to 3 July 1998"),
    ("Rebels bombed the port of Selm in 1998. They will bomb the city in 2003.", "up to 1998"),
    ("In 2016 rebels bombed the port of Selm. In 2017 they bombed the city. In May they bombed the bridge.", "up to mid 2017"),
    ("In 2016 rebels bombed the port of Selm. This year they bombed the city. They will bomb it again in 2019.", "from 2017 to 2019"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_undated_article_says_up_to_when_it_tells(text: str, told: str) -> None:
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    record = read_article(Article(id="0123456789abcdef", origin="invented", text=text, blocks=blocks))
    (row,) = build_page([record], compare_records([record])).articles
    assert row.dated.startswith("no date found; tells of events up to")
    assert row.dated.endswith(told)
