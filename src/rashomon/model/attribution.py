"""Attribution: who says something, by which words, and what is said.

Source, cue and content as in Pareti (2015), "Attribution: a computational approach", and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Spans


class SourceKind(StrEnum):
    """What sort of source speaks, by what the article tells of who it is.

    author
        The writer: whatever stands in nobody else's words, and the "I", "we" and "this writer" of an opinion piece.
    named
        One whom the article identifies: a person, organisation, outlet, state or body of a state with a proper name, also where
        the words used are a pronoun, a description ("the 52-year-old") or a place that stands for a government; an office that
        one person holds ("the mayor of Port Selm"); a body told by whose it is ("the Vale campaign"); and whoever speaks in the
        name of one of these ("Vale's spokesman"), since that one answers for it.
    unnamed
        Persons whose identity is kept back or not told: "experts", "a senior official", "two lawmakers", "people familiar with
        the matter"; and a source that is left out ("is widely regarded as"), but not where the author judges ("there is no doubt").
    collective
        Many who are spoken of as one, and bodies without a name: "the deputies", "residents", "both sides", "60 percent of voters",
        "the opposition", "a court".
    document
        What is written, published, measured or shown ("the report", "polls", "Article 5"), and an event or state of affairs that is
        said to show something.

    Source spans as in Pareti (2015); named against unnamed after studies of sourcing in the news (Sigal 1973, Reporters and
    Officials; Sundar 1998); one against many, and specific against unspecific, after the entity classes of ACE (LDC 2005).
    """

    AUTHOR = "author"
    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    DOCUMENT = "document"


class CueType(StrEnum):
    """What the source does with the content."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    ACCUSE = "accuse"
    ADMIT = "admit"
    CONFIRM = "confirm"
    REVEAL = "reveal"
    WARN = "warn"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    ASK = "ask"
    PRAISE = "praise"
    CRITICISE = "criticise"
    CALL = "call"
    THINK = "think"
    WANT = "want"
    FEEL = "feel"
    SHOW = "show"


class Commitment(StrEnum):
    """How far the reporting words commit the one who reports to the content: "admitted", "said", "alleged", "lied"."""

    ENDORSED = "endorsed"
    NEUTRAL = "neutral"
    DISTANCED = "distanced"
    REJECTED = "rejected"


class Manner(StrEnum):
    """Whether the content stands in quotation marks wholly, partly or not at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Certainty(StrEnum):
    """How sure the one who tells it is of it, after FactBank (Sauri & Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Polarity(StrEnum):
    """Whether it is told as being so, or as not being so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it. `spans` hold the words in the text ("his", "experts"); `name` is the best name known for them.

    `actor` is the id of the Actor it resolves to, or None. The author has spans only as "I" or "we"; a passive cue without an
    agent ("is widely regarded") is unnamed, without spans.
    """

    kind: SourceKind
    name: str | None = None
    actor: str | None = None
    spans: Spans = ()


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that report: "said", "according to", "in their view", or the colon behind a speaker's name."""

    type: CueType
    spans: Spans = ()
    commitment: Commitment = Commitment.NEUTRAL


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is said; quotation marks stand outside the spans."""

    spans: Spans


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """To whom it is said."""

    name: str
    actor: str | None = None
    spans: Spans


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One act of saying, thinking or showing. `parent` is the id of the attribution whose content this one stands in.

    `polarity` is that of the reporting ("did not say" is denied); a cue of type deny keeps polarity affirmed.
    """

    id: str
    source: Source
    cue: Cue
    content: Content
    manner: Manner
    parent: str | None = None
    addressee: Addressee | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.AFFIRMED
