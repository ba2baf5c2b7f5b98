"""What the article says actors are and do in judging words: "is a defunct force", "the exiled X", "X's terrorist campaign"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import ActorKind, MentionForm
from rashomon.parse import Doc
from rashomon.parse.syntax import SUBJECTS, direct_object, is_passive, passive_subject, phrase, subject
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import nouns
from rashomon.read.labels.valence import valence_of
from rashomon.read.labels.words import is_word

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 25
"""Tokens that a label may have; longer phrases tell a story rather than what somebody is."""


@dataclass(frozen=True, slots=True)
class Qualification:
    """`words` that qualify the actor with this id; `head` is their head, `denied` tells that it is said not to be so.

    `aspect` is "nature" for what it is said to be, "conduct" for what it does or has.
    """

    actor: str
    words: tuple[Token, ...]
    head: Token
    denied: bool
    aspect: str


def find_qualifications(doc: Doc, actors: ActorIndex) -> Iterator[Qualification]:
    """The qualifications, verb by verb and then mention by mention."""
    for token in doc.words:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _of_verb(token, doc, actors)
    for actor in actors:
        for mention in actor.mentions:
            inside = doc.tokens_in(mention.spans)
            if inside:
                head = _head(inside)
                if mention.form is not MentionForm.PRONOUN:
                    yield from _beside(inside, head, actor.id, actors, doc)
                    if actor.kind is not ActorKind.PERSON:
                        yield from _before_name(head, actor.id, actors, doc)
                yield from _owned(inside, head, actor.id)


def _of_verb(verb: Token, doc: Doc, actors: ActorIndex) -> Iterator[Qualification]:
    if any(child.lower_ == "whether" for child in verb.children):
        return
    if is_word(verb, "copula") and not is_passive(verb):
        owner = _actor(subject(verb), doc, actors)
        if owner is not None:
            for child in verb.children:
                if child.dep_ in {"attr", "acomp", "oprd", "dobj"}:
                    yield from _said_to_be(owner, child, verb)
        return
    if is_word(verb, "view"):
        viewed = passive_subject(verb) if is_passive(verb) else direct_object(verb)
        owner = _actor(viewed, doc, actors)
        if owner is not None:
            for complement in _as_what(verb):
                yield from _said_to_be(owner, complement, verb)
        return
    owner = None if is_passive(verb) or _is_not_its_subjects(verb) else _actor(subject(verb), doc, actors)
    if owner is not None:
        yield from _conduct(owner, verb)


def _is_not_its_subjects(verb: Token) -> bool:
    """True for what the object is to do ("left them to face trial"), and for what is not done ("failed to free them")."""
    if verb.dep_ not in {"xcomp", "advcl"} or verb.tag_ != "VB":
        return False
    if is_word(verb.head, "unmet"):
        return True
    return is_word(verb.head, "causing") and any(child.dep_ == "dobj" and child.i < verb.i for child in verb.head.children)


def _actor(head: Token | None, doc: Doc, actors: ActorIndex) -> str | None:
    if head is None:
        return None
    actor = actors.at(doc.span(head, head))
    return actor.id if actor else None


def _as_what(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"oprd", "attr"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "as":
            yield from (noun for noun in child.children if noun.dep_ in {"pobj", "amod"})


def _said_to_be(owner: str, complement: Token, verb: Token) -> Iterator[Qualification]:
    if complement.pos_ not in {"NOUN", "ADJ", "PROPN", "VERB"}:
        return
    words = _closed(phrase(complement, with_conjuncts=complement.pos_ == "ADJ"))
    negation = _negation(verb)
    if negation is not None and words:
        words = list(verb.doc[min(negation.i, verb.i) : words[-1].i + 1])
    if words and len(words) <= LONGEST:
        yield Qualification(owner, tuple(words), complement, negation is not None, "nature")


def _negation(verb: Token) -> Token | None:
    """The "not" or "no longer" on a verb, or the "neither" or "nobody" before its subject."""
    for child in verb.children:
        if child.dep_ == "neg":
            return child
        if child.dep_ == "advmod" or child.dep_ in SUBJECTS:
            for word in child.children:
                if word.lower_ in {"no", "neither", "none"}:
                    return word
    return None


def _closed(words: list[Token]) -> list[Token]:
    """The words up to a parenthesis or a clause that goes on about something else."""
    for place, token in enumerate(words):
        if token.text == "(" or (token.text == "," and token.i + 1 < len(token.doc) and token.nbor().tag_ in {"WDT", "WP", "WRB"}):
            return words[:place]
    return words


def _conduct(owner: str, verb: Token) -> Iterator[Qualification]:
    """What the actor does to something, told in judging words; what it only may do, or does not do, is left out."""
    done = direct_object(verb)
    if (
        done is None
        or done.pos_ == "PRON"
        or _negation(verb) is not None
        or any(child.tag_ == "MD" and child.lower_ != "will" for child in verb.children)
    ):
        return
    beside = (child for child in verb.children if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i == verb.i - 1))
    words = _closed(sorted({verb, *beside, *_object_phrase(done)}, key=lambda token: token.i))
    if len(words) <= LONGEST and (abs(valence_of(verb).agent) > 1 or _judges(word for word in words if word != verb)):
        yield Qualification(owner, tuple(words), verb, denied=False, aspect="conduct")


def _object_phrase(noun: Token, *, with_conjuncts: bool = True) -> list[Token]:
    """The phrase up to a second preposition on its head, which parsers often hang there although it belongs further up."""
    prepositions = [child for child in noun.rights if child.dep_ == "prep"]
    end = prepositions[1].i if len(prepositions) > 1 else len(noun.doc)
    return [token for token in phrase(noun, with_conjuncts=with_conjuncts) if token.i < end]


def _judges(words: Iterable[Token]) -> bool:
    """True when one of the words judges strongly, or an adjective among them judges at all."""
    return any(abs(valence_of(token).own) > (token.pos_ not in {"ADJ", "ADV"} and token.dep_ != "amod") for token in words)


def _head(inside: list[Token]) -> Token:
    tokens = {token.i for token in inside}
    return next((token for token in reversed(inside) if token.head.i not in tokens), inside[-1])


def _beside(inside: list[Token], head: Token, actor: str, actors: ActorIndex, doc: Doc) -> Iterator[Qualification]:
    """Adjectives before and appositions behind a name."""
    tokens = {token.i for token in inside}
    for child in head.children:
        if child.i in tokens:
            continue
        if child.dep_ == "amod" and child.i < inside[0].i and valence_of(child).own:
            yield Qualification(actor, tuple(child.subtree), child, denied=False, aspect="nature")
        elif child.dep_ == "appos" and child.pos_ == "NOUN" and _actor(child, doc, actors) in {None, actor}:
            words = _closed(phrase(child, with_conjuncts=False))
            if (len(words) > 1 or child.lower_ in nouns()) and len(words) <= LONGEST:
                yield Qualification(actor, tuple(words), child, denied=False, aspect="nature")


def _before_name(head: Token, actor: str, actors: ActorIndex, doc: Doc) -> Iterator[Qualification]:
    """What stands before a body's name that is added to it: "the main opposition coalition, the Front, marched"."""
    described = head.head
    if head.dep_ != "appos" or head.pos_ != "PROPN" or described.text not in nouns() or described.i > head.i:
        return
    words = [token for token in _closed(phrase(described, with_conjuncts=False)) if token.i <= described.i]
    if 1 < len(words) <= LONGEST and _actor(described, doc, actors) in {None, actor}:
        yield Qualification(actor, tuple(words), described, denied=False, aspect="nature")


def _owned(inside: list[Token], head: Token, actor: str) -> Iterator[Qualification]:
    """What is called the actor's own in judging words: "its terrorist campaign", "Front violence", "the thugs of the Front"."""
    owned = head.head
    if owned.pos_ == "NOUN" and (head.dep_ == "poss" or (head.dep_ == "compound" and abs(valence_of(owned).own) > 1)):
        words = _closed([token for token in _object_phrase(owned, with_conjuncts=False) if token.i > inside[-1].i and token.tag_ != "POS"])
        if len(words) <= LONGEST and _judges(words):
            yield Qualification(actor, tuple(words), owned, denied=False, aspect="conduct")
    if head.dep_ == "pobj" and owned.lower_ == "of" and owned.head.tag_ == "NNS" and abs(valence_of(owned.head).own) > 1:
        words = [token for token in owned.head.subtree if token.i <= head.i]
        yield Qualification(actor, tuple(words), owned.head, denied=False, aspect="nature")
