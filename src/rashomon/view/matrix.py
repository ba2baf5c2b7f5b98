"""Who speaks about whom: sources against actors.

A statement of a source about an actor is an attribution to that source whose content mentions the actor. The author's
statements are the labels given, and the events told, of the actor in the author's own voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from rashomon.model import Attitude, Attribution, Event, Record, SourceKind, Span, Spans
from rashomon.view.index import Index, shorten
from rashomon.view.page import Mark, Matrix, Speaker
from rashomon.view.parts import Teller, Utterance, tally_of

SPEAKERS = 40
ACTORS = 12
"""The most sources and actors that are shown; a larger picture can no longer be read."""
STATEMENT = 180
"""Length in characters to which a listed statement is cut; its link leads to the whole."""

Key = tuple[str, ...]


def matrix(index: Index) -> Matrix:
    """The sources that say most against the actors most spoken about."""
    statements: dict[Key, dict[str, list[Utterance]]] = {}
    tellers: dict[Key, list[Teller]] = {}
    for speaker, teller, actor, statement in _statements(index):
        statements.setdefault(speaker, {}).setdefault(actor, []).append(statement)
        tellers.setdefault(speaker, []).append(teller)
    about = Counter(actor for told in statements.values() for actor, found in told.items() for _ in found)
    actors = [actor for actor, _ in sorted(about.items(), key=lambda item: (-item[1], item[0]))][:ACTORS]
    totals = {speaker: sum(len(told.get(actor, ())) for actor in actors) for speaker, told in statements.items()}
    speakers = sorted((speaker for speaker in totals if totals[speaker]), key=lambda speaker: (-totals[speaker], speaker))
    names = {actor.id: actor.name for actor in index.actors.values()}
    shown = speakers[:SPEAKERS]
    return Matrix(
        actors=tuple(names[actor] for actor in actors),
        speakers=tuple(_speaker(number, speaker, statements, tellers, actors) for number, speaker in enumerate(shown, start=1)),
        hidden_speakers=len(statements) - len(shown),
        hidden_actors=len(about) - len(actors),
    )


def _speaker(
    number: int, key: Key, statements: dict[Key, dict[str, list[Utterance]]], tellers: dict[Key, list[Teller]], actors: list[str]
) -> Speaker:
    told = tellers[key]
    marks = tuple(
        _mark(f"said-{number}-{column}", tuple(statements[key][actor])) if actor in statements[key] else None
        for column, actor in enumerate(actors, start=1)
    )
    name = Counter(teller.source for teller in told).most_common(1)[0][0]
    return Speaker(name=name, kind=told[0].kind, sigla=tuple(dict.fromkeys(teller.siglum for teller in told)), marks=marks)


def _mark(address: str, statements: tuple[Utterance, ...]) -> Mark:
    tally = tally_of(statement.attitude for statement in statements)
    attitude = Attitude.NEUTRAL
    if tally.negative or tally.positive:
        attitude = Attitude.NEGATIVE if tally.negative > tally.positive else Attitude.POSITIVE
    mixed = bool(tally.negative) and tally.negative == tally.positive
    return Mark(attitude=None if mixed else attitude, tally=tally, statements=statements, id=address)


def _statements(index: Index) -> Iterator[tuple[Key, Teller, str, Utterance]]:
    for record in index.records.values():
        yield from _sources_statements(record, index)
        yield from _authors_statements(record, index)


def _sources_statements(record: Record, index: Index) -> Iterator[tuple[Key, Teller, str, Utterance]]:
    places = sorted((span, actor.id) for actor in record.actors for mention in actor.mentions for span in mention.spans)
    for attribution in record.attributions:
        key = _key(attribution, record, index)
        mentioned = dict.fromkeys(index.actors[actor].id for actor in _mentioned(attribution.content.spans, places))
        attitudes = _attitudes(attribution, record, index)
        teller = index.speaker(record.article.id, attribution.id)
        for actor in mentioned:
            if (actor,) != key:
                statement = _statement(attribution.content.spans, teller, attitudes.get(actor), index)
                yield key, teller, actor, statement


def _authors_statements(record: Record, index: Index) -> Iterator[tuple[Key, Teller, str, Utterance]]:
    article = record.article.id
    teller = index.speaker(article, None)
    key = ("author", article)
    for label in record.labels:
        if label.attribution is None and label.actor in index.actors:
            yield key, teller, index.actors[label.actor].id, _statement(label.spans, teller, label.attitude, index)
    for event in record.events:
        if event.attribution is None:
            taking_part = dict.fromkeys(index.actors[part.actor].id for part in event.participants if part.actor in index.actors)
            for actor in taking_part:
                yield key, teller, actor, _statement(_extent(event), teller, None, index)


def _statement(spans: Spans, teller: Teller, attitude: Attitude | None, index: Index) -> Utterance:
    passage = index.passage(teller.article, spans)
    return Utterance(words=shorten(passage.words, STATEMENT) if passage else "", teller=teller, passage=passage, attitude=attitude)


def _key(attribution: Attribution, record: Record, index: Index) -> Key:
    """One source across articles only where its actor or its own name tells so; "experts" here are not "experts" there."""
    source = attribution.source
    if source.actor in index.actors:
        return (index.actors[source.actor].id,)
    if source.kind is SourceKind.NAMED and source.name:
        return ("named", source.name.casefold())
    if source.kind is SourceKind.AUTHOR:
        return ("author", record.article.id)
    return (source.kind, record.article.id, (source.name or "").casefold())


def _mentioned(spans: Spans, places: list[tuple[Span, str]]) -> Iterator[str]:
    for span in spans:
        for place, actor in places[bisect_left(places, (Span(span.start, 0), "")) :]:
            if place.start >= span.end:
                break
            if place.end <= span.end:
                yield actor


def _attitudes(attribution: Attribution, record: Record, index: Index) -> dict[str, Attitude]:
    found: dict[str, Counter[Attitude]] = {}
    for label in record.labels:
        if label.attribution == attribution.id and label.actor in index.actors and label.attitude is not Attitude.NEUTRAL:
            found.setdefault(index.actors[label.actor].id, Counter())[label.attitude] += 1
    return {actor: counts.most_common(1)[0][0] for actor, counts in found.items()}


def _extent(event: Event) -> Spans:
    """From the first to the last word that tells of the event, where these stand close together; else its trigger."""
    spans = [*event.trigger.spans, *(span for part in event.participants for span in part.spans)]
    if not spans:
        return ()
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return (whole,) if whole.end - whole.start <= STATEMENT else event.trigger.spans
