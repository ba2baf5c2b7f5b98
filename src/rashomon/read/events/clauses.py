"""What a verb is done to and what a word hangs on, wherever the grammar puts them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import antecedent, is_passive, passive_subject
from rashomon.read.events.control import places_of_doer
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
BINOMIALS = frozenset({("rank", "file"), ("law", "order"), ("men", "materiel"), ("life", "limb"), ("bed", "breakfast")})
FIRST_OF_PAIR = frozenset(first for first, _ in BINOMIALS)
CHARGE_STEPS = 3
"""Nouns that may stand between a verb of charging and its "of" or "for": "sentenced to five years in prison for killing"."""


def logical_objects(verb: Token) -> list[Token]:
    """To whom or what it is done: the objects of an active verb, the subjects of a passive one."""
    if is_passive(verb):
        undergoer = passive_subject(verb)
        return coordinated(undergoer) if undergoer is not None else []
    found = [antecedent(child) for child in verb.children if child.dep_ == "dobj"] or _up_to(verb)
    if not found and verb.dep_ == "relcl" and _is_object_relative(verb):
        found = [verb.head]
    return [noun for head in found for noun in coordinated(head)]


def _up_to(verb: Token) -> list[Token]:
    """The noun of "kidnapped up to sixteen advisers", which parsers take for where somebody was kidnapped to."""
    behind = (child for child in verb.children if child.lower_ == "up" and child.i == verb.i + 1)
    nouns = (noun for up in behind for to in up.children if to.lower_ == "to" for noun in to.children if noun.dep_ == "pobj")
    return [noun for noun in nouns if any(child.dep_ == "nummod" for child in noun.children)]


def lemma(token: Token) -> str:
    """The lemma in lower case; the pipeline's rules make "stag" of "staged" where a final e belongs, as after g in "-aged"."""
    found = token.lemma_.lower()
    return (
        found + "e"
        if token.pos_ == "VERB" and token.lower_.endswith(("aged", "aging")) and found.endswith("ag") and not token.lower_.endswith("gged")
        else found
    )


def particle(verb: Token) -> str:
    """What makes another verb of it, in lower case: the "up" of "make up"; empty where there is none."""
    return next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")


def phrasal(verb: Token) -> str:
    """The lemma with its particle: "make up"."""
    return f"{lemma(verb)} {particle(verb)}".rstrip()


def coordinated(noun: Token) -> list[Token]:
    """The noun and those joined to it by "and" or a comma, in text order; "the rank and file" is one thing."""
    if is_binomial(noun):
        return [noun]
    return sorted([noun, *(other for other in noun.conjuncts if other.pos_ not in {"VERB", "AUX"})], key=lambda token: token.i)


def first_coordinated(noun: Token) -> Token:
    """The first of the nouns that this one is coordinated with, which the clause hangs them all on."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun


def nouns_behind(holder: Token, prepositions: Container[str]) -> Iterator[Token]:
    """The nouns that one of the prepositions ties to the word."""
    return (noun for child in holder.children if child.lower_ in prepositions for noun in child.children if noun.dep_ == "pobj")


def is_binomial(noun: Token) -> bool:
    """True for the first word of a fixed pair that names one thing."""
    return noun.lower_ in FIRST_OF_PAIR and any((noun.lower_, other.lower_) in BINOMIALS for other in noun.conjuncts)


def modifiers(noun: Token) -> Iterator[Token]:
    """The words before a noun that say of which kind or whose it is, theirs included ("deadly car bomb attack")."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod", "poss", "quantmod", "nummod", "npadvmod"} and child.i < noun.i:
            yield child
            yield from modifiers(child)


def governor(token: Token) -> tuple[str, Token] | None:
    """What the token hangs on, and how: inf, ing, that, obj, subj, a preposition, conj, or the bare dependency label; None for a root.

    An infinitive whose "to" stands right behind a verb or noun hangs on that word, which the parser often misses.
    """
    head = token.head
    if head == token:
        return None
    if token.dep_ == "conj":
        return "conj", _outside_quotation(token, head)
    if token.tag_ == "VB" and token.dep_ in {"advcl", "acl", "xcomp", "ccomp", "relcl", "conj", "pcomp"}:
        marker = next((child for child in token.children if child.lower_ == "to" and child.dep_ == "aux"), None)
        if marker is not None and token.dep_ != "conj":
            before = _content_before(marker)
            missed = before is not None and head.lemma_ != "leave" and (before.pos_ != "NOUN" or token.dep_ not in {"xcomp", "ccomp"})
            return "inf", before if before is not None and missed else head
    adverb = head.nbor(-1) if head.lower_ == "of" and head.i > token.sent.start else None
    if adverb is not None and token.dep_ in {"pobj", "pcomp"} and adverb.lower_ == "instead":
        return "of", adverb
    if (head.dep_ in {"prep", "agent"} and token.dep_ in {"pobj", "pcomp"}) or (head.pos_ == "ADP" and token.dep_ in {"pobj", "pcomp"}):
        return head.lower_, _charging(token, head) or head.head
    return _link(token), head


def _charging(deed: Token, preposition: Token) -> Token | None:
    """The "accused" of "accused the mayor of burning": the parser often hangs the deed on the noun before it."""
    above = preposition.head
    if above.pos_ not in {"NOUN", "PROPN", "PRON"} or (deed.tag_ != "VBG" and "answer" not in places_of_doer(lemma(deed), "N", "of")):
        return None
    for _ in range(CHARGE_STEPS):
        above = above.head.head if above.dep_ == "pobj" else above.head
        if above.pos_ == "VERB":
            return above if "obj" in places_of_doer(lemma(above), "V", preposition.lower_) else None
    return None


def _outside_quotation(token: Token, head: Token) -> Token:
    """What a word behind a quotation is really coordinated with, when the parser ties it to a word inside the quotation."""
    marks = [other.i for other in token.doc[head.i : token.i] if other.text == '"']
    if len(marks) % 2 == 0:
        return head
    opening = max((i for i in range(head.sent.start, head.i) if token.doc[i].text == '"'), default=-1)
    above = head
    while above.i > opening and above.head != above:
        above = above.head
    return above


def _link(token: Token) -> str:
    if token.dep_ in {"dobj", "nsubjpass", "attr"}:
        return "obj"
    if token.dep_ == "nsubj":
        return "subj"
    if token.dep_ in {"xcomp", "pcomp"} and token.tag_ == "VBG":
        return "ing"
    if token.dep_ in {"ccomp", "xcomp"}:
        return (
            "that"
            if token.tag_ != "VB" or any(child.dep_ in {"aux", "mark", "nsubj"} and child.lower_ != "to" for child in token.children)
            else "inf"
        )
    said = token.dep_ == "relcl" and any(child.lower_ == "that" and child.dep_ == "mark" for child in token.children)
    if said or (token.dep_ == "acl" and any(child.lower_ == "that" for child in token.children)):
        return "that"
    return token.dep_


def _content_before(marker: Token) -> Token | None:
    if marker.i == 0:
        return None
    before = marker.nbor(-1)
    same_sentence = before.sent.start == marker.sent.start
    return before if same_sentence and before.pos_ in {"VERB", "NOUN", "ADJ"} and before.dep_ not in {"compound", "amod"} else None


def _is_object_relative(verb: Token) -> bool:
    """As in "the bomb they planted at night": a relative clause with a subject of its own, no object and no gap elsewhere ("where")."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ in {"WDT", "WP"} or lemma(verb.head) in word_class("way"):
        return False
    elsewhere = (child.tag_ == "WRB" or child.dep_ in {"ccomp", "xcomp"} or _is_stranded(child) for child in verb.children)
    return not any(elsewhere)


def _is_stranded(word: Token) -> bool:
    """True for the "at" of "the house they shot at"."""
    return word.dep_ == "prep" and not any(word.children)
