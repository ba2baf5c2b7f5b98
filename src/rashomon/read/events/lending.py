"""Lending: participants that one act has from another, told beside it.

"A bomb attack killed two guards": the attack was on the guards. "Students marched to demand the resignation of the mayor": the
march was against the mayor. "They opened fire to disperse the crowd": the fire was at the crowd.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import EventType, Participant, Role
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import first_coordinated, governor
from rashomon.read.events.word_classes import word_class

Told = tuple[Act, tuple[Participant, ...]]

PURPOSES = frozenset({"advcl", "xcomp", "acl"})
DURING = frozenset({"during", "in", "at", "amid", "following"})
HARMED_BY = frozenset({"subj", "in", "by", "with", "during"})
"""How an attack stands beside the harm that it did: "an attack killed", "killed in an attack"."""
AIMS = {
    EventType.PROTEST: frozenset({EventType.PROTEST, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.ASSAULT}),
    EventType.ASSAULT: frozenset({EventType.ASSAULT, EventType.COERCE}),
}
"""What an act of a type is done for: an act of one of these, told as its purpose, has the patients of both."""


def with_lent_patients(told: Sequence[Told]) -> list[tuple[Participant, ...]]:
    """The participants of each act, in the order given, with the patients that another act beside it tells.

    Those harmed by an attack are its patients beside the place that was hit; an aim tells whom an act is against where the act
    itself names no actor ("blocked roads to press the mayor").
    """
    return [(*participants, *_lent(act, participants, told)) for act, participants in told]


def _lent(act: Act, participants: tuple[Participant, ...], told: Sequence[Told]) -> tuple[Participant, ...]:
    if act.match.type not in AIMS:
        return ()
    open_to_aims = not any(participant.actor is not None for participant in _patients(participants))
    taking_part = {participant.actor or participant.spans for participant in participants}
    for other, others in told:
        lends = other is not act and (_harmed(act, other) or (open_to_aims and (_is_aim(act, other) or _is_whole(act, other))))
        found = tuple(patient for patient in _patients(others) if (patient.actor or patient.spans) not in taking_part) if lends else ()
        if found:
            return found
    return ()


def _patients(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(participant for participant in participants if participant.role is Role.PATIENT)


def _harmed(attack: Act, harm: Act) -> bool:
    """True for "killed" beside "a bombing": the attack is its subject, or stands behind it ("killed in a bombing")."""
    if attack.match.type is not EventType.ASSAULT or harm.match.type is not EventType.ASSAULT:
        return False
    if attack.head.pos_ != "NOUN" or harm.head.pos_ != "VERB" or harm.head.lemma_.lower() not in word_class("harm"):
        return False
    link, holder = governor(first_coordinated(attack.head)) or ("", None)
    return link in HARMED_BY and holder == harm.head


def _is_aim(act: Act, other: Act) -> bool:
    """True when the other act is told as what the act is done for: "marched to demand", "met for a rally to protest"."""
    clause = other.host or other.head
    if clause.pos_ in {"VERB", "AUX"} and clause.tag_ not in {"VB", "VBG"}:
        return False
    if other.match.type not in AIMS.get(act.match.type, frozenset()) or clause.i < act.head.i or clause.dep_ not in PURPOSES:
        return False
    holder = clause.head
    if holder.dep_ == "pobj" and holder.head.dep_ == "prep":
        holder = holder.head.head
    return holder in {act.host or act.head, act.head, *act.match.others}


def _is_whole(act: Act, other: Act) -> bool:
    """True for the protest that an act was part of: "threw stones during a march against the mayor"."""
    if not act.match.type is other.match.type is EventType.PROTEST:
        return False
    link, holder = governor(first_coordinated(other.head)) or ("", None)
    return other.head.pos_ == "NOUN" and link in DURING and holder == (act.host or act.head)
