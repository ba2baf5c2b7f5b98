"""Mistakes of the parser that can be told from the words alone, put right before anybody reads the parse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc as Tokens
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
PAST = frozenset({"VBD", "VBN"})
WHILE = frozenset({"when", "as", "while"})


def repair_silent_e(tokens: Tokens, silent: Mapping[str, str]) -> None:
    """The lemma of verbs that the lemmatizer cuts too short: `silent` leads from "fined" to "fine". Changes `tokens` in place."""
    for token in tokens:
        if token.pos_ == "VERB" and token.lower_ in silent:
            token.lemma_ = silent[token.lower_]


def repair_coordinated_past(tokens: Tokens, pasts: Mapping[str, str]) -> None:
    """A past form taken for an adjective behind "and" is a verb beside the sentence's own: "A said that B fled and froze assets".

    `pasts` leads from forms that are nothing but a verb's past ("froze") to the verb ("freeze"). Changes `tokens` in place.
    """
    for token in tokens:
        if token.lower_ in pasts and token.dep_ in {"amod", "compound"} and token.pos_ != "VERB":
            noun, root = token.head, token.sent.root
            behind_and = token.i > 0 and token.nbor(-1).dep_ == "cc"
            if behind_and and noun.dep_ == "conj" and root.pos_ == "VERB" and root.i < token.i:
                _make_verb(token, noun, root, pasts[token.lower_])


def repair_deeds_of_the_dead(tokens: Tokens) -> None:
    """In "A said that B had died and accused C" it is A who accuses: who died does nothing to anybody afterwards.

    Changes `tokens` in place.
    """
    for token in tokens:
        dead, above = token.head, token.head.head
        joined = token.dep_ == "conj" and token.pos_ == "VERB" and dead.lemma_ in {"die", "perish"} and dead.dep_ == "ccomp"
        if joined and above.pos_ == "VERB" and any(child.dep_ == "dobj" for child in token.children):
            token.head, token.tag_ = above, above.tag_


def repair_clause_of_time(tokens: Tokens) -> None:
    """In "killed when a tram overturned" the clause is what the tram did, and not a noun with a participle. Changes `tokens` in place."""
    for noun in tokens:
        if noun.dep_ != "advcl" or noun.pos_ not in NOUNS:
            continue
        opening = [child for child in noun.children if child.lower_ in WHILE and child.i < noun.i]
        verb = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ in PAST and child.i > noun.i), None)
        if opening and verb is not None:
            verb.head, verb.dep_, verb.tag_ = noun.head, "advcl", "VBD"
            noun.head, noun.dep_ = verb, "nsubj"
            for word in opening:
                word.head = verb


def _make_verb(token: Token, noun: Token, root: Token, lemma: str) -> None:
    token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", lemma
    token.head, token.dep_ = root, "conj"
    noun.head, noun.dep_ = token, "dobj"
