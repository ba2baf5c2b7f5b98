"""How an article is sourced: how much of it each kind of source tells, and how much stands in quotation marks."""

from __future__ import annotations

import re

from rashomon.model import AnchorKind, Attribution, BlockKind, Manner, Record, SourceKind, Stage
from rashomon.view.dates import Days, date_days, date_words, last_words
from rashomon.view.index import Index, origin_of, outlet_of, title_of
from rashomon.view.page import ArticleRow, Share
from rashomon.view.words import term

ORDER = (SourceKind.AUTHOR, SourceKind.NAMED, SourceKind.COLLECTIVE, SourceKind.UNNAMED, SourceKind.DOCUMENT)
HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED})
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def article_rows(index: Index) -> tuple[ArticleRow, ...]:
    """The articles in order, each with its sourcing."""
    return tuple(_row(record, index) for record in index.records.values())


def sourcing(record: Record) -> tuple[Share, ...]:
    """Shares of the characters read, white space left out; they add up to 1.

    A quotation inside what somebody says counts for the one whom the article itself cites, the outermost source.
    """
    kinds: dict[int, SourceKind] = {}
    quoted: set[int] = set()
    text = record.article.text
    outermost = [attribution for attribution in record.attributions if attribution.parent is None]
    for attribution in outermost:
        for span in attribution.content.spans:
            kinds.update(dict.fromkeys(range(span.start, span.end), attribution.source.kind))
        quoted |= _quoted(attribution, text)
    read = [
        position
        for block in record.article.blocks
        if block.kind is not BlockKind.FURNITURE
        for position in range(block.span.start, block.span.end)
        if not text[position].isspace()
    ]
    whole = max(len(read), 1)
    counts = dict.fromkeys(ORDER, 0)
    quotes = dict.fromkeys(ORDER, 0)
    for position in read:
        kind = kinds.get(position, SourceKind.AUTHOR)
        counts[kind] += 1
        quotes[kind] += position in quoted
    return tuple(
        Share(kind=kind, label=term("source", kind), share=counts[kind] / whole, quoted=quotes[kind] / whole)
        for kind in ORDER
        if counts[kind]
    )


def _row(record: Record, index: Index) -> ArticleRow:
    article = record.article
    read = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    return ArticleRow(
        id=article.id,
        siglum=index.sigla[article.id],
        title=title_of(article),
        outlet=outlet_of(article),
        authors=article.authors,
        origin=origin_of(article),
        dated=_dated(record),
        words=sum(len(article.text[block.span.start : block.span.end].split()) for block in read),
        sourcing=sourcing(record),
    )


def _dated(record: Record) -> str:
    if record.article.published:
        return date_words(record.article.published)
    told = [(days.last, edtf) for days, edtf in told_times(record) if days.last is not None]
    return f"no date found; tells of events up to {last_words(max(told)[1])}" if told else "no date found"


def told_times(record: Record) -> tuple[tuple[Days, str], ...]:
    """The times of what the article tells as having happened, reckoned from dates that somebody gives, not from inferred ones."""
    inferred = {time.id for time in record.times if time.anchor.kind is AnchorKind.INFERRED}
    return tuple(
        (days, event.time.edtf or "")
        for event in record.events
        if event.stage in HAPPENED and event.time.time not in inferred and (days := date_days(event.time.edtf)) is not None
    )


def _quoted(attribution: Attribution, text: str) -> set[int]:
    if attribution.manner is Manner.INDIRECT:
        return set()
    spans = attribution.content.spans
    if attribution.manner is Manner.DIRECT:
        return {position for span in spans for position in range(span.start, span.end)}
    inside = (
        (span.start + match.start(), span.start + match.end()) for span in spans for match in _QUOTED.finditer(text[span.start : span.end])
    )
    return {position for start, end in inside for position in range(start, end)}
