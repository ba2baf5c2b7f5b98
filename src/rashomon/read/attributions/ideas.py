"""Ideas: a thought told as a noun with its clause, by what the article says of it.

What is read so: "the theory that ... is popular among engineers", "the idea that ... is absurd", "the lie that ...", "it is a
myth that ...". A thought that nobody is said to have, and of which nothing of the kind is said, is the author's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Commitment
from rashomon.parse.syntax import complements, is_negated, is_passive, passive_agent
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.report import Report, without_that
from rashomon.read.attributions.sources import SUBJECTS, noun_source
from rashomon.read.attributions.voicing_words import told_nouns, voicing_words
from rashomon.read.attributions.weighing import judged_by

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"acl", "relcl", "ccomp"})


def find_idea(noun: Token) -> Report | None:
    """The report of a noun for something thought or told, with its clause behind it; None where the article does not take a stand on it."""
    entry = told_nouns().get(noun.lemma_.lower())
    content = _clause(noun) if entry is not None else ()
    if entry is None or not content:
        return None
    own = noun_source(noun)
    source = own if own is not None and own in noun.subtree and own not in content else None
    told = _told_of(noun, entry)
    if told is not None:
        entry, holder = told
        return Report(entry=entry, head=noun, cue=(noun,), content=content, source=source or holder)
    untrue = noun.lemma_.lower() in voicing_words("untrue") and not (is_negated(noun) or is_negated(noun.head))
    return Report(entry=entry, head=noun, cue=(noun,), content=content, source=source) if untrue else None


def _clause(noun: Token) -> tuple[Token, ...]:
    """The words of "that the dam was weak" right behind the noun; not of "that the council adopted", which only describes it."""
    for child in noun.children:
        first = child.left_edge
        if child.dep_ in CLAUSES and first.i == noun.i + 1 and first.lower_ == "that" and (first.dep_ == "mark" or first.tag_ == "IN"):
            return without_that(token for token in child.subtree if token != first)
    return ()


def _told_of(noun: Token, entry: CueEntry) -> tuple[CueEntry, Token | None] | None:
    """The entry as the predicate of the noun leaves it, with those who have the thought; None for any other predicate."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or is_negated(verb):
        return None
    if is_passive(verb) and verb.lemma_.lower() in voicing_words("held"):
        return entry, passive_agent(verb)
    for predicate in verb.children if verb.lemma_ == "be" else ():
        if predicate.dep_ != "acomp" or is_negated(predicate):
            continue
        judged = judged_by(predicate)
        if judged is not None:
            return replace(entry, commitment=judged), None
        if predicate.lower_ in voicing_words("held"):
            return replace(entry, commitment=Commitment.NEUTRAL), _among(predicate, verb)
    return None


def _among(predicate: Token, verb: Token) -> Token | None:
    """Those among whom it is popular; a parse may hang them on either word."""
    return next((noun for head in (predicate, verb) for noun in complements(head, "among", "with")), None)
