"""The tense of the clause that a word stands in: whether it tells of the past, of what is to come, or neither."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.time_rules import Surface

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
FUTURE_VERBS = frozenset({"plan", "schedule", "expect", "intend", "due", "set", "slate"})


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


def _tense(verb: Token) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    tags = {child.tag_ for child in auxiliaries} | {verb.tag_}
    if any(child.lower_ in FUTURE_AUXILIARIES for child in auxiliaries):
        return Tense.FUTURE
    if "VBD" in tags:
        return Tense.PAST
    if verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in auxiliaries):
        return Tense.PAST
    if tags & {"VBP", "VBZ"}:
        return Tense.FUTURE if verb.lemma_ in FUTURE_VERBS or verb.tag_ == "VBG" else Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} else Tense.UNCLEAR
