"""Who speaks about whom: sources against actors, by the sentences in which each speaks of each.

They are the same sentences as in the pictures of actors: one for each sentence and each actor that it mentions, by whoever's words
decide, so that the counts there, added up over the articles, are those here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import Attitude, SourceKind, Stance
from rashomon.view.index import Index
from rashomon.view.leanings import Stances, in_order, sentence_of, tally_of_sentences
from rashomon.view.page import Mark, Matrix, Speaker

SPEAKERS = 40
ACTORS = 12
"""The most sources and actors that are shown; a larger picture can no longer be read."""
LISTED = 20
"""So many sentences of one source on one actor are listed."""

Key = tuple[str, ...]
Told = list[tuple[str, Stance]]
"""Stances, each with its article."""


def matrix(stances: Stances, index: Index) -> Matrix:
    """The sources that say most against the actors most spoken about; what a source says of itself is left out."""
    told: dict[Key, dict[str, Told]] = {}
    for (actor, article), found in stances.items():
        for stance in found:
            speaker = _key(stance.attribution, article, index)
            if speaker != (actor,):
                told.setdefault(speaker, {}).setdefault(actor, []).append((article, stance))
    about = Counter(actor for spoken in told.values() for actor, found in spoken.items() for _ in found)
    actors = [actor for actor, _ in sorted(about.items(), key=lambda item: (-item[1], item[0]))][:ACTORS]
    totals = {speaker: sum(len(spoken.get(actor, ())) for actor in actors) for speaker, spoken in told.items()}
    speakers = sorted((speaker for speaker in totals if totals[speaker]), key=lambda speaker: (-totals[speaker], speaker))
    names = {actor.id: actor.name for actor in index.actors.values()}
    shown = speakers[:SPEAKERS]
    return Matrix(
        actors=tuple(names[actor] for actor in actors),
        speakers=tuple(_speaker(number, told[speaker], actors, index) for number, speaker in enumerate(shown, start=1)),
        hidden_speakers=len(told) - len(shown),
        hidden_actors=len(about) - len(actors),
    )


def _speaker(number: int, spoken: dict[str, Told], actors: Sequence[str], index: Index) -> Speaker:
    tellers = [index.speaker(article, stance.attribution) for found in spoken.values() for article, stance in found]
    marks = tuple(
        _mark(f"said-{number}-{column}", spoken[actor], index) if actor in spoken else None for column, actor in enumerate(actors, start=1)
    )
    name = Counter(teller.source for teller in tellers).most_common(1)[0][0]
    sigla = sorted({teller.siglum for teller in tellers}, key=lambda siglum: (len(siglum), siglum))
    return Speaker(name=name, kind=tellers[0].kind, sigla=tuple(sigla), marks=marks)


def _mark(address: str, told: Told, index: Index) -> Mark:
    tally = tally_of_sentences([stance for _, stance in told])
    attitude = Attitude.NEUTRAL
    if tally.negative or tally.positive:
        attitude = Attitude.NEGATIVE if tally.negative > tally.positive else Attitude.POSITIVE
    mixed = bool(tally.negative) and tally.negative == tally.positive
    listed = sorted(told, key=lambda one: in_order(one[1]))[:LISTED]
    return Mark(
        id=address,
        attitude=None if mixed else attitude,
        tally=tally,
        in_all=len(told),
        sentences=tuple((index.sigla[article], sentence_of(stance, article, index)) for article, stance in listed),
    )


def _key(attribution: str | None, article: str, index: Index) -> Key:
    """One source across articles only where its actor or its own name tells so; "experts" here are not "experts" there."""
    found = index.attributions.get(attribution or "")
    if found is None or found.source.kind is SourceKind.AUTHOR:
        return ("author", article)
    source = found.source
    if source.actor in index.actors:
        return (index.actors[source.actor].id,)
    if source.kind is SourceKind.NAMED and source.name:
        return ("named", source.name.casefold())
    return (source.kind, article, (source.name or "").casefold())
