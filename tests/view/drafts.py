"""Records made by hand: an article's words in, spans out, so that a test can say what was read where."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.model import (
    Actor,
    ActorKind,
    Article,
    Attitude,
    Attribution,
    Block,
    BlockKind,
    Commitment,
    Content,
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
    Record,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
    Time,
    TimeKind,
    Trigger,
    When,
    Where,
    make_id,
)


def draft_article(text: str, **fields: Any) -> Article:
    """An article with a block a line: the first is the title, lines in capitals before a colon are furniture."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            furniture = line.startswith("ALSO READ")
            kind = BlockKind.FURNITURE if furniture else BlockKind.PARAGRAPH if blocks else BlockKind.TITLE
            blocks.append(Block(kind=kind, span=Span(start, start + len(line)), reason="cross-link" if furniture else None))
        start += len(line) + 1
    raw = text.encode()
    return Article(id=hashlib.sha256(raw).hexdigest()[:16], text=text, blocks=tuple(blocks), raw=raw, **fields)


@dataclass
class Draft:
    """A Record in the making. Words are found in the text; `nth` chooses among several places."""

    article: Article
    actors: list[Actor] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def at(self, words: str, nth: int = 0) -> tuple[Span, ...]:
        """Where the words stand; several runs are parted by `|`; no words have no place."""
        spans = []
        for part in filter(None, words.split("|")):
            start = -1
            for _ in range(nth + 1):
                start = self.article.text.index(part, start + 1)
            spans.append(Span(start, start + len(part)))
        return tuple(spans)

    def actor(self, name: str, kind: ActorKind, *mentions: str, **codes: Any) -> str:
        found = tuple(Mention(spans=(span,), form=MentionForm.NAME) for words in mentions for span in self._everywhere(words))
        self.actors.append(Actor(id=make_id(self.article, "p", len(self.actors) + 1), kind=kind, name=name, mentions=found, **codes))
        return self.actors[-1].id

    def says(self, kind: SourceKind, name: str | None, source: str, cue: str, content: str, **more: Any) -> str:
        cue_type, commitment = more.pop("type", CueType.SAY), more.pop("commitment", Commitment.NEUTRAL)
        actor = more.pop("actor", None)
        found = Attribution(
            id=make_id(self.article, "a", len(self.attributions) + 1),
            source=Source(kind=kind, name=name, actor=actor, spans=self.at(source)),
            cue=Cue(type=cue_type, spans=self.at(cue), commitment=commitment),
            content=Content(spans=self.at(content)),
            manner=more.pop("manner", Manner.INDIRECT),
            **more,
        )
        self.attributions.append(found)
        return found.id

    def event(self, trigger: str, kind: EventType, mode: str | None = None, *, parts: Sequence[tuple[Role, str]] = (), **more: Any) -> str:
        time, place = more.pop("time", None), more.pop("place", None)
        self.events.append(
            Event(
                id=make_id(self.article, "e", len(self.events) + 1),
                type=kind,
                mode=mode,
                trigger=Trigger(spans=self.at(trigger)),
                participants=tuple(
                    Participant(role=role, name=words, spans=self.at(words), actor=self._actor_at(words)) for role, words in parts
                ),
                time=self._when(*time) if time else When(unknown="the text names no time"),
                place=self._where(place) if place else Where(unknown="the text names no place"),
                **more,
            )
        )
        return self.events[-1].id

    def label(self, actor: str, words: str, aspect: str, attitude: Attitude, attribution: str | None = None) -> str:
        number = len(self.labels) + 1
        self.labels.append(
            Label(
                id=make_id(self.article, "d", number),
                actor=actor,
                words=words,
                spans=self.at(words),
                aspect=aspect,
                attitude=attitude,
                attribution=attribution,
            )
        )
        return self.labels[-1].id

    def stance(
        self, actor: str, sentence: str, target: str, attitude: Attitude, decided_by: str = "", attribution: str | None = None
    ) -> None:
        within = self.at(sentence)[0]
        self.stances.append(
            Stance(
                id=make_id(self.article, "v", len(self.stances) + 1),
                actor=actor,
                sentence=(within,),
                target=self._inside(within, target),
                attitude=attitude,
                decided_by=self._inside(within, decided_by),
                attribution=attribution,
            )
        )

    def record(self) -> Record:
        return Record(
            article=self.article,
            reader="rashomon 0 rules",
            attributions=tuple(self.attributions),
            events=tuple(self.events),
            actors=tuple(self.actors),
            times=tuple(self.times),
            places=tuple(self.places),
            labels=tuple(self.labels),
            stances=tuple(self.stances),
        )

    def _inside(self, sentence: Span, words: str) -> tuple[Span, ...]:
        """Where the words stand in a sentence; several runs are parted by `|`."""
        starts = [(self.article.text.index(part, sentence.start), len(part)) for part in filter(None, words.split("|"))]
        return tuple(Span(start, start + length) for start, length in starts)

    def _everywhere(self, words: str) -> list[Span]:
        return [self.at(words, nth)[0] for nth in range(self.article.text.count(words))]

    def _actor_at(self, words: str) -> str | None:
        return next((actor.id for actor in self.actors for mention in actor.mentions if mention.spans[0] == self.at(words)[0]), None)

    def _when(self, expression: str, edtf: str) -> When:
        time = Time(
            id=make_id(self.article, "t", len(self.times) + 1),
            expression=expression,
            spans=self.at(expression),
            kind=TimeKind.DATE,
            edtf=edtf,
        )
        self.times.append(time)
        return When(time=time.id, edtf=edtf)

    def _where(self, expression: str) -> Where:
        place = Place(
            id=make_id(self.article, "l", len(self.places) + 1), expression=expression, spans=self.at(expression), name=expression
        )
        self.places.append(place)
        return Where(place=place.id, name=expression)
