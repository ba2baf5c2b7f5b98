"""Said: a statement as it is compared with others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.link.periods import Period


class Said(NamedTuple):
    """A statement as it is compared: parties as keys of actors and stems of words.

    `outcome` is True for the outcome of an act; `published` is when its article was, None where that is not told.
    """

    topic: str
    value: str
    holder: str
    holder_stems: frozenset[str]
    other: str
    other_stems: frozenset[str]
    stems: frozenset[str]
    scope: frozenset[str]
    denied: bool
    possible: bool
    past: bool
    low: int | None
    high: int | None
    is_person: bool
    among_persons: bool
    teller: str
    outcome: bool
    published: Period | None

    @property
    def keys(self) -> Iterator[str]:
        """By what those whom it is about, and who tells it, are looked up: an actor, or the words where there is none."""
        for key, stems in ((self.holder, self.holder_stems), (self.other, self.other_stems), (self.teller, frozenset())):
            if key or stems:
                yield key or " ".join(sorted(stems))
