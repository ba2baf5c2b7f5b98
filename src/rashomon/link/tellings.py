"""Tellings: each event with what linking looks at, worked out once. Counts, blame, motives and labels are not among it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.link.actors import is_named
from rashomon.link.acts import Act, act_of, own_name, telling_words
from rashomon.link.kinds import GROUPS
from rashomon.link.loci import Locus, locus_of
from rashomon.link.names import all_content_words, is_function_word
from rashomon.link.periods import Period, period_of
from rashomon.link.surroundings import Sentences, Surroundings
from rashomon.model import (
    ActorKind,
    Event,
    EventType,
    LinkedActor,
    MentionForm,
    Participant,
    Place,
    Polarity,
    Record,
    Role,
    Span,
    Spans,
    Stage,
    quote,
)

BEFORE = 40
"""How many characters before a trigger are searched for its determiner."""
DETERMINER = re.compile(r"\b(the|this|that|these|those|a|an|another)\s+((?:[\w'’-]+\s+){0,2})$", re.IGNORECASE)
NOT_HAPPENED = frozenset({Stage.THREATENED, Stage.DEMANDED, Stage.HYPOTHETICAL, Stage.RECURRING})
BLAMED = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types whose agent is what accounts quarrel over: who did it is compared, and so never decides what is linked."""


NOWHERE = Surroundings(0, (), ())


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it.

    Participants are ids of linked actors, `known` those of them that have a name: a description ("the ambassador") may stand for
    anybody. `others` are the words for patients, `doers` those for agents. `dated_by` is the id of the expression of time, `voice` the
    attribution it stands in, `position` where its trigger starts, `definite` whether "the" stands before it, `around` the words of its
    sentence, `published` the day (`date.toordinal`) that the article bears, `name` what tells a happening that has a name of its own
    from others of its sort ("selm", "grand" of the Selm Grand Prix). `away` is True for an act that leads away from its place,
    `recurring` for what is told to come again ("rallies every June"), which is no happening. `site` is the kind of site, such as "market".
    """

    event: str
    article: str
    type: EventType | None
    mode: str | None
    act: Act
    words: str
    period: Period | None = None
    dated_by: str | None = None
    place: Locus | None = None
    away: bool = False
    site: str | None = None
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    happened: bool = True
    recurring: bool = False
    planned: bool = False
    denied: bool = False
    voice: str | None = None
    position: int = 0
    definite: bool | None = None
    around: Surroundings = NOWHERE
    published: int | None = None
    name: frozenset[str] = frozenset()

    @property
    def blamable(self) -> bool:
        """True when the agent is a matter of blame."""
        return self.type in BLAMED


def tellings_of(records: Sequence[Record], actors: Iterable[LinkedActor]) -> Iterator[Telling]:
    """A Telling for each event of each record, in their order; participants are looked up among the linked actors."""
    linked = {member: actor.id for actor in actors for member in actor.members}
    named = frozenset(linked[actor.id] for record in records for actor in record.actors if actor.id in linked and is_named(actor))
    for record in records:
        places = {place.id: place for place in record.places}
        cast = _Cast(linked, named, ActorsInside(record))
        sentences = Sentences(record)
        published = period_of(record.article.published)
        for event in record.events:
            telling = _telling(record, event, places, cast, sentences)
            yield replace(telling, published=published.first) if published else telling


class ActorsInside:
    """The actors of one article that are named or described inside other words: "the terrorists of the Oru Front"."""

    def __init__(self, record: Record) -> None:
        self._mentions = sorted(
            (span, actor.id)
            for actor in record.actors
            if actor.kind in GROUPS or actor.kind is ActorKind.PERSON
            for mention in actor.mentions
            if mention.form is not MentionForm.PRONOUN
            for span in mention.spans
        )

    def __call__(self, spans: Spans) -> tuple[str, ...]:
        """The ids of the groups and persons spoken of inside `spans`, in text order."""
        found: dict[str, None] = {}
        for outer in spans:
            first = bisect_left(self._mentions, (Span(outer.start, outer.start), ""))
            for span, actor in self._mentions[first:]:
                if span.start >= outer.end:
                    break
                if outer.contains(span):
                    found[actor] = None
        return tuple(found)


@dataclass(frozen=True)
class _Cast:
    """Who is who in one article: linked actors by the article's own, those that have a name, and names inside words."""

    linked: Mapping[str, str]
    named: frozenset[str]
    inside: ActorsInside

    def actors(self, participants: Iterable[Participant]) -> frozenset[str]:
        return frozenset(self.linked[one.actor] for one in participants if one.actor and one.actor in self.linked)

    def named_inside(self, participants: Iterable[Participant]) -> frozenset[str]:
        return frozenset(self.linked[actor] for one in participants for actor in self.inside(one.spans) if actor in self.linked)


def _telling(record: Record, event: Event, places: Mapping[str, Place], cast: _Cast, sentences: Sentences) -> Telling:
    where = event.place
    words = quote(record.article.text, event.trigger.spans)
    agents = [one for one in event.participants if one.role is Role.AGENT]
    patients = [one for one in event.participants if one.role is Role.PATIENT]
    return Telling(
        event=event.id,
        article=record.article.id,
        type=event.type,
        mode=event.mode,
        act=act_of(words, event.type.value),
        words=words,
        period=period_of(event.time.edtf),
        dated_by=event.time.time,
        place=locus_of(where.name, places.get(where.place or "")) if where.name else None,
        away=where.away,
        site=where.site.kind if where.site else None,
        agents=cast.actors(agents) | cast.named_inside(agents),
        patients=cast.actors(patients) | cast.named_inside(patients),
        known=cast.actors((*agents, *patients)) & cast.named,
        others=all_content_words(one.name for one in patients),
        doers=all_content_words(one.name for one in agents),
        voice=event.attribution,
        position=min((span.start for span in event.trigger.spans), default=0),
        happened=event.stage not in NOT_HAPPENED,
        recurring=event.stage is Stage.RECURRING,
        planned=event.stage is Stage.PLANNED,
        denied=event.polarity is Polarity.DENIED,
        definite=is_definite(record.article.text, event.trigger.spans),
        around=sentences.around(next(iter(event.trigger.spans), Span(0, 0)), _blamed(event)),
        name=telling_words(own_name(words)),
    )


def _blamed(event: Event) -> Iterable[Span]:
    """Where those stand who are told to have done what is a matter of blame."""
    return (span for one in event.participants if one.role is Role.AGENT and event.type in BLAMED for span in one.spans)


def is_definite(text: str, trigger: Spans) -> bool | None:
    """True for "the attacks", which points back, False for "a bomb attack", which brings something new; else None."""
    told = (_is_definite(text, span) for span in trigger)
    return next((definite for definite in told if definite is not None), None)


def _is_definite(text: str, span: Span) -> bool | None:
    found = DETERMINER.search(text, max(0, span.start - BEFORE), span.start)
    is_verb = text[span.start : span.end].endswith("ed")
    if found is None or is_verb or any(is_function_word(word) for word in found[2].lower().split()):
        return None
    return found[1].lower() not in {"a", "an", "another"}
