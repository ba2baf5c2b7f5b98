"""The rules' incident summary: its roles read off the events and the organisations that somebody blames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.model import (
    Actor,
    ActorKind,
    Event,
    EventType,
    IncidentSummary,
    MentionForm,
    Participant,
    Polarity,
    Record,
    Role,
    Span,
    Stage,
    covers,
    quote,
)
from rashomon.read.events.pattern_table import load_patterns
from rashomon.read.events.word_classes import word_class
from rashomon.read.incidents.blaming import blamed_organisations, is_claim
from rashomon.read.incidents.findings import Found, merged
from rashomon.read.incidents.nouns import core_of, group, head_of, likely_kind, singulars, uncounted

NAMED_ORGANISATIONS = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT_BODY})
TOLD_STAGES = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED, Stage.THREATENED, Stage.PLANNED})

SENTENCE_END = re.compile(r"[.!?][\s\"')\]]")
SENTENCE_REACH = 300
BAND_REACH = 1500
"""Characters within which a band's name still speaks for "the rebels"."""
ACRONYM = re.compile(r"[A-Z]{3,6}")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")


def summarise_by_rules(record: Record) -> IncidentSummary:
    """The roles of the violent acts that the article tells as done, tried, foiled, threatened or planned, merged over its mentions.

    Fighting between armed forces alone is no incident in the task's sense; such an article gives an empty summary.
    """
    events = [event for event in record.events if is_violent(event)]
    actors = {actor.id: actor for actor in record.actors}
    found = [
        Found(role, words, actor, participant.spans, event)
        for event in events
        for participant in event.participants
        for role, words, actor in _fillers(participant, actors, record)
    ]
    found += [Found("weapon", words, None, (span,), event) for event in events for words, span in _weapons_beside(event, record)]
    harms_others = any(
        _is_civilian(participant) for event in events for participant in event.participants if participant.role is Role.PATIENT
    )
    if not harms_others and not any(item.role in {"victim", "target"} or _is_explosive(item) for item in found):
        return IncidentSummary()
    blamed = [*found, *_claimed_or_accused(record, actors)]
    if not any(item.role == "organisation" and item.actor is not None for item in blamed):
        blamed += _named_beside(events, found, record)
    return IncidentSummary(
        individuals=merged(found, "individual"),
        organisations=blamed_organisations(blamed, record),
        targets=merged(found, "target"),
        victims=merged(found, "victim"),
        weapons=merged(found, "weapon"),
    )


def is_violent(event: Event) -> bool:
    """True for an assault or abduction that is told as done, tried, foiled, threatened or planned."""
    violent = event.type is EventType.ASSAULT or (event.type is EventType.COERCE and event.mode == "abduct")
    return violent and event.stage in TOLD_STAGES and event.polarity is Polarity.AFFIRMED


def _fillers(participant: Participant, actors: dict[str, Actor], record: Record) -> Iterator[tuple[str, str, Actor | None]]:
    """The roles that one participant fills: "Front guerrillas" are individuals and name their organisation."""
    words = core_of(quote(record.article.text, participant.spans))
    head = head_of(words)
    actor = actors.get(participant.actor or "")
    if participant.role is Role.INSTRUMENT:
        yield "weapon", uncounted(words), None
    elif participant.role is Role.AGENT:
        if head in group("perpetrator"):
            yield "individual", words, None
        elif actor is not None and actor.kind is ActorKind.PERSON and _is_named(actor):
            yield "individual", actor.name, actor
        elif (actor is None or not _is_named(actor)) and _is_organisation(words):
            yield "organisation", words, None
        for organisation in _organisations_in(participant, actors):
            yield "organisation", organisation.name, organisation
    elif actor is not None and actor.kind is ActorKind.PERSON:
        if _is_named(actor) and " " in actor.name:
            yield "victim", actor.name, actor
    elif head in word_class("target") - word_class("human") - group("perpetrator"):
        yield "target", uncounted(words), None


def _is_civilian(participant: Participant) -> bool:
    """True for people and gatherings that do not fight: "protesters", "the annual fair", "73 officials"."""
    words = [form for word in participant.name.lower().split() for form in singulars(word)]
    return not group("armed").intersection(words) and not (word_class("human") | word_class("crowd") | word_class("gathering")).isdisjoint(
        words
    )


def _organisations_in(participant: Participant, actors: dict[str, Actor]) -> Iterator[Actor]:
    """The named organisations in the words; a state only where the words as a whole mean it ("Ostrian gangs" are not Ostria)."""
    for actor in actors.values():
        meant = actor.kind in NAMED_ORGANISATIONS or (actor.kind is ActorKind.STATE and actor.id == participant.actor)
        if meant and _is_named(actor) and any(covers(participant.spans, mention.spans) for mention in actor.mentions):
            yield actor


def _is_organisation(words: str) -> bool:
    """True for "the army" and "a rebel faction"; a bare "group" or "units" names nobody."""
    return head_of(words) in group("organisation") and (" " in words or head_of(words) not in group("part"))


def _is_named(actor: Actor) -> bool:
    return any(mention.form in {MentionForm.NAME, MentionForm.ALIAS} for mention in actor.mentions)


def _weapons_beside(event: Event, record: Record) -> Iterator[tuple[str, Span]]:
    """Weapons named in the sentence of an act's words, whatever part of it they stand in."""
    sentence = _sentence(event, record)
    for match in WORD.finditer(record.article.text, sentence.start, sentence.end):
        if any(form in group("weapon") for form in singulars(match.group().lower())):
            yield match.group(), Span(*match.span())


def _sentence(event: Event, record: Record) -> Span:
    """About the sentence in which the event is told."""
    text, trigger = record.article.text, event.trigger.spans[0]
    first = max(0, trigger.start - SENTENCE_REACH)
    start = max((match.end() for match in SENTENCE_END.finditer(text, first, trigger.start)), default=first)
    ending = SENTENCE_END.search(text, trigger.end, trigger.end + SENTENCE_REACH)
    return Span(start, ending.start() if ending else min(len(text), trigger.end + SENTENCE_REACH))


def _is_explosive(item: Found) -> bool:
    return item.role == "weapon" and any(form in group("explosive") for form in singulars(item.words.lower().split()[-1]))


def _claimed_or_accused(record: Record, actors: dict[str, Actor]) -> Iterator[Found]:
    """Organisations that claim an act of violence told in the same sentence, or that somebody blames for one there."""
    violence = [event.trigger.spans[0] for event in record.events if is_violent(event)]
    for event in record.events:
        if event.type is not EventType.ACCUSE or event.polarity is Polarity.DENIED:
            continue
        sentence = _sentence(event, record)
        if not any(map(sentence.contains, violence)) and not _names_violence(record.article.text[sentence.start : sentence.end]):
            continue
        claims = is_claim(event, record)
        for participant in event.participants:
            if participant.role is (Role.AGENT if claims else Role.PATIENT):
                words = core_of(quote(record.article.text, participant.spans))
                if participant.actor is None and " " in words and _is_organisation(words):
                    yield Found("organisation", words, None, participant.spans, event)
                if participant.actor is not None or head_of(words) in group("perpetrator") | group("organisation") | word_class("human"):
                    for actor in _organisations_in(participant, actors):
                        yield Found("organisation", actor.name, actor, participant.spans, event)


def _names_violence(sentence: str) -> bool:
    """True where a noun of violence stands ("the bombing", "his murder"), be it told as an act or only pointed back to."""
    return any(form in _nouns_of_violence() for word in WORD.findall(sentence.lower()) for form in singulars(word))


@cache
def _nouns_of_violence() -> frozenset[str]:
    kinds = (EventType.ASSAULT, None), (EventType.COERCE, "abduct")
    return frozenset(
        lemma
        for (lemma, pos), rows in load_patterns().items()
        if pos == "N" and any(row.type is kind and mode in {None, row.mode} for row in rows for kind, mode in kinds)
    )


def _named_beside(events: list[Event], found: list[Found], record: Record) -> Iterator[Found]:
    """The armed bands named near acts whose doers are told by a bare noun ("guerrillas attacked a farm"), one for each act.

    Reports name a band once and go on with "the rebels"; who is named near by is taken to be meant unless it suffers the act.
    """
    suffering = {item.actor.id for item in found if item.actor is not None and item.role in {"victim", "target"}}
    bands = [actor for actor in record.actors if actor.id not in suffering and _is_band(actor)]
    for event in events:
        anonymous = any(item.event is event and item.role == "individual" and _is_insurgent(item.words) for item in found)
        doers = [participant for participant in event.participants if participant.role is Role.AGENT]
        if not bands or (doers and not anonymous):
            continue
        at = event.trigger.spans[0].start
        distance, band = min(((_distance(actor, at), actor) for actor in bands), key=lambda pair: pair[0])
        if distance <= BAND_REACH:
            yield Found("organisation", band.name, band, event.trigger.spans, event, concluded=True)


def _distance(actor: Actor, at: int) -> int:
    return min(abs(mention.spans[0].start - at) for mention in actor.mentions)


def _is_band(actor: Actor) -> bool:
    """True for armed groups, and for organisations named by an acronym or by a word for a band ("front", "movement")."""
    if actor.kind not in {ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.UNKNOWN} or not _is_named(actor):
        return False
    words = [word.lower() for word in actor.name.split()]
    acronym = len(words) == 1 and len(actor.mentions) > 1 and ACRONYM.fullmatch(actor.name) is not None
    return likely_kind(actor) is ActorKind.ARMED_GROUP or acronym or any(word in group("band") for word in words)


def _is_insurgent(words: str) -> bool:
    return any(form in group("insurgent") for word in words.lower().split() for form in singulars(word))
