"""The words that say what an actor is: a name, a title or a description, parted into what it is and whose."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

WORD = re.compile(r"[^\s,;:()\[\]\"“”]+|[,;:()\[\]]")
LINKING = frozenset({"of", "for", "at", "with", "from"})
"""Prepositions behind which stands whose or where somebody is, more than what is done."""
ENDING = frozenset(
    {
        "in",
        "on",
        "to",
        "by",
        "against",
        "under",
        "over",
        "about",
        "between",
        "near",
        "outside",
        "who",
        "whom",
        "whose",
        "that",
        "which",
        "and",
        "or",
    }
)
"""Words that end the phrase that says what somebody is."""
FORMER = re.compile(r"\bex-", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")


class Phrase(NamedTuple):
    """The words up to the head ("the Kenyan minister"), the preposition behind it or "", and the words that it leads to."""

    front: tuple[str, ...]
    link: str
    behind: tuple[str, ...]


def phrase_of(text: str, fixed: Container[str] = ()) -> Phrase:
    """The parts of a noun phrase, without what follows them; an expression of three words in `fixed` ("head of state") is kept whole."""
    words = _joined([match[0] for match in WORD.finditer(FORMER.sub("ex ", text))], fixed)
    cut = _end(words, 0)
    if cut == len(words) or words[cut].lower() not in LINKING:
        return Phrase(tuple(words[:cut]), "", ())
    return Phrase(tuple(words[:cut]), words[cut].lower(), tuple(words[cut + 1 : _end(words, cut + 1)]))


def plain(word: str) -> str:
    """The word in lower case, without a possessive ending or a point behind it ("Kenya's", "Col."); "U.S." keeps its points."""
    word = POSSESSIVE.sub("", word.lower())
    return word if word.count(".") > 1 else word.rstrip(".")


def is_possessive(word: str) -> bool:
    """True for "minister's" and "farmers'"."""
    return POSSESSIVE.search(word) is not None


def _joined(words: list[str], fixed: Container[str]) -> list[str]:
    for n in range(1, len(words) - 1):
        whole = " ".join(words[n - 1 : n + 2])
        if words[n].lower() == "of" and plain(whole) in fixed:
            return [*words[: n - 1], whole, *words[n + 2 :]]
    return words


def _end(words: list[str], start: int) -> int:
    stops = LINKING | ENDING
    return next((n for n in range(start, len(words)) if words[n].lower() in stops or not words[n][0].isalnum()), len(words))
