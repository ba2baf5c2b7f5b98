"""The words above an act that say how far it got: its verb's governors, one after another, out to the end of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.read.events.clauses import governor
from rashomon.read.events.standing import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 7
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MEANS = frozenset({"by", "through", "via", "with"})
"""Behind these stands the means to an end: it comes about no more than the end does ("may please Orsk by expelling him")."""
QUESTION_WORDS = frozenset({"why", "how", "what", "who", "whom", "whose", "which", "when", "where"})
PAST = frozenset({"VBD", "VBN"})


def climb(node: Token) -> Iterator[tuple[str, Token]]:
    """The words above, each with how the one below hangs on it; the step's own modifiers count through the link "mod"."""
    below = ""
    for _ in range(STEPS):
        node = _first_of_clause(node)
        found = governor(node)
        if found is None or found[0] in {"relcl", "parataxis", "appos"} or (found[0] in {"advcl", "conj"} and node.tag_ in FINITE):
            return
        if found[0] == "acl" and node.tag_ == "VBN":
            # "tried to free a driver accused of theft": whoever they free is accused
            return
        link, above = found
        if link == "that" and tells_manner(node):
            return
        if link == "inf":
            above = _judged(above)
        if link == "obj" and below == "that":
            link = "content"
        elif link == "of" and node.tag_ == "VBG" and (above.lemma_.lower(), "charge") in cues():
            link = "charge"
        elif link in {"inf", "that"} and (above.lemma_.lower(), "other") in cues() and _is_of_another(node):
            link = "other"
        yield link, above
        node, below = above, link


def _judged(word: Token) -> Token:
    """The "generous" of "generous of them to wait", whose infinitive the parser hangs behind the noun."""
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    said = next((child for child in above.children if child.dep_ == "acomp"), above)
    return said if (said.lemma_.lower(), "was") in cues() else word


def _first_of_clause(verb: Token) -> Token:
    """The first of finite verbs that share a subject in a reported clause: "feared that they had come and taken it"."""
    shared = verb.dep_ == "conj" and verb.tag_ in FINITE and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    reported = verb.head.dep_ in {"ccomp", "acl"} and any(child.lower_ == "that" for child in verb.head.children)
    return verb.head if shared and reported else verb


def _is_of_another(verb: Token) -> bool:
    """True in "want them to go" and "want it closed": the wish is about what others are to do."""
    helped = any(child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in verb.children)
    return not helped and any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def tells_manner(verb: Token) -> bool:
    """True for an indirect question that takes its act for granted: "asked why the army had bombed the town"."""
    return verb.tag_ in PAST | FINITE and any(
        child.tag_ in {"WRB", "WP"} and child.lower_ in QUESTION_WORDS and child.i < verb.i for child in verb.children
    )


def is_asked_for(verb: Token) -> bool:
    """True for "who ordered": that something was ordered, planned or asked for is known, only by whom is not."""
    return verb.pos_ == "VERB" and any(child.dep_ == "nsubj" and child.lower_ == "who" for child in verb.children)


def main_verb(node: Token) -> Token:
    """The verb of the clause that the words hang in as its infinitive, gerund, object or means."""
    for _ in range(STEPS):
        found = governor(node)
        if found is None or found[0] not in {"inf", "ing", "obj", "conj", *MEANS}:
            break
        node = found[1]
    return node
