"""When and where: each account's date and place of an incident."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.dates import date_words, plain_period
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import Act
from rashomon.link.evidence import place_outcome, time_outcome
from rashomon.link.periods import Period, period_of
from rashomon.link.tellings import Locus, locus_of
from rashomon.model import AnchorKind, Contrast, Event, Verdict, quote

EARTH_RADIUS_KM = 6371.0
NEIGHBOURHOOD_KM = 30.0
"""Two places this near may be one place told by its own name and by that of the city beside it."""


class Date(NamedTuple):
    """A date told for an act, and what it was counted from: a date "on Thursday" is only as sure as its anchor."""

    period: Period
    act: Act
    anchor: AnchorKind


class Site(NamedTuple):
    """A place told for an act; `moving` when the act goes from one place to another."""

    locus: Locus
    moving: bool


def contrast_times(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `time`: each account's most definite date, in its own words with the date they come to."""
    statements: list[Statement[Date]] = []
    silent: list[str] = []
    for teller in tellers:
        dated = [(period, event) for event in teller.events if (period := period_of(event.time.edtf)) is not None]
        if not dated:
            silent.append(teller.name)
            continue
        period, event = min(dated, key=lambda told: (told[0].yearless, told[0].days))
        time = teller.lookup.times.get(event.time.time or "")
        anchor = time.anchor.kind if time else AnchorKind.INFERRED
        spans = time.spans if time else event.trigger.spans
        words = quote(teller.text, spans) if time else ""
        date = date_words(event.time.edtf)
        value = f"{words} ({date})" if words and words != date else date
        statements.append(Statement(teller.version(value, event, spans), Date(period, teller.act(event), anchor)))
    return contrast("time", statements, silent, judge_dates)


def contrast_places(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `place`: each account's place, in its own words."""
    statements: list[Statement[Site]] = []
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
        moving = teller.act(event).is_moving
        statements.append(Statement(teller.version(words, event, spans), Site(locus_of(str(event.place.name), place), moving)))
    return contrast("place", statements, silent, judge_places)


def judge_dates(one: Date, other: Date) -> Judgement:
    """Dates that share a day agree, a day and its month too; others contradict where both are told in full and for the same kind of act."""
    here, there = plain_period(one.period), plain_period(other.period)
    both = f"{here} ({ONE}) and {there} ({OTHER})"
    if time_outcome(one.period, other.period, same_article=True) != "apart":
        return Judgement(Verdict.AGREE, f"both: {here}" if here == there else f"{both} can be the same")
    if AnchorKind.INFERRED in {one.anchor, other.anchor}:
        return Judgement(Verdict.UNCLEAR, f"{both} have no day in common, but one was concluded, not told")
    same_act = bool(one.act.stems & other.act.stems or set(one.act.kinds) & set(other.act.kinds))
    is_exact = one.anchor is other.anchor is AnchorKind.NONE and not one.period.approximate and not other.period.approximate
    if same_act and is_exact:
        return Judgement(Verdict.CONTRADICT, f"{both} have no day in common")
    return Judgement(Verdict.DIFFER, f"{both} have no day in common, but need not be of one act or exact")


def judge_places(one: Site, other: Site) -> Judgement:
    """A place and what holds it agree, others differ; they never contradict, for a name on the map may be another place's."""
    here, there = one.locus.spelling, other.locus.spelling
    match place_outcome(one.locus, other.locus):
        case "same":
            return Judgement(Verdict.AGREE, f"both: {here}")
        case "one within the other":
            return Judgement(Verdict.AGREE, f"one of {here} and {there} lies in the other")
        case "other name":
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


def _judge_apart(one: Site, other: Site) -> Judgement:
    here, there = f"{one.locus.spelling} ({ONE})", f"{other.locus.spelling} ({OTHER})"
    if one.moving or other.moving:
        return Judgement(Verdict.DIFFER, f"{here} and {there}: two places of a way")
    distance = kilometres(one.locus, other.locus)
    if distance is not None and distance <= NEIGHBOURHOOD_KM:
        return Judgement(Verdict.AGREE, f"{here} and {there} lie {distance:.0f} km apart")
    if distance is None:
        return Judgement(Verdict.DIFFER, f"{here} and {there} are different places")
    return Judgement(Verdict.DIFFER, f"{here} and {there} lie {distance:.0f} km apart on the map")


def _coarseness(teller: Teller, event: Event) -> int:
    place = teller.lookup.places.get(event.place.place or "")
    order = ("city", "region", "country")
    return order.index(place.precision) if place and place.precision in order else len(order)
