"""Evidence: what two tellings have in common, field by field, in bits, and the same in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import NamedTuple

from rashomon.link.acts import Act
from rashomon.link.matters import Matters
from rashomon.link.periods import DAYS_OF_A_DAY, DAYS_OF_A_MONTH, DAYS_OF_A_YEAR, Period
from rashomon.link.tellings import Locus, Telling
from rashomon.tables import load_table

THRESHOLD = 5.5
"""Bits that two tellings need to be taken as one happening: they outweigh odds of about 45 to 1 against a pair."""
DAYS_THAT_ACCOUNTS_ERR = 3
"""Two articles' dates of one happening differ by this many days at most (time zones, calendars, slips)."""
UNSEEN = 40
"""Tellings that a collection is taken to be a part of, beside its own: in two short articles everything looks common."""
CLOSE_BY = 250
"""Characters between two triggers within which an act and then its result ("the blast", "nine were killed") are told."""
CLOSE_BEFORE = 80
"""The same where the result comes first ("nine died when the house was bombed")."""


class Finding(NamedTuple):
    """One field's outcome and weight in bits."""

    field: str
    outcome: str
    bits: float


@dataclass(frozen=True)
class Collection:
    """What the tellings compared have in common: how common each act, day, place and participant is, and the articles' matters."""

    total: int
    shares: Counter[tuple[str, str]]
    matters: Matters

    @classmethod
    def of(cls, tellings: Iterable[Telling], texts: Mapping[str, str]) -> Collection:
        """The rates among `tellings`, and the matters of the articles whose `texts` are given by id."""
        counted: Counter[tuple[str, str]] = Counter()
        total = 0
        for telling in tellings:
            total += 1
            counted.update(("word", word) for word in telling.act.stems)
            counted.update(("kind", kind) for kind in telling.act.kinds)
            counted.update(("patient's word", word) for word in telling.others)
            counted.update(("actor", actor) for actor in telling.agents | telling.patients)
            if telling.period and telling.period.days == DAYS_OF_A_DAY and not telling.period.yearless:
                counted[("day", str(telling.period.first))] += 1
            if telling.place:
                counted[("place", telling.place.name)] += 1
        return cls(total, counted, Matters(texts))

    def share(self, what: str, values: Iterable[str]) -> float:
        """The share of tellings with the rarest of `values`, smoothed so that a small collection proves little."""
        return (min(self.shares[(what, value)] for value in values) + 1) / (self.total + UNSEEN)


def findings(one: Telling, other: Telling, collection: Collection) -> list[Finding]:
    """What the two have in common, a Finding for each field that both tell of; their bits add up."""
    found = [_act(one, other, collection)]
    if one.period and other.period:
        found.append(_time(one, one.period, other, other.period, collection))
    if one.place and other.place:
        outcome = place_outcome(one.place, other.place)
        if outcome == "same":
            found.append(_weight("place", outcome, collection.share("place", [one.place.name])))
        elif outcome == "one within the other" or not (one.act.is_moving or other.act.is_moving):
            found.append(_weight("place", outcome))
    found.extend(_participants(one, other, collection))
    matter = collection.matters.outcome(one.article, other.article)
    if matter:
        found.append(_weight("matter", matter))
    if one.article == other.article:
        found.append(_weight("article", _reference(one, other)))
    if one.happened != other.happened:
        found.append(_weight("stage", "one not happened"))
    elif one.planned != other.planned and one.article == other.article:
        found.append(_weight("stage", "planned and done in one article"))
    return found


def bits(found: Iterable[Finding]) -> float:
    """The sum of the weights."""
    return sum(finding.bits for finding in found)


def time_outcome(one: Period, other: Period, *, same_article: bool = False) -> str:
    """How two periods stand to each other, in the words of the table of weights."""
    if one.yearless or other.yearless:
        return _outcome_in_any_year(one.in_any_year(), other.in_any_year())
    gap = one.gap(other)
    if gap:
        allowed = DAYS_THAT_ACCOUNTS_ERR + (DAYS_OF_A_MONTH if one.approximate or other.approximate else 0)
        return "days apart" if gap <= allowed and one.dated and other.dated and not same_article else "apart"
    longer, shorter = max(one.days, other.days), min(one.days, other.days)
    if longer == DAYS_OF_A_DAY:
        return "same day"
    if longer <= DAYS_OF_A_MONTH:
        return "same month"
    if one == other and longer <= DAYS_OF_A_YEAR:
        return "same year"
    return "one within the other" if shorter <= DAYS_OF_A_MONTH else "overlapping"


def _outcome_in_any_year(one: Period | None, other: Period | None) -> str:
    if one is None or other is None:
        return "year untold"
    if one.gap(other):
        return "apart"
    return "same day, year untold" if one.days == other.days == DAYS_OF_A_DAY else "same month, year untold"


def act_outcome(one: Act, other: Act, *, same_type: bool, same_mode: bool) -> str:
    """How two acts stand to each other, in the words of the table of weights."""
    if one.stems & other.stems:
        return "same word"
    if set(one.kinds) & set(other.kinds):
        return "same kind"
    if one.is_broader_or_narrower(other):
        return "broader kind"
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


def _time(one: Telling, mine: Period, other: Telling, its: Period, collection: Collection) -> Finding:
    """One expression that dates two events of an article was carried over to one of them, and says little."""
    if one.dated_by is not None and one.dated_by == other.dated_by:
        return _weight("time", "one expression")
    outcome = time_outcome(mine, its, same_article=one.article == other.article)
    return _weight("time", outcome, collection.share("day", [str(mine.first)]) if outcome == "same day" else None)


def _act(one: Telling, other: Telling, collection: Collection) -> Finding:
    same_type = one.type is not None and one.type is other.type
    outcome = act_outcome(one.act, other.act, same_type=same_type, same_mode=same_type and one.mode is not None and one.mode == other.mode)
    if outcome == "same word":
        return _weight("act", outcome, collection.share("word", one.act.stems & other.act.stems))
    if outcome == "same kind":
        return _weight("act", outcome, collection.share("kind", set(one.act.kinds) & set(other.act.kinds)))
    return _weight("act", outcome)


def _participants(one: Telling, other: Telling, collection: Collection) -> Iterable[Finding]:
    moving = one.act.is_moving and other.act.is_moving
    mine, its = (one.agents | one.patients, other.agents | other.patients) if moving else (one.patients, other.patients)
    shared = mine & its
    if shared:
        yield _weight("patient", "same", collection.share("actor", shared))
    elif one.others & other.others:
        outcome = "same phrase" if len(one.others & other.others) > 1 else "same word"
        yield _weight("patient", outcome, collection.share("patient's word", one.others & other.others))
    elif mine & one.known and its & other.known:
        yield _weight("patient", "other")
    if not moving:
        yield from _agents(one, other, collection)
    crossed = bool(one.agents & other.patients) + bool(other.agents & one.patients)
    if crossed and not shared:
        yield _weight("roles", "swapped" if crossed == 2 else "half swapped")


def _agents(one: Telling, other: Telling, collection: Collection) -> Iterable[Finding]:
    """What two articles say of an agent who is blamed weighs nothing; one article that names another agent tells of another act.

    Unless it points back ("the attack"): then its voices quarrel.
    """
    one_article = one.article == other.article
    one_voice = one_article and one.voice == other.voice
    is_quarrelled_over = (one.blamable or other.blamable) and not one_voice
    acting = one.agents & other.agents
    if acting and not is_quarrelled_over:
        yield _weight("agent", "same", collection.share("actor", acting))
    elif acting or not one.agents or not other.agents:
        return
    elif not is_quarrelled_over:
        yield _weight("agent", "other")
    elif one_article and not other.definite:
        yield _weight("agent", "other, in another voice")


def _reference(one: Telling, other: Telling) -> str:
    allowed = CLOSE_BY if other.act.is_result else CLOSE_BEFORE
    if abs(other.position - one.position) <= allowed and one.act.is_near(other.act) and (one.act.is_result or other.act.is_result):
        return "result close by"
    if other.definite is None:
        return "same"
    if not other.definite:
        return "something new"
    return "denial pointing back" if other.denied else "pointing back"


def _weight(field: str, outcome: str, share: float | None = None) -> Finding:
    most, least, rate = _weights()[(field, outcome)]
    return Finding(field, outcome, most if share is None or rate is None else max(least, min(most, log2(rate / share))))


@cache
def _weights() -> dict[tuple[str, str], tuple[float, float, float | None]]:
    rows = load_table("rashomon.link", "tables/weights.tsv", ("field", "outcome", "bits", "least", "rate"), key=("field", "outcome"))
    return {(row["field"], row["outcome"]): _weights_of(row) for row in rows}


def _weights_of(row: dict[str, str]) -> tuple[float, float, float | None]:
    return float(row["bits"]), float(row["least"] or row["bits"]), float(row["rate"]) if row["rate"] else None
