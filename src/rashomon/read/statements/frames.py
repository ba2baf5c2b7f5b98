"""Frames: the clauses of an article that state what somebody is, has or wants, before it is told whom they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rashomon.parse import Doc
from rashomon.parse.syntax import direct_object, is_passive, passive_agent, passive_subject, phrase, prepositional_object, subject
from rashomon.read.statements.predicates import Predicate, predicates
from rashomon.read.statements.stated import PRESENT, is_finite, is_stative, is_told

if TYPE_CHECKING:
    from spacy.tokens import Token

BEING = frozenset({"be", "remain", "stay"})
HAVING = frozenset({"have", "enjoy", "possess", "command", "boast", "lack", "retain"})
WANTING = frozenset({"want", "seek", "aim", "intend", "wish", "hope"})
AIMS = frozenset({"aim", "goal", "purpose", "objective"})
ACCUSING = frozenset({"accuse"})
VIEWING = frozenset({"call", "regard", "consider", "describe", "see", "view", "brand", "label"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "acl"})


class Frame(NamedTuple):
    """A clause that states something: its verb, the word that tells what, whom it is about, and the row that it fits.

    `other` is None where nobody else is told. `core` are the tokens that say it. `gerund` is True behind an accusation.
    """

    verb: Token
    word: Token
    holder: Token
    other: Token | None
    topic: str
    value: str
    core: tuple[Token, ...]
    gerund: bool = False


def find_frames(doc: Doc) -> Iterator[Frame]:
    """The frames in text order of their verbs; several of one clause where it says several things."""
    for verb in doc.tokens:
        if verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"aux", "auxpass"}:
            found = list(_frames(verb))
            if found and is_told(verb):
                yield from found


def _frames(verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in ACCUSING:
        yield from _accusations(verb)
    elif lemma in BEING | HAVING and not is_passive(verb):
        if is_finite(verb):
            yield from _of_being(verb) if lemma in BEING else _of_having(verb)
    elif lemma in VIEWING:
        yield from _of_viewing(verb)
    elif (lemma in WANTING or ("verb", lemma) in predicates() or ("adjective", verb.lower_) in predicates()) and is_stative(verb):
        yield from _of_verb(verb, subject(verb))
    if verb.pos_ == "VERB" and any(child.lower_ == "first" and child.dep_ == "advmod" for child in verb.children) and not is_passive(verb):
        yield from _of_first(verb)


def _of_verb(verb: Token, doer: Token | None, *, gerund: bool = False) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    row = predicates().get(("verb", lemma))
    if is_passive(verb) and not gerund:
        yield from _of_passive(verb, row)
        return
    if doer is None:
        return
    if lemma in WANTING:
        aim = next((child for child in verb.children if child.dep_ == "xcomp"), None) or direct_object(verb)
        if aim is not None:
            yield Frame(verb, aim, doer, None, "aims", "", tuple(aim.subtree), gerund)
        return
    if row is None:
        return
    other = _linked(verb, row.links)
    if other is None and row.links:
        return
    if row.topic in {"size", "possession"} and other is not None:
        yield Frame(verb, other, doer, None, row.topic, row.value, tuple(phrase(other)), gerund)
    else:
        yield _ordered(verb, verb, doer, other, row, (verb,), gerund=gerund)


def _of_passive(verb: Token, row: Predicate | None) -> Iterator[Frame]:
    undergoer = passive_subject(verb)
    if undergoer is None:
        return
    agent = passive_agent(verb)
    if row is not None and agent is not None and "obj" in row.links:
        yield _ordered(verb, verb, agent, undergoer, row, (verb,))
    elif row is not None and row.topic == "location":
        place = _linked(verb, row.links)
        if place is not None:
            yield _ordered(verb, verb, undergoer, place, row, (verb,))
    quality = predicates().get(("adjective", verb.lower_))
    if quality is not None and agent is None:
        yield Frame(verb, verb, undergoer, None, quality.topic, quality.value, (verb,))


def _of_being(verb: Token) -> Iterator[Frame]:
    about = subject(verb)
    if about is None:
        return
    if about.lemma_.lower() in AIMS:
        yield from _of_aim(verb, about)
        return
    for child in verb.children:
        if child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN"}:
            yield from _of_noun(verb, child, about)
        elif child.dep_ in {"acomp", "oprd"} or (child.dep_ == "attr" and child.pos_ == "ADJ"):
            yield from _of_adjective(verb, child, about)
        elif child.dep_ == "prep":
            yield from _of_place(verb, child, about)


def _of_aim(verb: Token, noun: Token) -> Iterator[Frame]:
    owner = _linked(noun, ("of", "own"))
    aim = next((child for child in verb.children if child.dep_ in {"xcomp", "attr"}), None)
    if owner is not None and aim is not None:
        yield Frame(verb, aim, owner, None, "aims", "", tuple(aim.subtree))


def _of_viewing(verb: Token) -> Iterator[Frame]:
    """What somebody is called or regarded as: "officials call A a front of B", "regards A as the lawful government"."""
    viewed = passive_subject(verb) if is_passive(verb) else direct_object(verb)
    if viewed is None or not (verb.tag_ in PRESENT or is_passive(verb)):
        return
    for child in verb.children:
        noun = prepositional_object(child) if child.lower_ == "as" else child if child.dep_ == "oprd" else None
        if noun is not None and noun.pos_ in {"NOUN", "PROPN"}:
            yield from _of_noun(verb, noun, viewed)
        elif noun is not None:
            yield from _of_adjective(verb, noun, viewed)


def _of_noun(verb: Token, noun: Token, about: Token) -> Iterator[Frame]:
    row = predicates().get(("noun", noun.lemma_.lower()))
    describing = [child for child in noun.children if child.dep_ in MODIFIERS and child.i < noun.i]
    modified = next((found for child in describing for found in [predicates().get(("noun", child.lemma_.lower()))] if found), None)
    relation = row or (modified if modified is not None and modified.topic == "standing" else None)
    if relation is not None:
        other = _linked(noun, relation.links)
        mates = [mate for mate in about.conjuncts if mate.pos_ in {"NOUN", "PROPN"}]
        if other is None and relation.order == "both" and mates:
            other = mates[0]
        if other is not None or not relation.links or relation.value == "puppet of":
            yield _ordered(verb, noun, about, other, relation, tuple(phrase(noun)))
            return
    told = [found for child in describing for found in _of_adjective(verb, child, about, phrase_of=noun)]
    yield from told
    if row is None and not told:
        yield Frame(verb, noun, about, None, "nature", "", tuple(phrase(noun)))


def _of_adjective(verb: Token, adjective: Token, about: Token, phrase_of: Token | None = None) -> Iterator[Frame]:
    before = adjective.nbor(-1) if adjective.i > adjective.sent.start else None
    compound = f"non-{adjective.lower_}" if before is not None and before.text == "-" and adjective.i >= 2 else ""
    row = predicates().get(("adjective", compound)) or predicates().get(("adjective", adjective.lower_))
    is_compared = any(child.lower_ in {"more", "less", "as"} for child in adjective.children)
    if row is not None and not is_compared:
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
        yield _ordered(verb, preposition, about, noun, row, (preposition,))
        return
    row = predicates().get(("behind", noun.lemma_.lower()))
    other = _linked(noun, row.links) if row is not None else None
    if row is not None and other is not None:
        yield _ordered(verb, noun, about, other, row, (preposition, noun))


def _of_having(verb: Token) -> Iterator[Frame]:
    about, thing = subject(verb), direct_object(verb)
    if about is None or thing is None:
        return
    row = predicates().get(("have", thing.lemma_.lower()))
    if row is None:
        return
    if row.links:
        other = _linked(thing, row.links) or _linked(verb, row.links)
        if other is not None:
            yield _ordered(verb, thing, about, other, row, (verb, thing))
    else:
        yield Frame(verb, thing, about, None, row.topic, row.value, tuple(phrase(thing)))


def _accusations(verb: Token) -> Iterator[Frame]:
    """That B arms rebels, in "A accuses B of arming rebels". A deed that no row has is told by its own words."""
    accused = passive_subject(verb) if is_passive(verb) else direct_object(verb)
    deed = next((noun for child in verb.children if child.lower_ == "of" for noun in [prepositional_object(child)] if noun), None)
    if accused is None or deed is None or deed.tag_ != "VBG":
        return
    found = list(_of_verb(deed, accused, gerund=True))
    yield from found or [Frame(verb, deed, accused, None, "deed", "", tuple(deed.subtree), gerund=True)]


def _of_first(verb: Token) -> Iterator[Frame]:
    """Who is said to have been the first to do something: "A fired first"."""
    doer = subject(verb)
    if doer is not None:
        yield Frame(verb, verb, doer, None, "deed", "", tuple(token for token in verb.subtree if token.i >= verb.i))


def _ordered(
    verb: Token, word: Token, about: Token, other: Token | None, row: Predicate, core: tuple[Token, ...], *, gerund: bool = False
) -> Frame:
    holder, second = (other, about) if row.order == "other" and other is not None else (about, other)
    return Frame(verb, word, holder, second, row.topic, row.value, core, gerund)


def _linked(word: Token, links: tuple[str, ...]) -> Token | None:
    """What one of the links ties to the word."""
    for child in word.children:
        if ("obj" in links and child.dep_ in {"dobj", "pobj"}) or (child.dep_ == "prep" and child.lower_ in links):
            return child if child.dep_ != "prep" else prepositional_object(child)
        if "own" in links and (child.dep_ == "poss" or (child.dep_ == "amod" and child.text[0].isupper())):
            return child
    return None
