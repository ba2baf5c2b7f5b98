"""The tense of the clause that a word stands in: whether it tells of the past, of what is to come, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.cues import cue_entries
from rashomon.read.times.words import meaning

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.times.rules import Surface

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
FUTURE_VERBS = frozenset({"plan", "schedule", "expect", "intend", "due", "set", "slate"})
LOOKING_AHEAD = FUTURE_VERBS | {"announce", "postpone", "delay", "fix", "convene", "invite", "book"}
CUES_LOOKING_AHEAD = frozenset({CueType.DEMAND, CueType.ASK, CueType.PROMISE, CueType.THREATEN, CueType.WARN, CueType.WANT})
VERBS = frozenset({"VERB", "AUX"})
CONDITIONS = frozenset({"if", "unless", "once", "when", "until"})


class Tense(StrEnum):
    """Where the clause stands in time."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNCLEAR = "unclear"


def tense_at(surface: Surface, at: int) -> Tense:
    """The tense of the nearest verb above the word at a position."""
    token = surface.token(at)
    if token.dep_ == "pobj" and token.head.lower_ == "since":
        return Tense.PAST
    names_thing = _names_thing(token)
    for holder in [token, *token.ancestors]:
        if holder.pos_ in VERBS:
            found = _tense(holder, names_thing=names_thing)
            if found is not Tense.UNCLEAR:
                return found
    return Tense.UNCLEAR


def dates_past_act(surface: Surface, at: int) -> bool:
    """True when the date at a position is that of a past act: it hangs on the past verb itself, as in "arrested on 3 May".

    In "had called for a strike on 3 May" and "before the strike of 3 May" it may lie ahead, whatever the tense.
    """
    verb, preposition = _dated_verb(surface.token(at))
    return verb is not None and preposition != "for" and _tense(verb) is Tense.PAST and not looks_ahead(verb)


def dates_scheduled_act(surface: Surface, at: int) -> bool:
    """True when the day at a position is that of what a timetable tells in the present, ahead of it: "the trial opens on Tuesday".

    What anybody else does in the present may be past: headings and words under pictures tell it so.
    """
    verb, preposition = _dated_verb(surface.token(at))
    told = verb is not None and preposition in {None, "on"} and _tense(verb) is Tense.PRESENT
    return told and verb is not None and verb.lemma_ in meaning("timetable") and not surface.in_heading(at)


def _dated_verb(token: Token) -> tuple[Token | None, str | None]:
    """The verb that a date hangs on itself, and by which preposition; None where it hangs on a noun."""
    preposition = None
    while token.pos_ not in VERBS:
        if token.dep_ == "ROOT" or (token.dep_ == "prep" and token.head.pos_ not in VERBS):
            return None, None
        if token.dep_ == "prep":
            preposition = token.lower_
        token = token.head
    return token, preposition


def looks_ahead(verb: Token) -> bool:
    """True for a verb whose complement is still to come when it is said or done: "vowed", "threatened", "plans"."""
    return verb.lemma_ in LOOKING_AHEAD or any(entry.type in CUES_LOOKING_AHEAD for entry in cue_entries(verb))


def _names_thing(token: Token) -> bool:
    """True for a date that tells which thing is meant, whenever the verb's act is: "to accept the results of Tuesday's vote"."""
    while token.dep_ == "compound" and token.head.ent_type_ in {"DATE", "TIME"}:
        token = token.head
    return token.dep_ in {"poss", "compound", "nmod"} or (token.dep_ == "pobj" and token.head.lower_ == "of")


def _tense(verb: Token, *, names_thing: bool = False) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    tags = {child.tag_ for child in auxiliaries} | {verb.tag_}
    if any(child.lower_ in FUTURE_AUXILIARIES for child in auxiliaries) or (not names_thing and _is_due(verb, auxiliaries)):
        return Tense.FUTURE
    if "VBD" in tags:
        return Tense.PAST
    if verb.tag_ in {"VBN", "VBG"} and any(child.lemma_ == "have" for child in auxiliaries):
        return Tense.PAST
    if tags & {"VBP", "VBZ"}:
        return Tense.FUTURE if verb.lemma_ in FUTURE_VERBS or verb.tag_ == "VBG" else Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" and not auxiliaries and _is_bare_past(verb) else Tense.UNCLEAR


def _is_due(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """True for an infinitive that tells what is to come: "are to sign", a headline's "Ostria to expel", "vowed to strike"."""
    if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in auxiliaries):
        return False
    head = verb.head
    if verb.dep_ == "ROOT" or any(child.tag_ in {"VBP", "VBZ"} and child.lemma_ == "be" for child in auxiliaries):
        return True
    return verb.dep_ == "xcomp" and ((head.lemma_ == "be" and head.tag_ in {"VBP", "VBZ"}) or looks_ahead(head))


def _is_bare_past(verb: Token) -> bool:
    """True for a participle that tells what was done: "the bridge built in May", "that a mob attacked" taken for one; not "if elected"."""
    if verb.dep_ == "advcl":
        return not any(child.lower_ in CONDITIONS for child in verb.children)
    return verb.dep_ in {"acl", "relcl", "ROOT"}
