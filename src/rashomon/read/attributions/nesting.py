"""Nesting: attributions numbered in text order, each with the one whose content it stands in."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from rashomon.model import Article, Attribution, Span, covers, make_id


def number(article: Article, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, with their ids and, for each, the id of the innermost one that holds its cue."""
    ordered = sorted(attributions, key=_place)
    named = [msgspec.structs.replace(found, id=make_id(article, "a", place)) for place, found in enumerate(ordered, start=1)]
    return tuple(msgspec.structs.replace(found, parent=_parent(found, named)) for found in named)


def _place(attribution: Attribution) -> tuple[Span, Span, Span]:
    content = attribution.content.spans
    cue = attribution.cue.spans or content
    return min(cue[0], content[0]), cue[0], content[0]


def _parent(attribution: Attribution, others: list[Attribution]) -> str | None:
    """A content that holds a cue is longer than what that cue reports, which keeps the chain free of circles."""
    cue = attribution.cue.spans or attribution.content.spans
    length = _length(attribution)
    holding = [
        (_length(other), other.id)
        for other in others
        if other is not attribution and _length(other) > length and covers(other.content.spans, cue)
    ]
    return min(holding)[1] if holding else None


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content.spans)
