"""Who wrote an article: bylines, on a line of their own or glued to the last sentence."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rashomon.ingest.furniture import OUTSIDE, Blocks, as_furniture
from rashomon.model import Block, BlockKind, Span
from rashomon.tables import load_table

MAX_BYLINE_WORDS = 16
HEAD_BLOCKS = 8
"""How far from the top a byline may stand, in blocks that are not furniture."""
TAIL_BLOCKS = 3
"""How far from the bottom."""

BY = re.compile(
    r"(?:(?:words|text|story|article|report|written|posted|published|analysis|opinion|comment)\s+)?by:?\s+(?=[A-Z\u00c0-\u00de])",
    re.IGNORECASE,
)
AUTHOR_LABEL = re.compile(r"(?:author|writer|reporter)s?\s*:\s*", re.IGNORECASE)
REPORTING = re.compile(r"\(?(?:reporting|writing|written)(?: and (?:reporting|writing))? by ([^;()]{3,120})", re.IGNORECASE)
GLUED = re.compile(r"(?<=[.!?\u2026\"'\u201d\u2019)\]])\s*(?=(?:Written )?By\s+[A-Z\u00c0-\u00de][^!?\n]{2,90}$)")
PARTS = re.compile(r"\s*(?:,|;|\||\u2022|\u00b7|&|\u2013|\u2014| - |\band\b|\bwith\b)\s*", re.IGNORECASE)
NAME_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019-])*\.?(?:[^\W\d_]\.)*")
HONORIFIC = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.? (?=[A-Z])")
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$")
MAX_NAME_PARTS = 5
MAX_BYLINE = 120
"""In characters."""


def mark_bylines(text: str, blocks: Blocks) -> tuple[Blocks, tuple[str, ...]]:
    """The blocks with bylines marked as furniture, those glued to a sentence parted from it, and the authors named.

    A byline stands near the top or at the bottom, begins with "By" (or "Author:", "Reporting by") and holds one or more
    personal names and nothing else but roles, places and dates.
    """
    marked: list[Block] = []
    authors: list[str] = []
    numbers = [number for number, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE]
    near_end = {blocks[number].span for number in numbers[-TAIL_BLOCKS:]}
    near_edge = near_end | {blocks[number].span for number in numbers[:HEAD_BLOCKS]} | _next_below(blocks, numbers)
    for block in blocks:
        pieces = _part_byline(text, block) if block.span in near_end else (block,)
        for piece in pieces:
            names = _authors_in(text, piece) if piece is not block or piece.span in near_edge or piece.reason == "byline" else ()
            authors.extend(name for name in names if name not in authors)
            marked.append(as_furniture(piece, "byline") if names else piece)
    return tuple(marked), tuple(authors)


def parse_byline(line: str) -> tuple[str, ...]:
    """The authors that a byline names, in order: ("Jane Doe", "John Roe"); empty when the line is no byline.

    "Jane.doe" and "JANE DOE" are written "Jane Doe".
    """
    line = " ".join(line.split()).strip(" *_()[]\u2013\u2014-|")
    start = BY.match(line) or AUTHOR_LABEL.match(line)
    if start is None or len(line.split()) > MAX_BYLINE_WORDS:
        return ()
    return _names(line[start.end() :])


def personal_name(words: str) -> str | None:
    """The words as a personal name, "Jane Doe", or None when they have not the shape of one.

    A name has two to five parts that begin with a capital, particles ("de", "bin") apart, and none that names a role or an outlet.
    """
    tokens = _tokens(words)
    capitals = [token for token in tokens if token[0].isupper()]
    if not 2 <= len(tokens) <= MAX_NAME_PARTS or len(capitals) < 2 or not (tokens[-1][0].isupper()):
        return None
    if not all(_is_name_part(token) for token in tokens):
        return None
    in_capitals = all(token.upper() == token for token in tokens)
    return " ".join(_capitalise(token) for token in tokens) if in_capitals else " ".join(tokens)


@cache
def byline_words(kind: str) -> frozenset[str]:
    """The words of one kind in `tables/byline_words.tsv`, in lower case."""
    rows = load_table("rashomon.ingest", "tables/byline_words.tsv", ("kind", "word"), key=("kind", "word"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def _next_below(blocks: Blocks, numbers: list[int]) -> set[Span]:
    """The block right below the article: a byline there is often left out of a page's main text."""
    below = numbers[-1] + 1 if numbers else 0
    return {block.span for block in blocks[below : below + 1]}


def _part_byline(text: str, block: Block) -> tuple[Block, ...]:
    """The block, or its sentence and the byline glued behind it as two blocks."""
    if block.kind is BlockKind.FURNITURE:
        return (block,)
    match = GLUED.search(text, max(block.span.start + 1, block.span.end - MAX_BYLINE), block.span.end)
    if match is None or not parse_byline(text[match.end() : block.span.end]):
        return (block,)
    body = msgspec.structs.replace(block, span=Span(block.span.start, match.start()))
    return body, msgspec.structs.replace(block, span=Span(match.end(), block.span.end))


def _authors_in(text: str, block: Block) -> tuple[str, ...]:
    words = text[block.span.start : block.span.end]
    if block.kind is BlockKind.FURNITURE and block.reason != OUTSIDE:
        reporting = REPORTING.match(words) if block.reason == "byline" else None
        return _names(reporting[1]) if reporting else ()
    return parse_byline(words)


def _names(rest: str) -> tuple[str, ...]:
    """The authors in what follows "By": the first part must name one, the others may say a role, an outlet or a place."""
    names: list[str] = []
    for number, part in enumerate(part for part in PARTS.split(rest.rstrip(". ")) if part):
        words = _cut(HONORIFIC.sub("", part))
        if name := personal_name(words) or (number == 0 and (_collective(part) or _collective(words))):
            names.append(name)
        elif number == 0 or len(part.split()) > MAX_NAME_PARTS:
            return ()
    return tuple(names)


def _cut(part: str) -> str:
    """The part up to the word that begins a role, a place or a date."""
    tokens = part.split()
    for place, token in enumerate(tokens):
        word = token.lower().strip(".,:")
        if place and (word in byline_words("end") or token[0].isdigit() or token[0] == "@"):
            return " ".join(tokens[:place])
        if place >= 2 and (
            word in byline_words("role") or (MONTH.match(word) and tokens[place + 1 : place + 2] and tokens[place + 1][0].isdigit())
        ):
            return " ".join(tokens[:place])
    return part


def _collective(words: str) -> str | None:
    """An outlet or a desk in the place of an author: "Associated Press", "Staff Writer"."""
    tokens = words.split()
    roles = [token for token in tokens if token.lower() in byline_words("role")]
    capitals = all(token[0].isupper() or token.lower() in byline_words("particle") for token in tokens)
    return words if roles and capitals and len(tokens) <= MAX_NAME_PARTS else None


def _tokens(words: str) -> list[str]:
    words = words.strip(" ,:")
    if " " not in words and "." in words.strip("."):
        return [part[:1].upper() + part[1:] for part in words.split(".") if part]
    return words.split()


def _is_name_part(token: str) -> bool:
    word = token.lower()
    if not NAME_PART.fullmatch(token) or word.strip(".") in byline_words("role"):
        return False
    return token[0].isupper() or word in byline_words("particle") or word.split("-")[0] in byline_words("particle")


def _capitalise(token: str) -> str:
    return token if "." in token else "".join(part.capitalize() for part in re.split(r"([-'\u2019])", token))
