"""Beside: what is stated of somebody beside the name and in no clause of its own ("the banned X", "X's 500 fighters")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import phrase, prepositional_object
from rashomon.read.events.numbers import find_number
from rashomon.read.statements.complements import of_noun
from rashomon.read.statements.frame import Frame, framed, linked
from rashomon.read.statements.predicates import predicates
from rashomon.read.statements.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

DESCRIBING = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "det", "poss", "case"})
DEFINITE = frozenset({"the", "these", "those"})
INDEFINITE = frozenset({"a", "an"})
"""Before a name these tell of what might be: "an independent Velm"."""


def frames_beside(token: Token) -> Iterator[Frame]:
    """The frames of which `token` is the head: an adjective, an apposition, people counted, or a seat."""
    if token.dep_ in {"amod", "nmod"} and token.head.pos_ == "PROPN":
        yield from _of_attribute(token, token.head)
    if token.dep_ == "appos":
        yield from _of_apposition(token)
    if token.pos_ in {"NOUN", "PROPN"}:
        yield from _of_count(token)
        yield from _of_seat(token)


def _of_attribute(adjective: Token, name: Token) -> Iterator[Frame]:
    """What the adjective before a name says of it: "the banned Vell Front", "the Orsk-based Vell Front"."""
    if adjective.i > name.i or any(child.dep_ == "det" and child.lower_ in INDEFINITE for child in name.children):
        return
    maker = _before_hyphen(adjective)
    if maker is not None:
        row = predicates().get(("verb", adjective.lemma_.lower()))
        if row is not None and row.topic in {"standing", "location"}:
            core = (maker, *adjective.doc[maker.i + 1 : adjective.i + 1])
            about, other = (maker, name) if "obj" in row.links else (name, maker)
            yield framed(adjective, adjective, about, other, row, core)._replace(beside=True, asks=frozenset({"who"}))
        return
    row = predicates().get(("adjective", adjective.text))
    if row is not None and row.topic != "rank":
        yield Frame(adjective, adjective, name, None, row.topic, row.value, (adjective,), beside=True)


def _of_apposition(behind: Token) -> Iterator[Frame]:
    """What one of two nouns beside each other says of the other: "the Front, a tool of Ostria,", "its front name, the Vell Front"."""
    noun, name = (behind.head, behind) if behind.pos_ == "PROPN" else (behind, behind.head)
    if noun.pos_ == "NOUN":
        yield from (frame._replace(beside=True) for frame in of_noun(noun, noun, name) if frame.topic not in {"quality", "nature"})


def _before_hyphen(adjective: Token) -> Token | None:
    """The "Orsk" of "Orsk-based"."""
    if adjective.i < adjective.sent.start + 2 or adjective.nbor(-1).text != "-":
        return None
    return adjective.nbor(-2)


def _of_count(noun: Token) -> Iterator[Frame]:
    """How many somebody has: all of them ("the Front's 500 fighters"), or some ("the presence of 500 members of the Front")."""
    row = predicates().get(("have", noun.lemma_.lower()))
    if row is None or row.topic != "size":
        return
    owner, is_all = _owner(noun)
    before = _before(noun)
    if owner is None or find_number([token for token in before if not owner.left_edge.i <= token.i <= owner.i]) is None:
        return
    if is_all or _is_present(noun, before[0]):
        core = tuple(token for token in (*before, *noun.doc[noun.i : owner.i + 1]) if token.dep_ != "det")
        yield Frame(noun, noun, owner, None, row.topic, row.value, core, beside=True, part=not is_all)


def _before(noun: Token) -> list[Token]:
    """The words before the noun that describe or count it, wherever the parser hangs them."""
    start = noun.i
    while start > noun.sent.start and _describes(noun.doc[start - 1]):
        start -= 1
    return list(noun.doc[start : noun.i + 1])


def _describes(token: Token) -> bool:
    """True for a modifier, a number, and a participle between it and its noun ("3,000 armed members")."""
    is_between = token.tag_ in {"VBD", "VBN"} and token.i > token.sent.start and token.nbor(-1).like_num
    return token.like_num or token.dep_ in DESCRIBING or is_between


def _owner(noun: Token) -> tuple[Token | None, bool]:
    """Whose people they are, and whether all of them are meant."""
    is_definite = any(child.dep_ == "det" and child.lower_ in DEFINITE for child in noun.children)
    for child in noun.children:
        if child.dep_ == "poss":
            return child, True
        if child.dep_ in {"compound", "nmod"} and child.text[0].isupper():
            return child, is_definite
        if child.dep_ == "prep" and child.lower_ == "of":
            held = prepositional_object(child)
            if held is not None and held.pos_ in {"PROPN", "NOUN"}:
                return held, is_definite
    return None, False


def _is_present(noun: Token, first: Token) -> bool:
    """True where the people are told to be there: "the presence of 500 members", "500 members live there"."""
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ == "of" and before.head.lemma_.lower() in words_of("present"):
        return True
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_.lower() in words_of("present")


def _of_seat(noun: Token) -> Iterator[Frame]:
    """Where somebody's seat is: "the Front's headquarters in Orsk", "Orsk, home to the headquarters of the Front"."""
    row = predicates().get(("seat", noun.lemma_.lower()))
    if row is None:
        return
    owner = linked(noun, ("of", "own")) or next(
        (child for child in noun.children if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN"), None
    )
    place = linked(noun, row.links) or _host(noun)
    if owner is not None and owner.dep_ != "amod" and place is not None:
        core = tuple(phrase(noun if place.i > noun.i else noun.head.head))
        yield framed(noun, noun, owner, place, row, core)._replace(beside=True)


def _host(noun: Token) -> Token | None:
    """The "Orsk" of "Orsk, home to the headquarters"."""
    home = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else None
    if home is None or home.lemma_.lower() not in words_of("host"):
        return None
    if home.dep_ == "appos":
        return home.head
    if home.i >= home.sent.start + 2 and home.nbor(-1).text == "," and home.nbor(-2).pos_ == "PROPN":
        return home.nbor(-2)
    return next((child for child in home.head.children if child.dep_ == "nsubj"), None) if home.dep_ in {"attr", "acomp"} else None
