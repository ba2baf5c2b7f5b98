"""Whose voice a stretch of text is in: the innermost attribution whose content holds it, or the author's."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model import Attribution, Span, Spans, covers


def voice_of(spans: Spans, attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that covers all of `spans`; None means the author speaks."""
    if not spans:
        return None
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    holding = (
        attribution
        for attribution in attributions
        if _reaches(attribution.content.spans, start, end) and covers(attribution.content.spans, spans)
    )
    return min(holding, key=lambda attribution: (_length(attribution.content.spans), attribution.id), default=None)


def _reaches(content: Spans, start: int, end: int) -> bool:
    """A cheap first look, since this is asked for every event against every attribution. Contents stand in text order."""
    return content[0].start <= start and end <= content[-1].end


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
