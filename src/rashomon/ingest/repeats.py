"""Pull quotes and other words that a page shows twice: the second showing is furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.ingest.bylines import personal_name
from rashomon.ingest.furniture import Blocks, as_furniture
from rashomon.model import Block, BlockKind, quote

WORD = re.compile(r"\w+")
OPENING = re.compile(r"[\W_]*[A-Z0-9\u00c0-\u00de]")
"""How a pull quote begins; a fragment of a sentence that a page broke apart does not."""

MIN_QUOTE_WORDS = 6
"""Fewer words recur by chance."""
MAX_SPEAKER = 80
"""The longest line that names whom a pull quote is from, in characters."""
MAX_QUOTE_WORDS = 80
"""A pull quote is a sentence or two."""


def mark_repeats(text: str, blocks: Blocks) -> Blocks:
    """The blocks with pull quotes marked: those whose words all stand again, in the same order, inside a longer paragraph.

    A name alone under a pull quote is marked with it, and so is a later block that repeats the title.
    """
    words = [" ".join(WORD.findall(text[block.span.start : block.span.end].lower())) for block in blocks]
    paragraphs = [number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    quotes = {number for number in _repeated(words, paragraphs) if OPENING.match(text, blocks[number].span.start)}
    title = next((words[number] for number, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    marked: list[Block] = []
    for number, block in enumerate(blocks):
        if number in quotes:
            marked.append(as_furniture(block, "pull quote"))
        elif block.kind is BlockKind.PARAGRAPH and title is not None and words[number] == title:
            marked.append(as_furniture(block, "repeated title"))
        else:
            marked.append(block)
    return _mark_quoted_names(text, tuple(marked))


def _repeated(words: Sequence[str], paragraphs: Sequence[int]) -> frozenset[int]:
    """The paragraphs whose words stand inside a longer one."""
    whole = "".join(f"| {words[number]} |" for number in paragraphs)
    return frozenset(
        number
        for number in paragraphs
        if MIN_QUOTE_WORDS <= words[number].count(" ") + 1 <= MAX_QUOTE_WORDS
        and whole.count(f" {words[number]} ") > whole.count(f"| {words[number]} |")
    )


def _mark_quoted_names(text: str, blocks: Blocks) -> Blocks:
    """The blocks with a name that stands alone under a pull quote marked as part of it."""
    return blocks[:1] + tuple(
        as_furniture(block, "pull quote") if above.reason == "pull quote" and _is_name(text, block) else block
        for above, block in pairwise(blocks)
    )


def _is_name(text: str, block: Block) -> bool:
    """True for a name, or a name, a comma and who that is."""
    if block.kind is not BlockKind.PARAGRAPH or block.span.end - block.span.start > MAX_SPEAKER:
        return False
    name, _, role = quote(text, [block.span]).strip(" -\u2013\u2014").partition(",")
    return personal_name(name) is not None and not role.endswith(".")
