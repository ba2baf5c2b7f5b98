"""Attributions of an article: who says what, by which words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import Attribution, Content, Cue, Manner, Polarity
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.attributions.naming import is_we, name_addressee, name_source
from rashomon.read.attributions.nesting import number
from rashomon.read.attributions.phrases import find_phrases, find_spoken_line
from rashomon.read.attributions.quotations import find_quotations, with_marks
from rashomon.read.attributions.referring import refer_back
from rashomon.read.attributions.report import Report, keep_insets_apart
from rashomon.read.attributions.reporting import find_reports
from rashomon.read.attributions.screening import is_attribution
from rashomon.read.attributions.speech import Quote, find_quotes, tie_quotes


def read_attributions(doc: Doc, actors: ActorIndex) -> tuple[Attribution, ...]:
    """The attributions of the article, in text order; what stands in none of their contents is the author's voice."""
    quotes = find_quotes(doc, find_quotations(doc))
    reports = (report for report in keep_insets_apart(tie_quotes(doc, _reports(doc), quotes)) if is_attribution(report, quotes))
    referred = list(refer_back(doc, reports))
    found = (_attribution(doc, actors, report, quotes, retold=_is_retold(report, quotes, referred)) for report in referred)
    return number(doc.article, (attribution for attribution in found if attribution is not None))


def _reports(doc: Doc) -> Iterator[Report]:
    for sentence in doc.sentences():
        yield from find_reports(sentence)
        yield from find_phrases(sentence)
    for block in doc.blocks():
        line = find_spoken_line(doc.tokens_in([block.span]))
        if line is not None:
            yield line


def _is_retold(report: Report, quotes: list[Quote], others: list[Report]) -> bool:
    """True for a report by a "we" that stands in what somebody is quoted or reported as saying."""
    if report.source is None or not is_we(report.source):
        return False
    if any(quote.is_speech and quote.holds(report.head.i) for quote in quotes):
        return True
    return any(other is not report and report.head in other.content for other in others)


def _attribution(doc: Doc, actors: ActorIndex, report: Report, quotes: list[Quote], *, retold: bool) -> Attribution | None:
    spans = doc.spans(report.content)
    if not spans:
        return None
    manner = _manner(report, quotes)
    if manner is not Manner.DIRECT:
        spans = tuple(with_marks(doc.text, span) for span in spans)
    return Attribution(
        id="",
        source=name_source(doc, actors, report, retold=retold),
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
