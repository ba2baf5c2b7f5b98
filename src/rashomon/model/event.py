"""Event: who did what to whom, when and where, and how far it got.

Types and modes follow PLOVER (Open Event Data Alliance, 2021 manual); quad classes follow from the type. Happenings outside PLOVER have
a type of their own, OTHER, with modes of ours and no quad class.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.attribution import Certainty, Polarity
from rashomon.model.span import Spans


class EventType(StrEnum):
    """The sixteen PLOVER event types, and OTHER for happenings that PLOVER has no type for: accidents, contests, elections, launches."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Role(StrEnum):
    """The part a participant plays."""

    AGENT = "agent"
    PATIENT = "patient"
    INSTRUMENT = "instrument"
    BENEFICIARY = "beneficiary"


class Stage(StrEnum):
    """How far it got, as told."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"
    RECURRING = "recurring"


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """The words that name the act."""

    spans: Spans


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what took part. `name` is the words used, or the fuller name of the actor they resolve to."""

    role: Role
    actor: str | None = None
    name: str
    spans: Spans


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number told with the event: what ("killed", "arrested", "members"), how many, and the words it stands in.

    `number` is the value told, or None for "dozens", "many"; `low` and `high` are the bounds the words allow
    ("at least 73" is 73 to None; "dozens" is 24 to 99), None where open.
    """

    what: str
    number: int | None = None
    low: int | None = None
    high: int | None = None
    spans: Spans


class MotiveKind(StrEnum):
    """Whether a motive is told as what the act was done because of, or as what it was to bring about."""

    CAUSE = "cause"
    PURPOSE = "purpose"


class Motive(msgspec.Struct, frozen=True, kw_only=True):
    """Why an act was done, as told: `words` with those that introduce it ("in revenge for the raid").

    `polarity` denied means that the teller says it was not for that ("not because of his articles"), or denies the act itself;
    `attribution` is the id of the innermost Attribution whose content holds the words, or None when the author tells it.
    """

    kind: MotiveKind
    words: str
    spans: Spans
    polarity: Polarity = Polarity.AFFIRMED
    attribution: str | None = None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The event's time: the id of a Time and its EDTF value, or `unknown` with the reason."""

    time: str | None = None
    edtf: str | None = None
    unknown: str | None = None


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """What the event took place at, in or near: "the central market"; `kind` is the kind of site that its noun names, such as "market"."""

    words: str
    spans: Spans
    kind: str


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The event's place: the id of a Place and its name, or `unknown` with the reason.

    `away` is True where the act leads away from the place ("removed from Orsk", "fled Orsk"), and not to it or takes place there.
    `site` is a building, vehicle or the like that is told beside the place or without one.
    """

    place: str | None = None
    name: str | None = None
    unknown: str | None = None
    away: bool = False
    site: Site | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One act as told in one place of one article.

    `attribution` is the id of the innermost Attribution whose content holds the trigger, or None when the author tells it.
    `polarity` denied means the teller says it was not so, or the attribution it stands in denies it.
    """

    id: str
    type: EventType
    mode: str | None = None
    trigger: Trigger
    participants: tuple[Participant, ...] = ()
    time: When
    place: Where
    counts: tuple[Count, ...] = ()
    motives: tuple[Motive, ...] = ()
    stage: Stage = Stage.ACCOMPLISHED
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    attribution: str | None = None
