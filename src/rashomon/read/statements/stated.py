"""Stated: whether a clause states something, and does not ask, wish or suppose it, and whether it tells an act as lasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset({"VBZ", "VBP"})
OPEN_CLAUSES = frozenset({"if", "whether", "unless", "until", "before", "when"})


def is_told(verb: Token) -> bool:
    """False for questions, conditions and what is only wished: nothing is stated there."""
    if any(token.text == "?" for token in verb.sent[-2:]):
        return False
    for node in (verb, *verb.ancestors):
        if any(child.dep_ == "mark" and child.lower_ in OPEN_CLAUSES for child in node.children):
            return False
        if any(child.tag_ == "MD" and child.lower_ in {"would", "should", "must", "shall"} for child in node.children):
            return False
    return True


def is_finite(verb: Token) -> bool:
    """False for what is to be or will be: "to be president", "will have support"."""
    helped = any(child.dep_ == "aux" and child.lower_ in {"does", "do", "did", "may", "might", "could", "can"} for child in verb.children)
    return verb.tag_ in PRESENT | {"VBD"} or (verb.tag_ == "VB" and helped)


def is_stative(verb: Token) -> bool:
    """True in the present tense, where an act is told as lasting, and for a participle told of somebody ("is funded by")."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return any(child.lower_ in {"may", "might", "could", "can"} for child in verb.children)
    if is_passive(verb) or verb.tag_ == "VBN":
        return any(child.dep_ == "auxpass" and child.lower_ in {"is", "are", "was", "were"} for child in verb.children)
    if verb.tag_ == "VBG":
        return any(child.dep_ == "aux" and child.lower_ in {"is", "are"} for child in verb.children)
    return verb.tag_ in PRESENT or any(child.lower_ in {"does", "do", "did"} and child.dep_ == "aux" for child in verb.children)
