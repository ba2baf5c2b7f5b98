"""What each block of a page is: title, heading, paragraph, caption or furniture. The same for text and for HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ingest.author_box import mark_author_boxes
from rashomon.ingest.bylines import mark_bylines
from rashomon.ingest.furniture import mark_furniture, part_glued_furniture
from rashomon.ingest.headings import mark_captions, mark_headings, mark_title
from rashomon.ingest.imprint import find_published, find_publisher, mark_date_lines, mark_outlet_line
from rashomon.ingest.repeats import mark_repeats
from rashomon.model import Block, BlockKind, quote

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Layout:
    """The blocks of an article, told apart, and what they say about it."""

    blocks: Blocks
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None


def lay_out(text: str, blocks: Sequence[Block], authors: tuple[str, ...] = ()) -> Layout:
    """The blocks with their kinds, and the title, authors, publisher and date (EDTF) that they tell.

    `authors` are those already known from elsewhere. Blocks that come as paragraphs are told apart; those that come with another
    kind, from a page's markup, keep it unless they are furniture. A block with furniture glued to it is parted in two; nothing is
    left out.
    """
    known = mark_date_lines(text, part_glued_furniture(text, mark_furniture(text, tuple(blocks))))
    known, named = mark_bylines(text, known)
    known = mark_title(text, mark_outlet_line(text, known))
    known, named = mark_author_boxes(text, mark_repeats(text, known), named or authors)
    known = mark_headings(text, mark_captions(text, known))
    title = next((block for block in known if block.kind is BlockKind.TITLE), None)
    return Layout(
        blocks=known,
        title=quote(text, [title.span]) if title else None,
        authors=named,
        publisher=find_publisher(text, known),
        published=find_published(text, known),
    )
