"""Candidates: every wording in an article that could name somebody or something in an incident, with all places where it stands.

A noun can be named by more or less of what stands around it ("four powerful rockets", "rockets"; "members of the Front"), so each
of these wordings is a candidate of its own; which of them is told is weighed later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse import Doc

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech of the words before a noun that may belong to its name."""
JOINTS = frozenset({"-", '"', "'"})
PREMODIFIERS = frozenset({"compound", "amod", "nummod", "nmod", "poss", "case"})
LONGEST = 10
"""A wording goes on for fewer words than this behind its noun."""
DROPPED = re.compile(r"[^\w\s]|_")
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, eq=False)
class Mention:
    """One place where a wording stands: its first and last token, and the token that the others hang on."""

    first: int
    last: int
    top: int


@dataclass(frozen=True, eq=False)
class Candidate:
    """One wording: `key` is it in small letters, without punctuation and articles."""

    key: str
    mentions: tuple[Mention, ...]


def find_candidates(doc: Doc) -> list[Candidate]:
    """The candidates in the order in which they first stand in the text."""
    found: dict[str, list[tuple[int, int]]] = {}
    for first, last in sorted(set(_wordings(doc.words))):
        key = wording_key(doc.tokens[first : last + 1].text)
        if key:
            found.setdefault(key, []).append((first, last))
    return [
        Candidate(key, tuple(Mention(first, last, _top(doc.words[first : last + 1])) for first, last in places))
        for key, places in found.items()
    ]


def wording_key(words: str) -> str:
    """The words in small letters, without punctuation and articles."""
    return " ".join(word for word in DROPPED.sub("", words.lower()).split() if word not in ARTICLES)


def _wordings(tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
    for noun in tokens:
        if noun.pos_ in NOMINAL:
            left = _left(noun)
            starts = [place for place in range(left, noun.i + 1) if not noun.doc[place].is_punct]
            yield from ((start, noun.i) for start in starts)
            for child in noun.rights:
                if child.dep_ == "prep" and child.right_edge.i - noun.i < LONGEST:
                    yield from ((start, child.right_edge.i) for start in starts)
            if noun.i < noun.right_edge.i < noun.i + LONGEST:
                yield from ((start, noun.right_edge.i) for start in {left, noun.i})


def _left(noun: Token) -> int:
    """The first of the words right before a noun that may belong to its name."""
    place = noun.i
    while place > 0:
        before = noun.doc[place - 1]
        if before.is_space or not (before.pos_ in BEFORE or before.text in JOINTS or before.dep_ in PREMODIFIERS):
            break
        place -= 1
    return place


def _top(words: Sequence[Token]) -> int:
    first, last = words[0].i, words[-1].i
    return next((token.i for token in words if not first <= token.head.i <= last or token.head == token), last)
