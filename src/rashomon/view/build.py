"""The page, put together from its sections."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.compare.dates import first_words, last_words
from rashomon.model import Comparison, Record
from rashomon.view.articles import ArticleRow
from rashomon.view.disputes import disputes
from rashomon.view.headline import headline
from rashomon.view.incidents import claim_cards, incident_cards
from rashomon.view.index import Index, build_index
from rashomon.view.leanings import stances_of
from rashomon.view.matrix import matrix
from rashomon.view.page import Head, Page
from rashomon.view.portraits import portraits
from rashomon.view.profiles import outlet_profiles
from rashomon.view.reading import readings
from rashomon.view.series import memberships, series_rows
from rashomon.view.silences import left_out
from rashomon.view.singles import one_sided
from rashomon.view.sourcing import article_rows, last_times, told_times
from rashomon.view.standings import standings_by_actor, unpictured
from rashomon.view.timeline import timeline


def build_page(records: Sequence[Record], comparison: Comparison) -> Page:
    """Everything that the report shows of `records` and their `comparison`, in the order it is shown.

    The same input gives the same page. Passages point into the articles' own text, by code points.
    """
    index = build_index(records, comparison)
    rows = article_rows(comparison, index)
    of_series, series = memberships(comparison, index), series_rows(comparison, index)
    cards, claims = incident_cards(comparison, index, of_series), claim_cards(comparison, index)
    outlets = outlet_profiles(comparison.sourcing.outlets, index)
    stances = stances_of(index)
    sides, voices = one_sided(comparison, index, of_series), matrix(stances, index)
    said = standings_by_actor(comparison, index)
    pictures = portraits(comparison, stances, said, index)
    silences, silent_in_all = left_out(comparison, index)
    return Page(
        head=_head(rows, index),
        headline=headline(cards, sides),
        disputes=disputes(comparison, index),
        articles=rows,
        outlets=outlets,
        cards=cards,
        claims=claims,
        compared=_compared(rows, comparison),
        left_out=silences,
        left_out_in_all=silent_in_all,
        sides=sides,
        portraits=pictures,
        standings=unpictured(said, {picture.id.removeprefix("actor-") for picture in pictures}),
        matrix=voices,
        timeline=timeline(comparison, index),
        series=series,
        readings=readings(rows, (rows, outlets, cards, claims, sides, pictures, voices, series), index),
    )


def _head(rows: tuple[ArticleRow, ...], index: Index) -> Head:
    outlets = dict.fromkeys(row.outlet for row in rows)
    names = list(outlets)
    known = {record.article.publisher or None for record in index.records.values()}
    title = " · ".join(names) if len(names) <= 3 else f"{len(rows)} articles"
    return Head(
        title=title,
        articles=len(rows),
        outlets=len(known - {None}),
        all_known=None not in known,
        period=_period(index),
        readers=tuple(dict.fromkeys(record.reader for record in index.records.values())),
    )


def _period(index: Index) -> str:
    """From the earliest to the latest time of what is told as having happened; empty where nothing has a date."""
    told = [found for record in index.records.values() for found in told_times(record)]
    first = min(((days.first, edtf) for days, edtf in told if days.first is not None), default=None)
    ends = [found for record in index.records.values() for found in last_times(record)]
    last = max(((days.last, edtf) for days, edtf in ends if days.last is not None), default=None)
    if first is None or last is None:
        return ""
    start, end = first_words(first[1]), last_words(last[1])
    return start if start == end else f"{start} to {end}"


def _compared(rows: tuple[ArticleRow, ...], comparison: Comparison) -> str:
    events = sum(len(account.events) for incident in comparison.incidents for account in incident.accounts)
    return f"{len(rows)} {'article' if len(rows) == 1 else 'articles'} and {events} told events were compared"
