"""Second opinion: what quotation marks, layout and the rules tell that the trained reader left out or cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.read.attributions.learned.contested import settle_contested
from rashomon.read.attributions.learned.extents import (
    as_announced,
    with_carried_cues,
    with_clauses_behind,
    with_continuations,
    with_whole_quotes,
    with_whole_source,
    without_coordinated,
)
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKING = frozenset({"WP", "WDT"})
HALF = 0.5
"""More than this share of a content is much of it."""
SHARED = 0.3
"""A report of the rules is a further one when less than this share of its content is in what is reported already."""


def with_second_opinion(learned: Sequence[Report], by_rules: Sequence[Report], quotes: Iterable[Quote]) -> list[Report]:
    """The reports of the trained reader with their quotations whole, and the rules' reports of what else is reported.

    Where the layout tells who speaks ("Vale: no talks", a signature), the rules come first: such a speaker's words can
    be longer than what the trained reader looks at. Thresholds were chosen on polnear.dev (docs/decisions/0008).
    """
    speech = [quote for quote in quotes if quote.is_speech and not quote.quotation.depth]
    rules = _outermost(by_rules)
    sources = {rule.head.i: rule.source for rule in by_rules if rule.source is not None}
    lines = [report for report in rules if _is_line(report)]
    labelled = {token.i for line in lines for token in line.cue}
    unlabelled = (report for report in learned if labelled.isdisjoint(token.i for token in report.cue))
    whole = with_whole_quotes(as_announced(with_carried_cues(unlabelled, rules), rules), speech)
    parted = [_without_gap(without_coordinated(report)) for report in _without_doubles(whole)]
    continued = with_clauses_behind(with_continuations(settle_contested(parted)), speech)
    reports = [_with_source(with_whole_source(report), sources) for report in continued]
    taken = {token.i for report in reports for token in (*report.cue, *report.content)}
    further = [line for line in lines if taken.isdisjoint(token.i for token in line.cue) and not _is_told(line, reports)]
    taken.update(token.i for line in further for token in (*line.cue, *line.content))
    further.extend(_further((rule for rule in rules if not _is_line(rule)), taken))
    return sorted([*reports, *further], key=lambda report: report.cue[0].i)


def _outermost(reports: Sequence[Report]) -> list[Report]:
    """The reports whose head stands in no longer content."""
    longest: dict[int, int] = {}
    for report in reports:
        for token in report.content:
            longest[token.i] = max(longest.get(token.i, 0), len(report.content))
    return [report for report in reports if longest.get(report.head.i, 0) <= len(report.content)]


def _is_line(report: Report) -> bool:
    """True for a report whose cue is a colon or a dash."""
    return not any(token.is_alpha for token in report.cue)


def _is_told(line: Report, reports: Iterable[Report]) -> bool:
    """True when most of a line's content is told from outside it: in "Oru - “We pay” - told the court" the dash is no cue."""
    own = {token.i for token in line.content}
    outside = (report for report in reports if own.isdisjoint(token.i for token in report.cue))
    return any(sum(token.i in own for token in report.content) > HALF * len(own) for report in outside)


def _with_source(report: Report, sources: Mapping[int, Token]) -> Report:
    """The report, where it has no source, with the one that the rules find for a word of its cue ("left, saying ...")."""
    own = {token.i for token in (*report.cue, *report.content)}
    source = next((sources[token.i] for token in report.cue if token.i in sources), None)
    return replace(report, source=source) if source is not None and source.i not in own and not report.source_words else report


def _without_doubles(reports: Sequence[Report]) -> list[Report]:
    """Without those that give a source again what "what" stands for in a report of the same source.

    In "What worries experts is that the dam leaks" both verbs look like a cue to the trained reader.
    """
    clefts = [report for report in reports if _gap(report) and report.source_words]
    return [report for report in reports if _gap(report) or not any(_is_double(report, cleft) for cleft in clefts)]


def _is_double(report: Report, cleft: Report) -> bool:
    shared = set(report.content) & set(cleft.content)
    return report.source_words == cleft.source_words and len(shared) > HALF * len(report.content)


def _gap(report: Report) -> tuple[Token, ...]:
    """The "what" right in front of the cue that only holds the place of what is said behind it."""
    cue = {token.i for token in report.cue}
    return tuple(token for token in report.content if token.tag_ in ASKING and token.i + 1 in cue)


def _without_gap(report: Report) -> Report:
    gap = _gap(report)
    kept = tuple(token for token in report.content if token not in gap)
    return replace(report, content=kept) if gap and any(token.is_alpha for token in kept) else report


def _further(rules: Iterable[Report], taken: set[int]) -> Iterator[Report]:
    """The rules' reports whose cue and most of whose content nobody has reported yet."""
    for report in rules:
        content = tuple(token for token in report.content if token.i not in taken)
        shared = len(report.content) - len(content)
        if content and taken.isdisjoint(token.i for token in report.cue) and shared < SHARED * len(report.content):
            taken.update(token.i for token in (*report.cue, *report.content))
            yield replace(report, content=content)
