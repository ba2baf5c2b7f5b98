"""Sources: who a reporting word belongs to, which words name that source, and what sort of source it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_passive, passive_agent

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def verb_source(verb: Token) -> Token | None:
    """The head word of who says it: the subject, for a passive the agent; None when the sentence leaves it out.

    A relative pronoun is returned as it stands; participles and infinitives take the subject of the clause they belong to.
    """
    if is_passive(verb):
        return passive_agent(verb)
    return _subject(verb)


def noun_source(noun: Token) -> Token | None:
    """The head word of whose claim it is: "his", "Vale's", "by the union", or the subject of "made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
        if child.dep_ == "relcl":
            return next((other for other in child.children if other.dep_ == "nsubj" and other.tag_ not in {"WDT", "WP"}), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB":
        return _subject(verb)
    return None


def _subject(verb: Token) -> Token | None:
    holder = verb
    for _ in range(6):
        own = next((child for child in holder.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if holder.dep_ == "acl":
            return holder.head if holder.tag_ == "VBG" else None
        if holder.dep_ == "pcomp":
            holder = holder.head
        elif holder.dep_ == "xcomp":
            controller = next((child for child in holder.head.children if child.dep_ == "dobj"), None)
            if controller is not None and holder.tag_ == "VB":
                return controller
        elif holder.dep_ not in {"conj", "advcl", "prep", "relcl"}:
            return None
        if holder.dep_ == "ROOT":
            return None
        holder = holder.head
    return None
