"""Phrases: verbs with a noun of their own ("serves the interests of"), and acts whose outcome lasts ("was taken off the list")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse.syntax import direct_object, is_passive, passive_agent, passive_subject, phrase, prepositional_object, subject
from rashomon.read.statements.frame import Frame, framed, linked
from rashomon.read.statements.predicates import Predicate, phrases
from rashomon.read.statements.stated import PRESENT, is_lasting

if TYPE_CHECKING:
    from spacy.tokens import Token

CIRCUMSTANCES = frozenset({"as", "in", "from", "off", "to", "on"})
"""Prepositions whose words belong to what an outcome tells."""


def of_phrases(verb: Token) -> Iterator[Frame]:
    """The frames of a verb with a noun of its own, told as lasting."""
    for words, row in phrases("phrase").get(verb.lemma_.lower(), ()):
        noun = _noun_of(verb, words)
        if noun is None or not is_lasting(verb) or not _stands_beside(row, phrase(noun)):
            continue
        about = passive_subject(verb) if is_passive(verb) else subject(verb)
        other = linked(noun, row.links) or linked(verb, row.links)
        if "subj" in row.links:
            about, other = direct_object(verb), about
        if about is not None and (other is not None or not row.links):
            last = max(token.i for token in phrase(noun, with_clauses=_is_narrowed(noun)))
            core = tuple(token for token in verb.subtree if verb.i <= token.i <= last)
            yield framed(verb, noun, about, other, row, core)
            return


def of_outcomes(verb: Token) -> Iterator[Frame]:
    """The frames of an act whose outcome lasts, told in the past, or in the present for both."""
    for words, row in phrases("outcome").get(verb.lemma_.lower(), ()):
        noun = _noun_of(verb, words) if words else verb
        if noun is None or not _is_done(verb):
            continue
        about = _undergoer(verb, row)
        core = told_with(verb, about)
        if about is not None and _stands_beside(row, core):
            yield Frame(verb, verb, about, None, row.topic, row.value, core, outcome=True)
            return


def _noun_of(verb: Token, words: tuple[str, ...]) -> Token | None:
    """The noun of a phrase: the verb's object, or what stands behind the preposition or particle before it."""
    *between, last = words
    if any(child.dep_ == "xcomp" and child.lemma_.lower() == last for child in verb.children) and not between:
        return next(child for child in verb.children if child.dep_ == "xcomp")
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in between:
            noun = prepositional_object(child)
            if noun is not None and noun.lemma_.lower() == last:
                return noun
    has_particle = not between or any(child.dep_ in {"prt", "advmod"} and child.lower_ in between for child in verb.children)
    noun = direct_object(verb) if has_particle else None
    counted = (noun, linked(noun, ("of",))) if noun is not None else ()
    return next((found for found in counted if found is not None and found.lemma_.lower() == last), None)


def _is_narrowed(noun: Token) -> bool:
    """True for "an agenda which promotes change", where the clause tells which agenda, and no comma parts it."""
    return not any(child.is_punct for child in noun.children) and any(child.dep_ == "relcl" for child in noun.children)


def _undergoer(verb: Token, row: Predicate) -> Token | None:
    if row.order == "holder":
        return None if is_passive(verb) else subject(verb)
    if is_passive(verb):
        return passive_subject(verb)
    return direct_object(verb) or (subject(verb) if row.order == "either" else None)


def _is_done(verb: Token) -> bool:
    """True for what is done, and not for what is to be done: the past, the perfect, the present and a participle behind a noun."""
    if verb.tag_ in PRESENT:
        return True
    helping = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helping & {"will", "would", "could", "may", "might", "can", "should", "must", "to", "be", "being", "did", "does", "do"}:
        return False
    if verb.tag_ == "VBN":
        return bool(helping) or verb.dep_ in {"acl", "conj"}
    return verb.tag_ == "VBD"


def told_with(verb: Token, about: Token | None) -> tuple[Token, ...]:
    """The act with who did it to whom, and the phrases behind it."""
    doer = None if is_passive(verb) else subject(verb)
    kept = [verb, *(phrase(doer) if doer is not None and doer != about else ())]
    agent = passive_agent(verb)
    for child in verb.children:
        if child.dep_ in {"prt", "dobj", "xcomp"} or (child.dep_ in {"prep", "agent"} and child.lower_ in CIRCUMSTANCES):
            kept.extend(token for token in child.subtree if token.i > verb.i)
    return tuple(sorted({*kept, *(phrase(agent) if agent is not None else ())}, key=lambda token: token.i))


def _stands_beside(row: Predicate, tokens: Iterator[Token] | tuple[Token, ...] | list[Token]) -> bool:
    return not row.beside or any(token.lemma_.lower() in row.beside or token.lower_ in row.beside for token in tokens)
