"""Epithets: nouns by which an article goes on to speak of somebody named before, and the offices that they name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Actor
from rashomon.read.actors.words import titles
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_definite(head: Token) -> bool:
    """True for one that "the" or "this" marks as known."""
    return any(child.lower_ in {"the", "this"} for child in head.children) and head.tag_ not in {"NNS", "NNPS"}


def is_epithet(head: Token) -> bool:
    """True for a noun of the table ("the minister", "the singer"), or an age."""
    return head.lower_ in _epithets() or is_age(head)


def is_age(head: Token) -> bool:
    """True for "the 52-year-old"."""
    return head.lower_.endswith("year-old") or (head.lower_ == "old" and head.i > 1 and head.nbor(-2).lower_ in {"year", "-year"})


def epithet_gender(head: Token) -> str:
    """The gender that the noun tells, "male" or "female"; empty where it tells none."""
    row = _epithets().get(head.lower_)
    return row["gender"] if row is not None else ""


def holds_another_office(actor: Actor, head: Token) -> bool:
    """True when "the minister" is said of one whom the article gives the title of a mayor or a bishop, and of no minister."""
    told = {_offices().get(word, word) for word in (actor.description or "").lower().split() if word in _offices() or word in _roles()}
    return head.lower_ in _offices() and bool(told) and _offices()[head.lower_] not in told


@cache
def _offices() -> dict[str, str]:
    """The sort of office that a noun names."""
    return {noun: row["office"] for noun, row in _epithets().items() if row["office"]}


@cache
def _roles() -> frozenset[str]:
    """The offices and ranks that titles tell."""
    return frozenset(role for _, role in titles().values() if role)


@cache
def _epithets() -> dict[str, dict[str, str]]:
    rows = load_table("rashomon.read.attributions", "tables/epithets.tsv", ("noun", "gender", "office"), ("noun",))
    return {row["noun"]: row for row in rows}
