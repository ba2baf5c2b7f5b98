"""The classes of words that patterns and rules name: event_words.tsv."""

from __future__ import annotations

from functools import cache

from rashomon.errors import TableError
from rashomon.tables import choices, load_table


def has_class(name: str) -> bool:
    """True when event_words.tsv has the class."""
    return name in _classes()


def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class in event_words.tsv, and the kinds (`@person`, ...) that belong to it.

    Raises TableError when there is no such class.
    """
    if name not in _classes():
        raise TableError(f"tables/event_words.tsv: there is no class {name!r}")
    return _classes()[name]


@cache
def word_classes(*names: str) -> frozenset[str]:
    """What any of the classes holds."""
    return frozenset().union(*map(word_class, names))


@cache
def _classes() -> dict[str, frozenset[str]]:
    rows = load_table("rashomon.read.events", "tables/event_words.tsv", ("class", "words"), key=("class",))
    return {row["class"]: frozenset(choices(row["words"])) for row in rows}
