"""Offices: what one person at a time holds, told beside a name ("mayor of Kesh", "finance minister of Lorvania")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rashomon.link.names import content_words
from rashomon.tables import choices, load_table

OF = re.compile(r"\s+(?:of|in|for|to)\s+")
ELSEWHEN = re.compile(r"\b(?:former|ex|then|acting|deputy|vice|assistant|incoming|outgoing|future|late)\b", re.IGNORECASE)
"""Who is told with one of these does not hold the office, or not alone."""


class Office(NamedTuple):
    """An office: what it is called in the table, the words before it, and the words for whose it is."""

    name: str
    kind: frozenset[str]
    whose: frozenset[str]

    def is_same(self, other: Office, *, given: bool) -> bool:
        """True where both are one office. `given` says that both are given by one act ("elected her mayor"), so that it needs no owner."""
        if (self.name, self.kind) != (other.name, other.kind):
            return False
        owned = bool(self.whose and other.whose)
        return self.whose == other.whose if owned else given


def office_of(description: str | None) -> Office | None:
    """The office that a description tells, or None."""
    held, *rest = OF.split((description or "").lower(), maxsplit=1)
    if ELSEWHEN.search(held):
        return None
    words = held.split()
    for number in (2, 1):
        found = _offices().get(" ".join(words[-number:])) if len(words) >= number else None
        if found is not None:
            name, needs_owner = found
            kind, whose = content_words(" ".join(words[:-number])), content_words(" ".join(rest))
            return Office(name, kind, whose) if kind or whose or not needs_owner else None
    return None


@cache
def _offices() -> dict[str, tuple[str, bool]]:
    rows = load_table("rashomon.compare", "tables/offices.tsv", ("office", "words", "whose"), key=("office",))
    return {word: (row["office"], row["whose"] == "yes") for row in rows for word in choices(row["words"])}
