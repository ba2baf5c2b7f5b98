"""Records made by hand about the invented Republic of Varenia: each event is written as a sentence, and its spans point into it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

from rashomon.model import (
    Actor,
    ActorKind,
    Article,
    Attitude,
    Attribution,
    Block,
    BlockKind,
    Content,
    Count,
    Cue,
    CueType,
    Event,
    EventType,
    Label,
    Manner,
    Mention,
    MentionForm,
    Participant,
    Place,
    Polarity,
    Record,
    Relation,
    RelationKind,
    Role,
    Site,
    Source,
    SourceKind,
    Span,
    Stage,
    Time,
    TimeKind,
    Trigger,
    When,
    Where,
)
from rashomon.read import read_article

KINDS = {
    "Oru Front": ActorKind.ARMED_GROUP,
    "Harbour League": ActorKind.ORGANISATION,
    "Varenia": ActorKind.STATE,
    "Ostria": ActorKind.STATE,
    "Port Police": ActorKind.GOVERNMENT_BODY,
    "Ana Marr": ActorKind.PERSON,
    "Lio Tesk": ActorKind.PERSON,
}
"""Names that become actors; any other words for a participant stand for nobody by name."""
PLACES = {
    "Port Selm": ("invented:1", "VR", 10.0, 10.0, "city"),
    "Selm Docks": ("invented:2", "VR", 10.05, 10.0, "city"),
    "Karsava": ("invented:3", "VR", 14.0, 10.0, "city"),
    "Varenia": ("invented:4", "VR", 12.0, 10.0, "country"),
    "Ostria": ("invented:5", "OS", 30.0, 10.0, "country"),
}


class Told(NamedTuple):
    """One event as `record` writes it down.

    `by` is a source other than the author; counts are (what, number, low, high); `away` means that the act leads away from `where`,
    `site` is the kind of site that it took place at.
    """

    trigger: str = "bombed"
    type: EventType = EventType.ASSAULT
    mode: str | None = None
    agent: str | None = None
    patient: str | None = None
    when: str | None = None
    where: str | None = None
    counts: tuple[tuple[str, int | None, int | None, int | None], ...] = ()
    stage: Stage = Stage.ACCOMPLISHED
    denied: bool = False
    by: str | None = None
    cue: CueType = CueType.SAY
    away: bool = False
    site: str | None = None


class Said(NamedTuple):
    """Words that name or qualify an actor."""

    actor: str
    words: str
    aspect: str = "nature"
    attitude: Attitude = Attitude.NEUTRAL
    by: str | None = None


def record(
    author: str,
    *events: Told,
    labels: Sequence[Said] = (),
    relations: Sequence[tuple[str, RelationKind, str]] = (),
    actors: Sequence[tuple[str, ActorKind, tuple[str, ...]]] = (),
) -> Record:
    """The record of an article by `author` that tells the events in order, then names the actors and says the labels."""
    story = _Story(author)
    for told in events:
        story.tell(told)
    for name, kind, aliases in actors:
        story.actor(name, story.write(name), kind=kind, aliases=aliases)
    for said in labels:
        story.describe(said)
    for holder, kind, other in relations:
        story.relate(holder, kind, other)
    return story.record()


class _Story:
    def __init__(self, author: str) -> None:
        self.author = author
        self.text = f"By {author}."
        self.id = hashlib.sha256(author.encode()).hexdigest()[:16]
        self.things: dict[str, list[Any]] = {letter: [] for letter in "aetld"}
        self.actors: dict[str, dict[str, Any]] = {}

    def write(self, words: str) -> Span:
        start = len(self.text) + 1
        self.text += f" {words}"
        return Span(start, start + len(words))

    def add(self, letter: str, noun: type, /, **fields: Any) -> str:
        made = f"{self.id[:8]}-{letter}{len(self.things[letter]) + 1}"
        self.things[letter].append(noun(id=made, **fields))
        return made

    def actor(self, name: str, span: Span, kind: ActorKind | None = None, aliases: tuple[str, ...] = ()) -> str:
        fields = self.actors.setdefault(name, {"id": f"{self.id[:8]}-p{len(self.actors) + 1}", "mentions": [], "relations": []})
        fields["mentions"].append(Mention(spans=(span,), form=MentionForm.NAME))
        fields |= {
            "kind": kind or fields.get("kind") or KINDS.get(name, ActorKind.UNKNOWN),
            "aliases": aliases or fields.get("aliases", ()),
        }
        return str(fields["id"])

    def participant(self, role: Role, words: str) -> Participant:
        span = self.write(words)
        return Participant(role=role, name=words, spans=(span,), actor=self.actor(words, span) if words in KINDS else None)

    def source(self, by: str | None, cue: CueType) -> tuple[Source, Cue] | None:
        if by is None:
            return None
        span = self.write(by)
        actor = self.actor(by, span) if by in KINDS else None
        kind = SourceKind.NAMED if by in KINDS else SourceKind.UNNAMED
        return Source(kind=kind, name=by, actor=actor, spans=(span,)), Cue(type=cue, spans=(self.write("said"),))

    def attribute(self, voice: tuple[Source, Cue] | None, start: int) -> str | None:
        if voice is None:
            return None
        content = Content(spans=(Span(start, len(self.text)),))
        return self.add("a", Attribution, source=voice[0], cue=voice[1], content=content, manner=Manner.INDIRECT)

    def tell(self, told: Told) -> None:
        voice = self.source(told.by, told.cue)
        start = len(self.text) + 1
        agent = [self.participant(Role.AGENT, told.agent)] if told.agent else []
        if told.denied:
            self.write("never")
        trigger = Trigger(spans=(self.write(told.trigger),))
        patient = [self.participant(Role.PATIENT, told.patient)] if told.patient else []
        fields = {
            "place": self.place(told),
            "time": self.time(told.when),
            "counts": tuple(self.count(*count) for count in told.counts),
            "polarity": Polarity.DENIED if told.denied else Polarity.AFFIRMED,
            "attribution": self.attribute(voice, start),
        }
        self.add("e", Event, type=told.type, mode=told.mode, trigger=trigger, participants=(*agent, *patient), stage=told.stage, **fields)
        self.text += "."

    def place(self, told: Told) -> Where:
        name = told.where
        site = Site(words=told.site, spans=(self.write(told.site),), kind=told.site) if told.site is not None else None
        if name is None:
            return Where(unknown="no place told", site=site)
        entry, country, latitude, longitude, precision = PLACES.get(name, (None,) * 5)
        fields = {"entry": entry, "country": country, "latitude": latitude, "longitude": longitude, "precision": precision}
        unknown = None if entry else "not in the gazetteer"
        place = self.add("l", Place, expression=name, name=name, spans=(self.write(name),), unknown=unknown, **fields)
        return Where(place=place, name=name, away=told.away, site=site)

    def time(self, edtf: str | None) -> When:
        if edtf is None:
            return When(unknown="no time told")
        return When(time=self.add("t", Time, expression=edtf, spans=(self.write(edtf),), kind=TimeKind.DATE, edtf=edtf), edtf=edtf)

    def count(self, what: str, number: int | None, low: int | None, high: int | None) -> Count:
        words = f"{number if number is not None else 'dozens'} {what}"
        return Count(what=what, number=number, low=low, high=high, spans=(self.write(words),))

    def describe(self, said: Said) -> None:
        voice = self.source(said.by, CueType.SAY)
        start = len(self.text) + 1
        actor = self.actor(said.actor, self.write(said.actor))
        span = self.write(said.words)
        attribution = self.attribute(voice, start)
        fields = {"words": said.words, "spans": (span,), "aspect": said.aspect, "attitude": said.attitude}
        self.add("d", Label, actor=actor, attribution=attribution, **fields)
        self.text += "."

    def relate(self, holder: str, kind: RelationKind, other: str) -> None:
        self.actor(holder, self.write(holder))
        span = self.write(kind.value)
        self.actors[holder]["relations"].append(Relation(kind=kind, other=self.actor(other, self.write(other)), spans=(span,)))
        self.text += "."

    def record(self) -> Record:
        blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(self.text))),)
        actors = tuple(
            Actor(**{**fields, "name": name, "mentions": tuple(fields["mentions"]), "relations": tuple(fields["relations"])})
            for name, fields in self.actors.items()
        )
        article = Article(id=self.id, origin=f"{self.author}.txt", authors=(self.author,), text=self.text, blocks=blocks)
        made = {
            key: tuple(self.things[letter])
            for letter, key in zip("aetld", ("attributions", "events", "times", "places", "labels"), strict=True)
        }
        return Record(article=article, reader="by hand", actors=actors, **made)


def read_text(name: str, text: str, published: str | None = None) -> Record:
    """The record of an article that holds `text` alone, as the program reads it; `name` tells it from others of the same text."""
    text = text[0].upper() + text[1:]
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    identifier = hashlib.sha256(name.encode()).hexdigest()[:16]
    return read_article(Article(id=identifier, origin=name, published=published, text=text, blocks=(block,), raw=text.encode()))
