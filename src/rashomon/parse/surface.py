"""The surface that the parser sees: as long as the article's text, so that offsets in one are offsets in the other."""

from __future__ import annotations

import re
from collections.abc import Callable

from rashomon.model import Article, BlockKind
from rashomon.parse.truecase import truecased

PLAIN = str.maketrans(
    {
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00a0": " ",
        "\u2013": "-",
        "\u2015": "\u2014",
        "\u2026": ".",
    }
)
QUOTED = re.compile(
    r"\u201c[^\u201d]*\u201d|\"[^\"]*\""
    r"|(?<!\w)\u2018(?!\d0s\b)((?:[^\u2018\u2019]|(?<=\w)\u2019(?=\w)|(?<=s)\u2019(?= [a-z][^\u2018]*\u2019(?!\w)))+)\u2019(?!\w)"
)
"""Words in quotation marks; those in single ones, which may hold apostrophes ("don’t", "the dockers’ union"), are its group."""
CAPITALS_SHARE = 0.8
"""From this share of capitals among its letters on, a block is taken to be set in capitals. Prose has under 0.2."""
SMALL_SHARE, LETTERS = 0.003, 200
"""Below this share of capitals an article of so many letters is taken to be set in small letters. Prose has over 0.02."""


def surface(article: Article, is_word: Callable[[str], bool]) -> str:
    """The article's text with furniture blanked, typographic marks made plain, and what is set in one case recased.

    Single quotation marks that stand in no others become double ones, so that none is taken for a genitive ("the ‘new order’ speeches").
    One character in is one character out. Line breaks inside a block become spaces, as a page shows them. `is_word`
    tells whether a word in small letters is one of the language; it is asked only where text is set in one case.
    """
    blocks = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    plain = [_plain(article.text[block.span.start : block.span.end]) for block in blocks]
    counts = [(sum(map(str.isupper, text)), sum(map(str.isalpha, text))) for text in plain]
    capitals, letters = sum(large for large, _ in counts), sum(of for _, of in counts)
    in_small = letters >= LETTERS and capitals / letters < SMALL_SHARE
    recased = [number for number, (large, of) in enumerate(counts) if of and (in_small or large / of > CAPITALS_SHARE)]
    if recased:
        for number, text in zip(recased, truecased([plain[number] for number in recased], is_word), strict=True):
            plain[number] = text
    characters = [" "] * len(article.text)
    for block, text in zip(blocks, plain, strict=True):
        characters[block.span.start : block.span.end] = text
    return "".join(characters)


def _plain(text: str) -> str:
    return QUOTED.sub(lambda found: found[0] if found[1] is None else f'"{found[1]}"', text).translate(PLAIN)
