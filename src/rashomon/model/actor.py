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


class Sector(StrEnum):
    """PLOVER's codes for what an actor is (manual of the Open Event Data Alliance, draft of 2021), the most specific first.

    Of a state or in it: intelligence services (SPY), police (COP), courts (JUD), parliaments (LEG), armed forces (MIL). Armed
    groups on a government's side (PRM), against it (REB), and those of whom neither is told (UAF); criminals (CRM). Opposition
    (OPP) and parties that are neither there nor in government (PTY). Refugees (REF), religion (REL), the press (JRN), health
    (MED), education (EDU), work on the land (AGR), labour (LAB), business (BUS), civil society (SOC). The general ones:
    the executive (GOV), former officials and celebrities (ELI), civilians (CVL). IGO and NGO, bodies that states form and
    non-governmental ones, are codes that PLOVER gives in the place of a country's.
    """

    SPY = "SPY"
    COP = "COP"
    JUD = "JUD"
    LEG = "LEG"
    MIL = "MIL"
    PRM = "PRM"
    REB = "REB"
    UAF = "UAF"
    CRM = "CRM"
    OPP = "OPP"
    PTY = "PTY"
    REF = "REF"
    REL = "REL"
    JRN = "JRN"
    MED = "MED"
    EDU = "EDU"
    AGR = "AGR"
    LAB = "LAB"
    BUS = "BUS"
    SOC = "SOC"
    GOV = "GOV"
    ELI = "ELI"
    CVL = "CVL"
    IGO = "IGO"
    NGO = "NGO"


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
    `country` is the ISO 3166-1 alpha-3 code of the state that the article's words make it part of, None where they tell
    none or several; `sectors` are PLOVER's codes for what they say it is.
    """

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    description: str | None = None
    country: str | None = None
    sectors: tuple[Sector, ...] = ()
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...] = ()
