"""Attributions of an article: who says what, by which words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import Attribution, Content, Cue, Manner, Polarity, Span, Spans
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.naming import name_addressee, name_source
from rashomon.read.nesting import number
from rashomon.read.phrases import find_phrases
from rashomon.read.quotations import Quotation, find_quotations
from rashomon.read.report import Report
from rashomon.read.reporting import find_reports
from rashomon.read.speech import tie_quotations


def read_attributions(doc: Doc, actors: ActorIndex) -> tuple[Attribution, ...]:
    """The attributions of the article, in text order; what stands in none of their contents is the author's voice."""
    quotations = find_quotations(doc)
    found = (_attribution(doc, actors, report, quotations) for report in tie_quotations(doc, _reports(doc), quotations))
    return number(doc.article, (attribution for attribution in found if attribution is not None))


def _reports(doc: Doc) -> Iterator[Report]:
    for sentence in doc.sentences():
        yield from find_reports(sentence)
        yield from find_phrases(sentence)


def _attribution(doc: Doc, actors: ActorIndex, report: Report, quotations: tuple[Quotation, ...]) -> Attribution | None:
    spans = doc.spans(report.content)
    if not spans:
        return None
    return Attribution(
        id="",
        source=name_source(doc, actors, report),
        cue=Cue(type=report.entry.type, spans=doc.spans(report.cue), commitment=report.entry.commitment),
        content=Content(spans=spans),
        manner=_manner(doc, spans, quotations),
        addressee=name_addressee(doc, actors, report.addressee) if report.addressee is not None else None,
        certainty=report.entry.certainty,
        polarity=Polarity.DENIED if report.denied else Polarity.AFFIRMED,
    )


def _manner(doc: Doc, spans: Spans, quotations: tuple[Quotation, ...]) -> Manner:
    speech = [quotation.span for quotation in quotations if quotation.is_speech(doc.text)]
    if not any(quoted.overlaps(span) for quoted in speech for span in spans):
        return Manner.INDIRECT
    return Manner.DIRECT if all(_is_quoted(doc.text, span, speech) for span in spans) else Manner.MIXED


def _is_quoted(text: str, span: Span, speech: list[Span]) -> bool:
    """True when the quotations leave no word of the span out."""
    left = [place for place in range(span.start, span.end) if text[place].isalnum()]
    return all(any(quoted.start <= place < quoted.end for quoted in speech) for place in left)
