"""The pattern table: which word, with what beside it, names which act, and where those who take part in it stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.model import EventType
from rashomon.read.events.nouns import NOUN_KINDS
from rashomon.read.events.word_classes import has_class, word_class
from rashomon.tables import cell_fault, choices, load_table

COLUMNS = ("lemma", "pos", "frame", "type", "mode", "agent", "patient", "instrument")
ANY_OF_KIND, ANY_WORD = 1_000, 10_000
"""What counts for a condition that names of a kind fill, or any word at all: more than the words of the longest class."""
PREPOSITIONS = frozenset({"of", "on", "to", "into", "under", "in", "from", "with", "at", "for", "behind", "against", "by", "over"})
CONDITIONS = frozenset(
    {"obj", "noobj", "subj", "prt", "prep", "comp", "inf", "mod", "subjmod", "judged", "passive", "says", "own", "other", "act"}
    | {"negated", "unsaid", "name", "happening", "lead"}
)
PLACES = frozenset(
    {
        "subj",
        "obj",
        "self",
        "support",
        "poss",
        "mod",
        "comp",
        "compobj",
        "objposs",
        "objmod",
        "objowner",
        "objcomp",
        "dative",
        "crowd",
        "clause",
    }
    | {"of", "with", "by", "against", "to", "on", "from", "at", "in", "over", "between", "for", "along", "into", "upon", "near"}
    | {"outside", "inside", "across", "about", "around", "under", "through", "behind"}
)
"""Where a participant can stand, as the head of the table tells."""


@dataclass(frozen=True)
class Condition:
    """One thing a frame asks for: its kind, and the words that may fill it; no words means any."""

    kind: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pattern:
    """A row of the table: what must stand beside the word, the type and mode it then names, and where participants stand."""

    conditions: tuple[Condition, ...]
    type: EventType | None
    mode: str | None
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    instrument: tuple[str, ...]


@cache
def load_patterns() -> dict[tuple[str, str], tuple[Pattern, ...]]:
    """The rows by lemma and part of speech, those with the most conditions first, and of as many the narrowest.

    Raises TableError, with the row's line, for an unknown type, part of speech, condition, word class or place of a participant.
    """
    rows: dict[tuple[str, str], list[Pattern]] = {}
    for row in load_table("rashomon.read.events", "tables/events.tsv", COLUMNS, key=("lemma", "pos", "frame"), fault=pattern_fault):
        pattern = Pattern(
            conditions=tuple(_condition(part) for part in row["frame"].split()),
            type=None if row["type"] == "NONE" else EventType(row["type"]),
            mode=row["mode"] or None,
            agent=choices(row["agent"]),
            patient=choices(row["patient"]),
            instrument=choices(row["instrument"]),
        )
        rows.setdefault((row["lemma"], row["pos"]), []).append(pattern)
    return {key: tuple(sorted(patterns, key=_breadth)) for key, patterns in rows.items()}


def _breadth(pattern: Pattern) -> tuple[int, int]:
    """Where a row stands among those of its word: one that asks for few words of their own is more telling than one for a class."""
    kinds = sum(len(condition.words & NOUN_KINDS) for condition in pattern.conditions)
    listed = sum(len(condition.words) or ANY_WORD for condition in pattern.conditions)
    return -len(pattern.conditions), listed + ANY_OF_KIND * kinds


def pattern_fault(row: dict[str, str]) -> str | None:
    """What is wrong with a row of the table of patterns, with what may stand there; None for a good row."""
    cells: list[tuple[str, str, Iterable[str]]] = [("pos", row["pos"], {"V", "N"}), ("type", row["type"], {*EventType, "NONE"})]
    cells += [("frame", part.partition("=")[0], CONDITIONS | PREPOSITIONS) for part in row["frame"].split()]
    cells += [
        (column, slot, PLACES)
        for column in ("agent", "patient", "instrument")
        for choice in choices(row[column])
        for slot in choice.split("+")
    ]
    wrong = cell_fault(cells)
    if wrong is not None:
        return wrong
    classes = [word[1:] for part in row["frame"].split() for word in choices(part.partition("=")[2]) if word.startswith("@")]
    unknown = next((name for name in classes if f"@{name}" not in NOUN_KINDS and not has_class(name)), None)
    return f"frame has @{unknown}; event_words.tsv has no such class" if unknown is not None else None


def _condition(text: str) -> Condition:
    kind, _, filler = text.partition("=")
    words: set[str] = set()
    for word in choices(filler):
        words |= word_class(word[1:]) if word.startswith("@") and word not in NOUN_KINDS else {word}
    return Condition(kind, frozenset(words))
