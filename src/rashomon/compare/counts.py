"""Counts told of an incident: how many killed, arrested, taking part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.units import Unit, unit_of
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import WORD, stem
from rashomon.link.names import content_words
from rashomon.model import Contrast, Count, Event, Participant, Polarity, Role, Spans, Verdict, covers, quote
from rashomon.tables import choices, load_table

FAR_APART = 20
"""Exact numbers of which one is more than this many times the other hardly count the same thing."""
TOOK_PART = "took part"
"""The row of those who acted, whatever they are called."""
JOINED = frozenset({"and", ","})
"""All that stands between two participants that are told together: "a man and two women"."""

ARTICLES = ("a ", "an ")


class Amount(NamedTuple):
    """The numbers that some words allow, and what they are numbers of; None is open.

    `exact` is True for a plain number, `firm` for one with a bound that holds ("at least nine", not "about nine" or "up to nine").
    """

    low: int | None
    high: int | None
    exact: bool
    firm: bool = False
    unit: Unit = Unit()


ONE_MORE = Amount(1, 1, exact=True, unit=Unit("a", "one more"))
"""Somebody told with an article beside those who are counted; alone it is no number."""


class Counted(NamedTuple):
    """A number told with an event, alone or added up of several told together, and the words it stands in."""

    event: Event
    amount: Amount
    spans: Spans


def contrast_counts(tellers: Sequence[Teller]) -> Iterator[Contrast]:
    """A row `count:<what>` for each thing counted, in the order told: those the act was done to, or who took part in it.

    Of an account's several numbers the one of the widest unit counts ("14 people", not "nine children"), then the most definite one.
    """
    told: dict[str, dict[int, Counted]] = {}
    for place, teller in enumerate(tellers):
        for what, counted in _counted_by(teller):
            versions = told.setdefault(what, {})
            if place not in versions or _definite(counted.amount) < _definite(versions[place].amount):
                versions[place] = counted
    for what, versions in told.items():
        statements = [
            Statement(tellers[place].version(quote(tellers[place].text, one.spans), one.event, one.spans), one.amount)
            for place, one in sorted(versions.items())
        ]
        silent = [teller.name for place, teller in enumerate(tellers) if place not in versions]
        row = contrast(f"count:{what}", statements, silent, judge_amounts)
        if row is not None:
            yield row


def _counted_by(teller: Teller) -> Iterator[tuple[str, Counted]]:
    """What each of the account's events counts. A number told with an act that is denied counts nothing, unless it is none ("nobody")."""
    for event in teller.events:
        told: dict[str, list[Count]] = {}
        for count in event.counts:
            what = _what(count, event, teller)
            if what is not None and (event.polarity is Polarity.AFFIRMED or count.number == 0):
                told.setdefault(what, []).append(count)
        for what, counts in told.items():
            yield from ((what, counted) for counted in _added_up(counts, event, teller))


def _what(count: Count, event: Event, teller: Teller) -> str | None:
    """The row a count stands in; None for those who neither acted nor had it done to them by the act's own words."""
    what = counted(count.what)
    holder = holder_of(count, event)
    if what in things_counted():
        return what
    if holder is not None and holder.role is Role.AGENT and not teller.act(event).is_result:
        return TOOK_PART
    named = {stem(word) for word in WORD.findall(quote(teller.text, event.trigger.spans).lower())}
    return what if stem(what) in named else None


@cache
def counted(what: str) -> str:
    """What is counted, in one word for all ways to say it: "dead", "people killed" and "deaths" are "killed"."""
    words = content_words(what)
    for row in _rows():
        if words & {row["counted"], *choices(row["words"])}:
            return row["counted"]
    return what.lower()


@cache
def things_counted() -> frozenset[str]:
    """What is counted whatever the act: "killed", "injured", "arrested"."""
    return frozenset(row["counted"] for row in _rows())


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.compare", "tables/counted.tsv", ("counted", "words"), key=("counted",))


def holder_of(count: Count, event: Event) -> Participant | None:
    """The participant in whose words the number stands; None for a number told beside them."""
    return next((one for one in event.participants if covers(one.spans, count.spans)), None)


def _added_up(counts: Sequence[Count], event: Event, teller: Teller) -> Iterator[Counted]:
    """The counts, those told together as their sum: "two women and nine men", "a man and two women"."""
    total: Counted | None = None
    end = 0
    for start, stop, here in sorted([*_numbered(counts, event, teller), *_single(counts, event, teller)], key=lambda each: each[0]):
        between = teller.text[end:start].split() if 0 < end <= start else []
        if total is not None and between and set(between) <= JOINED:
            total = Counted(event, _sum(total.amount, here.amount), (*total.spans, *here.spans))
        else:
            if total is not None and total.amount != ONE_MORE:
                yield total
            total = here
        end = stop
    if total is not None and total.amount != ONE_MORE:
        yield total


def _numbered(counts: Sequence[Count], event: Event, teller: Teller) -> Iterator[tuple[int, int, Counted]]:
    for count in counts:
        holder = holder_of(count, event)
        amount = amount_of(count, unit_of(teller.text, count.spans, holder))
        spans = holder.spans if holder else count.spans
        yield spans[0].start, spans[-1].end, Counted(event, amount, count.spans)


def _single(counts: Sequence[Count], event: Event, teller: Teller) -> Iterator[tuple[int, int, Counted]]:
    """The "a man" that may be told together with those who are counted, in the part that they play."""
    holders = [holder for count in counts if (holder := holder_of(count, event)) is not None]
    roles = {holder.role for holder in holders}
    for one in event.participants:
        is_single = quote(teller.text, one.spans).lower().startswith(ARTICLES)
        if is_single and one.role in roles and one not in holders:
            yield one.spans[0].start, one.spans[-1].end, Counted(event, ONE_MORE, one.spans)


def _sum(one: Amount, other: Amount) -> Amount:
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Amount(low, high, one.exact and other.exact, one.firm and other.firm, one.unit if one.unit.name == other.unit.name else Unit())


def amount_of(count: Count, unit: Unit) -> Amount:
    """The bounds a count allows: a number without bounds is exact, no number and no bounds ("many") is open."""
    if count.low is None and count.high is None:
        return Amount(count.number, count.number, exact=count.number is not None, unit=unit)
    firm = count.number is not None and (count.low is None or count.high is None) and not unit.loose
    return Amount(count.low, count.high, count.low == count.high, firm, unit)


def judge_amounts(one: Amount, other: Amount) -> Judgement:
    """Ranges that overlap agree; of those that do not, an exact number contradicts another and a firm bound, all others differ.

    Numbers of other units ("families" and "people") cannot be told, nor can those of a narrower group that fits into the other.
    """
    here, there = _plain(one), _plain(other)
    number = _number_words(one)
    both = f"{here} ({ONE}) and {there} ({OTHER})"
    if one.unit.bundles != other.unit.bundles:
        return Judgement(Verdict.UNCLEAR, f"{both} do not count in the same unit")
    if number == _number_words(other):
        return Judgement(Verdict.AGREE, f"both: {here if here == there else number}")
    if _overlap(one, other):
        return Judgement(Verdict.AGREE, f"{both} fit each other")
    if one.unit.name != other.unit.name and (_may_be_part(one, other) or _may_be_part(other, one)):
        return Judgement(Verdict.UNCLEAR, f"{both} may not count the same group")
    low, high = sorted((one, other), key=lambda amount: (amount.low is not None, amount.low or 0))
    is_told_exactly = (one.exact and (other.exact or other.firm)) or (one.firm and other.exact)
    if is_told_exactly and (high.low or 0) <= FAR_APART * max(low.high or 0, 1):
        return Judgement(Verdict.CONTRADICT, f"{both} cannot both be so")
    return Judgement(Verdict.DIFFER, f"{both} have no number in common, but need not count the same or are not exact")


def _overlap(one: Amount, other: Amount) -> bool:
    highest_low = max((low for low in (one.low, other.low) if low is not None), default=None)
    lowest_high = min((high for high in (one.high, other.high) if high is not None), default=None)
    return highest_low is None or lowest_high is None or highest_low <= lowest_high


def _may_be_part(part: Amount, whole: Amount) -> bool:
    """True when the one counts a narrower group, or at least another one, and not more of it than the other counts in all."""
    if not part.unit.name:
        return False
    return bool(whole.unit.name) or part.low is None or whole.high is None or part.low <= whole.high


def _plain(amount: Amount) -> str:
    number = _number_words(amount)
    return f"{number} {amount.unit.words}" if amount.unit.words else number


def _number_words(amount: Amount) -> str:
    if amount.exact:
        return f"{amount.low:,}"
    if amount.low is None and amount.high is None:
        return "a number left open"
    if amount.low is None:
        return f"at most {amount.high:,}"
    if amount.high is None:
        return f"at least {amount.low:,}"
    return f"{amount.low:,} to {amount.high:,}"


def _definite(amount: Amount) -> tuple[bool, float]:
    open_ended = amount.low is None or amount.high is None
    return bool(amount.unit.name), float("inf") if open_ended else float((amount.high or 0) - (amount.low or 0))
