"""Comparison: what several articles tell, side by side."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.actor import ActorKind, RelationKind, Sector
from rashomon.model.attribution import SourceKind
from rashomon.model.event import EventType
from rashomon.model.label import Attitude
from rashomon.model.span import Spans


class Verdict(StrEnum):
    """How the versions of one thing stand to each other. It never says which is right."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    SILENT = "silent"
    UNCLEAR = "unclear"


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One ground for a link or a verdict.

    `weight` adds up over the reasons, in bits of evidence (log2 of a likelihood ratio, Fellegi & Sunter 1969).
    """

    field: str
    weight: float
    note: str


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One account's words on one point.

        `value` is what a person reads; `source` names who says it, the article's author included. `event`,
    `attribution` and `label` are the ids of what it was taken from, where there is one.
    """

    value: str
    source: str
    source_kind: SourceKind
    article: str
    spans: Spans
    event: str | None = None
    attribution: str | None = None
    label: str | None = None
    aspect: str | None = None
    attitude: Attitude | None = None


class Contrast(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an incident, or one claim, with each account's version; `note` states the test that gave the verdict.

    Accounts that say nothing of the field have no version; `silent` lists them as "article/source". Where the versions
    differ or contradict, `sides` holds the positions in `versions` of those on the one side and on the other; versions
    that fit both are in neither.
    """

    field: str
    relation: Verdict
    versions: tuple[Version, ...]
    silent: tuple[str, ...] = ()
    note: str = ""
    sides: tuple[tuple[int, ...], ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One source's version of an incident, as told in one article; `events` are ids of its Events."""

    article: str
    source: str
    source_kind: SourceKind
    events: tuple[str, ...]


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """The events taken to be one happening.

        `time` is EDTF or None; `title` says it in plain words with the source where only alleged. `why` holds the
    reasons of the links that made it, empty for one told in a single place.
    """

    id: str
    type: EventType
    title: str
    time: str | None = None
    place: str | None = None
    accounts: tuple[Account, ...]
    contrasts: tuple[Contrast, ...] = ()
    why: tuple[Reason, ...] = ()


class LinkedRelation(msgspec.Struct, frozen=True, kw_only=True):
    """How one linked actor is said to stand to another: a claim by `source`, never a merge.

    `other` is the id of a LinkedActor. `article`, `spans` and `attribution` lead to the words of the article that tells it;
    they are None and empty where the reader's alias table does, whose row names the source.
    """

    kind: RelationKind
    other: str
    source: str
    article: str | None = None
    spans: Spans = ()
    attribution: str | None = None


class LinkedActor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor across articles; `members` are the ids of the articles' own Actors.

    `country` is None where no article tells it or articles tell different ones; `sectors` are those that any of them tells.
    `relations` are what articles and the reader's alias table say of its standing to others.
    """

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[Sector, ...] = ()
    members: tuple[str, ...]
    relations: tuple[LinkedRelation, ...] = ()
    why: tuple[Reason, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Something stated of the same actors in more than one account that is no event."""

    id: str
    actors: tuple[str, ...]
    contrasts: tuple[Contrast, ...]
    why: tuple[Reason, ...] = ()


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures that the accounts give of one linked actor, aspect by aspect in `versions`."""

    actor: str
    relation: Verdict
    versions: tuple[Version, ...]


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that one article tells and another, which speaks of the same actors, leaves out."""

    incident: str
    told_by: tuple[str, ...]
    silent: str
    note: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found by comparing Records; `articles` are their ids in the order given."""

    articles: tuple[str, ...]
    actors: tuple[LinkedActor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    descriptions: tuple[Description, ...] = ()
    silences: tuple[Silence, ...] = ()
