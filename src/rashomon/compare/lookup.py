"""Lookup: everything the records hold by its id, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from rashomon.compare.own_words import WordsOf
from rashomon.compare.passages import Passages
from rashomon.compare.phrasing import inside_sentence
from rashomon.link.actors import is_named
from rashomon.link.name_keys import share_a_name
from rashomon.link.names import fold_name
from rashomon.link.tellings import ActorsInside
from rashomon.model import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Event,
    LinkedActor,
    Participant,
    Place,
    Record,
    Relation,
    Source,
    SourceKind,
    Time,
)

AUTHOR = Source(kind=SourceKind.AUTHOR)
UNNAMED = "an unnamed source"
LAND_KINDS = frozenset({ActorKind.STATE, ActorKind.UNKNOWN})
"""Kinds of actor that one word with a capital can name as a land, also one that no table knows."""


class ToldRelation(NamedTuple):
    """A relation that an article tells between actors that are linked to two: of `holder`, to `other`."""

    record: Record
    relation: Relation
    holder: LinkedActor
    other: LinkedActor


@dataclass(frozen=True)
class Lookup:
    """The records of one comparison and what is in them, by id."""

    records: tuple[Record, ...]
    linked: tuple[LinkedActor, ...]
    articles: dict[str, Article]
    attributions: dict[str, Attribution]
    events: dict[str, Event]
    times: dict[str, Time]
    places: dict[str, Place]
    actors: dict[str, Actor]
    article_of: dict[str, str]
    linked_of: dict[str, LinkedActor]
    linked_by_id: dict[str, LinkedActor]
    named: frozenset[str]
    relations: tuple[ToldRelation, ...]
    related: dict[str, frozenset[str]]
    words: dict[str, WordsOf]
    passages: dict[str, Passages]
    inside: dict[str, ActorsInside]
    bearing: dict[str, str]
    lands: frozenset[str]

    @classmethod
    def of(cls, records: Sequence[Record], linked: Sequence[LinkedActor]) -> Lookup:
        """The records with their linked actors, indexed."""
        linked_of = {member: one for one in linked for member in one.members}
        actors = [one for record in records for one in record.actors]
        named = frozenset(linked_of[one.id].id for one in actors if one.id in linked_of and is_named(one))
        relations = tuple(_told_relations(records, linked_of))
        return cls(
            records=tuple(records),
            linked=tuple(linked),
            articles={record.article.id: record.article for record in records},
            attributions={one.id: one for record in records for one in record.attributions},
            events={one.id: one for record in records for one in record.events},
            times={one.id: one for record in records for one in record.times},
            places={one.id: one for record in records for one in record.places},
            actors={one.id: one for one in actors},
            article_of={one.id: record.article.id for record in records for things in (record.events, record.actors) for one in things},
            linked_of=linked_of,
            linked_by_id={one.id: one for one in linked},
            named=named,
            bearing=_bearing(one for one in linked if one.id in named),
            lands=frozenset(fold_name(one.name) for one in linked if one.kind in LAND_KINDS and " " not in one.name),
            inside={record.article.id: ActorsInside(record) for record in records},
            relations=relations,
            related=_related(relations, linked),
            passages={record.article.id: Passages(record, linked_of) for record in records},
            words={record.article.id: WordsOf(record) for record in records},
        )

    def source_of(self, attribution: str | None) -> Source:
        """Who speaks in an attribution's content; the author where there is none."""
        return self.attributions[attribution].source if attribution in self.attributions else AUTHOR

    def source_name(self, article: str, attribution: str | None) -> str:
        """What to call whoever speaks: the author's, the source's or the actor's name."""
        source = self.source_of(attribution)
        if source.kind is SourceKind.AUTHOR:
            return author_name(self.articles[article])
        if source.name:
            return source.name
        return self.actors[source.actor].name if source.actor in self.actors else UNNAMED

    def spoken_name(self, article: str, attribution: str | None) -> str:
        """The source's name as it stands inside a sentence: "a senior official", where the article begins one with it."""
        source, name = self.source_of(attribution), self.source_name(article, attribution)
        if not source.spans:
            return name
        start = source.spans[0].start
        return inside_sentence(name, self.articles[article].text, start, nameless=source.kind is SourceKind.UNNAMED)

    def source_key(self, article: str, attribution: str | None) -> str:
        """What tells one source of an article from another: the linked actor, or the folded name."""
        source = self.source_of(attribution)
        if source.kind is SourceKind.AUTHOR:
            return "author"
        if source.actor in self.linked_of:
            return self.linked_of[source.actor].id
        return fold_name(self.source_name(article, attribution))

    def according_to(self, article: str, attribution: str | None) -> str:
        """The words that open what somebody other than the author says: "according to A, according to B: "; else nothing."""
        names = []
        while attribution in self.attributions:
            name = self.spoken_name(article, attribution)
            if self.source_of(attribution).kind is not SourceKind.AUTHOR and name not in names:
                names.append(name)
            attribution = self.attributions[attribution].parent
        return ", ".join(f"according to {name}" for name in names) + ": " if names else ""

    def linked_ids(self, actors: Iterable[str | None]) -> frozenset[str]:
        """The linked actors that the articles' own actors belong to."""
        return frozenset(self.linked_of[actor].id for actor in actors if actor and actor in self.linked_of)

    def actors_of(self, article: str, participant: Participant) -> frozenset[str]:
        """The linked actor that a participant is, or that bears the very name used, or else those that its words name."""
        if participant.actor:
            return self.linked_ids([participant.actor])
        bearer = self.bearing.get(fold_name(participant.name))
        return frozenset({bearer}) if bearer else self.linked_ids(self.inside[article](participant.spans))

    def name_of(self, linked_id: str) -> str:
        """A linked actor's name."""
        return self.linked_by_id[linked_id].name

    def related_to(self, linked_id: str) -> tuple[str, ...]:
        """The linked actors to which a relation (member of, wing of, ...) of this one is told, or of them to this one."""
        return tuple(sorted(self.related.get(linked_id, ())))

    def may_be_one(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """True when a linked actor of each goes by one name or acronym, and nothing says of which state each is.

        Two parties called the same that could not be taken as one are not two for that.
        """
        others = [self.linked_by_id[actor] for actor in other]
        return any(share_a_name(self.linked_by_id[actor], its) for actor in one for its in others)


def author_name(article: Article) -> str:
    """The authors, or else the publisher, or else the title, or else "the author of" and the file's name without its folders."""
    named = ", ".join(article.authors) or article.publisher or " ".join((article.title or "").split())
    return named or f"the author of {PurePath(article.origin).name or article.id}"


def _told_relations(records: Iterable[Record], linked_of: Mapping[str, LinkedActor]) -> Iterator[ToldRelation]:
    for record in records:
        for actor in record.actors:
            for relation in actor.relations:
                holder, other = linked_of.get(actor.id), linked_of.get(relation.other)
                if holder is not None and other is not None and holder is not other:
                    yield ToldRelation(record, relation, holder, other)


def _related(relations: Iterable[ToldRelation], linked: Iterable[LinkedActor]) -> dict[str, frozenset[str]]:
    """For each linked actor those to which an article or the alias table tells a relation of it, or of them to it."""
    told = [(one.holder.id, one.other.id) for one in relations]
    told.extend((one.id, relation.other) for one in linked for relation in one.relations)
    found: dict[str, set[str]] = {}
    for one, other in told:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others - {one}) for one, others in found.items()}


def _bearing(linked: Iterable[LinkedActor]) -> dict[str, str]:
    """The one linked actor of each folded name; a name that two bear is nobody's."""
    bearers: dict[str, set[str]] = {}
    for actor in linked:
        for name in (actor.name, *actor.aliases):
            bearers.setdefault(fold_name(name), set()).add(actor.id)
    return {name: ids.pop() for name, ids in bearers.items() if len(ids) == 1}
