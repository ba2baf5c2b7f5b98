"""Hints: the rules' reports as the trained reader is told them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.encode.grammar import Hint
from rashomon.read.attributions.naming import source_words
from rashomon.read.attributions.report import Report


def hints_from(reports: Iterable[Report]) -> list[Hint]:
    """The places of each report's words, in the order of the reports."""
    return [_hint(report) for report in reports]


def _hint(report: Report) -> Hint:
    source = report.source_words
    if not source and report.source is not None:
        source = source_words(report.source, (*report.cue, *report.content))
    parts = {"cue": report.cue, "source": source, "content": report.content}
    return Hint(**{part: frozenset(token.i for token in tokens) for part, tokens in parts.items()})
