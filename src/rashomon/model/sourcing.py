"""Sourcing profile: in whose voice an article, or all of an outlet's, tells, and in which wording. It describes, it does not rate."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.actor import ActorKind
from rashomon.model.attribution import SourceKind
from rashomon.model.span import Spans


class WordingKind(StrEnum):
    """What sort of wording it is.

    Hedges, by which the author leaves open whether something is so: `modal` ("may"), `adverb` ("perhaps"), `verb` ("seems to"),
    `phrase` ("it is unclear"), `reporting hedge` (the words that report: "believe", "is thought to").
    Loaded wording, by which the author judges: `judging report` ("claims", "admits", "falsely said"), `judging name` ("regime",
    "apologists"), `evaluation` ("shameful", "heroic"), `booster` ("of course"), `distancing` ("so-called"), `nobody's quotation` (a
    word or three in quotation marks that nobody is said to have used: often scare quotes).
    """

    MODAL = "modal"
    ADVERB = "adverb"
    VERB = "verb"
    PHRASE = "phrase"
    REPORTING_HEDGE = "reporting hedge"
    JUDGING_REPORT = "judging report"
    JUDGING_NAME = "judging name"
    EVALUATION = "evaluation"
    BOOSTER = "booster"
    DISTANCING = "distancing"
    NOBODYS_QUOTATION = "nobody's quotation"


class VoiceShare(msgspec.Struct, frozen=True, kw_only=True):
    """How much one kind of source tells: `share` of the words read, 0 to 1, and within it `quoted`, the share quoted word for word."""

    kind: SourceKind
    words: int
    share: float
    quoted: float


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the author hedges or judges, in the words used."""

    kind: WordingKind
    words: str
    article: str
    spans: Spans


class WordingRate(msgspec.Struct, frozen=True, kw_only=True):
    """Where such wording stands, and how often in a thousand words of the author's own voice; None where these are too few to tell."""

    per_thousand: float | None = None
    found: tuple[Wording, ...] = ()


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A source that is heard: `times` it says something, in `words` words, `quoted` of them word for word; by which attributions.

    `actor` is the id of the linked actor, None where it resolves to none.
    """

    name: str
    kind: SourceKind
    actor: str | None = None
    times: int
    words: int
    quoted: int
    attributions: tuple[str, ...]


class SpokenAbout(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that is spoken of at length and never heard, nor anybody who speaks for it: its linked actor's id, and its `mentions`.

    `members` are the ids of the articles' own Actors, which hold the mentions.
    """

    actor: str
    name: str
    kind: ActorKind
    mentions: int
    members: tuple[str, ...]


class SourcingProfile(msgspec.Struct, frozen=True, kw_only=True):
    """In whose voice one article tells, or all articles of an outlet, and how the author words it.

    `outlet` is None where the article does not tell its outlet. Shares are of `words`, the words read (furniture is not); they add up
    to 1. What somebody says counts for the one whom the article itself cites, also where others are quoted in it. Hedges
    and loaded wording are counted in the author's own voice alone, `own_words` long, the reporting words included.
    """

    articles: tuple[str, ...]
    outlet: str | None = None
    words: int
    own_words: int
    shares: tuple[VoiceShare, ...]
    quoted: float
    hedges: WordingRate
    loaded: WordingRate
    heard: tuple[Voice, ...] = ()
    only_spoken_about: tuple[SpokenAbout, ...] = ()


class Sourcing(msgspec.Struct, frozen=True, kw_only=True):
    """The profiles of the articles in their order, and of each outlet that is known, by name."""

    articles: tuple[SourcingProfile, ...] = ()
    outlets: tuple[SourcingProfile, ...] = ()
