"""Cues: the table of reporting words, and the words of the text that belong to a cue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import Certainty, Commitment, CueType, Polarity
from rashomon.tables import cell_fault, choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("lemma", "pos", "frames", "type", "addressee", "commitment", "certainty", "polarity")
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
PARTICLES = frozenset({"prt"})
VERBAL = frozenset({"VERB", "AUX"})
FRAMES = frozenset(
    {"clause", "that", "quote", "inf", "gerund", "object", "small", "idea", "deed", "thing"}
    | {"experiencer", "participle", "held", "sentence"}
)
PREPOSITIONS = frozenset({"about", "against", "as", "at", "by", "for", "from", "in", "of", "on", "out", "over", "to", "with"})
TAKEN_ALONG = frozenset(f"object+{complement}" for complement in PREPOSITIONS | {"inf"})
PARTS_OF_SPEECH = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
SPOKEN = frozenset({"clause", "quote"})
UNSPOKEN = frozenset({CueType.THINK, CueType.WANT, CueType.FEEL, CueType.SHOW})
"""What goes on without words."""
WH = frozenset({"when", "where", "how", "why", "as"})


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


def cue_entries(token: Token) -> tuple[CueEntry, ...]:
    """The table's rows for a word, one for each thing it can do; none when it reports nothing."""
    return listed_entries(token.lemma_.lower(), "VERB" if token.pos_ in VERBAL else token.pos_)


def listed_entries(lemma: str, pos: str) -> tuple[CueEntry, ...]:
    """The table's rows for a lemma in one part of speech."""
    return _entries().get((lemma, pos), ())


def is_cue(token: Token) -> bool:
    """True for a word of the table."""
    return bool(cue_entries(token))


def spoken_entry(token: Token) -> CueEntry | None:
    """The row of a verb that a quotation can stand with, or None."""
    if token.pos_ != "VERB":
        return None
    return next((entry for entry in cue_entries(token) if SPOKEN & set(entry.frames)), None)


def is_question(token: Token) -> bool:
    """True for a word that puts a question: "if" behind it opens a question, not a condition."""
    return any(entry.type is CueType.ASK for entry in cue_entries(token))


def verb_words(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation, particle, and the adverbs between them: "has repeatedly said"."""
    first = min((child.i for child in verb.children if child.dep_ in AUXILIARIES and child.i < verb.i), default=verb.i)
    words = [verb]
    for child in verb.children:
        behind_be = child.dep_ == "neg" and verb.lemma_ == "be" and child.i == verb.i + 1
        if child.dep_ in PARTICLES or (child.dep_ in AUXILIARIES and child.i < verb.i) or behind_be:
            words.append(child)
        elif child.dep_ == "advmod" and (first < child.i < verb.i or child.i == first - 1) and child.lower_ not in WH:
            words.extend(child.subtree)
    if verb.i + 1 < len(verb.doc):
        stranded = verb.doc[verb.i + 1]
        if stranded.head == verb and stranded.dep_ == "prep" and not any(True for _ in stranded.children):
            words.append(stranded)
    return sorted(set(words), key=lambda token: token.i)


@cache
def idea_nouns() -> frozenset[str]:
    """The nouns for something thought or told."""
    return frozenset(row["noun"] for row in load_table("rashomon.read.attributions", "tables/idea_nouns.tsv", ("noun",), ("noun",)))


@cache
def deed_nouns(column: str) -> frozenset[str]:
    """The nouns for deeds and outcomes that say "yes" in a column of `tables/deed_nouns.tsv`."""
    rows = load_table("rashomon.read.attributions", "tables/deed_nouns.tsv", ("noun", "owned", "done"), ("noun",))
    return frozenset(row["noun"] for row in rows if row[column] == "yes")


@cache
def line_labels() -> frozenset[str]:
    """The words before a colon that do not name a speaker."""
    return frozenset(row["word"] for row in load_table("rashomon.read.attributions", "tables/line_labels.tsv", ("word",), ("word",)))


@cache
def _entries() -> dict[tuple[str, str], tuple[CueEntry, ...]]:
    found: dict[tuple[str, str], tuple[CueEntry, ...]] = {}
    for row in load_table("rashomon.read.attributions", "tables/cues.tsv", COLUMNS, ("lemma", "pos", "frames"), cue_fault):
        key = row["lemma"], row["pos"]
        found[key] = (*found.get(key, ()), _entry(row))
    return found


def cue_fault(row: dict[str, str]) -> str | None:
    """What is wrong with a row of the table of cues, with the words that may stand there; None for a good row."""
    allowed: dict[str, Iterable[str]] = {
        "pos": PARTS_OF_SPEECH,
        "type": CueType,
        "addressee": PREPOSITIONS | {"object", ""},
        "commitment": Commitment,
        "certainty": Certainty,
        "polarity": Polarity,
    }
    frames = [("frames", frame, FRAMES | PREPOSITIONS | TAKEN_ALONG) for frame in choices(row["frames"]) or ("",)]
    return cell_fault([*((column, row[column], words) for column, words in allowed.items()), *frames])


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
