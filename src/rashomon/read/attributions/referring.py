"""Referring contents: a content that is only "which" or "this" is put into the words that it refers back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.parse.syntax import phrase
from rashomon.read.attributions.contents import around
from rashomon.read.attributions.report import Report, in_order

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVES = frozenset({"which", "that", "whom", "who"})
DEMONSTRATIVES = frozenset({"this", "that"})
EMPTY = RELATIVES | DEMONSTRATIVES | {"nothing"}


def refer_back(doc: Doc, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, each with a content that says something.

    "Which" is the noun phrase or clause that its relative clause describes, a lone "this" the sentence before. A report
    whose content cannot be resolved so carries nothing and is left out. Where the sentence before only answers something
    itself ("Tal denies it. He denies this."), "this" is the same.
    """
    answered: dict[int, tuple[Token, ...]] = {}
    starts = frozenset(block.span.start for block in doc.blocks())
    for report in reports:
        words = [token for token in report.content if not (token.is_punct or token.is_space)]
        relative = next((word for word in words if _is_relative(word) and _is_gap(word, report)), None)
        if relative is not None:
            described = _described(relative, lone=len(words) == 1)
            if described:
                yield replace(report, content=in_order([*described, *(token for token in report.content if token != relative)]))
            elif len(words) > 1:
                yield report
        elif len(words) != 1 or words[0].lower_ not in EMPTY:
            if len(words) == 1 and words[0].lower_ == "it":
                answered[report.head.sent.start] = report.content
            yield report
        elif words[0].lower_ in DEMONSTRATIVES and (found := _sentence_before(words[0], starts)):
            found = answered[words[0].sent.start] = answered.get(found[0].sent.start, found)
            yield replace(report, content=found)


def _is_relative(word: Token) -> bool:
    """True for a relative pronoun, by its tag or, where a "that" is mistagged as a conjunction, by its part in the clause."""
    return word.lower_ in RELATIVES and (word.tag_ in {"WDT", "WP"} or (word.dep_ == "dobj" and word.head.dep_ == "relcl"))


def _is_gap(relative: Token, report: Report) -> bool:
    """True when the relative clause is the report's own: "the strike that it has announced"."""
    return relative.head == report.head or len(report.content) == 1


def _described(word: Token, *, lone: bool) -> tuple[Token, ...]:
    """What a relative clause hangs on: a noun phrase, or the clause before ("..., which the council denies")."""
    head = next((clause.head for clause in word.ancestors if clause.dep_ == "relcl"), None)
    if head is None:
        return ()
    if head.pos_ in {"VERB", "AUX"}:
        clause = next(child for child in head.children if word in child.subtree)
        return around(head, clause)
    while _is_set_off(word) and lone and head.dep_ == "pobj" and head.head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head.head
    words = [token for token in phrase(head) if token.i < word.i]
    while words and words[-1].is_punct:
        words.pop()
    return tuple(words)


def _is_set_off(word: Token) -> bool:
    """True for "which" behind a comma: it describes the whole noun phrase, not only the last noun in it."""
    return word.lower_ == "which" and word.i > 0 and word.nbor(-1).text == ","


def _sentence_before(word: Token, starts: frozenset[int]) -> tuple[Token, ...]:
    """The sentence in front of the word's own; none where that opens the article or stands under a heading of its own."""
    if word.sent.start == 0:
        return ()
    before = word.doc[word.sent.start - 1].sent
    between = sum(token.idx in starts for token in word.doc[before.start + 1 : word.sent.start + 1])
    return tuple(token for token in before if not token.is_space) if between <= 1 else ()
