"""Attributions of an article: who says what, by which words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import Attribution, Content, Cue, Manner, Polarity, Source
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attributions.announcements import find_announced
from rashomon.read.attributions.chains import inner_reports
from rashomon.read.attributions.lines import find_lines
from rashomon.read.attributions.naming import name_addressee
from rashomon.read.attributions.nesting import number
from rashomon.read.attributions.phrases import find_phrases
from rashomon.read.attributions.quotations import find_quotations, with_marks
from rashomon.read.attributions.referring import refer_back
from rashomon.read.attributions.report import Report, keep_insets_apart
from rashomon.read.attributions.reporting import find_reports
from rashomon.read.attributions.screening import is_attribution
from rashomon.read.attributions.speakers import name_sources
from rashomon.read.attributions.speech import Quote, find_quotes, tie_quotes
from rashomon.read.attributions.typing import type_report


def read_attributions(doc: Doc, actors: ActorIndex, *, learned: bool = False) -> tuple[Attribution, ...]:
    """The attributions of the article, in text order; what stands in none of their contents is the author's voice.

    With `learned`, the outer layer is the trained reader's, and the rules find what stands inside its contents.
    """
    quotes = find_quotes(doc, find_quotations(doc))
    referred = list(refer_back(doc, _by_rules(doc, quotes)))
    if learned:
        from rashomon.read.attributions.learned.reader import find_learned_reports
        from rashomon.read.attributions.learned.second_opinion import with_second_opinion

        outer = with_second_opinion(list(refer_back(doc, find_learned_reports(doc, quotes))), referred, quotes)
        referred = [*outer, *inner_reports(referred, outer)]
    sources = name_sources(doc, actors, referred, quotes)
    found = (_attribution(doc, actors, report, source, quotes) for report, source in zip(referred, sources, strict=True))
    return number(doc.article, (attribution for attribution in found if attribution is not None))


def _by_rules(doc: Doc, quotes: list[Quote]) -> Iterator[Report]:
    tied = keep_insets_apart(tie_quotes(doc, _reports(doc), quotes))
    return (type_report(report) for report in tied if is_attribution(report, quotes))


def _reports(doc: Doc) -> Iterator[Report]:
    for sentence in doc.sentences():
        yield from find_reports(sentence)
        yield from find_phrases(sentence)
    yield from find_lines(doc)
    yield from find_announced(doc)


def _attribution(doc: Doc, actors: ActorIndex, report: Report, source: Source, quotes: list[Quote]) -> Attribution | None:
    spans = doc.spans(report.content)
    if not spans:
        return None
    manner = _manner(report, quotes)
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


def _manner(report: Report, quotes: list[Quote]) -> Manner:
    """Direct when every word of the content is quoted by the one who reports it, mixed when some are."""
    words = [token.i for token in report.content if not token.is_punct and not token.is_space]
    if not words:
        return Manner.INDIRECT
    near = [q for q in quotes if q.is_speech and q.first <= words[-1] and q.last >= words[0] and not q.holds(report.head.i)]
    quoted = sum(any(quote.holds(place) for quote in near) for place in words)
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted == len(words) else Manner.MIXED
