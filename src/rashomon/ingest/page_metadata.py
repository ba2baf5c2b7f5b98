"""What a page's markup says of the article: title, authors, outlet and date, each from a statement made for machines."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.ingest.bylines import personal_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LATEST = "2099-12-31"
"""A fixed bound instead of today's date, so that a page is read the same on every day."""

ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True)
class PageMetadata:
    """`published` is an EDTF date; None and empty mean that the markup does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None


def read_metadata(root: HtmlElement) -> PageMetadata:
    """What the page's metadata (Open Graph, Dublin Core, JSON-LD, microdata; read by trafilatura and htmldate) says."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(deepcopy(root), date_config={"extensive_search": False, "original_date": True, "max_date": LATEST})
    names = (" ".join(name.split()) for name in (found.author or "").split(";"))
    return PageMetadata(
        title=found.title or None,
        authors=tuple(dict.fromkeys(personal_name(name) or name for name in names if name)),
        publisher=found.sitename or None,
        published=_published(root),
    )


def _published(root: HtmlElement) -> str | None:
    """The date that the head, JSON-LD, the canonical address or a `time` element states.

    htmldate is shown only these: left with the whole page it takes any date in the text, which may be an event's.
    """
    from htmldate import find_date
    from lxml import html

    statements = html.Element("html")
    head = html.Element("head")
    statements.append(head)
    statements.append(html.Element("body"))
    for element in root.iterfind(".//head/meta"):
        head.append(deepcopy(element))
    for element in root.xpath("//link[@rel='canonical'] | //script[@type='application/ld+json']"):
        head.append(_without_tail(element))
    found: str | None = find_date(statements, extensive_search=False, original_date=True, max_date=LATEST)
    return found or _from_time_element(root)


def _without_tail(element: HtmlElement) -> HtmlElement:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _from_time_element(root: HtmlElement) -> str | None:
    """The first `time` element that stands outside paragraphs and asides, or one marked as the date of publication."""
    marked = root.xpath("//*[@itemprop='datePublished' or @pubdate]")
    for element in (
        *marked,
        *root.xpath("//time[@datetime][not(ancestor::p or ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]"),
    ):
        if stated := ISO_DATE.match(element.get("datetime") or element.get("content") or ""):
            return stated[1]
    return None
