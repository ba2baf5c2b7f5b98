"""Synonyms: words compared by their stems, those that a table says mean the same as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.link.acts import stem
from rashomon.link.names import content_words
from rashomon.tables import choices, load_table

SAME = "same"
"""The class of the rows whose words all mean the same."""


@dataclass(frozen=True)
class Synonyms:
    """A table of this package with the columns class and words: what its words mean, and which are of a class."""

    table: str

    def stems_of(self, words: str) -> frozenset[str]:
        """The stems of the words that mean something, those that mean the same as one; a word with a hyphen is two but for prefixes."""
        return self._as_one(content_words(_parting_hyphens().sub(" ", words)))

    def of_class(self, kind: str) -> frozenset[str]:
        """The stems of the rows of a class, those that mean the same as one."""
        return self._classes.get(kind, frozenset())

    def _as_one(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(self._representatives.get(one, one) for one in map(stem, words))

    @cached_property
    def _classes(self) -> dict[str, frozenset[str]]:
        found: dict[str, list[str]] = {}
        for row in self._rows():
            found.setdefault(row["class"], []).extend(choices(row["words"]))
        return {kind: self._as_one(words) for kind, words in found.items()}

    @cached_property
    def _representatives(self) -> dict[str, str]:
        """For each stem of a row of words that mean the same the row's first; of several rows the first counts."""
        found: dict[str, str] = {}
        for row in self._rows():
            if row["class"] == SAME:
                stems = [stem(word) for word in choices(row["words"])]
                for one in stems:
                    found.setdefault(one, stems[0])
        return found

    def _rows(self) -> tuple[dict[str, str], ...]:
        return load_table("rashomon.compare", self.table, ("class", "words"), key=("words",))


@cache
def _parting_hyphens() -> re.Pattern[str]:
    """Hyphens between two words that are compared each by itself."""
    words = (row["word"] for row in load_table("rashomon.compare", "tables/prefixes.tsv", ("word",), key=("word",)))
    prefixes = "".join(rf"(?<!\b{re.escape(word)})" for word in words)
    return re.compile(rf"(?<=\w){prefixes}-(?=\w)", re.IGNORECASE)
