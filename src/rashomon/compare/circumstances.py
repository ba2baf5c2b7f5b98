"""When and where: each account's date and place of an incident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.dates import date_words, plain_period
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import WORD, Act
from rashomon.link.loci import Locus, Standing, locus_of
from rashomon.link.periods import Period, period_of
from rashomon.model import AnchorKind, Contrast, Event, TimeKind, Verdict, covers, quote
from rashomon.tables import load_table

EARTH_RADIUS_KM = 6371.0
HOURS_APART = 12
"""Hours of one day further apart than this are no slip between time zones."""
HOUR = re.compile(r"T(\d\d)")
NEIGHBOURHOOD_KM = 30.0
"""Two places this near may be one place told by its own name and by that of the city beside it."""

AWAY = "from"
"""What is told before a place that an act leads away from."""


class Date(NamedTuple):
    """A date told for an act, and what it was counted from: a date "on Thursday" is only as sure as its anchor.

    `period` is None for words that cannot be worked out, `hour` the hour of the day where one is told. `loose` is True for words that
    are not exact whatever they come to ("early March"), `deictic` where the day is counted from that of publication ("yesterday").
    """

    period: Period | None
    act: Act
    anchor: AnchorKind
    hour: int | None = None
    loose: bool = False
    deictic: bool = False


class ToldPlace(NamedTuple):
    """A place told for an act; `moving` when the act goes from one place to another, `away` when this is the one it leaves.

    `part` is set for "the north" of it.
    """

    locus: Locus
    moving: bool
    away: bool = False
    part: str = ""


def contrast_times(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `time`: each account's most definite date, in its own words with the date they come to."""
    statements: list[Statement[Date]] = []
    silent: list[str] = []
    for teller in tellers:
        told = [event for event in teller.events if event.time.edtf or _is_told(event, teller)]
        if not told:
            silent.append(teller.name)
            continue
        event = min(told, key=_indefinite)
        time = teller.lookup.times.get(event.time.time or "")
        spans = time.spans if time else event.trigger.spans
        words = quote(teller.text, spans) if time else ""
        date = date_words(event.time.edtf) or "day untold"
        value = f"{words} ({date})" if words and words != date else date
        statements.append(Statement(teller.version(value, event, spans), _date_of(event, teller, words)))
    return contrast("time", statements, silent, judge_dates)


def _is_told(event: Event, teller: Teller) -> bool:
    """True where words tell when, though no day can be worked out from them ("last week", in an article without a date)."""
    time = teller.lookup.times.get(event.time.time or "")
    return time is not None and time.kind in {TimeKind.DATE, TimeKind.TIME} and time.edtf is None


def _indefinite(event: Event) -> tuple[bool, bool, int]:
    period = period_of(event.time.edtf)
    return period is None, period is not None and period.yearless, period.days if period else 0


def _date_of(event: Event, teller: Teller, words: str) -> Date:
    time = teller.lookup.times.get(event.time.time or "")
    named = {word.lower() for word in WORD.findall(words)}
    hour = HOUR.search(event.time.edtf or "")
    anchor = time.anchor.kind if time else AnchorKind.INFERRED
    return Date(
        period=period_of(event.time.edtf),
        act=teller.act(event),
        anchor=anchor,
        hour=int(hour[1]) if hour else None,
        loose=bool(named & _date_words("loose")),
        deictic=anchor is AnchorKind.PUBLISHED and not named & _date_words("weekday"),
    )


def contrast_places(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `place`: each account's place, in its own words, with the site where one is told: "Port Selm (the central market)"."""
    statements: list[Statement[ToldPlace]] = []
    silent: list[str] = []
    for teller in tellers:
        placed = [event for event in teller.events if event.place.name]
        if not placed:
            silent.append(teller.name)
            continue
        event = min(placed, key=lambda told: _coarseness(teller, told))
        place = teller.lookup.places.get(event.place.place or "")
        spans = place.spans if place else event.trigger.spans
        words = quote(teller.text, spans) if place else str(event.place.name)
        part = _part_before(teller.text, spans[0].start) if place else ""
        site = ToldPlace(locus_of(str(event.place.name), place), teller.act(event).is_moving, event.place.away, part)
        value = " ".join(filter(None, (AWAY if site.away else "", part, words)))
        if event.place.site is not None:
            value = f"{value} ({event.place.site.words})"
            spans = tuple(sorted({*(span for span in spans if not covers(event.place.site.spans, [span])), *event.place.site.spans}))
        statements.append(Statement(teller.version(value, event, spans), site))
    return contrast("place", statements, silent, judge_places)


def judge_dates(one: Date, other: Date) -> Judgement:
    """Dates that share a day agree, a day and its month too; others contradict where both are told in full and for the same kind of act.

    A day counted from that of publication ("yesterday") may be off by one, for that day is another one in other time zones.
    """
    if one.period is None or other.period is None:
        return Judgement(Verdict.UNCLEAR, f"which day {ONE if one.period is None else OTHER} means cannot be told")
    here, there = plain_period(one.period), plain_period(other.period)
    both = f"{here} ({ONE}) and {there} ({OTHER})"
    same_act = bool(one.act.stems & other.act.stems or set(one.act.kinds) & set(other.act.kinds))
    if one.period.overlaps(other.period):
        if same_act and one.hour is not None and other.hour is not None and abs(one.hour - other.hour) > HOURS_APART:
            return Judgement(Verdict.CONTRADICT, f"{one.hour}:00 ({ONE}) and {other.hour}:00 ({OTHER}) of {here} are half a day apart")
        return Judgement(Verdict.AGREE, f"both: {here}" if here == there else f"{both} can be the same")
    if AnchorKind.INFERRED in {one.anchor, other.anchor}:
        return Judgement(Verdict.UNCLEAR, f"{both} have no day in common, but one was concluded, not told")
    off = one.period.gap(other.period) <= 1 and (one.deictic or other.deictic)
    if same_act and not off and _is_exact(one, one.period) and _is_exact(other, other.period):
        return Judgement(Verdict.CONTRADICT, f"{both} have no day in common")
    return Judgement(Verdict.DIFFER, f"{both} have no day in common, but need not be of one act or exact")


def _is_exact(date: Date, period: Period) -> bool:
    return date.anchor in {AnchorKind.NONE, AnchorKind.PUBLISHED} and not date.loose and not period.approximate


def judge_places(one: ToldPlace, other: ToldPlace) -> Judgement:
    """A place and what holds it agree, others differ; they never contradict, for a name on the map may be another place's."""
    here, there = (f"{site.part} {site.locus.spelling}".strip() for site in (one, other))
    standing = one.locus.standing(other.locus)
    if one.part and other.part and _opposite(one.part) == other.part and standing is Standing.SAME:
        return Judgement(Verdict.DIFFER, f"{here} ({ONE}) and {there} ({OTHER}) are different parts")
    match standing:
        case Standing.SAME:
            return Judgement(Verdict.AGREE, f"both: {here}")
        case Standing.ONE_WITHIN_THE_OTHER:
            return Judgement(Verdict.AGREE, f"one of {here} and {there} lies in the other")
        case Standing.OPEN:
            return Judgement(Verdict.UNCLEAR, f"{here} and {there}: one is not on the map, so they may be the same or hold each other")
        case _:
            return _judge_apart(one, other)


def kilometres(one: Locus, other: Locus) -> float | None:
    """The great-circle distance in km, or None where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    south, west, north, east = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def _judge_apart(one: ToldPlace, other: ToldPlace) -> Judgement:
    here, there = f"{one.locus.spelling} ({ONE})", f"{other.locus.spelling} ({OTHER})"
    if (one.moving or other.moving) and one.away != other.away:
        left, reached = (here, there) if one.away else (there, here)
        return Judgement(Verdict.DIFFER, f"two ends of a way: from {left}, to {reached}")
    distance = kilometres(one.locus, other.locus)
    if distance is not None and distance <= NEIGHBOURHOOD_KM:
        return Judgement(Verdict.AGREE, f"{here} and {there} lie {distance:.0f} km apart")
    if distance is None:
        return Judgement(Verdict.DIFFER, f"{here} and {there} are different places")
    return Judgement(Verdict.DIFFER, f"{here} and {there} lie {distance:.0f} km apart on the map")


def _part_before(text: str, start: int) -> str:
    """The "northern" before a place's name; empty where there is none."""
    before = text[:start].split()[-1:]
    word = before[0].lower() if before else ""
    return word if _opposite(word) else ""


@cache
def _opposite(part: str) -> str:
    return next((row["opposite"] for row in _parts() if row["part"] == part), "")


def _parts() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.compare", "tables/parts.tsv", ("part", "opposite"), key=("part",))


@cache
def _date_words(kind: str) -> frozenset[str]:
    rows = load_table("rashomon.compare", "tables/date_words.tsv", ("word", "kind"), key=("word",))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def _coarseness(teller: Teller, event: Event) -> int:
    place = teller.lookup.places.get(event.place.place or "")
    order = ("city", "region", "country")
    return order.index(place.precision) if place and place.precision in order else len(order)
