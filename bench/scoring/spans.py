"""Spans of predictions held against spans of gold."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Spans = tuple[tuple[int, int], ...]
Item = Mapping[str, Any]

EDGES = frozenset(string.whitespace + string.punctuation + "\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026\u2013\u2014\u00a0")
"""What is cut off both ends of a span before two spans are held against each other."""

COMPLEMENTISER = "that "


def trim(text: str, spans: Iterable[Sequence[int]]) -> Spans:
    """The spans in order, with those parted by white space alone joined, and quotes, punctuation and a leading "that" cut off."""
    trimmed = (_trim_one(text, start, end) for start, end in _joined(text, spans))
    return tuple((start, end) for start, end in trimmed if start < end)


def _joined(text: str, spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for start, end in spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _trim_one(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    if text[start:end].lower().startswith(COMPLEMENTISER):
        start += len(COMPLEMENTISER)
    return start, end


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    """The positions of all characters inside the spans."""
    return {position for start, end in spans for position in range(start, end)}


def aligned(gold: Iterable[Item], predicted: Iterable[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of gold and predicted items that share a character: each gold item in turn takes the first that is free."""
    free = list(predicted)
    for item in gold:
        for place, other in enumerate(free):
            if other["start"] < item["end"] and item["start"] < other["end"]:
                yield item, free.pop(place)
                break
