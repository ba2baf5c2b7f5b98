"""A page's markup as passages of words in document order: everything that a browser would show, and what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import BlockKind
from rashomon.tables import load_table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
SPACE = re.compile(r"\s+")
SPACE_IN_LINE = re.compile(r"[^\S\n]+")
LINE_BREAK = re.compile(r" *\n *")
BLANK_LINES = re.compile(r" *\n *(?:\n *)+")

KINDS = {"title": BlockKind.HEADING, "heading": BlockKind.HEADING, "caption": BlockKind.CAPTION}


@dataclass(frozen=True)
class Passage:
    """A run of words that a page shows as one block, white space folded.

    `kind` is what the markup makes of it. `aside` is true inside elements that hold what stands around an article; `is_title` in an
    `h1`; `linked` is the share of its characters that lie in links.
    """

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    aside: bool = False
    is_title: bool = False
    linked: float = 0.0


@dataclass(frozen=True)
class _Inside:
    """What the elements around some words say about them."""

    part: str = "block"
    aside: bool = False
    link: bool = False
    preformatted: bool = False


_Piece = tuple[str, _Inside]


def read_passages(root: HtmlElement) -> tuple[Passage, ...]:
    """The passages of a parsed page. One line break element is a line break inside a passage, two in a row part two passages."""
    passages: list[Passage] = []
    pieces: list[_Piece] = []
    for piece in (*_walk(root, _Inside()), None):
        if piece is not None:
            pieces.append(piece)
        elif pieces:
            passages.extend(_join(pieces))
            pieces = []
    return tuple(passages)


def _walk(element: HtmlElement, around: _Inside) -> Iterator[_Piece | None]:
    """The pieces of text under an element with what is around them; None where a block begins or ends."""
    part = _part(element)
    if part == "hidden" or _is_hidden(element):
        return
    if part == "break":
        yield "\n", replace(around, preformatted=True)
        return
    inside = _inside(element, part, around)
    if part is not None:
        yield None
    if element.text:
        yield element.text, inside
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child, inside)
        if child.tail:
            yield child.tail, inside
    if part is not None:
        yield None


def _part(element: HtmlElement) -> str | None:
    role = element.get("role")
    return _parts().get(f"role={role.strip().lower()}" if role else "") or _parts().get(element.tag)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and HIDDEN_STYLE.search(style) is not None)


def _inside(element: HtmlElement, part: str | None, around: _Inside) -> _Inside:
    if part is None:
        return replace(around, link=True) if element.tag == "a" else around
    keeps = part in {"block", "quotation", "preformatted", "aside"} and around.part in {*KINDS, "quotation"}
    return _Inside(
        part=around.part if keeps else part,
        aside=around.aside or part == "aside",
        link=around.link,
        preformatted=around.preformatted or part == "preformatted",
    )


def _join(pieces: Iterable[_Piece]) -> Iterator[Passage]:
    pieces = list(pieces)
    inside = next((inside for text, inside in pieces if text.strip()), None)
    if inside is None:
        return
    shown = [(INVISIBLE.sub("", text), within) for text, within in pieces]
    words = "".join(text if within.preformatted else SPACE.sub(" ", text) for text, within in shown)
    length = sum(len(text.strip()) for text, _ in shown)
    linked = sum(len(text.strip()) for text, within in shown if within.link) / max(1, length)
    for run in BLANK_LINES.split(SPACE_IN_LINE.sub(" ", words)):
        if run.strip():
            yield Passage(
                words=LINE_BREAK.sub("\n", run).strip(),
                kind=KINDS.get(inside.part, BlockKind.PARAGRAPH),
                aside=inside.aside,
                is_title=inside.part == "title",
                linked=linked,
            )


@cache
def _parts() -> dict[str, str]:
    rows = load_table("rashomon.ingest", "tables/elements.tsv", ("element", "part"), key=("element",))
    return {row["element"]: row["part"] for row in rows}
