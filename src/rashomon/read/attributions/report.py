"""Report: one reporting construction as it stands in the parse, before its source is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.read.attributions.cues import CueEntry

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False)
class Report:
    """A cue with the tokens of its content, and the head words of its source and of the one it is said to.

    `head` is the word the table knows the cue by; `cue` holds it and the words around it. A `source` of None means
    that the construction leaves the source out. `inset` holds all words of a report that is set into the clause it
    reports ("as the union says", "according to her"): other reports in that clause do not report these. `source_words` are
    all words of the source where the reader that found it tells them; else they are those that hang on its head.
    """

    entry: CueEntry
    head: Token
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    source: Token | None
    addressee: Token | None = None
    denied: bool = False
    inset: tuple[Token, ...] = ()
    source_words: tuple[Token, ...] = ()


def in_order(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each token once, in text order."""
    return tuple(sorted(set(tokens), key=lambda token: token.i))


def without_that(words: Iterable[Token]) -> tuple[Token, ...]:
    """The words in text order, without white space, and without punctuation and "that" in front."""
    tokens = in_order(token for token in words if not token.is_space)
    while tokens and (tokens[0].is_punct or (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark")):
        tokens = tokens[1:]
    return tokens


def keep_insets_apart(reports: list[Report]) -> list[Report]:
    """The reports, each without the words of those that are set into its content or cue and report it."""
    insets = [(report, {token.i for token in report.inset}, {token.i for token in report.content}) for report in reports if report.inset]
    kept = []
    for report in reports:
        for other, words, content in insets:
            if other is not report and report.head.i in content and any(token.i in words for token in (*report.cue, *report.content)):
                cue, told = (tuple(token for token in part if token.i not in words) for part in (report.cue, report.content))
                report = replace(report, cue=cue, content=told)
        kept.append(report)
    return kept
