"""Matters: how near two articles are in what they speak of, told by the words they share.

Cosine of tf-idf weights (Salton & Buckley 1988) over the stems of content words. They are held as sparse rows of one matrix, in
8 bytes for each different stem of an article.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.link.acts import WORD, stem
from rashomon.link.names import is_function_word

Numbers = NDArray[np.int64]
ENOUGH_ARTICLES = 8
"""In a smaller collection a word that two articles share cannot be told from one that all articles have."""
COMMON = 0.5
"""The share of articles from which on a word says nothing of what a sentence is about."""


class Matters:
    """The articles of one collection, compared two by two on demand."""

    def __init__(self, texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """The articles' texts by their ids, each looked at once."""
        stems: dict[str, int] = {}
        told, times, ends = array("i"), array("f"), array("q", [0])
        self._rows: dict[str, int] = {}
        for article, text in texts.items() if isinstance(texts, Mapping) else texts:
            self._rows[article] = len(self._rows)
            for word, often in sorted((stems.setdefault(word, len(stems)), often) for word, often in Counter(content_stems(text)).items()):
                told.append(word)
                times.append(often)
            ends.append(len(told))
        self._stems = stems
        self._told = np.asarray(told, dtype=np.int32)
        self._ends = np.asarray([*ends, len(told)], dtype=np.int64)
        self._holding = np.bincount(self._told, minlength=len(stems))
        self._weights = self._unit_weights(np.asarray(times, dtype=np.float32))

    def _unit_weights(self, times: NDArray[np.float32]) -> NDArray[np.float32]:
        weights = (1 + np.log(times)) * np.log1p(len(self._rows) / self._holding)[self._told]
        rows = np.repeat(np.arange(len(self._rows)), np.diff(self._ends[:-1]))
        lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(self._rows)))
        return (weights / lengths[rows]).astype(np.float32)

    @property
    def are_enough(self) -> bool:
        """False in a collection too small to tell how near two articles are."""
        return len(self._rows) >= ENOUGH_ARTICLES

    def closeness(self, one: str, other: str) -> float | None:
        """The cosine of two articles' words, 0 to 1; None in a collection too small to tell."""
        return float(self.closenesses(one, [other])[0]) if self.are_enough else None

    def closenesses(self, one: str, others: Sequence[str]) -> NDArray[np.float32]:
        """The cosines of one article to several others; 0 for one that is not of the collection."""
        laid_out = np.zeros(len(self._stems), dtype=np.float32)
        mine = self._places([one])[0]
        laid_out[self._told[mine]] = self._weights[mine]
        theirs, sizes = self._places(others)
        shared = laid_out[self._told[theirs]] * self._weights[theirs]
        return np.bincount(np.repeat(np.arange(len(others)), sizes), shared, minlength=len(others)).astype(np.float32)

    def _places(self, articles: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Where the words of the articles are told, and how many each has."""
        rows = np.array([self._rows.get(article, len(self._rows)) for article in articles])
        first = self._ends[rows]
        sizes = self._ends[rows + 1] - first
        before = np.cumsum(sizes) - sizes
        return np.arange(sizes.sum()) + np.repeat(first - before, sizes), sizes

    def is_common(self, word: str) -> bool:
        """True for a stem that most articles of a collection large enough have."""
        return self.are_enough and word in self._stems and bool(self._holding[self._stems[word]] >= COMMON * len(self._rows))


class Nearness:
    """How near the articles of a list are by their places in it: worked out for many pairs at once, each once, then looked up."""

    def __init__(self, matters: Matters, articles: Sequence[str]) -> None:
        self._matters = matters
        self._articles = articles
        self._pairs = np.zeros(0, dtype=np.int64)
        self._found = np.zeros(0, dtype=np.float32)

    def work_out(self, ones: Numbers, others: Numbers) -> None:
        """Know how near these are to each other, pair by pair, and forget what was known before."""
        if not self._matters.are_enough:
            return
        self._pairs = np.unique(self._packed(ones, others))
        low, high = np.divmod(self._pairs, len(self._articles))
        starts = np.flatnonzero(np.diff(low, prepend=-1)).tolist()
        found = [
            self._matters.closenesses(self._articles[low[start]], [self._articles[other] for other in high[start:end]])
            for start, end in pairwise([*starts, len(low)])
        ]
        self._found = np.concatenate(found) if found else self._found

    def known(self, ones: Numbers, others: Numbers) -> NDArray[np.float32] | None:
        """The cosines of pairs that were worked out, in the order asked for; None in a collection too small to tell."""
        return self._found[np.searchsorted(self._pairs, self._packed(ones, others))] if self._matters.are_enough else None

    def _packed(self, ones: Numbers, others: Numbers) -> Numbers:
        return np.minimum(ones, others) * len(self._articles) + np.maximum(ones, others)


def content_stems(text: str) -> Iterable[str]:
    """The stems of the words that have a meaning of their own to compare, in text order."""
    return (stem(word) for word in WORD.findall(text) if not is_function_word(word.lower()))
