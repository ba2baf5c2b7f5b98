"""Incident summary: the violent acts that one article tells, in brief, with how firmly each organisation is blamed.

The roles are those of the Message Understanding Conference task (MUC-4, 1992): perpetrator individuals and organisations,
physical targets, named victims, weapons. Everything is merged over the mentions that one article makes.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rashomon.model.span import Spans

ARTICLE = "the article"
"""Who tells what an article tells in its own voice."""


class Blame(StrEnum):
    """How firmly the article ties an organisation to the acts: the values of MUC-4's slot for the organisation's confidence.

    In the order in which one outweighs the next: who claims an act is told of as claiming it, even where it is also told as a fact.
    """

    CLAIMED = "claimed or admitted"
    FACT = "reported as fact"
    ACCUSED_BY_AUTHORITIES = "suspected or accused by authorities"
    ACCUSED = "suspected or accused"
    POSSIBLE = "possible"
    ACQUITTED = "acquitted"


class Filler(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation or thing in a role. `mentions` are the words used, the most telling first; `spans` where they stand."""

    mentions: tuple[str, ...]
    actor: str | None = None
    spans: Spans


class BlamedOrganisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation said to have done it, and how firmly; `events` are the ids of the events that say so.

    `according_to` names those who tell these events, or who accuse; it is "the article" for what that tells in its own voice.
    """

    organisation: Filler
    blame: Blame
    events: tuple[str, ...]
    according_to: tuple[str, ...] = ()


class IncidentSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Who did the article's violent acts, to what and whom, with what. All empty when it tells none."""

    individuals: tuple[Filler, ...] = ()
    organisations: tuple[BlamedOrganisation, ...] = ()
    targets: tuple[Filler, ...] = ()
    victims: tuple[Filler, ...] = ()
    weapons: tuple[Filler, ...] = ()
