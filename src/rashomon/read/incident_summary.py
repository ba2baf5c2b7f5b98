"""The violent incidents of one article in brief: who did them, to what and whom, with what, and how firmly each organisation is blamed.

The roles are those of the Message Understanding Conference task (MUC-4, 1992): perpetrator individuals and organisations,
physical targets, named victims, weapons. Everything is merged over the mentions that one article makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import msgspec

from rashomon.model import (
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    CueType,
    Event,
    EventType,
    Participant,
    Polarity,
    Record,
    Role,
    SourceKind,
    Span,
    Spans,
    Stage,
    quote,
)
from rashomon.read.event_patterns import PACKAGE, word_class
from rashomon.tables import choices, load_table

TOLD_STAGES = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED, Stage.THREATENED})
ORGANISED = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT_BODY, ActorKind.STATE, ActorKind.OUTLET})
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "some", "other", "another", "such", "our"})
CUTTERS = frozenset({"of", "in", "on", "at", "from", "by", "who", "which", "that", "for", "with", "near", "against", "to", "and", "including", "during"})


class Blame(StrEnum):
    """How firmly the article ties an organisation to the acts: the values of MUC-4's slot for the organisation's confidence."""

    FACT = "reported as fact"
    CLAIMED = "claimed or admitted"
    ACCUSED_BY_AUTHORITIES = "suspected or accused by authorities"
    ACCUSED = "suspected or accused"
    POSSIBLE = "possible"
    ACQUITTED = "acquitted"


class Filler(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation or thing in a role. `mentions` are the words used, the most telling first; `spans` where they stand."""

    mentions: tuple[str, ...]
    actor: str | None = None
    spans: Spans


class BlamedOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation said to have done it, and how firmly; `events` are the ids of the events that say so."""

    organisation: Filler
    blame: Blame
    events: tuple[str, ...]


class IncidentSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Who did the article's violent acts, to what and whom, with what. All empty when it tells none."""

    individuals: tuple[Filler, ...] = ()
    organisations: tuple[BlamedOrganisation, ...] = ()
    targets: tuple[Filler, ...] = ()
    victims: tuple[Filler, ...] = ()
    weapons: tuple[Filler, ...] = ()


def summarise_incidents(record: Record) -> IncidentSummary:
    """The roles of the violent acts that the article tells as done, tried, foiled or threatened, merged over its mentions."""
    names = {actor.id: actor for actor in record.actors}
    gathered: dict[str, dict[str, Filler]] = {role: {} for role in ("individual", "organisation", "target", "victim", "weapon")}
    blames: dict[str, list[tuple[Blame, str]]] = {}
    for event in record.events:
        if not _is_violent(event):
            continue
        for participant in event.participants:
            kind = _kind(participant, names, record)
            if kind is None:
                continue
            key = _gather(gathered[kind], participant, names, record)
            if kind == "organisation":
                blames.setdefault(key, []).append((_blame(event, record), event.id))
    organisations = tuple(
        BlamedOrganisation(organisation=filler, blame=min((blame for blame, _ in blames[key]), key=list(Blame).index), events=tuple(event for _, event in blames[key]))
        for key, filler in gathered["organisation"].items()
    )
    return IncidentSummary(
        individuals=tuple(gathered["individual"].values()),
        organisations=organisations,
        targets=tuple(gathered["target"].values()),
        victims=tuple(gathered["victim"].values()),
        weapons=tuple(gathered["weapon"].values()),
    )


def _is_violent(event: Event) -> bool:
    violent = event.type is EventType.ASSAULT or (event.type is EventType.COERCE and event.mode == "abduct")
    return violent and event.stage in TOLD_STAGES and event.polarity is Polarity.AFFIRMED


def _kind(participant: Participant, actors: dict[str, Actor], record: Record) -> str | None:
    head = _head(_core(quote(record.article.text, participant.spans)))
    actor = actors.get(participant.actor or "")
    if head in _group("vague"):
        return None
    if participant.role is Role.INSTRUMENT:
        return "weapon"
    if participant.role is Role.AGENT:
        return _perpetrator_kind(head, actor)
    if actor is not None and actor.kind is ActorKind.PERSON:
        return "victim" if " " in actor.name else None
    return "target" if head in word_class("target") and head not in word_class("human") else None


def _perpetrator_kind(head: str, actor: Actor | None) -> str | None:
    if actor is not None and actor.kind in ORGANISED:
        return "organisation"
    if actor is not None and actor.kind is ActorKind.PERSON or head in _group("perpetrator"):
        return "individual"
    return "organisation" if head in _group("organisation") else None


def _gather(fillers: dict[str, Filler], participant: Participant, actors: dict[str, Actor], record: Record) -> str:
    """Adds the participant to the fillers of its role, or to the one that is the same; gives the key it stands under."""
    words = _core(quote(record.article.text, participant.spans))
    actor = actors.get(participant.actor or "")
    key = actor.id if actor is not None else _head(words)
    before = fillers.get(key)
    said = (actor.name,) if actor is not None and actor.kind in {*ORGANISED, ActorKind.PERSON} else (words,)
    mentions = tuple(dict.fromkeys([*(before.mentions if before else ()), *said]))
    spans: tuple[Span, ...] = tuple(sorted({*(before.spans if before else ()), *participant.spans}))
    fillers[key] = Filler(mentions=mentions, actor=participant.actor, spans=spans)
    return key


def _core(words: str) -> str:
    """The noun phrase without what leads it in and what follows its head."""
    kept = words.split()
    while kept and kept[0].lower() in DETERMINERS:
        kept = kept[1:]
    end = next((i for i, word in enumerate(kept) if i and word.lower() in CUTTERS), len(kept))
    return " ".join(kept[:end])


def _head(words: str) -> str:
    last = words.lower().split()[-1] if words else ""
    known = _group("perpetrator") | _group("organisation") | word_class("target") | word_class("weapon") | _group("vague")
    return next((form for form in _singulars(last) if form in known), last)


def _singulars(word: str) -> Iterator[str]:
    yield word
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def _blame(event: Event, record: Record) -> Blame:
    """How firmly this event's own telling ties its agent to it."""
    accusing = next((a for a in record.attributions if a.id == event.attribution), None)
    if event.certainty is Certainty.POSSIBLE:
        return Blame.POSSIBLE if accusing is None else _accused_by(accusing)
    if accusing is None:
        return Blame.FACT
    if accusing.cue.type is CueType.ADMIT:
        return Blame.CLAIMED
    return _accused_by(accusing) if accusing.cue.type in {CueType.ACCUSE, CueType.CLAIM, CueType.THINK} else Blame.FACT


def _accused_by(attribution: Attribution) -> Blame:
    words = (attribution.source.name or "").lower().split()
    official = any(word in _group("authority") for word in words) and attribution.source.kind is not SourceKind.AUTHOR
    return Blame.ACCUSED_BY_AUTHORITIES if official else Blame.ACCUSED


@cache
def _group(name: str) -> frozenset[str]:
    rows = load_table(PACKAGE, "tables/incident_words.tsv", ("group", "words"), key=("group",))
    return frozenset(word for row in rows if row["group"] == name for word in choices(row["words"]))
