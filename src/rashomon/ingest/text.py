"""Plain text and Markdown."""

from __future__ import annotations

import hashlib
import re

from rashomon.ingest.decode import check_length, decode
from rashomon.ingest.layout import lay_out
from rashomon.ingest.paragraphs import find_paragraphs
from rashomon.model import Article, Block, BlockKind, Span

HEADING_MARKS = re.compile(r"(#{1,6})[ \t]+(?=\S)")


def ingest_text(raw: bytes, origin: str) -> Article:
    """The article in a plain text file, its parts told apart by their words and their place.

    `text` is the file's own text, character for character. Raises the InputErrors of `decode` and `check_length`.
    """
    text = decode(raw, origin)
    check_length(text, origin)
    found = lay_out(text, tuple(block for span in find_paragraphs(text) for block in _blocks(text, span)))
    return Article(
        id=hashlib.sha256(raw).hexdigest()[:16],
        origin=origin,
        title=found.title,
        authors=found.authors,
        publisher=found.publisher,
        published=found.published,
        text=text,
        blocks=found.blocks,
        raw=raw,
    )


def _blocks(text: str, span: Span) -> tuple[Block, ...]:
    """The paragraph as a block, or, when Markdown makes it a heading, the marks and the heading."""
    marks = HEADING_MARKS.match(text, span.start, span.end)
    if marks is None:
        return (Block(kind=BlockKind.PARAGRAPH, span=span),)
    return (
        Block(kind=BlockKind.FURNITURE, span=Span(span.start, marks.end(1)), reason="markup"),
        Block(kind=BlockKind.HEADING, span=Span(marks.end(), span.end)),
    )
