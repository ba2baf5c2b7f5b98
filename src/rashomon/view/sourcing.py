"""The list of articles: what each is, when it is from or which time it tells of, and how it is sourced."""

from __future__ import annotations

import re

from rashomon.compare.dates import date_words, first_words, last_words
from rashomon.model import Article, BlockKind, Comparison, Record, Stage
from rashomon.view.articles import ArticleRow
from rashomon.view.dates import Days, date_days
from rashomon.view.index import Index, origin_of, outlet_of, title_of
from rashomon.view.profiles import Profile, profile_of

HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED})
PARTS = ("early", "mid", "late")
_INFERRED_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?\?")


def article_rows(comparison: Comparison, index: Index) -> tuple[ArticleRow, ...]:
    """The articles in order, each with its sourcing profile."""
    profiles = {profile.articles[0]: profile_of(profile, index) for profile in comparison.sourcing.articles}
    return tuple(_row(record, profiles.get(article), index) for article, record in index.records.items())


def _row(record: Record, profile: Profile | None, index: Index) -> ArticleRow:
    article = record.article
    return ArticleRow(
        id=article.id,
        siglum=index.sigla[article.id],
        title=title_of(article),
        outlet=outlet_of(article),
        outlet_known=bool(article.publisher),
        authors=article.authors,
        origin=origin_of(article),
        dated=_dated(record),
        words=profile.words if profile else _words(article),
        profile=profile,
    )


def _words(article: Article) -> int:
    read = (block.span for block in article.blocks if block.kind is not BlockKind.FURNITURE)
    return sum(len(article.text[span.start : span.end].split()) for span in read)


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
