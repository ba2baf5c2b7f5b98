"""Plain text."""

from __future__ import annotations

import hashlib
import re

from rashomon.model import Article, Block, BlockKind, Span


def ingest_text(raw: bytes, origin: str) -> Article:
    """The article in a plain text file: a block a line."""
    text = raw.decode("utf-8")
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span())) for match in re.finditer(r"\S.*\S|\S", text))
    return Article(id=hashlib.sha256(raw).hexdigest()[:16], origin=origin, text=text, blocks=blocks, raw=raw)
