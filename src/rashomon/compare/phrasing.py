"""Phrasing: an article's words as they stand inside another sentence, without the capital that opened their own."""

from __future__ import annotations

import re

from rashomon.link.names import is_acronym, is_function_word
from rashomon.read.actors.words import state_word

OPENS = re.compile(r"(?:^|[.!?:\n][\"'”’)]*\s*|[\"“‘(]\s*)$")
BEFORE = 8
"""How many characters before the words are looked at for the end of another sentence."""


def inside_sentence(words: str, text: str, start: int, *, nameless: bool = False) -> str:
    """The words from `start` of `text` with a small first letter where only the sentence gave them a capital.

    A name keeps its capital; `nameless` words ("Analysts") are known to be none.
    """
    first, _, rest = words.partition(" ")
    if not first[:1].isupper() or (is_acronym(first) and len(first) > 1) or state_word(first):
        return words
    small = words[0].lower() + words[1:]
    if is_function_word(first.lower()):
        return small
    if not OPENS.search(text, max(0, start - BEFORE), start):
        return words
    if rest[:1].isupper():
        return words
    if re.search(rf"\b{re.escape(first.lower())}\b", text):
        return small
    is_name = not nameless and (not rest or first.endswith(("’s", "'s")))
    return words if is_name or re.search(rf"[a-z,;] {re.escape(first)}\b", text) else small
