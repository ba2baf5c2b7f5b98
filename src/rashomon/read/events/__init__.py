"""Events of an article: which acts it tells, who took part, when, where, how many, how far they got and in whose voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Attribution, BlockKind, Event, EventType, Participant, Place, Role, Stage, Time, Trigger, make_id
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.events.act import Act
from rashomon.read.events.carriers import carried, with_doer
from rashomon.read.events.clauses import logical_objects
from rashomon.read.events.contrasted import part_contrasted
from rashomon.read.events.counts import read_counts
from rashomon.read.events.foiled import with_foiled
from rashomon.read.events.lending import with_lent_patients
from rashomon.read.events.motives import with_motives
from rashomon.read.events.nouns import hyphenated, is_a
from rashomon.read.events.participants import read_participants
from rashomon.read.events.patterns import match_patterns
from rashomon.read.events.stages import read_standing
from rashomon.read.events.telling import held_to_be, is_told
from rashomon.read.events.when_where import NO_TIME, Setting
from rashomon.read.events.word_classes import word_class
from rashomon.read.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token


GATHERING_REACH = 3
"""Sentences within which "the rally is held" is the rally told before."""
ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""An EDTF date of one day: "the annual rally of 30 June 2018" is one rally."""
SPOKEN = frozenset({EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})


def read_events(
    doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...], times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[Event, ...]:
    """The events told in the article, in text order, by PLOVER type and mode.

    An act is an event only when somebody or something takes part in it. Demanded, planned, threatened and foiled acts are
    events of that stage; an act told inside an attribution carries its id.
    """
    acts = [carried(match) for match in match_patterns(doc)]
    held = {token.i for act in acts for token in held_to_be(act)}
    acts = [act for act in acts if act.head.i not in held]
    by_head = {act.head.i: act for act in acts}
    setting = Setting(doc, times, places, acts)
    headings = _heading_starts(doc)
    dated = frozenset(token.i for time in times for token in doc.tokens_in(time.spans))
    told: list[tuple[Act, Event]] = []
    read = [(act, read_participants(act, doc, actors, dated)) for act in acts]
    for (whole, _), participants in zip(read, with_lent_patients(read), strict=True):
        act = with_doer(whole, participants)
        before = (other for other, _ in told)
        if is_told(act, participants, before, dated, doc) or (_is_gathering(act) and setting.when(act).time is not None):
            number = len(told) + 1
            event = _event(make_id(doc.article, "e", number), act, by_head, participants, dated, doc, attributions, setting, headings)
            event, denied = part_contrasted(act, _organised(_continued(event, act, told, doc), act, told), doc, actors, dated)
            told.append((act, event))
            if denied is not None:
                told.append((act, msgspec.structs.replace(denied, id=make_id(doc.article, "e", number + 1))))
    return tuple(with_motives(told, with_foiled(told, doc), doc, attributions, dated))


def _continued(event: Event, act: Act, told: list[tuple[Act, Event]], doc: Doc) -> Event:
    """Casualties told in a sentence of their own, without doer, time or place, have those of the assault told in the sentence before."""
    doer = any(participant.role is Role.AGENT for participant in event.participants)
    if event.type is not EventType.ASSAULT or doer or event.stage is not Stage.ACCOMPLISHED or event.time.unknown != NO_TIME:
        return event
    start = act.head.sent.start
    assaults = (pair for pair in told if pair[1].type is EventType.ASSAULT and pair[1].stage is Stage.ACCOMPLISHED)
    assault = next((earlier for other, earlier in assaults if other.head.sent.end == start), None)
    if assault is None or not _same_block(assault, event, doc):
        return event
    place = assault.place if event.place.place is None else event.place
    return msgspec.structs.replace(event, time=assault.time, place=place)


def _is_gathering(act: Act) -> bool:
    """True for "the congress is held": it is told with its date even where nobody is named as holding it."""
    return act.match.type is EventType.PROTEST and any(is_a(token, word_class("gathering")) for token in _gatherings(act))


def _gatherings(act: Act) -> list[Token]:
    return [*act.match.others, *logical_objects(act.head)]


def _organised(event: Event, act: Act, told: list[tuple[Act, Event]]) -> Event:
    """A gathering known from before ("the congress"), told without those who hold it, is held by those who do so shortly before."""
    known = any(child.lower_ in {"the", "this", "that"} for token in _gatherings(act) for child in token.children)
    if not known or event.participants or not _is_gathering(act):
        return event
    for other, earlier in reversed(told):
        holders = tuple(participant for participant in earlier.participants if participant.role is Role.AGENT and participant.actor)
        if earlier.type is EventType.PROTEST and holders and _is_near(other.head, act.head):
            return msgspec.structs.replace(event, participants=holders)
    return event


def _is_near(before: Token, token: Token) -> bool:
    start = token.sent.start
    for _ in range(GATHERING_REACH):
        start = token.doc[start - 1].sent.start if start else 0
    return before.i >= start


def _same_block(one: Event, other: Event, doc: Doc) -> bool:
    start, end = one.trigger.spans[0].start, other.trigger.spans[-1].end
    return any(block.span.start <= start and end <= block.span.end for block in doc.blocks())


def _event(
    identifier: str,
    act: Act,
    by_head: dict[int, Act],
    participants: tuple[Participant, ...],
    dated: frozenset[int],
    doc: Doc,
    attributions: tuple[Attribution, ...],
    setting: Setting,
    headings: frozenset[int],
) -> Event:
    trigger = doc.spans(_trigger(act, by_head))
    voice = voice_of(doc.spans([act.head]), attributions)
    stage, polarity, certainty = read_standing(act, in_heading=act.head.sent.start in headings, voice=voice)
    content = voice.content.spans if voice is not None else None
    time = setting.when(act, content)
    if setting.recurs(time) and stage is Stage.ACCOMPLISHED:
        stage = Stage.RECURRING
    elif stage is Stage.RECURRING and act.head.pos_ == "NOUN" and time.edtf is not None and ONE_DAY.fullmatch(time.edtf):
        stage = Stage.ACCOMPLISHED
    return Event(
        id=identifier,
        type=act.match.type,
        mode=act.match.pattern.mode,
        trigger=Trigger(spans=trigger),
        participants=participants,
        time=time,
        place=setting.where(act, participants, content),
        counts=read_counts(act, participants, dated, doc),
        stage=stage,
        polarity=polarity,
        certainty=certainty,
        attribution=voice.id if voice is not None else None,
    )


def _trigger(act: Act, by_head: dict[int, Act]) -> list[Token]:
    """The words that name the act; an act of speech is named by what it is about as well ("threatened to break relations")."""
    named = [*_own_trigger(act), *held_to_be(act)]
    if act.match.type is EventType.REJECT:
        named += _refused(act, by_head)
    if act.match.type in SPOKEN:
        for child in act.head.children:
            inner = by_head.get(child.i) or next(
                (by_head[other.i] for other in child.children if other.dep_ == "xcomp" and other.i in by_head), None
            )
            if inner is not None and child.dep_ in {"xcomp", "ccomp", "acl"}:
                named += _own_trigger(inner)
    return named


def _refused(act: Act, by_head: dict[int, Act]) -> Iterator[Token]:
    """The words of the demand, offer or invitation that is rejected, with what it was for."""
    for noun in act.head.children:
        if noun.dep_ == "dobj" and noun.lemma_.lower() in word_class("demand") | word_class("proposal"):
            yield noun
            inner = (by_head.get(child.i) for child in noun.children if child.dep_ in {"acl", "xcomp", "relcl"})
            yield from (token for other in inner if other is not None for token in _own_trigger(other))


def _own_trigger(act: Act) -> list[Token]:
    words = [act.head, *act.match.others]
    words += [act.head.doc[i] for word in words if hyphenated(word) for i in (word.i - 2, word.i - 1)]
    if act.host is None or act.host in (act.head, act.part, *act.head.rights) or act.host.lemma_ == "be":
        return words
    return [act.host, *(child for child in act.host.children if child.dep_ == "prt"), *words]


def _heading_starts(doc: Doc) -> frozenset[int]:
    headings = [block.span for block in doc.blocks() if block.kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION}]
    return frozenset(token.sent.start for span in headings for token in doc.tokens_in([span])[:1])
