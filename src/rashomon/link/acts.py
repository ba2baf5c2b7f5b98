"""Acts: what kind of act some trigger words name, told by their stems and a table of acts; no parse is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.link.names import is_function_word
from rashomon.tables import choices, load_table

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ied", "ed", "er", "es", "al", "s", "e", "y")
"""Endings that a stem is freed of, the longest that fits; after Lovins (1968), cut down to what act words need."""
SHORTEST_STEM = 3
LONGEST_STEM = 6
"""Stems are compared up to this many letters, so that "negotiate" and "negotiators" meet; chosen on ecbplus.train."""


@dataclass(frozen=True)
class Act:
    """What trigger words name: their stems, and the rows of the table that they fit, in the table's order."""

    stems: frozenset[str]
    kinds: tuple[str, ...]

    def is_near(self, other: Act) -> bool:
        """True when the table says that the two may tell of the same happening."""
        return any(kind in near_kinds(mine) for mine in self.kinds for kind in other.kinds)


@cache
def act_of(words: str) -> Act:
    """The act that trigger words name ("gunned down" is a shooting); the stems alone where no row fits."""
    stems = [stem(word) for word in WORD.findall(words.lower()) if not is_function_word(word)]
    kinds = dict.fromkeys(kind for found in stems for kind in _kinds_by_stem().get(found, ()))
    return Act(frozenset(stems), tuple(kinds))


@cache
def stem(word: str) -> str:
    """The word's beginning that its forms share: "arrested" and "arrests" give "arrest"."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    for suffix in SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= SHORTEST_STEM:
            low = low.removesuffix(suffix)
            break
    if len(low) > SHORTEST_STEM and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return low[:LONGEST_STEM]


@cache
def near_kinds(kind: str) -> frozenset[str]:
    """The kinds of act that may tell of the same happening as `kind`, which is not one of them."""
    rows = _rows()
    named = {near for row in rows if row["act"] == kind for near in choices(row["near"])}
    return frozenset(named | {row["act"] for row in rows if kind in choices(row["near"])})


@cache
def patient_preposition(kind: str) -> str:
    """How those it is done to are joined to the act's noun: "arrest of", "attack on"."""
    return next(row["patient"] for row in _rows() if row["act"] == kind)


@cache
def _kinds_by_stem() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in _rows():
        for word in choices(row["words"]):
            kinds = found.setdefault(stem(word), [])
            if row["act"] not in kinds:
                kinds.append(row["act"])
    return {key: tuple(kinds) for key, kinds in found.items()}


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.link", "tables/acts.tsv", ("act", "patient", "near", "words"), key=("act",))
