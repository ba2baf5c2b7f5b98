"""Article: one text as it was published, with its parts told apart."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Span


class BlockKind(StrEnum):
    """What part of a page a block is. Only furniture is not read; nothing is deleted."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A part of `Article.text`, in reading order; blocks never overlap, and white space alone lies between them.

    `reason` says which rule made it furniture or a caption ("cross-link", "byline", "pull quote", ...); None for the rest.
    """

    kind: BlockKind
    span: Span
    reason: str | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article: what was published, by whom and when, as far as the page itself tells.

    `id` is the first 16 hex digits of the SHA-256 of `raw`. `origin` is the path or address it was read from.
    `published` is an EDTF date, or None when the page does not tell it; it is never an event's date.
    `text` is what all spans count in. `language` is an ISO 639-1 code.
    """

    id: str
    origin: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    text: str
    blocks: tuple[Block, ...]
    raw: bytes = b""
