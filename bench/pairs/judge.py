"""What the comparison says of a pair: both texts read as articles and compared, by the functions that users call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.articles import article_from_text
from bench.pairs.table import Pair
from rashomon import compare
from rashomon.compare.verdicts import OPPOSITION
from rashomon.model import Comparison, Contrast, Incident, Record, Verdict, quote
from rashomon.read import read_article

UNSHARED = ("source",)
"""Rows in which accounts are meant to be told apart: another source is no contradiction."""


class Found(NamedTuple):
    """The verdict shown on a pair's own field, with its note, and what else is shown as a contradiction: (kind, note)."""

    verdict: str
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()


def judge_pair(pair: Pair) -> Found:
    """Read both texts, compare them, and find the row. Runs in a worker process."""
    one = read_article(article_from_text("one", pair.one, pair.one_date))
    other = read_article(article_from_text("other", pair.other, pair.other_date))
    return found_in(compare([one, other]), pair, (one, other))


def found_in(comparison: Comparison, pair: Pair, records: Sequence[Record]) -> Found:
    """The verdict on the pair's field in what both articles tell; of several rows the most opposed one.

    "apart" where they share no incident, "none" where those that they share have no such row, "silent" where one article has no version.
    """
    if pair.kind == "claims":
        rows = [row for claim in comparison.claims for row in claim.contrasts if _is_shared(row, records)]
        empty = Found("none")
    else:
        shared = _shared(comparison, records, pair.act)
        rows = [row for incident in shared for row in incident.contrasts if kind_of(row) == pair.kind]
        empty = Found("none" if shared else "apart")
    row = _most_opposed([row for row in rows if _is_shared(row, records)])
    others = tuple(_other_contradictions(comparison, row))
    if row is None:
        return (Found("silent") if rows else empty)._replace(others=others)
    return Found(row.relation.value, row.note, others)


def kind_of(row: Contrast) -> str:
    """The kind of contrast that a row of an incident is."""
    return "counts" if row.field.startswith("count:") else row.field


def _shared(comparison: Comparison, records: Sequence[Record], act: str | None) -> list[Incident]:
    triggers = {event.id: quote(record.article.text, event.trigger.spans).lower() for record in records for event in record.events}
    articles = {record.article.id for record in records}
    return [
        incident
        for incident in comparison.incidents
        if articles <= {account.article for account in incident.accounts}
        and (act is None or any(act.lower() in triggers[event] for account in incident.accounts for event in account.events))
    ]


def _is_shared(row: Contrast, records: Sequence[Record]) -> bool:
    return {record.article.id for record in records} <= {version.article for version in row.versions}


def _most_opposed(rows: Iterable[Contrast]) -> Contrast | None:
    order = (*OPPOSITION, Verdict.SILENT)
    return min(rows, key=lambda row: order.index(row.relation), default=None)


def _other_contradictions(comparison: Comparison, own: Contrast | None) -> Iterator[tuple[str, str]]:
    """Each kind once, with the note of its first contradiction."""
    rows = [(kind_of(row), row) for incident in comparison.incidents for row in incident.contrasts]
    rows += [("claims", row) for claim in comparison.claims for row in claim.contrasts]
    told: dict[str, str] = {}
    for kind, row in rows:
        if row.relation is Verdict.CONTRADICT and row is not own and kind not in UNSHARED:
            told.setdefault(kind, row.note)
    yield from told.items()
