"""Matters: how near two articles are in what they speak of, told by the words they share.

Cosine of tf-idf weights (Salton & Buckley 1988) over the stems of content words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from rashomon.link.acts import WORD, stem
from rashomon.link.names import is_function_word

ENOUGH_ARTICLES = 8
"""In a smaller collection a word that two articles share cannot be told from one that all articles have."""
COMMON = 0.5
"""The share of articles from which on a word says nothing of what a sentence is about."""


class Matters:
    """The articles of one collection, compared two by two on demand."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        counted = {article: Counter(content_stems(text)) for article, text in texts.items()}
        self._holding = Counter(word for words in counted.values() for word in words)
        self._vectors = {article: _unit_vector(words, self._holding, len(texts)) for article, words in counted.items()}
        self._known: dict[tuple[str, str], float] = {}

    def closeness(self, one: str, other: str) -> float | None:
        """The cosine of two articles' words, 0 to 1; None in a collection too small to tell."""
        if len(self._vectors) < ENOUGH_ARTICLES:
            return None
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            shorter, longer = sorted((self._vectors.get(one, {}), self._vectors.get(other, {})), key=len)
            self._known[pair] = sum(weight * longer.get(word, 0.0) for word, weight in shorter.items())
        return self._known[pair]

    def is_common(self, word: str) -> bool:
        """True for a stem that most articles of a collection large enough have."""
        return len(self._vectors) >= ENOUGH_ARTICLES and self._holding[word] >= COMMON * len(self._vectors)


def content_stems(text: str) -> Iterable[str]:
    """The stems of the words that have a meaning of their own to compare, in text order."""
    return (stem(word) for word in WORD.findall(text) if not is_function_word(word.lower()))


def _unit_vector(words: Counter[str], holding: Counter[str], articles: int) -> dict[str, float]:
    weights = {word: (1 + log(times)) * log(1 + articles / holding[word]) for word, times in words.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
