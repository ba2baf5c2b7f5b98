"""Turned-round reporting: "what they demand is ...", "this is what they demand", "what worries them is ...", "it worries them that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.attributions.cues import CueEntry, verb_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

EXPERIENCER = "experiencer"
"""The frame of verbs whose object feels or thinks what their subject tells."""


def turned_round(verb: Token, entry: CueEntry) -> Report | None:
    """The report of a reporting verb inside a free relative clause ("what ...") that is equated with its content."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    copula = first.head
    if copula.lemma_ != "be" or first.dep_ not in {"ccomp", "csubj", "nsubj"}:
        return None
    what = next((token for token in first.subtree if token.lower_ == "what" and token.tag_ == "WP"), None)
    if what is None:
        return None
    if first.i > copula.i:
        content = [token for child in copula.children if child.dep_ == "nsubj" and child.i < copula.i for token in child.subtree]
    else:
        content = [t for child in copula.children if child.dep_ in {"ccomp", "xcomp", "attr"} and child.i > copula.i for t in child.subtree]
    source = _experiencer(verb, copula) if EXPERIENCER in entry.frames else verb_source(verb)
    if not content or source is None or source == what:
        return None
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=_without_that(content), source=source)


def experienced(verb: Token, entry: CueEntry) -> Report | None:
    """The report of "it worries her that ..."."""
    if EXPERIENCER not in entry.frames:
        return None
    source = next((child for child in verb.children if child.dep_ == "dobj"), None)
    clause = next((child for child in verb.children if child.dep_ in {"ccomp", "csubj"} and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "expl"}), None)
    if source is None or clause is None or subject is None or subject.lower_ != "it":
        return None
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=_without_that(list(clause.subtree)), source=source)


def _experiencer(verb: Token, copula: Token) -> Token | None:
    """The object of "what worries experts is": parsers often take it for the subject of "is"."""
    own = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return own or next((child for child in copula.children if child.dep_ == "nsubj" and verb.i < child.i < copula.i), None)


def _without_that(words: list[Token]) -> tuple[Token, ...]:
    tokens = in_order(words)
    while tokens and (tokens[0].is_punct or (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark")):
        tokens = tokens[1:]
    return tokens
