"""Stated: whether a clause states something, and does not ask, wish or suppose it, and whether it tells an act as lasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_negated, is_passive
from rashomon.read.statements.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset({"VBZ", "VBP"})
OPEN_CLAUSES = frozenset({"if", "whether", "unless", "until", "before", "when"})


def is_told(verb: Token) -> bool:
    """False for questions, conditions and what is only wished: nothing is stated there."""
    if any(token.text == "?" for token in verb.sent[-2:]):
        return False
    for node in (verb, *verb.ancestors):
        if node is not verb and node.lemma_.lower() in words_of("unreal"):
            return False
        if any(child.dep_ == "mark" and child.lower_ in OPEN_CLAUSES for child in node.children):
            return False
        if any(child.tag_ == "MD" and child.lower_ in {"would", "should", "must", "shall"} for child in node.children):
            return False
    return True


def is_finite(verb: Token) -> bool:
    """False for what is to be or will be: "to be president", "will have support"."""
    helped = any(child.dep_ == "aux" and child.lower_ in {"does", "do", "did", "may", "might", "could", "can"} for child in verb.children)
    return verb.tag_ in PRESENT | {"VBD"} or (verb.tag_ == "VB" and (helped or _is_held_so(verb)))


def _is_held_so(verb: Token) -> bool:
    """True for the infinitive of "claims to have", "is said to be"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words_of("raising") and not is_negated(verb.head)


def carrier(verb: Token) -> Token:
    """The verb that bears tense and negation: the "continues" of "continues to cling to", else the verb itself."""
    is_carried = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words_of("continuing")
    return verb.head if is_carried else verb


def is_lasting(verb: Token) -> bool:
    """True where it is told as lasting (`is_stative`), and in the present perfect, where it is told of all the time up to now."""
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_perfect = verb.tag_ == "VBN" and bool(helping & {"has", "have"}) and not is_passive(verb)
    return (verb.lemma_.lower() == "be" and is_finite(verb)) or is_perfect or is_stative(verb)


def is_stative(verb: Token) -> bool:
    """True in the present tense, where an act is told as lasting, and for a participle told of somebody ("is funded by")."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return any(child.lower_ in {"may", "might", "could", "can"} for child in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return True
    if is_passive(verb) or verb.tag_ == "VBN":
        is_perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)
        helping = {"is", "are", "was", "were"} | ({"been"} if is_perfect else set())
        return any(child.dep_ == "auxpass" and child.lower_ in helping for child in verb.children)
    if verb.tag_ == "VBG":
        return any(child.dep_ == "aux" and child.lower_ in {"is", "are"} for child in verb.children)
    if carrier(verb) is not verb:
        return is_stative(carrier(verb))
    return verb.tag_ in PRESENT or any(child.lower_ in {"does", "do", "did"} and child.dep_ == "aux" for child in verb.children)
