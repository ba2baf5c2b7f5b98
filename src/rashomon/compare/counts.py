"""Counts told of an incident: how many killed, arrested, taking part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.names import content_words
from rashomon.model import Contrast, Count, Event, Verdict, quote
from rashomon.tables import choices, load_table

FAR_APART = 20
"""Exact numbers of which one is more than this many times the other hardly count the same thing."""


class Amount(NamedTuple):
    """The numbers that some words allow; None is open. `exact` is True for a plain number."""

    low: int | None
    high: int | None
    exact: bool


def contrast_counts(tellers: Sequence[Teller]) -> Iterator[Contrast]:
    """A row `count:<what>` for each thing counted, in the order told; what no row of the table names ("three members") is left out."""
    told: dict[str, dict[int, tuple[Event, Count]]] = {}
    for place, teller in enumerate(tellers):
        for event in teller.events:
            for count in event.counts:
                what = counted(count.what)
                if what not in _things():
                    continue
                versions = told.setdefault(what, {})
                if place not in versions or _width(amount_of(count)) < _width(amount_of(versions[place][1])):
                    versions[place] = (event, count)
    for what, versions in told.items():
        statements = [
            Statement(tellers[place].version(quote(tellers[place].text, count.spans), event, count.spans), amount_of(count))
            for place, (event, count) in sorted(versions.items())
        ]
        silent = [teller.name for place, teller in enumerate(tellers) if place not in versions]
        row = contrast(f"count:{what}", statements, silent, judge_amounts)
        if row is not None:
            yield row


@cache
def counted(what: str) -> str:
    """What is counted, in one word for all ways to say it: "dead", "people killed" and "deaths" are "killed"."""
    words = content_words(what)
    for row in _rows():
        if words & {row["counted"], *choices(row["words"])}:
            return row["counted"]
    return what.lower()


@cache
def _things() -> frozenset[str]:
    return frozenset(row["counted"] for row in _rows())


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.compare", "tables/counted.tsv", ("counted", "words"), key=("counted",))


def amount_of(count: Count) -> Amount:
    """The bounds a count allows: a number without bounds is exact, no number and no bounds ("many") is open."""
    if count.low is None and count.high is None:
        return Amount(count.number, count.number, exact=count.number is not None)
    return Amount(count.low, count.high, exact=count.low == count.high)


def judge_amounts(one: Amount, other: Amount) -> Judgement:
    """Ranges that overlap agree; exact numbers that differ contradict; others that do not meet differ."""
    if one == other:
        return Judgement(Verdict.AGREE, f"both: {_plain(one)}")
    highest_low = max((low for low in (one.low, other.low) if low is not None), default=None)
    lowest_high = min((high for high in (one.high, other.high) if high is not None), default=None)
    both = f"{_plain(one)} ({ONE}) and {_plain(other)} ({OTHER})"
    if highest_low is None or lowest_high is None or highest_low <= lowest_high:
        return Judgement(Verdict.AGREE, f"{both} fit each other")
    if one.exact and other.exact and highest_low <= FAR_APART * max(lowest_high, 1):
        return Judgement(Verdict.CONTRADICT, f"{both} cannot both be so")
    return Judgement(Verdict.DIFFER, f"{both} have no number in common, but need not count the same or are not exact")


def _plain(amount: Amount) -> str:
    if amount.exact:
        return str(amount.low)
    if amount.low is None and amount.high is None:
        return "a number left open"
    if amount.low is None:
        return f"at most {amount.high}"
    if amount.high is None:
        return f"at least {amount.low}"
    return f"{amount.low} to {amount.high}"


def _width(amount: Amount) -> float:
    if amount.low is None or amount.high is None:
        return float("inf")
    return amount.high - amount.low
