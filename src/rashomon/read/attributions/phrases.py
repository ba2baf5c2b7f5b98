"""Reporting phrases without a reporting verb: "according to the union", "in their view", "reportedly", "so-called"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from rashomon.model import Commitment, CueType
from rashomon.read.attributions.contents import around
from rashomon.read.attributions.cues import CueEntry, cue_entries
from rashomon.read.attributions.report import Report, in_order

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

ACCORDING = CueEntry(lemma="according to", frames=(), type=CueType.SAY, addressee="")
SO_CALLED = CueEntry(lemma="so-called", frames=(), type=CueType.CALL, addressee="", commitment=Commitment.DISTANCED)
HELD = frozenset({"in", "by", "from"})
"""Prepositions of "in her view", "by his account", "from their point of view"."""


def find_phrases(sentence: Sentence) -> Iterator[Report]:
    """The reports of one sentence that hang on a phrase beside the clause."""
    for token in sentence:
        if token.lower_ == "according":
            report = _according(token)
        elif token.pos_ == "ADV":
            report = _adverb(token)
        elif token.dep_ == "pobj" and token.head.lower_ in HELD:
            report = _held(token)
        elif token.lower_ == "called":
            report = _so_called(token)
        else:
            report = None
        if report is not None:
            yield report


def _according(token: Token) -> Report | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    return _beside(ACCORDING, token, (token, to), source, token)


def _held(noun: Token) -> Report | None:
    entry = next((entry for entry in cue_entries(noun) if "held" in entry.frames), None)
    if entry is None:
        return None
    source = next((child for child in noun.children if child.dep_ == "poss"), None)
    if source is None:
        owner = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        source = next((child for child in owner.children if child.dep_ == "pobj"), None) if owner is not None else None
    if source is None:
        return None
    return _beside(entry, noun, (noun,), source, noun.head)


def _adverb(adverb: Token) -> Report | None:
    entry = next(iter(cue_entries(adverb)), None)
    if entry is None or adverb.dep_ != "advmod" or adverb.head.pos_ not in {"VERB", "AUX"}:
        return None
    return _beside(entry, adverb, (adverb,), None, adverb)


def _beside(entry: CueEntry, head: Token, cue: tuple[Token, ...], source: Token | None, phrase: Token) -> Report | None:
    clause = phrase.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.dep_ != "ROOT":
        clause = clause.head
    content = around(clause, phrase)
    return (
        Report(entry=entry, head=head, cue=in_order(cue), content=content, source=source, inset=tuple(phrase.subtree)) if content else None
    )


def _so_called(called: Token) -> Report | None:
    """The name that others give, in "the so-called peace fleet": up to the noun, with its "of ...", or what is quoted."""
    words = called.doc[max(called.i - 2, 0) : called.i + 1]
    if [word.lower_ for word in words] != ["so", "-", "called"]:
        return None
    rest = called.doc[called.i + 1 : called.sent.end]
    if len(rest) and rest[0].is_quote:
        name = tuple(takewhile(lambda token: not token.is_quote, rest[1:]))
    else:
        noun = called.head if called.head.i > called.i else next((token for token in rest if token.pos_ in {"NOUN", "PROPN"}), None)
        name = _named_so(called, noun) if noun is not None else ()
    return Report(entry=SO_CALLED, head=called, cue=tuple(words), content=name, source=None) if name else None


def _named_so(called: Token, noun: Token) -> tuple[Token, ...]:
    of = [token for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for token in child.subtree]
    return in_order([*called.doc[called.i + 1 : noun.i + 1], *of])
