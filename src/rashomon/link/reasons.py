"""Reasons: why tellings were taken as one happening, in words that a reader can check against the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rashomon.link.comparisons import bits, comparisons
from rashomon.link.tellings import Telling
from rashomon.model import PRIOR, Reason

PRIOR_NOTE = "before anything is compared"


class Link(NamedTuple):
    """Two tellings of one happening, and the outcome of each field that both tell of."""

    one: Telling
    other: Telling
    outcomes: tuple[tuple[str, str], ...]


def reasons_for(links: Iterable[Link], names: Mapping[str, str]) -> tuple[Reason, ...]:
    """What each link starts with (`PRIOR`) and a Reason for each field that both of its tellings have, the strongest first in a field.

    A reason that several links share is given once; its `links` say which. Over one link the weights add up to the odds, in
    bits, that the two tell of one happening. `names` are the linked actors' names by id.
    """
    found: dict[tuple[str, str, float], list[tuple[str, str]]] = {}
    for link in links:
        pair = (link.one.event, link.other.event)
        found.setdefault((PRIOR, PRIOR_NOTE, bits(PRIOR)), []).append(pair)
        for field, outcome in link.outcomes:
            if weight := bits(field, outcome):
                found.setdefault((field, _note(field, outcome, link, names), weight), []).append(pair)
    reasons = (Reason(field=field, weight=weight, note=note, links=tuple(pairs)) for (field, note, weight), pairs in found.items())
    order = (PRIOR, *(one.field for one in comparisons()))
    return tuple(sorted(reasons, key=lambda reason: (order.index(reason.field), -reason.weight, reason.note)))


def _note(field: str, outcome: str, link: Link, names: Mapping[str, str]) -> str:
    comparison = next(one for one in comparisons() if one.field == field)
    here, there = _told(field, link.one, link.other, names), _told(field, link.other, link.one, names)
    if comparison.alike and here.lower() == there.lower():
        return comparison.alike.format(here=here)
    shared = _named(_participants(field, link.one, link.other) & _participants(field, link.other, link.one), names)
    return comparison.note(outcome).format(
        here=here, there=there, shared=shared, words=", ".join(sorted(link.one.others & link.other.others))
    )


def _told(field: str, one: Telling, other: Telling, names: Mapping[str, str]) -> str:
    """What the first of two tellings tells of a field, in words."""
    match field:
        case "time":
            return one.period.describe() if one.period else "no date"
        case "place":
            return one.place.spelling if one.place else ""
        case "site":
            return one.site or ""
        case "act" | "meaning" | "name":
            return one.words
        case _:
            return _named(_participants(field, one, other), names) or ", ".join(sorted(one.others))


def _participants(field: str, one: Telling, other: Telling) -> frozenset[str]:
    if field == "agent":
        return one.agents
    return one.patients | one.agents if one.act.is_moving and other.act.is_moving else one.patients


def _named(actors: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names.get(actor, actor) for actor in actors))
