"""Titles: an incident in plain words, with its source where it is only alleged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.compare.accounts import Teller, acts_of
from rashomon.compare.act_names import NamedAct, name_act, noun_of
from rashomon.compare.dates import UNTOLD_YEAR_WORDS, date_words
from rashomon.compare.phrasing import inside_sentence
from rashomon.link.names import is_function_word
from rashomon.link.periods import period_of
from rashomon.link.tellings import BLAMED
from rashomon.model import Event, EventType, Participant, Polarity, Role, Stage, quote
from rashomon.read.events.standing import cues

POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_PARTICIPANT = 60
"""Characters of a participant's words that a title holds; longer descriptions are cut at a word."""
LONGEST_PAIR = 80
"""Characters of two participants' words that a title holds; of others only the first is told, with how many more there are."""
JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|nor|as well as)\s)\s*(?:(?:the|an?|its|their|his|her)\s+)?")
UNDONE = "told as not done"
GAP = " ... "
"""What parts the pieces of words that do not stand together."""
MUTUAL = "with"
"""The preposition of acts that two do together, so that the one who does it is joined with "of" and not with "by"."""
STAGE_WORDS = {
    Stage.ATTEMPTED: "attempted",
    Stage.FOILED: "foiled",
    Stage.PLANNED: "planned",
    Stage.THREATENED: "threatened",
    Stage.DEMANDED: "demanded",
    Stage.HYPOTHETICAL: "possible",
    Stage.RECURRING: "regular",
}


def title_of(tellers: Sequence[Teller], type_: EventType, place: str | None) -> str:
    """For example "arrest of two people, Port Selm, 22 March 2018", "planned attack on the harbour, according to the police".

    `type_` is the incident's, `place` the most definite one told. Where no noun says what kind of act it is, the article's own words do:
    "“handed over”: the envoy, by Ostria". Those who take part are those of the act that is named; where another account tells what is
    set against it, both are named, "condemnation or praise of the raid", with those alone who take part in both. Who is blamed for an
    act of force is never part of it. Where nobody but quoted sources tells it, the first of them is named.
    """
    events = [event for _, event in acts_of(tellers)]
    named = name_act(tellers, type_)
    patient = _participant(named, Role.PATIENT)
    blamed = any(event.type in BLAMED for teller in tellers for event in teller.events)
    agent = None if blamed else _participant(named, Role.AGENT)
    act = _in_own_words(tellers[0], agent, patient) if named.noun is None else _named_act(named.noun, events, agent, patient)
    parts = (act, place if place and place not in act else None, _date(events), _alleged(tellers))
    return ", ".join(part for part in parts if part)


def title_of_series(tellers: Sequence[Teller], rhythm: str, who: str | None, place: str | None) -> str:
    """For example "yearly rally by Oru Front, Port Selm"; `who` holds it or, for an act of force, is who it is done to.

    Where nobody but quoted sources tells it, the first of them is named.
    """
    type_ = tellers[0].events[0].type
    noun = noun_of(acts_of(tellers), type_)
    joined = "by" if type_ not in BLAMED else noun[1] if noun else "towards"
    act = f"{rhythm} {noun[0]}" if noun else f"{rhythm}: “{quote(tellers[0].text, tellers[0].events[0].trigger.spans)}”"
    parts = (f"{act} {joined} {_shorten(who)}" if who else act, place, _alleged(tellers))
    return ", ".join(part for part in parts if part)


def _named_act(noun: tuple[str, str], events: Sequence[Event], agent: str | None, patient: str | None) -> str:
    """The act by its noun: "expulsion of the envoy by Varenia", "planned meeting of Varenia with Ostria"."""
    name, preposition = noun
    stage = _stage(events)
    act = name if not stage or _says_itself(name, events) else f"{stage} {name}"
    if agent and not patient and all(event.type is EventType.RETREAT for event in events):
        return f"{act} of {agent}"
    if preposition == MUTUAL:
        return act + (f" of {agent}" if agent else "") + (f" {MUTUAL} {patient}" if patient else "")
    return act + (f" {preposition} {patient}" if patient else "") + (f" by {agent}" if agent else "")


def _says_itself(name: str, events: Sequence[Event]) -> bool:
    """True for a "plot", which is planned."""
    own = cues().get((name.rpartition(" ")[2], "self"))
    return own is not None and not _is_denied(events) and own.stage is events[0].stage


def _in_own_words(teller: Teller, agent: str | None, patient: str | None) -> str:
    """The act in the article's words: "“handed over” (planned): the envoy, by Varenia"."""
    event = teller.events[0]
    stage = UNDONE if _is_denied([event]) else _stage([event])
    who = f"{patient}, by {agent}" if agent and patient else agent or patient
    return f"“{quote(teller.text, event.trigger.spans)}”" + (f" ({stage})" if stage else "") + (f": {who}" if who else "")


def _is_denied(events: Sequence[Event]) -> bool:
    return all(event.polarity is Polarity.DENIED for event in events)


def _stage(events: Sequence[Event]) -> str:
    if _is_denied(events):
        return "no"
    stages = [event.stage for event in events if event.polarity is Polarity.AFFIRMED]
    if Stage.ACCOMPLISHED in stages or events[0].type is EventType.REQUEST:
        return ""
    return STAGE_WORDS[stages[0]]


def _participant(named: NamedAct, role: Role) -> str | None:
    """The first named one of those told in the role, or else the first words for one; of the act itself before another telling of it.

    Those joined to it by "and" are named or counted with it: "Ana Marr and Lio Tesk", "Ana Marr and 2 more".
    """
    events = named.shared((*named.events, *named.near), role)
    told = [(teller, event, one) for teller, event in events for one in event.participants if one.role is role]
    for teller, event, one in sorted(told, key=lambda found: found[2].actor not in found[0].lookup.linked_of):
        if _is_told(_name(teller, one)):
            joined = [one] if named.opposed else _joined(one, [other for other in event.participants if other.role is role], teller.text)
            return _all(list(dict.fromkeys(filter(_is_told, (_name(teller, each) for each in joined)))))
    return None


def _joined(one: Participant, others: Sequence[Participant], text: str) -> list[Participant]:
    """Those who stand in one row with it, in text order: "Ana Marr, Lio Tesk and the guild"."""
    rows: list[list[Participant]] = []
    for other in sorted(filter(lambda other: other.spans, others), key=lambda other: other.spans):
        if rows and JOINED.fullmatch(text, rows[-1][-1].spans[0].end, other.spans[0].start):
            rows[-1].append(other)
        else:
            rows.append([other])
    return next((row for row in rows if one in row), [one])


def _all(names: Sequence[str]) -> str:
    if len(names) == 2 and sum(map(len, names)) <= LONGEST_PAIR:
        return " and ".join(names)
    return _shorten(names[0]) + (f" and {len(names) - 1} more" if len(names) > 1 else "")


def _is_told(name: str) -> bool:
    return bool(name) and not is_function_word(name.lower())


def _name(teller: Teller, one: Participant) -> str:
    """The words used, or the name where it is fuller than they are ("they", "its"); of words with a gap the first part."""
    words = quote(teller.text, one.spans)
    if GAP in words:
        words = one.name if GAP not in one.name else words.partition(GAP)[0]
    if len(words.split()) < len(one.name.split()):
        words = one.name
    start = one.spans[0].start if one.spans else 0
    return POSSESSIVE.sub("", inside_sentence(words, teller.text, start))


def _shorten(words: str) -> str:
    if len(words) <= LONGEST_PARTICIPANT:
        return words
    return words[:LONGEST_PARTICIPANT].rsplit(" ", 1)[0] + " …"


def _date(events: Sequence[Event]) -> str | None:
    dated = [(period, event.time.edtf) for event in events if (period := period_of(event.time.edtf)) is not None]
    if not dated:
        return None
    _, edtf = min(dated, key=lambda told: (told[0].yearless, told[0].days, told[0].first))
    return date_words(edtf).removesuffix(UNTOLD_YEAR_WORDS)


def _alleged(tellers: Sequence[Teller]) -> str | None:
    if any(teller.is_author for teller in tellers):
        return None
    first = tellers[0]
    return f"according to {first.lookup.spoken_name(first.account.article, first.events[0].attribution)}"
