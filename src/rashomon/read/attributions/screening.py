"""Screening: which of the reports that the parse offers tell of somebody's words or thoughts, and which only look like it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.speech import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKER_OR_READER = frozenset({"i", "me", "my", "you", "your", "myself"})
SPEAKERS = frozenset({"we", "us", "our"})
OBLIGATIONS = frozenset({"should", "must"})
WORDLESS = frozenset({CueType.THINK, CueType.WANT, CueType.FEEL, CueType.SHOW, CueType.PRAISE, CueType.CRITICISE, CueType.CALL})
"""What goes on without words: inside a quotation it is part of what the speaker says, not a further speaker's words."""


def is_attribution(report: Report, quotes: Iterable[Quote]) -> bool:
    """True when somebody other than the one who is already speaking is the source.

    Whoever speaks of "I" or "we" tells their own thoughts.
    """
    if _is_only_proposed(report):
        return False
    inside = any(quote.is_speech and quote.holds(report.head.i) for quote in quotes)
    if report.source is None:
        return not inside
    word = report.source.lower_
    if word in SPEAKER_OR_READER or (word in SPEAKERS and (inside or report.entry.type in WORDLESS)):
        return False
    if word == "it" and (report.entry.type in WORDLESS or not _is_own_subject(report.source, report.head)):
        return False
    if _is_empty(report.content):
        return False
    return not (inside and report.entry.type in WORDLESS)


def _is_only_proposed(report: Report) -> bool:
    """True for "the council should condemn it", "must explain": what somebody ought to say is not said yet.

    "We must ask: ..." asks all the same.
    """
    if report.source is not None and report.source.lower_ in SPEAKERS:
        return False
    verb = report.head
    while True:
        auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if auxiliaries & OBLIGATIONS:
            return "have" not in auxiliaries
        if verb.lemma_ == "ought":
            return True
        if not _shares_auxiliaries(verb):
            return False
        verb = verb.head


def _shares_auxiliaries(verb: Token) -> bool:
    """True for "explain" in "should say sorry and explain", and for what follows on "ought to"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ == "ought"
    return verb.dep_ == "conj" and verb.tag_ == "VB" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _is_own_subject(source: Token, head: Token) -> bool:
    return source.head == head


def _is_empty(content: tuple[Token, ...]) -> bool:
    """True for a content that is or starts with what leads back elsewhere: "asked them", "showed himself a master"."""
    if not content:
        return True
    return (len(content) == 1 and content[0].tag_ == "PRP") or content[0].lower_.endswith(("self", "selves"))
