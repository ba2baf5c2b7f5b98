"""Comparison: what several articles tell, side by side."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.actor import ActorKind, RelationKind, Sector
from rashomon.model.attribution import SourceKind
from rashomon.model.event import EventType
from rashomon.model.label import Attitude
from rashomon.model.reason import PRIOR, Link, Reason
from rashomon.model.sourcing import Sourcing
from rashomon.model.span import Spans


class Verdict(StrEnum):
    """How the versions of one thing stand to each other. It never says which is right."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    SILENT = "silent"
    UNCLEAR = "unclear"


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

    def links(self) -> tuple[Link, ...]:
        """The links that made the incident, the strongest first: `why` told link by link."""
        spoken: dict[tuple[str, str], list[Reason]] = {}
        for reason in self.why:
            for pair in reason.links:
                spoken.setdefault(pair, []).append(reason)
        return tuple(sorted((_link(pair, told) for pair, told in spoken.items()), key=lambda link: (-link.total, link.events)))


def _link(pair: tuple[str, str], told: list[Reason]) -> Link:
    prior = sum(reason.weight for reason in told if reason.field == PRIOR)
    return Link(events=pair, prior=prior, reasons=tuple(reason for reason in told if reason.field != PRIOR))


class Constant(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that stays the same from instance to instance of a series, with the words of those that tell it.

    `field` is "act" (where several words name it), "rhythm", "agent" ("patient" for acts of force), or "place"; `code` the EDTF value
    of a recurring time ("XXXX-06"), the id of a LinkedActor, or None.
    """

    field: str
    value: str
    code: str | None = None
    versions: tuple[Version, ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One act that comes again, such as a yearly rally, and the incidents that are its instances.

    `instances` are ids of Incidents in order of time, undated ones last; none where it is only told as recurring. `tellings` are
    the events that tell of all instances together ("rallies every June"), which are no happenings themselves. `rhythm` says how often:
    "yearly", "monthly", "daily", "regular". `done_to` are the incidents that are told to be done to an instance ("dispersed the
    yearly rally"). `why` holds the conditions that were met, which have no weights.
    """

    id: str
    type: EventType
    mode: str | None = None
    title: str
    rhythm: str
    constants: tuple[Constant, ...]
    instances: tuple[str, ...] = ()
    tellings: tuple[Version, ...] = ()
    done_to: tuple[str, ...] = ()
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
    """Something stated of the same actors in more than one account that is no event.

    `actors` are ids of linked actors, and the names of those that no article has as an actor.
    """

    id: str
    actors: tuple[str, ...]
    contrasts: tuple[Contrast, ...]
    why: tuple[Reason, ...] = ()


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures that the accounts give of one linked actor, aspect by aspect in `versions`."""

    actor: str
    relation: Verdict
    versions: tuple[Version, ...]


class TellerKind(StrEnum):
    """Who tells or leaves out: an article, an outlet over all its articles, or a source as the articles pass it on."""

    ARTICLE = "article"
    OUTLET = "outlet"
    SOURCE = "source"


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that some tell and another, which speaks of the same actors, leaves out.

    `told_by` and `silent` are of one `kind`: ids of articles, names of outlets, or sources as "article/source". `articles` are those of
    the silent one, `actors` the linked actors that both speak of. `weight` only ranks: how much reason the silent one had to tell it.
    """

    incident: str
    told_by: tuple[str, ...]
    silent: str
    note: str
    kind: TellerKind = TellerKind.ARTICLE
    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    weight: float = 0.0


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found by comparing Records; `articles` are their ids in the order given."""

    articles: tuple[str, ...]
    actors: tuple[LinkedActor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    series: tuple[Series, ...] = ()
    claims: tuple[Claim, ...] = ()
    descriptions: tuple[Description, ...] = ()
    silences: tuple[Silence, ...] = ()
    sourcing: Sourcing = Sourcing()
