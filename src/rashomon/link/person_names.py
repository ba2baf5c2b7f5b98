"""Names of persons: which two may be ways of writing one person's name, and which cannot."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.link.names import fold_name, fold_person
from rashomon.link.spellings import skeleton
from rashomon.read.actors.surnames import PARTICLES
from rashomon.read.actors.words import first_names, titles
from rashomon.tables import load_table

GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii"})
"""Words behind a name that tell a father from a son."""
TITLE_BEFORE = re.compile(r"([A-Z][\w-]*\.?)\s+$")
REACH = 20
"""Characters before a name in which its title stands."""


class PersonName(NamedTuple):
    """A person's folded name: the words before the surname, the surname's last word, and which of the generations."""

    given: tuple[str, ...]
    surname: str
    generation: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words but the generation."""
        return (*self.given, self.surname)

    @property
    def first(self) -> str | None:
        """The first of the given names, or None for a surname alone."""
        return self.given[0] if self.given else None


@cache
def person_name(written: str) -> PersonName:
    """The parts of a name as written; a surname's particles belong to no given name: "Klaus von Ebner" is Klaus Ebner."""
    words = fold_person(written).split()
    generation = words.pop() if len(words) > 1 and words[-1] in GENERATIONS else ""
    given = [word for place, word in enumerate(words[:-1]) if word not in PARTICLES or (place == 0 and word in given_names())]
    return PersonName(tuple(given), words[-1] if words else "", generation)


def cannot_be_one(one: PersonName, other: PersonName) -> bool:
    """True for two names of one surname whose given names, initials or generations exclude each other."""
    if one.surname != other.surname:
        return False
    if one.generation and other.generation and one.generation != other.generation:
        return True
    if not one.given or not other.given or _ends_in(one, other) or _ends_in(other, one):
        return False
    if not _may_be_one_given_name(one.given[0], other.given[0]):
        return True
    middles = zip(one.given[1:], other.given[1:], strict=False)
    return not all(_may_be_one_given_name(left, right) for left, right in middles)


def is_fuller(one: PersonName, other: PersonName) -> bool:
    """True where the one tells more than the other: a given name for none, an initial or a short form, a middle name, a generation."""
    if len(one.given) != len(other.given) or one.first != other.first:
        return len(one.given) > len(other.given) or len(one.given) == len(other.given) > 0
    return bool(one.generation) and not other.generation


def _ends_in(longer: PersonName, shorter: PersonName) -> bool:
    """True for "Gabriel Ortega Luna" and "Ortega Luna", who bears two surnames."""
    return len(longer.words) > len(shorter.words) > 1 and longer.words[-len(shorter.words) :] == shorter.words


def _may_be_one_given_name(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if given_names().get(one, "") != given_names().get(other, "") and {one, other} <= given_names().keys():
        return False
    return bool(long_forms(one) & long_forms(other)) or skeleton(one) == skeleton(other)


@cache
def long_forms(given: str) -> frozenset[str]:
    """The given names that a short form may stand for, itself among them: "bill" gives "bill", "william"."""
    rows = load_table("rashomon.link", "tables/short_names.tsv", ("short", "name"), ("short", "name"))
    return frozenset({given, *(row["name"] for row in rows if row["short"] == given)})


@cache
def gender_of(folded: str) -> str:
    """The gender that the first word of a full, folded name tells, or ""."""
    words = folded.split()
    return given_names().get(words[0], "") if len(words) > 1 else ""


@cache
def given_names() -> dict[str, str]:
    """Gender by given name, folded."""
    return {fold_name(name): gender for name, gender in first_names().items()}


def title_before(text: str, start: int) -> tuple[str, str]:
    """Gender and office, both "" when untold, of the title that stands before the name at `start`."""
    found = TITLE_BEFORE.search(text, max(0, start - REACH), start)
    return titles().get(found[1].lower(), ("", "")) if found else ("", "")


def offices_in(description: str | None) -> frozenset[str]:
    """The offices that are titles in what is said of a person: "Prime Minister" holds "minister"."""
    words = (description or "").lower().split()
    return frozenset(role for word in words if (role := titles().get(word, ("", ""))[1]))
