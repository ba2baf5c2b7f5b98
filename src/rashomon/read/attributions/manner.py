"""Manner: whether a content is quoted as it was said, told in other words, or some of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.model import Manner
from rashomon.parse import Doc
from rashomon.read.attributions.quotes import Quote
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

PREDICATES = frozenset({"acomp", "attr", "oprd"})
ATTRIBUTIVE = frozenset({"amod", "compound", "aux", "auxpass"})
"""How a verb's form hangs on what it is only a part of: "a 'stolen' vote"."""


def manner_of(doc: Doc, report: Report, quotes: Iterable[Quote]) -> Manner:
    """Direct when every word of the content is quoted by the one who reports it, mixed when some are, else indirect."""
    words = [token.i for token in report.content if not token.is_punct and not token.is_space]
    if not words:
        return Manner.INDIRECT
    near = [quote for quote in quotes if quote.first <= words[-1] and quote.last >= words[0] and not quote.holds(report.head.i)]
    near = [quote for quote in near if quote.is_speech or _is_predicate(doc, quote)]
    quoted = sum(any(quote.holds(place) for quote in near) for place in words)
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted == len(words) else Manner.MIXED


def _is_predicate(doc: Doc, quote: Quote) -> bool:
    """True for words, however few, that say something of what stands outside the marks: 'she "lied"', 'called it "a joke"'.

    Within what somebody is reported to say such words are quoted; a name or a noun in marks ("the 'reform' failed") may be the
    author's doubt.
    """
    words = doc.tokens[quote.first : quote.last + 1]
    return not quote.is_title and any(_predicates(word) for word in words if word.head == word or not quote.holds(word.head.i))


def _predicates(word: Token) -> bool:
    if word.pos_ in {"VERB", "AUX"}:
        return word.dep_ not in ATTRIBUTIVE
    if word.pos_ == "PROPN" or word.text[:1].isupper():
        return False
    if word.dep_ in PREDICATES or word.pos_ == "ADV" or word.head.lower_ == "as":
        return True
    of_verb = word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.pos_ == "VERB"
    return of_verb or word.dep_ == "appos"
