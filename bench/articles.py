"""A corpus's bare text as an Article: no page around it, so every paragraph is read. Or as what a raw file of it holds."""

from __future__ import annotations

import hashlib
import re

from rashomon.ingest.paragraphs import find_paragraphs
from rashomon.model import Article, Block, BlockKind

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def article_from_text(id: str, text: str, published: str | None = None) -> Article:  # noqa: A002, the corpora's own word
    """The article that holds `text`, with `id` as its origin and its paragraphs as blocks.

    `published` is cut to its date (`2016-11-09 08:00:00` is published on 2016-11-09); what does not begin with a date
    counts as unknown. The article's own id comes from its text, as for any article, for ids of corpora often begin alike.
    """
    raw = text.encode("utf-8", errors="surrogatepass")
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in find_paragraphs(text))
    return Article(id=hashlib.sha256(raw).hexdigest()[:16], origin=id, published=_date(published), text=text, blocks=blocks, raw=raw)


def raw_file(title: str, text: str, published: str | None = None) -> str:
    """What a file of the article holds: the title once, the date of publication where one is told, the text."""
    body = text.removeprefix(title).lstrip()
    date = _date(published)
    return "\n\n".join([title, *([f"Published: {date}"] if date else []), body])


def _date(published: str | None) -> str | None:
    match = DATE.match(published or "")
    return match.group() if match else None
