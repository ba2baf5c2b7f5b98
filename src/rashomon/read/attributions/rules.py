"""The rules' reports: reporting constructions in the parse and in the layout, with the quotations that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.parse import Doc
from rashomon.read.attributions.announcements import find_announced
from rashomon.read.attributions.insets import with_speaker
from rashomon.read.attributions.lines import find_lines
from rashomon.read.attributions.phrases import find_phrases
from rashomon.read.attributions.questions import find_questions
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report, keep_insets_apart
from rashomon.read.attributions.reporting import find_reports
from rashomon.read.attributions.retold import find_retold
from rashomon.read.attributions.screening import is_attribution
from rashomon.read.attributions.speech import tie_quotes
from rashomon.read.attributions.typing import type_report


def find_reports_by_rules(doc: Doc, quotes: list[Quote]) -> list[Report]:
    """All reports of the article, those inside other contents among them; `quotes` are its quotations."""
    tied = keep_insets_apart(tie_quotes(doc, _reports(doc, quotes), quotes))
    tied += find_retold(doc, tied, quotes)
    return [type_report(with_speaker(report, tied)) for report in tied if is_attribution(report, quotes, tied)]


def _reports(doc: Doc, quotes: list[Quote]) -> Iterator[Report]:
    lines = list(find_lines(doc, quotes))
    laid_out = [*lines, *find_announced(doc)]
    asked = list(find_questions(doc))
    heads = {report.head for report in (*lines, *asked)}
    for sentence in doc.sentences():
        for report in (*find_reports(sentence), *find_phrases(sentence)):
            if report.head not in heads:
                yield _kept_inside(report, laid_out)
    yield from (*asked, *laid_out)


def _kept_inside(report: Report, laid_out: list[Report]) -> Report:
    """A report inside words that the layout gives to somebody reports nothing outside them, though the parse may hang it there."""
    for other in laid_out:
        if other.head in report.content and report.head in other.content:
            report = replace(report, content=tuple(token for token in report.content if token in other.content))
    return report
