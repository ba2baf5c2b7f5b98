"""Is it English? Told by its commonest words, and only in doubt by a language identifier, which takes most of a second to load."""

from __future__ import annotations

import re
from functools import cache

from rashomon.errors import NotEnglishInput
from rashomon.tables import load_table

SAMPLE = 6000
"""Characters that are looked at."""
MIN_WORDS = 20
"""Fewer words do not show their language."""
ENGLISH_SHARE = 0.25
"""From this share of function words on a text is English; news prose has 0.35 to 0.5 of them. Below it, the identifier decides."""

WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, origin: str) -> None:
    """Raises NotEnglishInput when the text is in another language, which the message names when it can be told."""
    words = WORD.findall(text[:SAMPLE].lower())
    share = sum(word in _function_words() for word in words) / max(1, len(words))
    if share >= ENGLISH_SHARE or _too_short(text, words):
        return
    language = _identify(text[:SAMPLE])
    if language != "English":
        told = f"it seems to be in {language}" if language else "its language is not known"
        raise NotEnglishInput(origin, f"this is not English text ({told})", "only English is read so far: pass a translation")


def _too_short(text: str, words: list[str]) -> bool:
    """True when nothing can be concluded: few words, in Latin script."""
    latin = sum(character.isascii() for character in text[:SAMPLE])
    return len(words) < MIN_WORDS and latin >= len(text[:SAMPLE]) / 2


def _identify(text: str) -> str | None:
    import py3langid

    code, _ = py3langid.classify(text)
    return _names().get(code)


@cache
def _function_words() -> frozenset[str]:
    rows = load_table("rashomon.ingest", "tables/function_words.tsv", ("word",), key=("word",))
    return frozenset(row["word"] for row in rows)


@cache
def _names() -> dict[str, str]:
    rows = load_table("rashomon.ingest", "tables/languages.tsv", ("code", "language"), key=("code",))
    return {row["code"]: row["language"] for row in rows}
