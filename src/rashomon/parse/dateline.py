"""Datelines: the words before a dispatch's first sentence that tell where it was written. They name places and nobody who acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from rashomon.model import Article, Block, BlockKind, Span
from rashomon.tables import load_table

PARAGRAPHS = 3
"""A dateline opens one of the first so many paragraphs: a byline or a summary may stand before it."""
FEWEST_LETTERS = 4
"""Fewer letters in capitals are an acronym."""
PLACES = ("place", "second", "third")
FORM, BARE = "form ", "bare"


class Dateline(msgspec.Struct, frozen=True):
    """A dateline with its closing dash, and the places that it names: "TOLM, Ostria (Agency) —"."""

    span: Span
    places: tuple[Span, ...]


def find_dateline(article: Article, is_word: Callable[[str], bool]) -> Dateline | None:
    """The article's dateline, or None.

    One without a date or an agency ("TOLM —") is taken only where it has a word that `is_word` does not know in small letters, text
    follows that is not all in capitals, and no other paragraph opens so: a label ("UPDATE —") and speakers in turn are no places.
    """
    blocks = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    for block in blocks[:PARAGRAPHS]:
        for form, pattern in _forms():
            match = pattern.match(article.text, block.span.start, block.span.end)
            if match is None or sum(map(str.isalpha, match["place"])) < FEWEST_LETTERS:
                continue
            if form.endswith(BARE) and not _is_place(match, block, article, blocks, is_word):
                continue
            places = tuple(Span(*match.span(name)) for name in PLACES if match[name])
            return Dateline(Span(match.start(), match.end()), places)
    return None


def _is_place(match: re.Match[str], block: Block, article: Article, blocks: list[Block], is_word: Callable[[str], bool]) -> bool:
    name, rest = match["place"], article.text[match.end() : block.span.end]
    if all(is_word(word.lower()) for word in re.findall(r"\w+", name)) or not any(map(str.islower, rest)):
        return False
    alike = sum(match.re.match(article.text, one.span.start, one.span.end) is not None for one in blocks)
    return alike == 1 and not re.search(rf"\b{re.escape(name)}\b", article.text[match.end() :])


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in _filled() if name.startswith(FORM))


def _filled() -> Iterator[tuple[str, str]]:
    """The table's rows with the patterns of earlier rows in their places."""
    known: dict[str, str] = {}
    for row in load_table("rashomon.parse", "tables/datelines.tsv", ("name", "pattern"), key=("name",)):
        filled = re.sub(r"\{([a-z]+)\}", lambda slot: known[slot[1]], row["pattern"])
        known[row["name"]] = filled
        yield row["name"], filled
