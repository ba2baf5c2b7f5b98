"""The tables that tell who is meant: states, bodies of states, titles, given names, common nouns for actors."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.model import ActorKind
from rashomon.tables import Row, cell_fault, choices, load_table

BLOC_COLUMNS = ("name", "names", "seat", "host")


class StateWord(NamedTuple):
    """What a word says of a state: its `use` is "name", "adjective", "people" or "capital"."""

    state: str
    use: str


class Noun(NamedTuple):
    """A common noun for actors: its singular, sort and reach (see `tables/descriptions.tsv`), and whether it is a plural here."""

    singular: str
    sort: str
    plural: bool
    reach: str = ""


@cache
def state_words() -> dict[str, tuple[StateWord, ...]]:
    """What each name, adjective, people's name and capital, in lower case, can say of which states."""
    found: dict[str, list[StateWord]] = {}
    for row in load_table("rashomon.read", "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital"), ("state",)):
        uses = (
            ("name", (row["state"], *choices(row["names"]))),
            ("adjective", choices(row["adjectives"])),
            ("people", choices(row["peoples"])),
            ("capital", choices(row["capital"])),
        )
        for use, words in uses:
            for word in words:
                found.setdefault(word.lower(), []).append(StateWord(row["state"], use))
    return {word: tuple(meanings) for word, meanings in found.items()}


def state_word(words: str, *uses: str) -> StateWord | None:
    """The first of the `uses` (any when none is given) that `words` have for a state."""
    meanings = state_words().get(words.lower(), ())
    for use in uses or ("name", "adjective", "people", "capital"):
        for meaning in meanings:
            if meaning.use == use:
                return meaning
    return None


def adjectives_of(state: str) -> tuple[str, ...]:
    """The adjectives that English may make from a state's name: "Varenia" gives "Varenian", among others."""
    stem = state.rstrip("aeiouy") if len(state) > 4 else state
    return (f"{state}n", f"{state}an", f"{state}ian", f"{stem}an", f"{stem}ian", f"{stem}ese", f"{stem}ish", f"{state}i")


@cache
def alpha3() -> dict[str, tuple[str, bool]]:
    """The ISO 3166-1 alpha-3 code by state, "" for one that has none, and whether another land goes by the state's name."""
    rows = load_table("rashomon.read", "tables/alpha3.tsv", ("state", "alpha3", "namesake"), ("state",), alpha3_fault)
    return {row["state"]: (row["alpha3"], row["namesake"] == "yes") for row in rows}


def alpha3_fault(row: Row) -> str | None:
    """What is wrong with a row of the table of codes, or None."""
    if state_word(row["state"], "name") is None:
        return f"state has {row['state']!r}; it takes a state of tables/states.tsv"
    if row["alpha3"] and not re.fullmatch("[A-Z]{3}", row["alpha3"]):
        return f"alpha3 has {row['alpha3']!r}; it takes three capital letters or nothing"
    return cell_fault([("namesake", row["namesake"], ("", "yes"))])


@cache
def country_endings() -> tuple[str, ...]:
    """The endings by which an unknown name can be told for a country's."""
    return tuple(row["ending"] for row in load_table("rashomon.read.actors", "tables/country_endings.tsv", ("ending",), ("ending",)))


@cache
def blocs() -> dict[str, str]:
    """The full name of a body that states form, by each of its names in lower case."""
    found: dict[str, str] = {}
    for row in load_table("rashomon.read.actors", "tables/blocs.tsv", BLOC_COLUMNS, ("name",)):
        for name in (row["name"], *choices(row["names"])):
            found[name.lower()] = row["name"]
    return found


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Gender and the noun for the office, both "" when untold, by title in lower case."""
    rows = load_table("rashomon.read.actors", "tables/titles.tsv", ("title", "gender", "role"), ("title",))
    return {row["title"].lower(): (row["gender"], row["role"]) for row in rows}


@cache
def first_names() -> dict[str, str]:
    """Gender by given name."""
    rows = load_table("rashomon.read.actors", "tables/first_names.tsv", ("name", "gender"), ("name",))
    return {row["name"]: row["gender"] for row in rows}


@cache
def distinguishing() -> frozenset[str]:
    """The words that tell one body from others of its sort ("lower", "military")."""
    return frozenset(row["word"] for row in load_table("rashomon.read.actors", "tables/distinguishing.tsv", ("word",), ("word",)))


@cache
def seats() -> dict[str, tuple[str, str]]:
    """The body that states form and the state that is host to it, by the city in lower case whose name stands for the body."""
    rows = load_table("rashomon.read.actors", "tables/blocs.tsv", BLOC_COLUMNS, ("name",))
    return {row["seat"].lower(): (row["name"], row["host"]) for row in rows if row["seat"]}


@cache
def noun_genders() -> dict[str, str]:
    """Gender by common noun ("wife", "spokesman")."""
    rows = load_table("rashomon.read.actors", "tables/noun_genders.tsv", ("noun", "gender"), ("noun",))
    return {row["noun"]: row["gender"] for row in rows}


@cache
def name_words() -> dict[str, ActorKind]:
    """The kind that a word in a proper name tells."""
    return {row["word"]: ActorKind(row["kind"]) for row in _name_word_rows()}


def may_be_armed(name: str) -> bool:
    """True for a name with a word that many armed groups bear, and others too: "the Oru Front"."""
    return not _words_of_bands().isdisjoint(name.lower().split())


@cache
def _words_of_bands() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in _name_word_rows() if row["often"])


def _name_word_rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.read.actors", "tables/name_words.tsv", ("word", "kind", "often"), ("word",))


@cache
def nouns() -> dict[str, Noun]:
    """The common nouns for actors, by singular and plural form; the first row of a form counts."""
    found: dict[str, Noun] = {}
    for row in load_table("rashomon.read.actors", "tables/descriptions.tsv", ("noun", "plural", "sort", "reach"), ("noun",)):
        is_group = row["sort"] == "group"
        found.setdefault(row["noun"], Noun(row["noun"], row["sort"], is_group, row["reach"]))
        if row["plural"]:
            found.setdefault(row["plural"], Noun(row["noun"], row["sort"], plural=True, reach=row["reach"]))
    return found


@cache
def naming_nobody() -> frozenset[str]:
    """Words with a capital that name nobody: days, months, "god"."""
    rows = load_table("rashomon.read.actors", "tables/naming_nobody.tsv", ("word",), ("word",))
    return frozenset(row["word"] for row in rows)
