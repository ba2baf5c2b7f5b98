"""The surface that the parser sees: as long as the article's text, so that offsets in one are offsets in the other."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model import Article, BlockKind
from rashomon.parse.truecase import truecased

PLAIN = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2013": "-", "\u2015": "\u2014", "\u2026": "."}
)
CAPITALS_SHARE = 0.8
"""From this share of capitals among its letters on, a block is taken to be set in capitals. Prose has under 0.2."""


def surface(article: Article, is_word: Callable[[str], bool]) -> str:
    """The article's text with furniture blanked, typographic marks made plain and blocks in capitals recased.

    One character in is one character out. Line breaks inside a block become spaces, as a page shows them. `is_word`
    tells whether a word in lower case is one of the language; what is not is taken for a name in text set in capitals.
    """
    characters = [" "] * len(article.text)
    for block in article.blocks:
        if block.kind is not BlockKind.FURNITURE:
            start, end = block.span.start, block.span.end
            plain = article.text[start:end].translate(PLAIN).replace("\n", " ").replace("\r", " ").replace("\t", " ")
            characters[start:end] = truecased(plain, is_word) if _in_capitals(plain) else plain
    return "".join(characters)


def _in_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) / letters > CAPITALS_SHARE
