"""How an article is sourced: how much of it each kind of source tells, and how much stands in quotation marks."""

from __future__ import annotations

import re

from rashomon.compare.dates import date_words, first_words, last_words
from rashomon.model import Attribution, BlockKind, Manner, Record, SourceKind, Stage
from rashomon.view.dates import Days, date_days
from rashomon.view.index import Index, origin_of, outlet_of, title_of
from rashomon.view.page import ArticleRow, Share
from rashomon.view.words import term

ORDER = (SourceKind.AUTHOR, SourceKind.NAMED, SourceKind.COLLECTIVE, SourceKind.UNNAMED, SourceKind.DOCUMENT)
HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED})
PARTS = ("early", "mid", "late")
_INFERRED_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?\?")
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
    told = [(days.first, edtf) for days, edtf in _happened(record) if days.first is not None]
    return f"no date found; tells of events up to {_roughly_last(max(told)[1], record)}" if told else "no date found"


def _roughly_last(edtf: str, record: Record) -> str:
    """Where a date ends, in plain words; an inferred month only as the part of the year it lies in: "mid 2017"."""
    start, _, end = edtf.rpartition("/")
    if edtf in _windows(record):
        return f"{first_words(edtf)} or later" if end == ".." else f"some time from {first_words(start)} to {last_words(edtf)}"
    inferred = _INFERRED_MONTH.fullmatch(end)
    return f"{PARTS[(int(inferred[2]) - 1) // 4]} {inferred[1]}" if inferred else last_words(edtf)


def told_times(record: Record) -> tuple[tuple[Days, str], ...]:
    """The times of what the article tells as having happened; planned acts, untold years and inferred windows are left out."""
    windows = _windows(record)
    return tuple((days, edtf) for days, edtf in _happened(record) if edtf not in windows)


def last_times(record: Record) -> tuple[tuple[Days, str], ...]:
    """The times up to which the article tells, as its row says: of an undated article the inferred windows are among them."""
    return told_times(record) if record.article.published else tuple(_happened(record))


def _happened(record: Record) -> list[tuple[Days, str]]:
    return [
        (days, event.time.edtf or "")
        for event in record.events
        if event.stage in HAPPENED and (days := date_days(event.time.edtf)) is not None
    ]


def _windows(record: Record) -> frozenset[str]:
    """The intervals in which a time lies somewhere, as against those that it fills."""
    return frozenset(time.edtf for time in record.times if time.edtf and "/" in time.edtf and time.unknown)


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
