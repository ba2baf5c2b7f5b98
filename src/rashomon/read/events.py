"""Events of an article: which acts it tells, who took part, when, where, how many, how far they got and in whose voice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Attribution, BlockKind, Event, EventType, Participant, Place, Role, Time, Trigger, make_id
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.counts import read_counts
from rashomon.read.event_patterns import PACKAGE, Match, match_patterns
from rashomon.read.participants import Act, read_participants
from rashomon.read.stages import read_standing
from rashomon.read.voice import voice_of
from rashomon.read.when_where import Setting
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token


SPOKEN = frozenset({EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})


def read_events(
    doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...], times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[Event, ...]:
    """The events told in the article, in text order, by PLOVER type and mode.

    An act is an event only when somebody or something takes part in it. Demanded, planned, threatened and foiled acts are
    events of that stage; an act told inside an attribution carries its id.
    """
    acts = [_carried(match) for match in match_patterns(doc)]
    by_head = {act.head.i: act for act in acts}
    setting = Setting(doc, times, places, acts)
    headings = _heading_starts(doc)
    dated = frozenset(token.i for time in times for token in doc.tokens_in(time.spans))
    events: list[Event] = []
    for act in acts:
        participants = read_participants(act, doc, actors, dated)
        if any(participant.role in {Role.AGENT, Role.PATIENT} for participant in participants):
            number = len(events) + 1
            events.append(_event(make_id(doc.article, "e", number), act, by_head, participants, doc, attributions, setting, headings))
    return tuple(events)


def _event(
    identifier: str,
    act: Act,
    by_head: dict[int, Act],
    participants: tuple[Participant, ...],
    doc: Doc,
    attributions: tuple[Attribution, ...],
    setting: Setting,
    headings: frozenset[int],
) -> Event:
    trigger = doc.spans(_trigger(act, by_head))
    voice = voice_of(doc.spans([act.head]), attributions)
    stage, polarity, certainty = read_standing(act, in_heading=act.head.sent.start in headings, voice=voice)
    return Event(
        id=identifier,
        type=act.match.type,
        mode=act.match.pattern.mode,
        trigger=Trigger(spans=trigger),
        participants=participants,
        time=setting.when(act),
        place=setting.where(act, participants),
        counts=read_counts(act, participants, doc),
        stage=stage,
        polarity=polarity,
        certainty=certainty,
        attribution=voice.id if voice is not None else None,
    )


def _carried(match: Match) -> Act:
    head = match.head
    if head.pos_ == "VERB" or head.tag_.startswith("VB"):
        return Act(match, head)
    verb, subject = _light_verb(head)
    return Act(match, verb, subject)


def _light_verb(noun: Token) -> tuple[Token | None, Role]:
    """The verb whose object the noun is, when that verb only says that the act took place, and the part its subject plays."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb, particle = noun.head, ""
    if noun.dep_ in {"dobj", "nsubjpass"}:
        particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    elif noun.dep_ == "pobj" and verb.dep_ == "prep":
        verb, particle = verb.head, verb.lower_
    else:
        return None, Role.AGENT
    subject = _light_verbs().get((verb.lemma_.lower(), particle))
    return (verb, subject) if subject is not None else (None, Role.AGENT)


def _trigger(act: Act, by_head: dict[int, Act]) -> list[Token]:
    """The words that name the act; an act of speech is named by what it is about as well ("threatened to break relations")."""
    named = _own_trigger(act)
    if act.match.type in SPOKEN:
        for child in act.head.children:
            inner = by_head.get(child.i) or next((by_head[other.i] for other in child.children if other.dep_ == "xcomp" and other.i in by_head), None)
            if inner is not None and child.dep_ in {"xcomp", "ccomp", "acl"}:
                named += _own_trigger(inner)
    return named


def _own_trigger(act: Act) -> list[Token]:
    if act.host is None or act.host == act.head:
        return [act.head, *act.match.others]
    return [act.host, *(child for child in act.host.children if child.dep_ == "prt"), act.head, *act.match.others]


def _heading_starts(doc: Doc) -> frozenset[int]:
    headings = [block.span for block in doc.blocks() if block.kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}]
    return frozenset(token.sent.start for span in headings for token in doc.tokens_in([span])[:1])


@cache
def _light_verbs() -> dict[tuple[str, str], Role]:
    rows = load_table(PACKAGE, "tables/light_verbs.tsv", ("lemma", "particle", "subject"), key=("lemma", "particle"))
    return {(row["lemma"], row["particle"]): Role(row["subject"]) for row in rows}
