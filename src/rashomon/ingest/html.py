"""Web pages."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from rashomon.errors import BrokenPage
from rashomon.ingest.decode import check_length, decode
from rashomon.ingest.furniture import OUTSIDE
from rashomon.ingest.layout import lay_out
from rashomon.ingest.main_text import find_article
from rashomon.ingest.page import Passage, read_passages
from rashomon.ingest.page_metadata import PageMetadata, read_metadata
from rashomon.model import Article, Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 2048
"""Bytes from the start in which a page declares its encoding; the HTML Living Standard asks for 1024."""

BETWEEN = "\n\n"
"""What parts the blocks in `Article.text`."""


def ingest_html(raw: bytes, origin: str) -> Article:
    """The article in a page. `text` holds every word that the page shows, its blocks parted by blank lines.

    What stands around the article is furniture ("outside the article" where no closer reason is known). Markup that was cut off
    or is not closed is read as far as it goes. Raises BrokenPage when the page shows no prose, and the InputErrors of `decode`.
    """
    declared = DECLARED.search(raw[:DECLARED_WITHIN])
    source = decode(raw, origin, declared[1].decode("ascii") if declared else None).replace("\0", "")
    root = _parse(source, origin)
    passages = read_passages(root)
    check_length(BETWEEN.join(passage.words for passage in passages) or source, origin)
    belongs = find_article(source, passages)
    if not any(belongs):
        raise _no_article(origin)
    stated = read_metadata(root)
    text, blocks = _set(passages, belongs, stated)
    found = lay_out(text, blocks, stated.authors)
    return Article(
        id=hashlib.sha256(raw).hexdigest()[:16],
        origin=origin,
        title=found.title or stated.title,
        authors=found.authors,
        publisher=stated.publisher or found.publisher,
        published=stated.published or found.published,
        text=text,
        blocks=found.blocks,
        raw=raw,
    )


def _parse(source: str, origin: str) -> HtmlElement:
    from lxml import etree, html

    try:
        return html.document_fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise _no_article(origin) from error


def _no_article(origin: str) -> BrokenPage:
    return BrokenPage(
        origin,
        "this page shows no article text (it may be cut off, or filled in by scripts)",
        "open it in a browser, wait until the article shows and save it again, or save its text as a .txt file",
    )


def _set(passages: Sequence[Passage], belongs: Sequence[bool], stated: PageMetadata) -> tuple[str, tuple[Block, ...]]:
    """The passages as one text, and as blocks whose kinds are those of the markup."""
    title = _find_title(passages, belongs, stated.title)
    blocks: list[Block] = []
    start = 0
    for number, (passage, inside) in enumerate(zip(passages, belongs, strict=True)):
        span = Span(start, start + len(passage.words))
        if number == title:
            blocks.append(Block(kind=BlockKind.TITLE, span=span))
        elif inside:
            blocks.append(Block(kind=passage.kind, span=span))
        else:
            blocks.append(Block(kind=BlockKind.FURNITURE, span=span, reason=OUTSIDE))
        start = span.end + len(BETWEEN)
    return BETWEEN.join(passage.words for passage in passages), tuple(blocks)


def _find_title(passages: Sequence[Passage], belongs: Sequence[bool], stated: str | None) -> int | None:
    """The number of the title: the passage with the words that the page states, else the article's first-level heading."""
    wanted = " ".join(stated.split()).lower() if stated else None
    order = sorted(range(len(passages)), key=lambda n: (not passages[n].is_title, not belongs[n], n))
    for number in order:
        if wanted is not None and not passages[number].aside and " ".join(passages[number].words.split()).lower() == wanted:
            return number
    return next((n for n in order if passages[n].is_title and belongs[n]), None)
