"""Frame: a clause or phrase that states something, before it is told whom its words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.parse.syntax import prepositional_object
from rashomon.read.statements.predicates import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token


class Frame(NamedTuple):
    """What states something: its verb, the word that tells what, whom it is about, and the row that it fits.

    `other` is None where nobody else is told. `core` are the tokens that say it. `gerund` is True behind an accusation, `beside` where
    it stands beside a name and in no clause of its own ("the banned X"; `verb` is its head word then), `part` where a number counts some
    only, `asks` what the other must be (`Predicate.asks`), `outcome` where it is the outcome of an act ("was disbanded").
    """

    verb: Token
    word: Token
    holder: Token
    other: Token | None
    topic: str
    value: str
    core: tuple[Token, ...]
    gerund: bool = False
    beside: bool = False
    part: bool = False
    asks: frozenset[str] = frozenset()
    outcome: bool = False


def framed(verb: Token, word: Token, about: Token, other: Token | None, row: Predicate, core: tuple[Token, ...]) -> Frame:
    """The frame of a row, with the other as its holder where the row says so."""
    holder, second = (other, about) if row.order == "other" and other is not None else (about, other)
    return Frame(verb, word, holder, second, row.topic, row.value, core, asks=row.asks)


def linked(word: Token, links: tuple[str, ...]) -> Token | None:
    """What one of the links ties to the word, the earlier link first."""
    return next((found for link in links for child in word.children for found in [_linked_by(child, link)] if found is not None), None)


def linked_behind(word: Token, links: tuple[str, ...]) -> Token | None:
    """The same, also of a phrase that stands behind another one and that parsers hang there ("based for ten years in Orsk")."""
    found = linked(word, links)
    if found is not None:
        return found
    nouns = (prepositional_object(child) for child in word.children if child.dep_ == "prep")
    return next((place for noun in nouns if noun is not None for place in [linked(noun, links)] if place is not None), None)


def _linked_by(child: Token, link: str) -> Token | None:
    if link == "obj":
        return child if child.dep_ in {"dobj", "pobj"} else None
    if link == "own":
        return child if child.dep_ == "poss" or (child.dep_ == "amod" and child.text[0].isupper()) else None
    return prepositional_object(child) if child.dep_ == "prep" and child.lower_ == link else None
