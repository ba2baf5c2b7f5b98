"""Reasons: why tellings were taken as one happening, in words that a reader can check against the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.link.evidence import THRESHOLD, Collection, Finding, findings
from rashomon.link.periods import Period
from rashomon.link.tellings import Telling
from rashomon.model import PRIOR, Reason

Link = tuple[Telling, Telling, Collection]
BEFORE = -THRESHOLD
"""Bits with which two tellings start, before anything is compared: what their evidence must make up for."""
PRIOR_NOTE = "before anything is compared"
FIELDS = (PRIOR, "time", "place", "act", "patient", "agent", "roles", "matter", "article", "stage")
"""The order in which a person reads them."""
STAGE_NOTES = {
    "one not happened": "one tells it as demanded, threatened, regular or only possible",
    "planned and done in one article": "one article tells of something planned and of something done",
}
ARTICLE_NOTES = {
    "same": "told in one article",
    "denial pointing back": "told in one article, the second time denied, which only what was told can be",
    "pointing back": "told in one article, the second time with “the” or “this”",
    "something new": "told in one article, the second time as something new",
    "result close by": "told in one article, one right after the other as act and result",
}


def reasons_for(links: Iterable[Link], names: Mapping[str, str]) -> tuple[Reason, ...]:
    """What each link starts with (`PRIOR`) and a Reason for each field that both of its tellings have, the strongest first in a field.

    A reason that several links share is given once; its `links` say which. Over one link the weights add up to the odds, in
    bits, that the two tell of one happening. `names` are the linked actors' names by id.
    """
    found: dict[tuple[str, str, float], list[tuple[str, str]]] = {}
    for one, other, collection in links:
        pair = (one.event, other.event)
        found.setdefault((PRIOR, PRIOR_NOTE, BEFORE), []).append(pair)
        for finding in findings(one, other, collection):
            told = (finding.field, _note(finding, one, other, names), round(finding.bits, 2))
            found.setdefault(told, []).append(pair)
    reasons = (Reason(field=field, weight=bits, note=note, links=tuple(pairs)) for (field, note, bits), pairs in found.items())
    return tuple(sorted(reasons, key=lambda reason: (FIELDS.index(reason.field), -reason.weight, reason.note)))


def _note(finding: Finding, one: Telling, other: Telling, names: Mapping[str, str]) -> str:
    match finding.field:
        case "time":
            return _time_note(finding.outcome, one, other)
        case "place":
            return _place_note(finding.outcome, one, other)
        case "act":
            return _act_note(finding.outcome, one, other)
        case "patient" | "agent":
            return _participant_note(finding, one, other, names)
        case "matter":
            return f"the two articles speak of {finding.outcome}"
        case "roles":
            return "who acts in one is acted on in the other"
        case "article":
            return ARTICLE_NOTES[finding.outcome]
        case _:
            return STAGE_NOTES[finding.outcome]


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
        case "same":
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
        case "same word" | "same kind":
            return f"“{here}” and “{there}” name one kind of act"
        case "broader kind":
            return f"“{here}” and “{there}”: one is a kind of the other"
        case "near kind":
            return f"“{here}” and “{there}” may tell of one happening"
        case "same mode" | "same type":
            return f"“{here}” and “{there}” are acts of one type"
        case _:
            return f"“{here}” and “{there}” are acts of different types"


def _participant_note(finding: Finding, one: Telling, other: Telling, names: Mapping[str, str]) -> str:
    if finding.field == "patient" and one.act.is_moving and other.act.is_moving:
        role, mine, its = "told of moving:", one.agents | one.patients, other.agents | other.patients
    elif finding.field == "patient":
        role, mine, its = "done to", one.patients, other.patients
    else:
        role, mine, its = "done by", one.agents, other.agents
    match finding.outcome:
        case "same":
            return f"both {role} " + ", ".join(sorted(names.get(actor, actor) for actor in mine & its))
        case "same phrase" | "same word":
            return f"both {role}: " + ", ".join(sorted(one.others & other.others))
        case _:
            here, there = (", ".join(sorted(names.get(actor, actor) for actor in actors)) for actors in (mine, its))
            return f"{role} {here} and {role} {there}"
