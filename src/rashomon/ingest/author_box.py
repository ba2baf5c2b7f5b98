"""Author boxes and the author's name on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.ingest.bylines import byline_words, parse_byline, personal_name
from rashomon.ingest.furniture import Blocks, as_furniture
from rashomon.model import Block, BlockKind, quote

TAIL_BLOCKS = 3
"""How far from the bottom an author box may stand, in blocks that are not furniture."""
HEAD_BLOCKS = 4
MAX_NAME = 80
MAX_BOX = 900
"""In characters."""

BOX = re.compile(
    r"(?:About the (?:author|writer)s?:?\s*)?(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir)\.? )?"
    r"(?P<name>[A-Z\u00c0-\u00de][\w.'\u2019-]+(?: [\w.'\u2019-]+){1,4}?),? "
    r"(?:is|was|has been|teaches|writes|works|covers|reports|serves|holds|blogs|tweets)\b"
)
CONTACT = re.compile(
    r"\b(?:he|she|they|you can) (?:also )?(?:tweets?|blogs?|posts) (?:at|on|as|under)\b"
    r"|\bfollow (?:him|her|them|\w+(?: \w+)?) (?:on|at|@)"
    r"|\b(?:tweets?|blogs?) (?:at|as|under) ?@|@[a-z]\w{3,}"
    r"|\bcan be (?:reached|contacted|followed) (?:at|on|by|via)\b",
    re.IGNORECASE,
)
FOLLOW = re.compile(r"[Ff]ollow (?P<name>[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){1,3}) [Oo]n [A-Z]\w+\W+@\w")
NAMELESS = re.compile(r"(?:\W*)The (?:writer|author|columnist|contributor)s? (?:is|are|was|were|teach(?:es)?|works?|served?s?|lives?)\b")


def mark_author_boxes(text: str, blocks: Blocks, authors: tuple[str, ...]) -> tuple[Blocks, tuple[str, ...]]:
    """The blocks with author boxes and names alone under the title marked, and the authors, those found here included.

    A paragraph near the bottom is an author box when it says of a person what they are, and that person is the author, or the box
    tells how to follow them, or calls them a writer of some sort while the article itself does not speak of them. A name alone under
    the title is the author's when the article does not speak of that person: those it tells about stand in its sentences too.
    """
    readable = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    line, below = _names_below_title(text, readable)
    boxes = _find_boxes(text, readable, (*authors, *below))
    known = dict.fromkeys((*authors, *(name for name in boxes.values() if name), *_followed(text, blocks)))
    spoken_of = any(_speaks_of(text, readable, name, {**boxes, line: None} if line else boxes) for name in below)
    found = tuple(known) if spoken_of else tuple(dict.fromkeys((*below, *known)))
    bylines = {line} if below and set(below) <= set(found) else set()
    return tuple(_mark(text, block, boxes, bylines, found) for block in blocks), found


def _names_below_title(text: str, readable: list[Block]) -> tuple[Block | None, tuple[str, ...]]:
    """The line below the title that holds names, with roles or places, and nothing else; and the names."""
    title = next((number for number, block in enumerate(readable[:HEAD_BLOCKS]) if block.kind is BlockKind.TITLE), None)
    for block in readable[title + 1 : title + HEAD_BLOCKS] if title is not None else ():
        line = quote(text, [block.span])
        if block.kind is BlockKind.PARAGRAPH and len(line) <= MAX_NAME and not line.endswith(".") and (names := parse_byline(f"By {line}")):
            return block, names
    return None, ()


def _find_boxes(text: str, readable: list[Block], authors: tuple[str, ...]) -> dict[Block, str | None]:
    """The author boxes among the last blocks, each with the name it tells, or None when it says only "the writer"."""
    boxes: dict[Block, str | None] = {}
    for block in reversed(readable[1:][-TAIL_BLOCKS:]):
        words = text[block.span.start : block.span.end]
        if block.kind is not BlockKind.PARAGRAPH or len(words) > MAX_BOX:
            continue
        match = BOX.match(words)
        name = personal_name(match["name"]) if match else None
        if NAMELESS.match(words):
            boxes[block] = None
        elif name and (name in authors or CONTACT.search(words) or _is_writer(words, text, readable, block, name, boxes)):
            boxes[block] = name
    return dict(reversed(boxes.items()))


def _followed(text: str, blocks: Blocks) -> Iterator[str]:
    """The person whose account a line at the bottom gives: "Follow Jane Doe on Twitter @janedoe"."""
    for block in blocks[-TAIL_BLOCKS:]:
        match = FOLLOW.match(text, block.span.start, block.span.end) if block.reason == "follow prompt" else None
        if match and (name := personal_name(match["name"])):
            yield name


def _is_writer(words: str, text: str, readable: list[Block], block: Block, name: str, boxes: dict[Block, str | None]) -> bool:
    described = re.search(r" is (?:an? |the |currently |now |also )+([^.]*)", words)
    if described is None or not byline_words("writer") & set(re.findall(r"[a-z]+", described[1].lower())):
        return False
    return not _speaks_of(text, readable, name, {**boxes, block: name})


def _speaks_of(text: str, readable: list[Block], name: str, boxes: dict[Block, str | None]) -> bool:
    """True when the article's own sentences hold the family name."""
    family = re.compile(rf"\b{re.escape(name.split()[-1])}\b", re.IGNORECASE)
    prose = (block.span for block in readable if block not in boxes)
    return any(family.search(text, span.start, span.end) and quote(text, [span]) != name for span in prose)


def _mark(text: str, block: Block, boxes: dict[Block, str | None], bylines: set[Block | None], authors: tuple[str, ...]) -> Block:
    if block in boxes:
        return as_furniture(block, "author box")
    is_short = block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start <= MAX_NAME
    is_name = block in bylines or (is_short and personal_name(quote(text, [block.span])) in authors)
    return as_furniture(block, "byline") if is_name else block
