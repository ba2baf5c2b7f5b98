"""Actor: a person, organisation, state or group that an article speaks of."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Spans


class ActorKind(StrEnum):
    """What kind of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GOVERNMENT_BODY = "government body"
    ARMED_GROUP = "armed group"
    OUTLET = "outlet"
    POPULATION = "population"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How the words refer: by name, by a shorter or other name, by a description ("the ambassador"), by a pronoun."""

    NAME = "name"
    ALIAS = "alias"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class RelationKind(StrEnum):
    """How one actor is said to stand to another. Each is a claim with a source, never a merge."""

    ALSO_KNOWN_AS = "also known as"
    FRONT_OF = "front of"
    WING_OF = "wing of"
    PART_OF = "part of"
    MEMBER_OF = "member of"
    LEADER_OF = "leader of"
    SUCCESSOR_OF = "successor of"
    BACKED_BY = "backed by"


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place in the text that refers to the actor."""

    spans: Spans
    form: MentionForm


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of this actor's standing to another; `attribution` is None when the author says it."""

    kind: RelationKind
    other: str
    spans: Spans
    attribution: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor as told in one article. `name` is its fullest name; `aliases` are the other names used for it here.

    Mentions come in text order. `description` holds the title or role the text gives ("Prime Minister"), or None.
    """

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...] = ()
