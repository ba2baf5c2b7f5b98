"""The surface: typographic marks as the parser knows them, at the same places."""

from __future__ import annotations

import pytest

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.parse import parse
from rashomon.parse.pipeline import is_word
from rashomon.parse.surface import surface

CASES = [
    ("the ‘new order’ speeches", 'the "new order" speeches'),
    ("‘The dockers’ union won’t go,’ he said.", "\"The dockers' union won't go,\" he said."),
    ("the dockers’ union said ‘no’", 'the dockers\' union said "no"'),
    ("“The clerk wrote ‘closed’ on the door.”", "\"The clerk wrote 'closed' on the door.\""),
    ("the ’80s and the workers’ halls", "the '80s and the workers' halls"),
    ("‘30 people died in the raid,’ he said.", '"30 people died in the raid," he said.'),
    ("the ‘90s and the workers’ halls", "the '90s and the workers' halls"),
]


@pytest.mark.parametrize(("printed", "plain"), CASES)
def test_single_quotation_marks_are_told_from_apostrophes(printed: str, plain: str) -> None:
    assert surface(_article(printed), is_word) == plain


def test_a_closing_quotation_mark_is_no_genitive() -> None:
    doc = parse(_article("They came to applaud the ‘new order’ speeches."))
    (noun,) = (token for token in doc.tokens if token.dep_ == "dobj")
    assert noun.text == "speeches"
    assert not any(token.dep_ == "poss" for token in doc.tokens)


def _article(text: str) -> Article:
    return Article(id="0" * 16, origin="invented", text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),))
