"""Reading tables of invented passages, for the tests that compare what is read in them with what a careful reader marks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.model import Article, Block, BlockKind, Span

GAP = " ... "
"""Stands between the pieces of words that are not side by side."""
EDGES = " \n\t,;:.!?\"'`()[]-\u2013\u2014\u2026\u201c\u201d\u2018\u2019\u00ab\u00bb"


def rows_of(folder: Path, *, marked: bool = False) -> Iterator[Any]:
    """The passages of every table in the folder, as parameters for a test; `marked` lets those fail that are `not_yet` read."""
    for path in sorted(folder.glob("*.toml")):
        for number, row in enumerate(tomllib.loads(path.read_text("utf-8"))["passage"], start=1):
            slug = "-".join(re.findall(r"\w+", row["text"])[:6]).lower()
            known = marked and "not_yet" in row
            marks = [pytest.mark.xfail(reason=row["not_yet"], strict=True)] if known else []
            yield pytest.param(row, id=f"{path.stem}-{number:03}-{slug}", marks=marks)


def article_of(row: dict[str, Any]) -> Article:
    """The passage as an article: a line stands for a paragraph, the first for the title where the row says so."""
    text = row["text"].strip()
    lines = [Span(*match.span()) for match in re.finditer(r"\S.*\S|\S", text)]
    heading = row.get("heading", [])
    headings = {heading} if isinstance(heading, int) else set(heading)
    kinds = [BlockKind.HEADING if number in headings else BlockKind.PARAGRAPH for number, _ in enumerate(lines, start=1)]
    if row.get("title"):
        kinds[0] = BlockKind.TITLE
    return Article(
        id="0123456789abcdef",
        origin="invented",
        title=text[lines[0].start : lines[0].end] if row.get("title") else None,
        authors=(row["author"],) if "author" in row else (),
        published=row.get("published"),
        text=text,
        blocks=tuple(Block(kind=kind, span=span) for kind, span in zip(kinds, lines, strict=True)),
    )


def pieces(words: str) -> list[str]:
    return [piece for piece in words.split(GAP) if piece]


def place(text: str, words: str, begin: int = 0) -> list[Span] | None:
    """Where the pieces stand in the text from `begin` on, in their order; None where one of them is not there."""
    found: list[Span] = []
    for piece in pieces(words):
        pattern = r"\s+".join(map(re.escape, piece.split()))
        start = found[-1].end if found else begin
        edges = [edge if side.isalnum() else "" for edge, side in ((r"(?<!\w)", piece[0]), (r"(?!\w)", piece[-1]))]
        match = re.compile(f"{edges[0]}{pattern}{edges[1]}").search(text, start)
        if match is None:
            return None
        found.append(Span(*match.span()))
    return found


def wording(text: str, spans: Iterable[Span]) -> str:
    """The words at the spans, without marks and punctuation at the edges; spans with no word between them are one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not re.search(r"\w", text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return GAP.join(filter(None, (trimmed(text[span.start : span.end]) for span in joined)))


def trimmed(words: str) -> str:
    bare = " ".join(words.strip(EDGES).split())
    return re.sub(r"^[Tt]hat\s+(?=\w)", "", bare) or words.strip()
