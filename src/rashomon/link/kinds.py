"""Kinds of actor: which two may be one actor that two articles see differently."""

from __future__ import annotations

from rashomon.model import ActorKind

GROUPS = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.OUTLET})
AUTHORITIES = frozenset({ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION})
COUNTRIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY})


def are_compatible(one: ActorKind, other: ActorKind) -> bool:
    """True when one actor can be told as both kinds: a party as an armed group, a state as its government."""
    if one is other or ActorKind.UNKNOWN in {one, other}:
        return True
    return any({one, other} <= kinds for kinds in (GROUPS, AUTHORITIES, COUNTRIES))


def is_collective(kind: ActorKind) -> bool:
    """True for a population, whose members do not act as one."""
    return kind is ActorKind.POPULATION
