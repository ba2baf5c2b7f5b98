"""Insets: quotations that stand between dashes in a sentence that is not theirs: 'Vale - "I never took money" - was found guilty'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.attributions.marks import DASHES
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.attributions.quotes import Quote


def is_inset(doc: Doc, quote: Quote) -> bool:
    """True for a quotation with a dash before and behind it, and words of its sentence before both."""
    before, after = _outside(doc, quote.first, -1), _outside(doc, quote.last, 1)
    return before is not None and after is not None and before.i > before.sent.start and {before.text, after.text} <= DASHES


def is_across(report: Report, insets: Iterable[Quote]) -> bool:
    """True for a report by a word behind one of the `insets` that the parse gives no more than this for its content."""
    if not report.content:
        return False
    last = report.content[-1].i
    return any(quote.last < report.head.i and quote.first <= last <= quote.last + 1 for quote in insets)


def with_speaker(report: Report, reports: Iterable[Report]) -> Report:
    """The report with whoever an inset belongs to for its source, where the parse takes a word of the inset for that.

    In 'Oru - "We lost it all" - told the court he was sorry' it is Oru who told the court, not "we".
    """
    if report.source is None:
        return report
    for other in reports:
        if report.source in other.content and other.cue[0].text in DASHES and other.content[-1].i < report.head.i:
            return replace(report, source=other.source)
    return report


def _outside(doc: Doc, place: int, step: int) -> Token | None:
    """The first token outwards from the edge of a quotation that is neither a quotation mark nor space."""
    place += step
    while 0 <= place < len(doc.tokens) and (doc.tokens[place].is_quote or doc.tokens[place].is_space):
        place += step
    return doc.tokens[place] if 0 <= place < len(doc.tokens) else None
