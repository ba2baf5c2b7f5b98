"""Cues: the table of reporting words, and the words of the text that belong to a cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Commitment, CueType, Polarity
from rashomon.parse.syntax import CLAUSES
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("lemma", "pos", "frames", "type", "addressee", "commitment", "certainty", "polarity")
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
PARTICLES = frozenset({"prt"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True)
class CueEntry:
    """One row of the table of cues."""

    lemma: str
    frames: tuple[str, ...]
    type: CueType
    addressee: str
    commitment: Commitment = Commitment.NEUTRAL
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.AFFIRMED


def cue_entry(token: Token) -> CueEntry | None:
    """The table's row for a word, or None when it reports nothing."""
    pos = "VERB" if token.pos_ in VERBAL else token.pos_
    return _entries().get((token.lemma_.lower(), pos))


def verb_words(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation, particle, and the adverbs between them: "has repeatedly said"."""
    first = min((child.i for child in verb.children if child.dep_ in AUXILIARIES and child.i < verb.i), default=verb.i)
    words = [verb]
    for child in verb.children:
        if child.dep_ in PARTICLES or (child.dep_ in AUXILIARIES and child.i < verb.i):
            words.append(child)
        elif child.dep_ == "advmod" and (first < child.i < verb.i or child.i == first - 1) and child.lower_ not in WH:
            words.extend(child.subtree)
    return sorted(set(words), key=lambda token: token.i)


WH = frozenset({"when", "where", "how", "why", "as"})


@cache
def _entries() -> dict[tuple[str, str], CueEntry]:
    return {(row["lemma"], row["pos"]): _entry(row) for row in load_table("rashomon.read", "tables/cues.tsv", COLUMNS, ("lemma", "pos"))}


def _entry(row: dict[str, str]) -> CueEntry:
    return CueEntry(
        lemma=row["lemma"],
        frames=choices(row["frames"]),
        type=CueType(row["type"]),
        addressee=row["addressee"],
        commitment=Commitment(row["commitment"]),
        certainty=Certainty(row["certainty"]),
        polarity=Polarity(row["polarity"]),
    )
