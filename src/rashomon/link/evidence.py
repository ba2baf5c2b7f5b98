"""Evidence: what two tellings have in common, field by field, in bits, and the same in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import NamedTuple

from rashomon.link.acts import Act
from rashomon.link.periods import DAYS_OF_A_DAY, DAYS_OF_A_MONTH, Period
from rashomon.link.tellings import Locus, Telling
from rashomon.tables import load_table

THRESHOLD = 6.0
"""Bits that two tellings need to be taken as one happening: they outweigh odds of about 60 to 1 against a pair."""
DAYS_THAT_ACCOUNTS_ERR = 3
"""Two articles' dates of one happening differ by this many days at most (time zones, calendars, slips)."""
MOVING_ACTS = frozenset({"relocation", "transfer", "removal", "departure", "arrival", "expulsion", "visit", "transport"})
"""Acts of going from one place to another: two places told of them need not be at odds."""


class Finding(NamedTuple):
    """One field's outcome and weight in bits."""

    field: str
    outcome: str
    bits: float


@dataclass(frozen=True)
class Rates:
    """How common each act word, kind, place and participant is among the tellings compared."""

    total: int
    shares: Counter[tuple[str, str]]

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Rates:
        """The rates among `tellings`."""
        counted: Counter[tuple[str, str]] = Counter()
        total = 0
        for telling in tellings:
            total += 1
            counted.update(("word", word) for word in telling.act.stems)
            counted.update(("kind", kind) for kind in telling.act.kinds)
            counted.update(("actor", actor) for actor in telling.agents | telling.patients)
            if telling.place:
                counted[("place", telling.place.name)] += 1
        return cls(total, counted)

    def share(self, what: str, values: Iterable[str]) -> float:
        """The share of tellings with the rarest of `values`, smoothed so that a small collection proves little."""
        return (min(self.shares[(what, value)] for value in values) + 2) / (self.total + 20)


def findings(one: Telling, other: Telling, rates: Rates) -> list[Finding]:
    """What the two have in common, a Finding for each field that both tell of; their bits add up."""
    found = [_act(one, other, rates)]
    if one.period and other.period:
        found.append(_weight("time", time_outcome(one.period, other.period, same_article=one.article == other.article)))
    if one.place and other.place:
        outcome = place_outcome(one.place, other.place)
        if outcome == "same":
            found.append(_weight("place", outcome, rates.share("place", [one.place.name])))
        elif outcome == "one within the other" or not _moving(one, other):
            found.append(_weight("place", outcome))
    found.extend(_participants(one, other, rates))
    if one.article == other.article:
        found.append(_weight("article", _reference(other)))
    if one.happened != other.happened:
        found.append(_weight("stage", "one not happened"))
    return found


def bits(found: Iterable[Finding]) -> float:
    """The sum of the weights."""
    return sum(finding.bits for finding in found)


def time_outcome(one: Period, other: Period, *, same_article: bool = False) -> str:
    """How two periods stand to each other, in the words of the table of weights."""
    gap = one.gap(other)
    if gap:
        allowed = DAYS_THAT_ACCOUNTS_ERR + (DAYS_OF_A_MONTH if one.approximate or other.approximate else 0)
        return "days apart" if gap <= allowed and one.dated and other.dated and not same_article else "apart"
    longer, shorter = max(one.days, other.days), min(one.days, other.days)
    if longer == DAYS_OF_A_DAY:
        return "same day"
    if longer <= DAYS_OF_A_MONTH:
        return "same month"
    return "one within the other" if shorter <= DAYS_OF_A_MONTH or one == other else "overlapping"


def act_outcome(one: Act, other: Act, *, same_type: bool, same_mode: bool) -> str:
    """How two acts stand to each other, in the words of the table of weights."""
    if one.stems & other.stems:
        return "same word"
    if set(one.kinds) & set(other.kinds):
        return "same kind"
    if one.is_near(other):
        return "near kind"
    if same_mode:
        return "same mode"
    return "same type" if same_type else "different"


def place_outcome(one: Locus, other: Locus) -> str:
    """How two places stand to each other, in the words of the table of weights."""
    if one.name == other.name or (one.entry and one.entry == other.entry):
        return "same"
    if not one.country or not other.country:
        return "other name"
    if one.country != other.country:
        return "other country"
    return "one within the other" if "country" in {one.precision, other.precision} or one.precision != other.precision else "other place"


def _act(one: Telling, other: Telling, rates: Rates) -> Finding:
    same_type = one.type is other.type
    outcome = act_outcome(one.act, other.act, same_type=same_type, same_mode=same_type and one.mode is not None and one.mode == other.mode)
    if outcome == "same word":
        return _weight("act", outcome, rates.share("word", one.act.stems & other.act.stems))
    if outcome == "same kind":
        return _weight("act", outcome, rates.share("kind", set(one.act.kinds) & set(other.act.kinds)))
    return _weight("act", outcome)


def _moving(one: Telling, other: Telling) -> bool:
    return bool(MOVING_ACTS & {*one.act.kinds, *other.act.kinds})


def _participants(one: Telling, other: Telling, rates: Rates) -> Iterable[Finding]:
    shared = one.patients & other.patients
    if shared:
        yield _weight("patient", "same", rates.share("actor", shared))
    elif one.others & other.others:
        yield _weight("patient", "same words")
    elif one.patients and other.patients:
        yield _weight("patient", "other")
    if not one.blamable and not other.blamable:
        acting = one.agents & other.agents
        if acting:
            yield _weight("agent", "same", rates.share("actor", acting))
        elif one.agents and other.agents:
            yield _weight("agent", "other")
    crossed = bool(one.agents & other.patients) + bool(other.agents & one.patients)
    if crossed and not shared:
        yield _weight("roles", "swapped" if crossed == 2 else "half swapped")


def _reference(later: Telling) -> str:
    if later.definite is None:
        return "same"
    return "pointing back" if later.definite else "something new"


def _weight(field: str, outcome: str, share: float | None = None) -> Finding:
    most, rate = _weights()[(field, outcome)]
    return Finding(field, outcome, most if share is None or rate is None else min(most, log2(rate / share)))


@cache
def _weights() -> dict[tuple[str, str], tuple[float, float | None]]:
    rows = load_table("rashomon.link", "tables/weights.tsv", ("field", "outcome", "bits", "rate"), key=("field", "outcome"))
    return {(row["field"], row["outcome"]): (float(row["bits"]), float(row["rate"]) if row["rate"] else None) for row in rows}
