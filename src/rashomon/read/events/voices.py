"""What a voice makes of the acts it tells: demanded, threatened, promised, asked about, denied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Attribution, Certainty, CueType, EventType, Polarity, Stage
from rashomon.read.events.act import Act
from rashomon.read.events.climbing import main_verb, tells_manner
from rashomon.read.events.heeding import ABILITY
from rashomon.read.events.standing import Standing

if TYPE_CHECKING:
    from spacy.tokens import Token

VOICES = {
    CueType.DEMAND: Stage.DEMANDED,
    CueType.WANT: Stage.DEMANDED,
    CueType.THREATEN: Stage.THREATENED,
    CueType.PROMISE: Stage.PLANNED,
    CueType.ASK: Stage.HYPOTHETICAL,
}


def in_voice(standing: Standing, voice: Attribution | None, act: Act) -> Standing:
    """The standing of an act told in `voice`, the innermost attribution it stands in: what is denied or asked for there."""
    if voice is None:
        return standing
    verb = act.host or act.head
    if voice.cue.type is CueType.DENY and not (_is_finite_past(verb) and verb.dep_ == "relcl"):
        return _denied(standing, voice, verb)
    stage = VOICES.get(voice.cue.type) if not is_presupposed(act) else None
    if stage is Stage.DEMANDED and voice.cue.type is CueType.DEMAND and standing.stage is Stage.HYPOTHETICAL and _can_be_done(verb):
        return replace(standing, stage=stage, certainty=Certainty.CERTAIN)
    told_as_past = (_is_finite_past(verb) and verb.dep_ in {"relcl", "acl", "advcl"}) or tells_manner(verb)
    return replace(standing, stage=stage) if stage is not None and standing.stage is None and not told_as_past else standing


def _can_be_done(verb: Token) -> bool:
    """True in "the mayor can end it by closing the mine": what can be done is what is called for."""
    return any(child.lower_ in ABILITY for child in main_verb(verb).children)


def is_presupposed(act: Act) -> bool:
    """True for "the murder of Vale" and "Vale's murder": who demands that it be investigated takes it to have happened."""
    return act.match.type is EventType.ASSAULT and act.host is None and is_definite(act)


def is_definite(act: Act) -> bool:
    """True for an act named by a noun that is known: "the raid", "their raid"."""
    noun = act.head
    return noun.pos_ in {"NOUN", "PROPN"} and any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.children)


def _denied(standing: Standing, voice: Attribution, verb: Token) -> Standing:
    """What is denied; who does not deny it, or cannot, lets it stand, unless he does not confirm it either."""
    if voice.polarity is Polarity.AFFIRMED:
        denies = standing.polarity is Polarity.AFFIRMED and standing.stage is None
        return replace(standing, polarity=Polarity.DENIED) if denies else standing
    cue = next((token for token in verb.ancestors if token.pos_ == "VERB"), verb)
    is_one_of_two = cue.dep_ == "conj" or any(child.dep_ == "conj" for child in cue.children)
    stage = None if standing.stage is Stage.HYPOTHETICAL else standing.stage
    return standing if is_one_of_two else Standing(stage=stage, certainty=standing.certainty)


def _is_finite_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(child.dep_ in {"aux", "auxpass"} and child.tag_ == "VBD" for child in verb.children)
