"""Attributions of an article: who says what, by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Attribution, Content, Cue, Manner, Polarity, Source
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attributions.chains import inner_reports
from rashomon.read.attributions.first_reading import FirstReading, encode_article, read_first
from rashomon.read.attributions.manner import manner_of
from rashomon.read.attributions.naming import name_addressee
from rashomon.read.attributions.nesting import number
from rashomon.read.attributions.quotations import with_marks
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.referring import refer_back
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.speakers import name_sources

if TYPE_CHECKING:
    from rashomon.encode.encoder import Encoding


def read_attributions(doc: Doc, actors: ActorIndex, first: FirstReading, encoding: Encoding | None = None) -> tuple[Attribution, ...]:
    """The attributions of the article, in text order; what stands in none of their contents is the author's voice.

    With an encoding, the outer layer is the trained reader's, and the rules find what stands inside its contents.
    """
    quotes, reports = first.quotes, first.reports
    if encoding is not None:
        from rashomon.read.attributions.learned.reader import find_learned_reports
        from rashomon.read.attributions.learned.second_opinion import with_second_opinion

        outer = with_second_opinion(find_learned_reports(doc, encoding), reports, quotes)
        reports = [*outer, *inner_reports(reports, outer)]
    referred = list(refer_back(doc, reports, quotes))
    sources = name_sources(doc, actors, referred, quotes)
    found = (_attribution(doc, actors, report, source, quotes) for report, source in zip(referred, sources, strict=True))
    return number(doc.article, (attribution for attribution in found if attribution is not None))


def _attribution(doc: Doc, actors: ActorIndex, report: Report, source: Source, quotes: list[Quote]) -> Attribution | None:
    spans = doc.spans(report.content)
    if not spans:
        return None
    manner = manner_of(doc, report, quotes)
    if manner is not Manner.DIRECT:
        spans = tuple(with_marks(doc.text, span) for span in spans)
    return Attribution(
        id="",
        source=source,
        cue=Cue(
            type=report.entry.type,
            spans=doc.spans(report.cue) or (doc.span(report.cue[0], report.cue[-1]),),
            commitment=report.entry.commitment,
        ),
        content=Content(spans=spans),
        manner=manner,
        addressee=name_addressee(doc, actors, report.addressee) if report.addressee is not None else None,
        certainty=report.entry.certainty,
        polarity=Polarity.DENIED if report.denied else Polarity.AFFIRMED,
    )


__all__ = ["FirstReading", "encode_article", "read_attributions", "read_first"]
