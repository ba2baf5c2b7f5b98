"""Title, headings and captions: lines that are read, but are not paragraphs."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rashomon.ingest.furniture import Blocks
from rashomon.model import Block, BlockKind, quote
from rashomon.tables import Row, load_table

MAX_TITLE = 220
MAX_HEADING = 90
MAX_CAPTION = 400
"""In characters."""
MAX_TITLE_WORDS = 32
MAX_HEADING_WORDS = 12
MIN_BODY_WORDS = 12
"""A paragraph of fewer words does not show that what stands above it is its heading."""
TITLE_CASE_SHARE = 0.7
"""From this share of capitalised long words on, a sentence is set as a title, and may end with a full stop."""

SENTENCE_END = re.compile(r"[.!?\u2026:;,][\"'\u201d\u2019)\]]*$")
STOP = re.compile(r"(?:[.;,:\u2026])[\"'\u201d\u2019)\]]*$")
QUOTED = re.compile(r"[\"\u201c].*[\"\u201d]$")
DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:,| \()[^\n]{0,60}(?:--|\u2014|\u2013| - )")


def mark_title(text: str, blocks: Blocks) -> Blocks:
    """The blocks with the title marked: the first one, when it looks like a headline and paragraphs follow it."""
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return blocks
    readable = [number for number, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE]
    if not readable or not any(_is_prose(text, blocks[number]) for number in readable[1:]):
        return blocks
    if not _is_headline(quote(text, [blocks[readable[0]].span])):
        return blocks
    return _with_kind(blocks, {readable[0]: (BlockKind.TITLE, None)})


def mark_captions(text: str, blocks: Blocks) -> Blocks:
    """The blocks with captions marked, by what `tables/captions.tsv` knows of them; the first block is none."""
    found: dict[int, tuple[BlockKind, str | None]] = {}
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start <= MAX_CAPTION and number:
            reason = _caption_reason(quote(text, [block.span]))
            if reason is not None:
                found[number] = (BlockKind.CAPTION, reason)
    return _with_kind(blocks, found)


def mark_headings(text: str, blocks: Blocks) -> Blocks:
    """The blocks with headings marked: short lines without a full stop that a paragraph follows."""
    found: dict[int, tuple[BlockKind, str | None]] = {}
    below: Block | None = None
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.kind is BlockKind.FURNITURE:
            continue
        is_short = block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start <= MAX_HEADING
        if is_short and below is not None and _is_heading(quote(text, [block.span])) and _is_prose(text, below):
            found[number] = (BlockKind.HEADING, None)
        if block.kind is not BlockKind.CAPTION:
            below = block
    return _with_kind(blocks, found)


def _with_kind(blocks: Blocks, found: dict[int, tuple[BlockKind, str | None]]) -> Blocks:
    return tuple(
        msgspec.structs.replace(block, kind=found[number][0], reason=found[number][1]) if number in found else block
        for number, block in enumerate(blocks)
    )


def _is_headline(line: str) -> bool:
    words = line.split()
    if len(line) > MAX_TITLE or not 2 <= len(words) <= MAX_TITLE_WORDS or DATELINE.match(line):
        return False
    return STOP.search(line) is None or (line.endswith(".") and _in_title_case(words))


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= TITLE_CASE_SHARE * len(long)


def _is_heading(line: str) -> bool:
    words = line.split()
    fits = len(line) <= MAX_HEADING and len(words) <= MAX_HEADING_WORDS and (line[0].isupper() or line[0].isdigit())
    return fits and STOP.search(line) is None and not line.endswith("!") and QUOTED.match(line) is None


def _is_prose(text: str, block: Block) -> bool:
    words = text[block.span.start : block.span.end].split()
    return len(words) >= MIN_BODY_WORDS


def _caption_reason(line: str) -> str | None:
    words = len(line.split())
    ended = SENTENCE_END.search(line) is not None
    for row, pattern in _caption_patterns():
        fits = words >= int(row["words"]) and (row["ended"] == "yes" or not ended)
        if fits and pattern.search(line):
            return row["reason"]
    return None


@cache
def _caption_patterns() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    columns = ("reason", "where", "ended", "words", "pattern", "example")
    rows = load_table("rashomon.ingest", "tables/captions.tsv", columns, key=("pattern",))
    return tuple((row, re.compile(f"^(?:{row['pattern']})" if row["where"] == "start" else f"(?:{row['pattern']})$")) for row in rows)
