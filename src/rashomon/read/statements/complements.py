"""Complements: what a clause says that somebody is, has, or is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import direct_object, is_passive, passive_subject, phrase, prepositional_object, subject
from rashomon.read.statements.frame import Frame, framed, linked
from rashomon.read.statements.predicates import Predicate, predicates
from rashomon.read.statements.stated import PRESENT

if TYPE_CHECKING:
    from spacy.tokens import Token

BEING = frozenset({"be", "remain", "stay"})
HAVING = frozenset({"have", "enjoy", "possess", "command", "boast", "lack", "retain"})
VIEWING = frozenset({"call", "regard", "consider", "describe", "see", "view", "brand", "label"})
AIMS = frozenset({"aim", "goal", "purpose", "objective"})
MEASURING = frozenset({"more", "less", "as", "how"})
"""Before an adjective these tell that it is compared, or asked how far it is so."""
MODIFIERS = frozenset({"amod", "compound", "nmod", "acl"})


def of_being(verb: Token) -> Iterator[Frame]:
    """The frames of "A is B", "A remains B", "A is in B"."""
    about = subject(verb)
    if about is None:
        return
    if about.lemma_.lower() in AIMS:
        yield from _of_aim(verb, about)
        return
    yield from _of_seat(verb, about)
    for child in verb.children:
        if child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN"}:
            yield from of_noun(verb, child, about)
        elif child.dep_ in {"acomp", "oprd"} or (child.dep_ == "attr" and child.pos_ == "ADJ"):
            yield from _of_adjective(verb, child, about)
        elif child.dep_ == "prep":
            yield from _of_place(verb, child, about)


def of_viewing(verb: Token) -> Iterator[Frame]:
    """What somebody is called or regarded as: "officials call A a front of B", "regards A as the lawful government"."""
    viewed = passive_subject(verb) if is_passive(verb) else direct_object(verb)
    if viewed is None or not (verb.tag_ in PRESENT or is_passive(verb)):
        return
    for child in verb.children:
        noun = prepositional_object(child) if child.lower_ == "as" else child if child.dep_ == "oprd" else None
        if noun is not None and noun.pos_ in {"NOUN", "PROPN"}:
            yield from of_noun(verb, noun, viewed)
        elif noun is not None:
            yield from _of_adjective(verb, noun, viewed)


def of_having(verb: Token) -> Iterator[Frame]:
    """The frames of "A has B"."""
    about, thing = subject(verb), direct_object(verb)
    if about is None or thing is None:
        return
    given = predicates().get(("had", thing.lemma_.lower()))
    giver = (linked(thing, given.links) or linked(verb, given.links)) if given is not None else None
    if given is not None and giver is not None:
        yield framed(verb, thing, about, giver, given, (verb, *phrase(thing)))
    thing, row = _counted(thing)
    if row is None or (row.beside and not row.beside & {token.lemma_.lower() for token in phrase(thing)}):
        return
    if row.links:
        other = linked(thing, row.links) or linked(verb, row.links)
        if other is not None:
            yield framed(verb, thing, about, other, row, (verb, thing))
    else:
        told = direct_object(verb) or thing
        yield Frame(verb, thing, about, None, row.topic, row.value, tuple(phrase(told)))


def _counted(thing: Token) -> tuple[Token, Predicate | None]:
    """What is had, with its row: of "thousands of members" the members."""
    row, counted = predicates().get(("have", thing.lemma_.lower())), linked(thing, ("of",))
    of_counted = predicates().get(("have", counted.lemma_.lower())) if counted is not None else None
    if row is None and counted is not None and of_counted is not None and of_counted.topic == "size":
        return counted, of_counted
    return thing, row


def of_noun(verb: Token, noun: Token, about: Token) -> Iterator[Frame]:
    """What `about` is told to be by the noun and the words before it."""
    row = predicates().get(("noun", noun.lemma_.lower()))
    describing = [child for child in noun.children if child.dep_ in MODIFIERS and child.i < noun.i and not _is_compound(child)]
    modified = next((found for child in describing for found in [predicates().get(("noun", child.lemma_.lower()))] if found), None)
    relation = row or (modified if modified is not None and modified.topic == "standing" else None)
    if relation is not None:
        other = linked(noun, relation.links)
        mates = [mate for mate in about.conjuncts if mate.pos_ in {"NOUN", "PROPN"}]
        if other is None and relation.order == "both" and mates:
            other = mates[0]
        if other is not None or not relation.links or relation.value == "puppet of":
            yield framed(verb, noun, about, other, relation, tuple(phrase(noun)))
            return
    told = [found for child in describing for found in _of_adjective(verb, child, about, phrase_of=noun)]
    yield from told
    if row is None and not told:
        yield Frame(verb, noun, about, None, "nature", "", tuple(phrase(noun)))


def _is_compound(word: Token) -> bool:
    """True for a part of a word with a hyphen: the "front" of "front-runner"."""
    is_second = word.i > word.sent.start and word.nbor(-1).text == "-" and ("adjective", f"non-{word.lower_}") not in predicates()
    return is_second or word.nbor(1).text == "-"


def _of_aim(verb: Token, noun: Token) -> Iterator[Frame]:
    owner = linked(noun, ("of", "own"))
    aim = next((child for child in verb.children if child.dep_ in {"xcomp", "attr"}), None)
    if owner is not None and aim is not None:
        yield Frame(verb, aim, owner, None, "aims", "", tuple(aim.subtree))


def _of_seat(verb: Token, noun: Token) -> Iterator[Frame]:
    """Where somebody's seat is told to be: "the headquarters of A are in Orsk"."""
    row = predicates().get(("seat", noun.lemma_.lower()))
    owner = linked(noun, ("of", "own")) if row is not None else None
    place = linked(verb, row.links) if row is not None else None
    if row is not None and owner is not None and place is not None:
        yield framed(verb, noun, owner, place, row, (verb,))


def _of_adjective(verb: Token, adjective: Token, about: Token, phrase_of: Token | None = None) -> Iterator[Frame]:
    before = adjective.nbor(-1) if adjective.i > adjective.sent.start else None
    compound = f"non-{adjective.lower_}" if before is not None and before.text == "-" and adjective.i >= 2 else ""
    row = predicates().get(("adjective", compound)) or predicates().get(("adjective", adjective.lower_))
    is_compared = any(child.lower_ in MEASURING for child in adjective.children)
    is_name = adjective.text[0].isupper() and phrase_of is not None
    if row is not None and not is_compared and not is_name:
        core = (adjective,) if phrase_of is None else tuple(phrase(phrase_of))
        yield Frame(verb, adjective, about, None, row.topic, row.value, core)
    elif row is None and adjective.pos_ == "ADJ" and phrase_of is None and not is_compared and not _has_clause(adjective):
        yield Frame(verb, adjective, about, None, "quality", adjective.lower_, (adjective,))


def _has_clause(adjective: Token) -> bool:
    """True for "is likely to win", "is sure that": it says nothing without the clause."""
    return any(child.dep_ in {"xcomp", "ccomp", "advcl", "acl", "prep", "conj"} for child in adjective.children)


def _of_place(verb: Token, preposition: Token, about: Token) -> Iterator[Frame]:
    noun = prepositional_object(preposition)
    if noun is None:
        return
    row = predicates().get(("behind", preposition.lower_))
    if row is not None:
        yield framed(verb, preposition, about, noun, row, (preposition,))
        return
    row = predicates().get(("behind", noun.lemma_.lower()))
    if row is None:
        return
    other = linked(noun, row.links)
    if other is not None or not row.links:
        yield framed(verb, noun, about, other, row, (preposition, noun))
