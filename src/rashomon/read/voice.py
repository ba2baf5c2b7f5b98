"""Whose voice a stretch of text is in: the innermost attribution whose content holds it, or the author's."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model import Attribution, Span, Spans, covers


def voice_of(spans: Spans, attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the shortest content that covers all of `spans`; None means the author speaks."""
    holding = [attribution for attribution in attributions if covers(attribution.content.spans, spans)]
    return min(holding, key=lambda attribution: (_length(attribution.content.spans), attribution.id), default=None)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
