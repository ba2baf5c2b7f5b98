"""The surface that the parser sees: as long as the article's text, so that offsets in one are offsets in the other."""

from __future__ import annotations

from rashomon.model import Article, BlockKind

PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u2013": "-", "\u2026": "."})
CAPITALS_SHARE = 0.8
"""From this share of capitals among its letters on, a block is taken to be set in capitals. Prose has under 0.2."""


def surface(article: Article) -> str:
    """The article's text with furniture blanked, typographic marks made plain and blocks in capitals lowered.

    One character in is one character out. Line breaks inside a block become spaces, as a page shows them.
    """
    characters = [" "] * len(article.text)
    for block in article.blocks:
        if block.kind is not BlockKind.FURNITURE:
            start, end = block.span.start, block.span.end
            characters[start:end] = _plain(article.text[start:end])
    return "".join(characters)


def _plain(text: str) -> str:
    plain = text.translate(PLAIN).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return _lower(plain) if _in_capitals(plain) else plain


def _in_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) / letters > CAPITALS_SHARE


def _lower(text: str) -> str:
    """Lower case, one character for one, with capitals kept at the start of each sentence."""
    lowered = []
    fresh = True
    for character in text:
        low = character.lower()
        lowered.append(character if fresh or len(low) != 1 else low)
        if character.isalnum():
            fresh = False
        elif character in ".!?":
            fresh = True
    return "".join(lowered)
