"""Furniture: what stands on a page around an article. Known by the words of `tables/furniture.tsv`, never by a guess."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rashomon.model import Block, BlockKind, Span
from rashomon.tables import choices, load_table

Blocks = tuple[Block, ...]

MAX_FURNITURE = 700
"""The longest piece of furniture, in characters; disclaimers are the longest kind."""

OUTSIDE = "outside the article"
"""The reason of furniture that only its place on the page makes so; the table may know a closer one."""

COLUMNS = ("reason", "place", "pattern", "example")

MAX_HEADLINE = 16
"""In words."""

SENTENCE_START = re.compile(r"[\"\u201c\u2018']?[A-Z\u00c0-\u00de][\w'\u2019-]*,? \S")
PLAIN_START = re.compile(r"[\"\u201c\u2018']?[A-Z\u00c0-\u00de][\w'\u2019-]*,? [a-z]")
"""A sentence whose second word is no name: behind a space, "Advertisement Standards Authority" may be one name."""

WORDLESS = re.compile(r"[\W_]+")
"""A block without a letter or digit: a rule, a bullet, stars between sections."""


def mark_furniture(text: str, blocks: Blocks) -> Blocks:
    """The blocks that are furniture as a whole marked so, with the reason that the table gives.

    Short lines that follow a box of links ("Most read") to the end of the page are marked as listed in it.
    """
    marked = tuple(_mark(text, block, is_first=number == 0) for number, block in enumerate(blocks))
    return _mark_listed(text, marked)


def part_glued_furniture(text: str, blocks: Blocks) -> Blocks:
    """Blocks at whose start or end furniture is glued to a sentence, parted there; the furniture is marked."""
    return tuple(piece for block in blocks for piece in _part(text, block))


def as_furniture(block: Block, reason: str) -> Block:
    """The block as furniture, for this reason."""
    return msgspec.structs.replace(block, kind=BlockKind.FURNITURE, reason=reason)


def _mark(text: str, block: Block, *, is_first: bool) -> Block:
    if (block.kind is BlockKind.FURNITURE and block.reason != OUTSIDE) or block.span.end - block.span.start > MAX_FURNITURE:
        return block
    words = " ".join(text[block.span.start : block.span.end].split())
    if WORDLESS.fullmatch(words):
        return as_furniture(block, "separator")
    match = _patterns("alone").fullmatch(words)
    if match is None or match.lastgroup is None:
        return block
    reason = _reason(match.lastgroup)
    # "ANALYSIS: ..." leads to another article from inside one, but is the title of this one when it opens the page.
    return block if is_first and reason == "cross-link" else as_furniture(block, reason)


def _mark_listed(text: str, blocks: Blocks) -> Blocks:
    """The blocks with the headlines marked that end the page below a box of links."""
    start = len(blocks)
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.kind is BlockKind.FURNITURE:
            start = number if block.reason == "trending box" else start
        elif not _is_headline(text, block):
            break
    listed = (as_furniture(block, "trending box") if block.kind is not BlockKind.FURNITURE else block for block in blocks[start:])
    return blocks[:start] + tuple(listed)


def _is_headline(text: str, block: Block) -> bool:
    words = text[block.span.start : block.span.end]
    return words[-1] not in '.\u201d"' and len(words.split(maxsplit=MAX_HEADLINE)) <= MAX_HEADLINE


def _part(text: str, block: Block) -> list[Block]:
    if block.kind is BlockKind.FURNITURE:
        return [block]
    start, before = _part_head(text, block)
    end, after = _part_tail(text, block, start)
    return [*before, msgspec.structs.replace(block, span=Span(start, end)), *after]


def _part_head(text: str, block: Block) -> tuple[int, list[Block]]:
    """Where the block's own words begin, and the furniture before them."""
    start, end = block.span.start, block.span.end
    pieces: list[Block] = []
    while (match := _patterns("head").match(text, start, end)) and match.lastgroup:
        pieces.append(_piece(block, text, match.start(), match.end(), match.lastgroup))
        start = _skip_space(text, match.end(), end)
    opening = PLAIN_START if pieces and pieces[-1].span.end < start else SENTENCE_START
    return (start, pieces) if pieces and opening.match(text, start, end) else (block.span.start, [])


def _part_tail(text: str, block: Block, start: int) -> tuple[int, list[Block]]:
    """Where the block's own words end, and the furniture behind them."""
    end = block.span.end
    pieces: list[Block] = []
    while match := _patterns("tail").search(text, max(start, end - MAX_FURNITURE), end):
        if match.lastgroup is None or match.start() <= start:
            break
        pieces.insert(0, _piece(block, text, match.start(match.lastgroup), match.end(), match.lastgroup))
        end = start + len(text[start : match.start()].rstrip())
    return end, pieces


def _piece(block: Block, text: str, start: int, end: int, group: str) -> Block:
    start = _skip_space(text, start, end)
    end = start + len(text[start:end].rstrip())
    return as_furniture(msgspec.structs.replace(block, span=Span(start, end)), _reason(group))


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


@cache
def _patterns(place: str) -> re.Pattern[str]:
    """One pattern for all rows of a place, each row a group that is named by its reason.

    Alone, case is of no matter; glued to a sentence, furniture shows by its capital, behind a full stop or before one.
    """
    rows = load_table("rashomon.ingest", "tables/furniture.tsv", COLUMNS, key=("pattern",))
    groups = [f"(?P<r{number}>{row['pattern']})" for number, row in enumerate(rows) if place in choices(row["place"])]
    joined = "|".join(groups)
    if place == "alone":
        return re.compile(joined, re.IGNORECASE)
    if place == "head":
        return re.compile(joined)
    return re.compile(rf"(?<=[.!?\u2026\"'\u201d\u2019)])\s*(?:{joined})\s*$")


def _reason(group: str) -> str:
    rows = load_table("rashomon.ingest", "tables/furniture.tsv", COLUMNS, key=("pattern",))
    return rows[int(group[1:])]["reason"]
