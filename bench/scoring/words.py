"""The words of a phrase that count when two phrases are held against each other."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
FUNCTION_WORDS = frozenset(
    "the a an of to in on for by with and or at from its his her their has have had was were be been is are".split()  # noqa: SIM905
)


def content_words(phrase: str | None) -> frozenset[str]:
    """The words of the phrase in lower case, function words left out."""
    return frozenset(WORD.findall((phrase or "").lower())) - FUNCTION_WORDS


def name_words(name: str) -> list[str]:
    """The words of a name or of a label made of one ("Michael_Steele"), in lower case; one empty word where there are none."""
    return WORD.findall(name.lower().replace("_", " ")) or [""]
