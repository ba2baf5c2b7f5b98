"""Meanings: a vector for the words that name an act, so that "sacked" lies nearer to "dismissed" than to "struck".

One vector a word piece, distilled from a sentence encoder (`weights/CARD.md`); words have the mean of their pieces'. Likeness of
meaning is one field among others and decides nothing alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.encode.weights import load_tokenizer

KEPT = 1 << 12
"""Acts' words whose vector is remembered."""
FILE = Path(__file__).parent / "weights" / "meanings.npy"


@lru_cache(maxsize=KEPT)
def meaning_of(words: str) -> tuple[float, ...] | None:
    """The direction of the words' vector, rounded; None for words without a piece."""
    pieces = load_tokenizer().encode(words.lower(), add_special_tokens=False).ids
    vector = _table()[pieces].astype(np.float32).sum(axis=0)
    length = float(np.linalg.norm(vector))
    return tuple(round(float(value), 4) for value in vector / length) if length else None


@cache
def _table() -> NDArray[np.int8]:
    table: NDArray[np.int8] = np.load(FILE)
    return table
