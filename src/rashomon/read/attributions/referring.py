"""Referring contents: a content that is only "which" or "this" is put into the words that it refers back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse import Doc
from rashomon.parse.syntax import phrase
from rashomon.read.attributions.naming import source_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.surrounding import around

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.attributions.quotes import Quote

RELATIVES = frozenset({"which", "that", "whom", "who"})
DEMONSTRATIVES = frozenset({"this", "that"})
EMPTY = RELATIVES | DEMONSTRATIVES | {"nothing"}


def refer_back(doc: Doc, reports: Iterable[Report], quotes: Iterable[Quote]) -> Iterator[Report]:
    """The reports, each with a content that says something.

    "Which" is the noun phrase or clause that its relative clause describes, a lone "this" the sentence before: where that
    sentence itself tells what somebody says, it is what is said there ("Tal denies it. Oru denies this too."); so is an "it" that
    is denied. A source that is told of denies what is told of it ("the firm, accused of fraud, denies it"). What is
    quoted refers to nothing outside its quotation. A report whose content cannot be resolved so carries nothing and is left out.
    """
    reports = list(reports)
    told: dict[int, tuple[Token, ...]] = {}
    starts = frozenset(block.span.start for block in doc.blocks())
    speech = [quote for quote in quotes if quote.is_speech]
    for report in reports:
        resolved = _answered(report, reports) or _resolved(report, told, starts, speech)
        if resolved is not None:
            if report.head.sent.root in (*resolved.cue, *resolved.content):
                told[report.head.sent.start] = max(told.get(report.head.sent.start, ()), resolved.content, key=len)
            yield resolved


def _answered(report: Report, reports: Sequence[Report]) -> Report | None:
    """The report of "the firm, which the union accuses of fraud, denies this": what is told of a source in its own words is meant."""
    words = [token.lower_ for token in report.content if token.is_alpha]
    if len(words) != 1 or not _points(words[0], report) or report.source is None:
        return None
    of_source = {token.i for token in report.source.subtree}
    told = next((other.content for other in reports if other.head.i in of_source and other.head.i < report.head.i), ())
    if not told:
        return None
    gaps = [token for token in told if _is_relative(token)]
    described = [token for gap in gaps for token in _described(gap, lone=False)]
    content = in_order([*described, *(token for token in told if token not in gaps)])
    return replace(report, content=content, source_words=report.source_words or source_words(report.source, report.cue))


def _points(word: str, report: Report) -> bool:
    """True for "this", and for an "it" that is denied: most others stand for a thing."""
    return word in DEMONSTRATIVES or (word == "it" and report.entry.type is CueType.DENY)


def _resolved(report: Report, told: Mapping[int, tuple[Token, ...]], starts: frozenset[int], speech: Sequence[Quote]) -> Report | None:
    words = [token for token in report.content if not (token.is_punct or token.is_space)]
    relative = next((word for word in words if _is_relative(word) and _is_gap(word, report)), None)
    if relative is not None:
        described = _described(relative, lone=len(words) == 1)
        if described:
            before = told.get(report.head.sent.start, ())
            described = before if before and set(before) < set(described) else described
            return replace(report, content=in_order([*described, *(token for token in report.content if token != relative)]))
        return report if len(words) > 1 else None
    pointing = len(words) == 1 and _points(words[0].lower_, report)
    if len(words) != 1 or not (pointing or words[0].lower_ in EMPTY):
        return report
    before = _sentence_before(words[0], starts) if pointing else ()
    if words[0].lower_ == "it" and (not before or before[0].sent.start not in told):
        return report
    if not before or any(quote.holds(words[0].i) and not quote.holds(before[0].i) for quote in speech):
        return None
    return replace(report, content=told.get(before[0].sent.start, before))


def _is_relative(word: Token) -> bool:
    """True for a relative pronoun, by its tag or, where a "that" is mistagged as a conjunction, by its part in the clause."""
    return word.lower_ in RELATIVES and (word.tag_ in {"WDT", "WP"} or (word.dep_ == "dobj" and word.head.dep_ == "relcl"))


def _is_gap(relative: Token, report: Report) -> bool:
    """True when the relative clause is the report's own: "the strike that it has announced"."""
    return relative.head == report.head or len(report.content) == 1


def _described(word: Token, *, lone: bool) -> tuple[Token, ...]:
    """What a relative clause hangs on: a noun phrase, or the clause before ("..., which the council denies")."""
    kinds = {"relcl", "advcl"} if _is_set_off(word) else {"relcl"}
    head = next((clause.head for clause in word.ancestors if clause.dep_ in kinds), None)
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
