"""Acts: what kind of act some trigger words name, told by their stems and a table of acts; no parse is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from rashomon.link.names import KEPT, is_function_word
from rashomon.model import GAP
from rashomon.read.events.word_classes import word_class
from rashomon.tables import choices, load_table

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ied", "ed", "er", "es", "al", "s", "e", "y")
"""Endings that a stem is freed of, the longest that fits; after Lovins (1968), cut down to what act words need."""
SHORTEST_STEM = 3
LONGEST_STEM = 6
"""Stems are compared up to this many letters, so that "negotiate" and "negotiators" meet; chosen on ecbplus.train."""


RESULTS = frozenset({"killing", "death", "injury", "destruction", "damage"})
"""Acts that tell the outcome of another one."""
SAYING = "statement"
"""The kind of act whose words ("said", "announced") stand in every article and tell little of what it is about."""
MOVES = frozenset({"relocation", "transfer", "removal", "departure", "arrival", "transport", "evacuation", "escape", "withdrawal"})
"""Acts of going from one place to another: two places told of them need not be at odds."""


@dataclass(frozen=True)
class Act:
    """What trigger words name: the stem of the telling word, and the rows of the table that it fits, in the table's order."""

    stems: frozenset[str]
    kinds: tuple[str, ...]

    @property
    def is_result(self) -> bool:
        """True when it is what another act led to: death, injury, damage."""
        return bool(RESULTS.intersection(self.kinds))

    @property
    def is_moving(self) -> bool:
        """True when it is going, or being brought, from one place to another: who moves may be told as agent or as patient."""
        return bool(MOVES.intersection(self.kinds))

    def is_near(self, other: Act) -> bool:
        """True when the table says that the two may tell of the same happening."""
        return any(kind in near_kinds(mine) for mine in self.kinds for kind in other.kinds)


@lru_cache(maxsize=KEPT)
def act_of(words: str, event_type: str | None = None) -> Act:
    """The act that trigger words name ("gunned down" is a shooting), by its last word that fits a row, or else the last.

    What only says that an act is announced gives way to the act itself ("the strike ... announced").
    With a PLOVER type, rows that do not fit it are left out.
    """
    stems = [stem(word) for word in WORD.findall(words.lower()) if not is_function_word(word)]
    fitting = {found: tuple(kind for kind in _kinds_by_stem().get(found, ()) if fits_type(kind, event_type)) for found in reversed(stems)}
    told = [found for found in fitting if fitting[found]]
    telling = next((found for found in told if fitting[found] != (SAYING,)), next(iter((*told, *fitting)), ""))
    return Act(frozenset({telling} - {""}), fitting.get(telling, ()))


@lru_cache(maxsize=KEPT)
def act_in_pieces(words: str, event_type: str | None = None) -> Act:
    """All that words in pieces name: "explosion ... accident" is told by both, the act itself by the last ("... was an accident")."""
    whole = act_of(words, event_type)
    acts = [act for act in (act_of(piece, event_type) for piece in words.split(GAP)) if act.kinds] or [whole]
    kinds = dict.fromkeys(kind for act in (whole, *acts) for kind in act.kinds)
    return Act(whole.stems.union(*(act.stems for act in acts)), tuple(kinds))


@lru_cache(maxsize=KEPT)
def telling_part(words: str) -> str:
    """The piece of words in pieces that tells the act: "attacks" of "carry out ... attacks"."""
    act = act_of(words)
    return next((piece for piece in reversed(words.split(GAP)) if act.stems & act_of(piece).stems), words)


@lru_cache(maxsize=KEPT)
def own_name(words: str) -> str:
    """The name that a happening has of its own, its last words ("Selm Grand Prix" of "held ... Selm Grand Prix"); empty where none."""
    *before, last = words.split() or [""]
    if last.lower() not in word_class("named") or not last[:1].isupper():
        return ""
    name = [*takewhile(lambda word: word[:1].isupper(), reversed(before))][::-1]
    return " ".join([*name, last]) if name else ""


@lru_cache(maxsize=KEPT)
def telling_words(name: str) -> frozenset[str]:
    """The stems of what tells a happening with a name from others of its sort: all but the name's last word."""
    return frozenset(stem(word) for word in name.split()[:-1])


@cache
def fits_type(kind: str, event_type: str | None) -> bool:
    """True when an event of the type can be this kind of act."""
    types = choices(_row(kind)["types"])
    return event_type is None or not types or event_type in types


@lru_cache(maxsize=KEPT)
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


@lru_cache(maxsize=KEPT)
def content_stem(word: str) -> str | None:
    """The stem of a word that has a meaning of its own to compare; None for a function word."""
    return None if is_function_word(word.lower()) else stem(word)


@cache
def near_kinds(kind: str) -> frozenset[str]:
    """The kinds of act that may tell of the same happening as `kind`, which is not one of them."""
    return frozenset(choices(_row(kind)["near"])) | {row["act"] for row in _rows() if kind in choices(row["near"])}


@cache
def broader_kinds(kind: str) -> frozenset[str]:
    """The kinds of act that `kind` is one of, at one remove."""
    return frozenset(choices(_row(kind)["within"]))


@cache
def related_kinds(kind: str) -> frozenset[str]:
    """The kinds of act that may stand in another telling of the same happening: itself, those near to it, broader and narrower ones."""
    return frozenset({kind}) | near_kinds(kind) | broader_kinds(kind) | {row["act"] for row in _rows() if kind in choices(row["within"])}


@cache
def patient_preposition(kind: str) -> str:
    """How those it is done to are joined to the act's noun: "arrest of", "attack on"."""
    return _row(kind)["patient"]


@cache
def can_be_title(kind: str) -> bool:
    """True when the act's noun says enough to stand in a title."""
    return not _row(kind)["untitled"]


@cache
def _kinds_by_stem() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in _rows():
        for word in choices(row["words"]):
            kinds = found.setdefault(stem(word), [])
            if row["act"] not in kinds:
                kinds.append(row["act"])
    return {key: tuple(kinds) for key, kinds in found.items()}


@cache
def _row(kind: str) -> dict[str, str]:
    return next(row for row in _rows() if row["act"] == kind)


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.link", "tables/acts.tsv", ("act", "patient", "types", "within", "near", "untitled", "words"), key=("act",))
