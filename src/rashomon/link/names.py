"""Names: what two ways of writing one name have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from rashomon.tables import load_table

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
ACRONYM = re.compile(r"^(?!.*[a-z].*[a-z])[A-Z][A-Za-z0-9&.-]*[A-Z0-9]\.?$")
KEPT = 1 << 16
"""Names whose forms are remembered: those that come again and again, and not all of an archive."""
MINIMUM_ACRONYM = 3
"""Two capitals are the initials of too many names."""


@lru_cache(maxsize=KEPT)
def fold_name(name: str) -> str:
    """The name without case, accents, articles, possessive and points: "The Order of the Café's" gives "order of cafe"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = [word for word in map(_fold_word, WORD.findall(plain)) if word]
    kept = [word for word in words if word not in _words_of_class("article")]
    return " ".join(kept or words)


@lru_cache(maxsize=KEPT)
def fold_person(name: str) -> str:
    """A person's folded name without the titles before it: "Prime Minister Ana Marr" gives "ana marr"."""
    words = fold_name(name).split()
    while len(words) > 1 and words[0] in _words_of_class("title"):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=KEPT)
def is_acronym(name: str) -> bool:
    """True for a name of capitals, one small letter allowed ("HFF", "U.S.", "MoD")."""
    return bool(ACRONYM.match(name.strip()))


@lru_cache(maxsize=KEPT)
def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms, folded, that a name of several words gives: of its words with a capital, and of all; without and with "The"."""
    words = WORD.findall(name)
    found = set()
    for kept in (words, words[1:] if words[:1] == ["The"] else words):
        found |= {"".join(word[0] for word in kept).casefold(), "".join(word[0] for word in kept if word[0].isupper()).casefold()}
    return frozenset(letters for letters in found if len(letters) >= MINIMUM_ACRONYM)


def is_function_word(word: str) -> bool:
    """True for a lower-case word that has no meaning of its own to compare ("the", "of", "was")."""
    return word in _words_of_class("function") or word in _words_of_class("article")


def content_words(name: str) -> frozenset[str]:
    """The folded words of a name or description that are no function words or numbers."""
    return frozenset(word for word in fold_name(name).split() if word not in _words_of_class("function") and not word.isdigit())


def all_content_words(names: Iterable[str]) -> frozenset[str]:
    """The content words of all the names."""
    return frozenset().union(*map(content_words, names))


def _fold_word(word: str) -> str:
    folded = word.replace("’", "'").casefold().removesuffix("'s").removesuffix("'").replace(".", "")
    return folded.replace("isation", "ization")


@cache
def _words_of_class(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in _rows() if row["class"] == kind)


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.link", "tables/name_words.tsv", ("word", "class"), key=("word",))
