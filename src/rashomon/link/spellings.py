"""Spellings: words that are written in several ways, and what two romanisations of one name have in common."""

from __future__ import annotations

import re
from functools import cache

from rashomon.tables import Row, load_table

VOWELS = re.compile(r"(?<=.)[aeiou]")
DOUBLED = re.compile(r"(.)\1+")
NO_LETTER = re.compile(r"[^a-z]")


@cache
def one_spelling(word: str) -> str:
    """A folded word as all its spellings are compared, "" for one that says nothing: "defense" gives "defence"."""
    if word in _written("word"):
        return _written("word")[word]
    for ending, instead in _written("ending").items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


def without_legal_form(words: list[str]) -> list[str]:
    """The words of a name without a company's legal form behind them."""
    while len(words) > 1 and words[-1] in _written("form"):
        words = words[:-1]
    return words


@cache
def skeleton(name: str) -> str:
    """The consonants of a folded name, those that romanisations mix up made one: "qaddafi" and "kadhafi" both give "kdf"."""
    letters = NO_LETTER.sub("", name)
    for row in load_table("rashomon.link", "tables/romanisation.tsv", ("written", "as"), ("written",)):
        letters = letters.replace(row["written"], row["as"])
    return DOUBLED.sub(r"\1", VOWELS.sub("", DOUBLED.sub(r"\1", letters)))


@cache
def _written(kind: str) -> dict[str, str]:
    return {row["written"]: row["as"] for row in _rows() if row["class"] == kind}


def _rows() -> tuple[Row, ...]:
    return load_table("rashomon.link", "tables/spellings.tsv", ("written", "as", "class"), ("written",))
