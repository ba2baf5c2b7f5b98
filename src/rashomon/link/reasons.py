"""Reasons: why tellings were taken as one happening, in words that a reader can check against the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rashomon.link.comparisons import bits
from rashomon.link.periods import Period
from rashomon.link.tellings import Telling
from rashomon.model import PRIOR, Reason

PRIOR_NOTE = "before anything is compared"
FIELDS = (PRIOR, "time", "place", "act", "meaning", "patient", "agent", "roles", "context", "beside", "matter", "article", "stage")
"""The order in which a person reads them."""
STAGE_NOTES = {
    "one not happened": "one tells it as demanded, threatened, regular or only possible",
    "planned and done in one article": "one article tells of something planned and of something done",
}
ARTICLE_NOTES = {
    "one sentence": "told in one sentence",
    "close by": "told in one article, one close by the other",
    "far": "told in one article, one far from the other",
    "denial pointing back": "told in one article, the second time denied, which only what was told can be",
    "pointing back": "told in one article, the second time with “the” or “this”",
    "something new": "told in one article, the second time as something new",
    "result close by": "told in one article, one right after the other as act and result",
}
MEANING_NOTES = {
    "the same": "mean the same",
    "very near": "mean nearly the same",
    "near": "are near in meaning",
    "akin": "are akin in meaning",
    "some way off": "are some way off in meaning",
    "far": "are far in meaning",
    "very far": "are very far in meaning",
}


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
    return tuple(sorted(reasons, key=lambda reason: (FIELDS.index(reason.field), -reason.weight, reason.note)))


def _note(field: str, outcome: str, link: Link, names: Mapping[str, str]) -> str:
    one, other = link.one, link.other
    match field:
        case "time":
            return _time_note(outcome, one, other)
        case "place":
            return _place_note(outcome, one, other)
        case "act":
            return _act_note(outcome, one, other)
        case "meaning":
            return f"“{one.words}” and “{other.words}” {MEANING_NOTES[outcome]}"
        case "patient" | "agent":
            return _participant_note(field, outcome, link, names)
        case "context":
            return f"their sentences share {outcome}" + (" or more" if outcome[0].isdigit() else "")
        case "beside":
            return f"beside the act, {outcome} in common"
        case "matter":
            return f"the two articles' words are {outcome}"
        case "roles":
            return "who acts in one is acted on in the other"
        case "article":
            return ARTICLE_NOTES[outcome]
        case _:
            return STAGE_NOTES[outcome]


def _time_note(outcome: str, one: Telling, other: Telling) -> str:
    here, there = _dates(one.period), _dates(other.period)
    if outcome == "one expression":
        return f"one date for both: {here}"
    if outcome == "same day" or here == there:
        return f"both told on {here}"
    if outcome in {"days apart", "apart"}:
        return f"told on {here} and on {there}"
    return f"told on {here} and on {there}, which overlap"


def _dates(period: Period | None) -> str:
    if period is None:
        return "no date"
    return period.describe()


def _place_note(outcome: str, one: Telling, other: Telling) -> str:
    here, there = (telling.place.spelling if telling.place else "" for telling in (one, other))
    match outcome:
        case "same" | "same, seldom told":
            return f"same place: {here}"
        case "one within the other":
            return f"places that hold each other: {here}, {there}"
        case _:
            return f"different places: {here}, {there}"


def _act_note(outcome: str, one: Telling, other: Telling) -> str:
    here, there = one.words, other.words
    if here.lower() == there.lower():
        return f"both: “{here}”"
    match outcome:
        case "same word" | "same kind" | "same word, of saying" | "same kind, of saying":
            return f"“{here}” and “{there}” name one kind of act"
        case "broader kind":
            return f"“{here}” and “{there}”: one is a kind of the other"
        case "near kind":
            return f"“{here}” and “{there}” may tell of one happening"
        case "same mode" | "same type":
            return f"“{here}” and “{there}” are acts of one type"
        case _:
            return f"“{here}” and “{there}” are acts of different types"


def _participant_note(field: str, outcome: str, link: Link, names: Mapping[str, str]) -> str:
    one, other = link.one, link.other
    if field == "patient" and one.act.is_moving and other.act.is_moving:
        role, mine, its = "told of moving:", one.agents | one.patients, other.agents | other.patients
    elif field == "patient":
        role, mine, its = "done to", one.patients, other.patients
    else:
        role, mine, its = "done by", one.agents, other.agents
    match outcome:
        case "same" | "same, seldom told":
            return f"both {role} " + ", ".join(sorted(names.get(actor, actor) for actor in mine & its))
        case "same phrase" | "same word":
            return f"both {role}: " + ", ".join(sorted(one.others & other.others))
        case _:
            here, there = (", ".join(sorted(names.get(actor, actor) for actor in actors)) for actors in (mine, its))
            return f"{role} {here} and {role} {there}"
