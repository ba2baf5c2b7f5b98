"""Titles: an incident in plain words, with its source where it is only alleged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

from rashomon.compare.accounts import Teller
from rashomon.link.acts import act_of, fits_type, patient_preposition
from rashomon.link.names import is_function_word
from rashomon.link.periods import Period, period_of
from rashomon.link.tellings import BLAMED
from rashomon.model import Event, EventType, Participant, Polarity, Role, Stage, quote
from rashomon.tables import load_table

POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_PARTICIPANT = 60
"""Characters of a participant's words that a title holds; longer descriptions are cut at a word."""
STAGE_WORDS = {
    Stage.ATTEMPTED: "attempted ",
    Stage.FOILED: "foiled ",
    Stage.PLANNED: "planned ",
    Stage.THREATENED: "threatened ",
    Stage.DEMANDED: "demanded ",
    Stage.HYPOTHETICAL: "possible ",
    Stage.RECURRING: "regular ",
}


def title_of(tellers: Sequence[Teller]) -> str:
    """For example "arrest of two people, Port Selm, 22 March 2018", "planned attack on the harbour, according to the police".

    Who is blamed for an act of force is never part of it. Where nobody but quoted sources tells it, the first of them is named.
    """
    events = [event for teller in tellers for event in teller.events]
    noun, preposition = _noun(tellers)
    patient = _participant(tellers, Role.PATIENT)
    agent = None if any(event.type in BLAMED for event in events) else _participant(tellers, Role.AGENT)
    if agent and all(event.type is EventType.RETREAT for event in events):
        patient, agent, preposition = agent, None, "of"
    parts = [_stage(events) + noun + (f" {preposition} {patient}" if patient else "")]
    parts[0] += f" by {agent}" if agent else ""
    place = _place(events)
    parts.extend(part for part in (place if place and place not in parts[0] else None, _date(events), _alleged(tellers)) if part)
    return ", ".join(parts)


def plain_date(period: Period) -> str:
    """A period as people write it: "22 March 2018", "March 2018", "2018", "1 May 2018 to 3 May 2018"."""
    if period.yearless:
        return period.describe().partition(",")[0]
    return " to ".join(_plain(part) for part in period.describe().split(" to "))


def _noun(tellers: Sequence[Teller]) -> tuple[str, str]:
    kinds: Counter[str] = Counter()
    for teller in tellers:
        for event in teller.events:
            told = act_of(quote(teller.text, event.trigger.spans), event.type.value).kinds
            kinds.update(kind for kind in told if fits_type(kind, event.type.value))
    if kinds:
        kind = max(kinds, key=lambda found: kinds[found])
        return kind, patient_preposition(kind)
    return _type_nouns()[tellers[0].events[0].type.value]


def _stage(events: Sequence[Event]) -> str:
    if all(event.polarity is Polarity.DENIED for event in events):
        return "denied "
    stages = [event.stage for event in events if event.polarity is Polarity.AFFIRMED]
    if Stage.ACCOMPLISHED in stages or events[0].type is EventType.REQUEST:
        return ""
    return STAGE_WORDS[stages[0]]


def _participant(tellers: Sequence[Teller], role: Role) -> str | None:
    """The first named one of those told in the role, or else the first words for one."""
    told = [(teller, one) for teller in tellers for event in teller.events for one in event.participants if one.role is role]
    if not told:
        return None
    named = [_name(teller, one) for teller, one in sorted(told, key=lambda found: found[1].actor not in found[0].lookup.linked_of)]
    return next((_shorten(name) for name in named if name and not is_function_word(name.lower())), None)


def _name(teller: Teller, one: Participant) -> str:
    """The words used, or the name where it is fuller than they are ("they", "its")."""
    words = quote(teller.text, one.spans)
    return POSSESSIVE.sub("", words if len(words.split()) >= len(one.name.split()) else one.name)


def _shorten(words: str) -> str:
    if len(words) <= LONGEST_PARTICIPANT:
        return words
    return words[:LONGEST_PARTICIPANT].rsplit(" ", 1)[0] + " …"


def _place(events: Sequence[Event]) -> str | None:
    return next((event.place.name for event in events if event.place.name), None)


def _date(events: Sequence[Event]) -> str | None:
    periods = [period for event in events if (period := period_of(event.time.edtf)) is not None]
    return plain_date(min(periods, key=lambda period: (period.days, period.yearless, period.first))) if periods else None


def _alleged(tellers: Sequence[Teller]) -> str | None:
    if any(teller.is_author for teller in tellers):
        return None
    return f"according to {tellers[0].account.source}"


def _plain(iso: str) -> str:
    match iso.split("-"):
        case [year, month, day]:
            return f"{int(day)} {date(int(year), int(month), 1):%B} {year}"
        case [year, month]:
            return f"{date(int(year), int(month), 1):%B} {year}"
        case _:
            return iso


@cache
def _type_nouns() -> dict[str, tuple[str, str]]:
    rows = load_table("rashomon.compare", "tables/act_nouns.tsv", ("type", "noun", "patient"), key=("type",))
    return {row["type"]: (row["noun"], row["patient"]) for row in rows}
