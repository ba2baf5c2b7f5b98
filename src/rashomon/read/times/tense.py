"""The tense of the clause that a word stands in: whether it tells of the past, of what is to come, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.cues import cue_entries

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.times.rules import Surface

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
FUTURE_VERBS = frozenset({"plan", "schedule", "expect", "intend", "due", "set", "slate"})
LOOKING_AHEAD = FUTURE_VERBS | {"announce", "postpone", "delay", "fix", "convene", "invite", "book"}
CUES_LOOKING_AHEAD = frozenset({CueType.DEMAND, CueType.ASK, CueType.PROMISE, CueType.THREATEN, CueType.WARN, CueType.WANT})
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
    for holder in [token, *token.ancestors]:
        if holder.pos_ in {"VERB", "AUX"}:
            found = _tense(holder)
            if found is not Tense.UNCLEAR:
                return found
    return Tense.UNCLEAR


def dates_past_act(surface: Surface, at: int) -> bool:
    """True when the date at a position is that of a past act: it hangs on the past verb itself, as in "arrested on 3 May".

    In "had called for a strike on 3 May" and "before the strike of 3 May" it may lie ahead, whatever the tense.
    """
    token = surface.token(at)
    preposition = None
    while token.pos_ not in {"VERB", "AUX"}:
        if token.dep_ == "ROOT":
            return False
        if token.dep_ == "prep":
            preposition, hangs_on = token, token.head
            if hangs_on.pos_ not in {"VERB", "AUX"}:
                return False
        token = token.head
    if (preposition is not None and preposition.lower_ == "for") or _tense(token) is not Tense.PAST:
        return False
    return not looks_ahead(token)


def looks_ahead(verb: Token) -> bool:
    """True for a verb whose complement is still to come when it is said or done: "vowed", "threatened", "plans"."""
    return verb.lemma_ in LOOKING_AHEAD or any(entry.type in CUES_LOOKING_AHEAD for entry in cue_entries(verb))


def _tense(verb: Token) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    tags = {child.tag_ for child in auxiliaries} | {verb.tag_}
    if any(child.lower_ in FUTURE_AUXILIARIES for child in auxiliaries) or _is_due(verb, auxiliaries):
        return Tense.FUTURE
    if "VBD" in tags:
        return Tense.PAST
    if verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in auxiliaries):
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
