"""Sourcing profiles as they are shown: shares, wording with its places, who is heard, who is only spoken about."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from rashomon.model import SourceKind, SourcingProfile, Spans, SpokenAbout, Voice, WordingRate
from rashomon.view.index import Index
from rashomon.view.parts import Passage
from rashomon.view.words import named_source, term

MOST_WORDS = 12
"""So many wordings of a kind are shown, the most frequent first; the others are counted."""
MOST_PLACES = 6
"""So many places of one wording, or of one voice, are linked; the others are counted."""
MOST_VOICES = 8


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How much one kind of source tells: shares from 0 to 1 of the words read, `quoted` within `share`."""

    kind: SourceKind
    label: str
    share: float
    quoted: float


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """One wording with what sort it is and the first of its places; `times` counts all."""

    words: str
    label: str
    times: int
    passages: tuple[Passage, ...]


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """Hedges or loaded wording: how many, how often in a thousand words (None where too few to tell), and which, without `hidden`."""

    times: int
    per_thousand: float | None
    expressions: tuple[Expression, ...]
    hidden: int


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """A voice and what it is given: times, words, words quoted."""

    name: str
    times: int
    words: int
    quoted: int
    passages: tuple[Passage, ...]


class Unheard(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that is only spoken about."""

    name: str
    mentions: int
    passages: tuple[Passage, ...]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The sourcing of one article, or of one outlet over the articles that `sigla` name."""

    id: str
    sigla: tuple[str, ...]
    outlet: str
    words: int
    own_words: int
    shares: tuple[Share, ...]
    hedges: Rate
    loaded: Rate
    heard: tuple[Heard, ...]
    heard_in_all: int
    unheard: tuple[Unheard, ...]
    unheard_in_all: int


def profile_of(profile: SourcingProfile, index: Index) -> Profile:
    """The profile with its places in the texts."""
    sigla = tuple(index.sigla[article] for article in profile.articles)
    return Profile(
        id="profile-" + "-".join(sigla[:3]) + (f"-{len(sigla)}" if len(sigla) > 1 else ""),
        sigla=sigla,
        outlet=profile.outlet or "",
        words=profile.words,
        own_words=profile.own_words,
        shares=tuple(Share(kind=one.kind, label=term("source", one.kind), share=one.share, quoted=one.quoted) for one in profile.shares),
        hedges=_rate(profile.hedges, index),
        loaded=_rate(profile.loaded, index),
        heard=tuple(_heard(voice, index) for voice in profile.heard[:MOST_VOICES]),
        heard_in_all=len(profile.heard),
        unheard=tuple(_unheard(spoken, profile.articles, index) for spoken in profile.only_spoken_about[:MOST_VOICES]),
        unheard_in_all=len(profile.only_spoken_about),
    )


def outlet_profiles(profiles: Iterable[SourcingProfile], index: Index) -> tuple[Profile, ...]:
    """The profiles of outlets with several articles; those with one are their article's."""
    return tuple(profile_of(profile, index) for profile in profiles if len(profile.articles) > 1)


def _rate(rate: WordingRate, index: Index) -> Rate:
    same: dict[tuple[str, str], list[Passage]] = {}
    for wording in rate.found:
        passage = index.passage(wording.article, wording.spans)
        if passage is not None:
            same.setdefault((wording.words.casefold(), term("wording", wording.kind)), []).append(passage)
    ordered = sorted(same.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = ordered[:MOST_WORDS]
    return Rate(
        times=len(rate.found),
        per_thousand=rate.per_thousand,
        expressions=tuple(
            Expression(words=places[0].words, label=label, times=len(places), passages=tuple(places[:MOST_PLACES]))
            for (_, label), places in shown
        ),
        hidden=len(ordered) - len(shown),
    )


def _heard(voice: Voice, index: Index) -> Heard:
    found = [(index.articles_of[attribution], index.attributions[attribution]) for attribution in voice.attributions[:MOST_PLACES]]
    passages = (index.passage(article, attribution.content.spans) for article, attribution in found)
    return Heard(
        name=named_source(voice.name, voice.kind),
        times=voice.times,
        words=voice.words,
        quoted=voice.quoted,
        passages=tuple(passage for passage in passages if passage is not None),
    )


def _unheard(spoken: SpokenAbout, articles: Iterable[str], index: Index) -> Unheard:
    places: list[tuple[str, Spans]] = [
        (article, mention.spans)
        for article in articles
        for actor in index.records[article].actors
        if actor.id in spoken.members
        for mention in actor.mentions
    ]
    passages = (index.passage(article, spans) for article, spans in places[:MOST_PLACES])
    return Unheard(name=spoken.name, mentions=spoken.mentions, passages=tuple(passage for passage in passages if passage is not None))
