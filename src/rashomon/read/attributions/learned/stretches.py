"""Stretches: how far around an anchor its attribution is looked for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

REACH = 200
"""At most so many words to each side of the anchor."""
MARGIN = 24
"""At most so many words of the paragraphs before and behind the anchor's own."""


def stretch_around(place: int, paragraphs: NDArray[np.int64]) -> tuple[int, int]:
    """First and behind-last word of a window to look at; `paragraphs` is the number of each word's paragraph in text order."""
    first, last = np.searchsorted(paragraphs, (paragraphs[place], paragraphs[place] + 1))
    return max(int(first) - MARGIN, place - REACH, 0), min(int(last) + MARGIN, place + 1 + REACH, len(paragraphs))
