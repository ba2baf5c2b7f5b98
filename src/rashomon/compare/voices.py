"""Voices: who is heard in an article, how often and how long, and who is spoken about at length and never heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.compare.coverage import BACKGROUND, MAIN_ROLES, OF_MIND, SPOKEN_OF, source_key
from rashomon.compare.lookup import Lookup
from rashomon.compare.own_words import WordsOf, quoted_spans
from rashomon.link.names import fold_name
from rashomon.model import (
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    Manner,
    Polarity,
    Record,
    RelationKind,
    SourceKind,
    SpokenAbout,
    Voice,
)
from rashomon.tables import load_table

SPEAKING_FOR = frozenset({RelationKind.LEADER_OF, RelationKind.MEMBER_OF})


@dataclass(frozen=True)
class Voices:
    """Who is heard, by what tells one source from another; whom each article speaks of; and for whom somebody speaks."""

    heard: Mapping[str, Voice]
    spoken_of: Mapping[str, SpokenAbout]
    answered_for: frozenset[str]

    @classmethod
    def together(cls, several: Iterable[Voices]) -> Voices:
        """The voices of several articles as those of one."""
        heard: dict[str, Voice] = {}
        spoken_of: dict[str, SpokenAbout] = {}
        answered_for: frozenset[str] = frozenset()
        for voices in several:
            for key, voice in voices.heard.items():
                heard[key] = _both(heard[key], voice) if key in heard else voice
            for actor, spoken in voices.spoken_of.items():
                spoken_of[actor] = _both_spoken(spoken_of[actor], spoken) if actor in spoken_of else spoken
            answered_for |= voices.answered_for
        return cls(heard, spoken_of, answered_for)

    def heard_voices(self) -> tuple[Voice, ...]:
        """Those heard, who is given most words first."""
        return tuple(sorted(self.heard.values(), key=lambda voice: (-voice.words, -voice.times, voice.name)))

    def only_spoken_about(self) -> tuple[SpokenAbout, ...]:
        """Those spoken of at length who are never heard, nor anybody in their name; the most mentioned first."""
        heard = {voice.actor for voice in self.heard.values()} | self.answered_for
        names = [words for voice in self.heard.values() if not _opposing() & set(words := fold_name(voice.name).split())]
        unheard = [
            spoken
            for actor, spoken in self.spoken_of.items()
            if spoken.mentions >= SPOKEN_OF and actor not in heard and not any(_may_be_one(spoken, words) for words in names)
        ]
        return tuple(sorted(unheard, key=lambda spoken: (-spoken.mentions, spoken.name)))


def voices_of(told: WordsOf, lookup: Lookup) -> Voices:
    """The voices of one article. The author is none of them, nor whoever is said not to have spoken, or only might have."""
    record = told.record
    saying = [attribution for attribution in record.attributions if _is_heard(attribution)]
    heard: dict[str, Voice] = {}
    for attribution in saying:
        key, voice = _voice(attribution, told, lookup)
        heard[key] = _both(heard[key], voice) if key in heard else voice
    acting = {one.actor for event in record.events for one in event.participants if one.role in MAIN_ROLES}
    spoken_of: dict[str, SpokenAbout] = {}
    for actor in record.actors:
        told_of = actor.id in acting if actor.kind in BACKGROUND else not _is_place(actor, record)
        if actor.id in lookup.linked_of and told_of and not _is_publisher(actor, record):
            spoken = _spoken(actor, lookup)
            spoken_of[spoken.actor] = _both_spoken(spoken_of[spoken.actor], spoken) if spoken.actor in spoken_of else spoken
    return Voices(heard, spoken_of, lookup.linked_ids(_answered_for(saying, record)))


def _is_heard(attribution: Attribution) -> bool:
    """Of what the writer tells of somebody's mind only whose words stand there as well."""
    if attribution.source.kind is SourceKind.AUTHOR or attribution.polarity is Polarity.DENIED:
        return False
    if attribution.certainty is Certainty.POSSIBLE or _is_nobody(attribution):
        return False
    return attribution.cue.type not in OF_MIND or attribution.manner is not Manner.INDIRECT


def _is_nobody(attribution: Attribution) -> bool:
    return not attribution.source.spans and attribution.source.name is None and attribution.source.actor is None


def _voice(attribution: Attribution, told: WordsOf, lookup: Lookup) -> tuple[str, Voice]:
    article, source = told.record.article.id, attribution.source
    linked = lookup.linked_of.get(source.actor or "")
    return source_key(article, attribution.id, lookup), Voice(
        name=linked.name if linked is not None and source.kind is SourceKind.NAMED else lookup.spoken_name(article, attribution.id),
        kind=source.kind,
        actor=linked.id if linked is not None else None,
        times=1,
        words=told.count(attribution.content.spans),
        quoted=told.count(quoted_spans(attribution, told.record.article.text)),
        attributions=(attribution.id,),
    )


def _both(one: Voice, other: Voice) -> Voice:
    return Voice(
        name=one.name,
        kind=one.kind,
        actor=one.actor,
        times=one.times + other.times,
        words=one.words + other.words,
        quoted=one.quoted + other.quoted,
        attributions=one.attributions + other.attributions,
    )


def _spoken(actor: Actor, lookup: Lookup) -> SpokenAbout:
    linked = lookup.linked_of[actor.id]
    return SpokenAbout(actor=linked.id, name=linked.name, kind=linked.kind, mentions=len(actor.mentions), members=(actor.id,))


def _both_spoken(one: SpokenAbout, other: SpokenAbout) -> SpokenAbout:
    return SpokenAbout(
        actor=one.actor, name=one.name, kind=one.kind, mentions=one.mentions + other.mentions, members=one.members + other.members
    )


def _may_be_one(spoken: SpokenAbout, heard: list[str]) -> bool:
    """True where a heard source's name ends as a person's does, or holds all of a population's ("33 Selm dockers"): they may be one."""
    words = fold_name(spoken.name).split()
    if spoken.kind is not ActorKind.POPULATION:
        return spoken.kind is ActorKind.PERSON and bool(words) and words[-1:] == heard[-1:]
    return any(heard[place : place + len(words)] == words for place in range(len(heard) - len(words) + 1))


def _is_place(actor: Actor, record: Record) -> bool:
    """True for what the article also reads as a place: who is meant by it, if anybody, is not told."""
    places = {span for place in record.places for span in place.spans}
    return any(span in places for mention in actor.mentions for span in mention.spans)


def _is_publisher(actor: Actor, record: Record) -> bool:
    return actor.kind is ActorKind.OUTLET and actor.name.casefold() in (record.article.publisher or "").casefold()


def _answered_for(saying: Iterable[Attribution], record: Record) -> Iterable[str]:
    """The actors in whose name a source speaks: those its words name ("Front spokeswoman Marr", "its lawyer"), and whose member it is.

    Critics speak for nobody.
    """
    text = record.article.text
    spoken = [
        span
        for attribution in saying
        for span in attribution.source.spans
        if not _opposing() & set(text[span.start : span.end].lower().split())
    ]
    heard = {attribution.source.actor for attribution in saying}
    for actor in record.actors:
        if actor.id in heard:
            yield from (relation.other for relation in actor.relations if relation.kind in SPEAKING_FOR)
        if any(place.overlaps(span) for mention in actor.mentions for place in mention.spans for span in spoken):
            yield actor.id


@cache
def _opposing() -> frozenset[str]:
    return frozenset(row["noun"] for row in load_table("rashomon.compare", "tables/opposing_nouns.tsv", ("noun",), ("noun",)))
