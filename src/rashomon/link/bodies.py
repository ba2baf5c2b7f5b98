"""Names of bodies and groups as they are compared: without the state's name, in any order, in one spelling."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.link.spellings import one_spelling, without_legal_form
from rashomon.tables import load_table


def body_words(words: Iterable[str]) -> tuple[str, ...]:
    """The folded words of a name in one spelling and in alphabetical order, without "of" ("ministry of defense": defence ministry)."""
    told = [part for word in words for part in word.split("-")]
    return tuple(sorted(filter(None, map(one_spelling, without_legal_form(told)))))


def is_generic(words: Iterable[str]) -> bool:
    """True where every word stands in names of many countries' bodies: such a name says whose it is only with its country.

    A single word does so only of a body of which a state has one: "Bank of Kenya" is a name, "army" is none.
    """
    told = tuple(words)
    return all(word in _generic_words() or word.isdigit() for word in told) and (len(told) > 1 or is_single_body(told))


def deals_abroad(words: Iterable[str]) -> bool:
    """True for the words of a body that deals with other states: in a dispute of two states each has one."""
    return any(_generic_words().get(word) for word in words)


@cache
def _generic_words() -> dict[str, bool]:
    """The words, and whether such a body deals with other states."""
    rows = load_table("rashomon.link", "tables/generic_words.tsv", ("word", "abroad"), ("word",))
    return {one_spelling(row["word"]): row["abroad"] == "yes" for row in rows}


def is_office(words: tuple[str, ...]) -> bool:
    """True for the words, as `body_words` gives them, of an office that one person at a time holds in a state or group."""
    return words in _offices("person")


def is_single_body(words: tuple[str, ...]) -> bool:
    """True for the words, as `body_words` gives them, of a body of which a state has one."""
    return words in _offices("body")


@cache
def _offices(holder: str) -> frozenset[tuple[str, ...]]:
    rows = load_table("rashomon.link", "tables/offices.tsv", ("words", "held by"), ("words",))
    return frozenset(body_words(row["words"].split()) for row in rows if row["held by"] == holder)
