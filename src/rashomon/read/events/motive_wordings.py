"""Wordings of motives: where the words of the table stand in a sentence, and what they tell the reason by."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model import EventType, MotiveKind, Polarity
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

FUNCTIONAL = frozenset({"mark", "aux", "auxpass", "det", "neg", "preconj", "advmod", "quantmod"})
"""Links of a wording's first word to the word that the reason is told by: "because" to "paid", "to" to "look"."""


class Wording(NamedTuple):
    """A row of the table of motives."""

    words: tuple[str, ...]
    follows: str
    kind: MotiveKind
    denied: bool
    types: frozenset[EventType]
    reach: str

    @property
    def is_near(self) -> bool:
        """True where only the act's own word may hold the wording."""
        return self.reach != "far"


class Told(NamedTuple):
    """A wording where it stands, and the first of its tokens."""

    wording: Wording
    first: Token

    @property
    def behind(self) -> int:
        """Where the reason itself begins."""
        return self.first.i + len(self.wording.words)


def wordings_in(sentence: Sentence) -> Iterator[Told]:
    """The wordings of the table in a sentence, of those that begin at one word the longest."""
    low = [token.lower_ for token in sentence]
    for at, word in enumerate(low):
        fitting = (row for row in _by_first_word().get(word, ()) if tuple(low[at : at + len(row.words)]) == row.words)
        row = next((row for row in fitting if _is_followed(Told(row, sentence[at]))), None)
        if row is not None:
            yield Told(row, sentence[at])


def _is_followed(told: Told) -> bool:
    doc = told.first.doc
    if told.wording.follows == "nothing":
        return True
    if told.behind >= len(doc) or told.behind >= told.first.sent.end:
        return False
    match told.wording.follows:
        case "verb":
            verb = next((token for token in doc[told.behind : told.behind + 3] if token.pos_ != "ADV"), doc[told.behind])
            return verb.tag_ == "VB" and doc[told.behind - 1].lower_ in {"to", "not"}
        case "clause":
            return told.first.dep_ == "mark" or told.first.head.pos_ in {"VERB", "AUX"}
        case "reason" | "feeling":
            return told.first.dep_ in {"prep", "mark", "conj", "advmod"}
        case _:
            return True


def root_of(told: Told) -> Token:
    """The word of a reason that hangs on the act: "because" on "paid" in "because they had not paid", the preposition itself else."""
    root = told.first
    if told.wording.follows == "feeling":
        return root
    while root.dep_ in FUNCTIONAL and root.head.i > root.i:
        root = root.head
    return root


def first_joined(root: Token, by_token: Container[int]) -> Token:
    """The first of several reasons joined to each other, which the clause hangs them on."""
    while root.dep_ == "conj" and root.head.i not in by_token:
        root = root.head
    return root


def noun_of(told: Told) -> Token | None:
    """The noun or gerund that the wording governs: the "debt" of "because of a debt"."""
    last = told.first.doc[told.behind - 1]
    return next((child for child in last.children if child.dep_ in {"pobj", "pcomp"} and child.i > last.i), None)


@cache
def _by_first_word() -> dict[str, tuple[Wording, ...]]:
    columns = ("words", "follows", "kind", "polarity", "types", "reach")
    found: dict[str, list[Wording]] = {}
    for row in load_table("rashomon.read.events", "tables/motives.tsv", columns, key=("words",)):
        words = tuple(row["words"].split())
        types = frozenset(EventType(name) for name in choices(row["types"]))
        denied = Polarity(row["polarity"]) is Polarity.DENIED
        wording = Wording(words, row["follows"], MotiveKind(row["kind"]), denied, types, row["reach"])
        found.setdefault(words[0], []).append(wording)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in found.items()}


@cache
def nouns_of_class(kind: str) -> frozenset[str]:
    """The nouns of a class of `motive_nouns.tsv`."""
    rows = load_table("rashomon.read.events", "tables/motive_nouns.tsv", ("noun", "class"), key=("noun", "class"))
    return frozenset(row["noun"] for row in rows if row["class"] == kind)
