"""Matters: how near two articles are in what they speak of, told by the words that they and the articles nearest to them share.

Products of tf-idf weights (Salton & Buckley 1988) over the stems of content words. An article is short and tells of a matter in words of
its own, so each is widened by those nearest to it (document expansion, Tao et al. 2006): two articles are near where the
neighbours of one are near those of the other. They are held as sparse rows of one matrix, in 8 bytes for each stem of an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.link.acts import WORD, content_stem
from rashomon.link.sparse import Numbers, Products, SparseRows

ENOUGH_ARTICLES = 8
"""In a smaller collection a word that two articles share cannot be told from one that all articles have."""
COMMON = 0.5
"""The share of articles from which on a word says nothing of what a sentence is about."""

TELLING_WORDS = 5
"""How many of an article's words of most weight tell what it is about."""
NEIGHBOURS = 5
"""So many articles widen one. What else was tried stands in docs/decisions/0014."""
SOUGHT_BY = 32
"""Neighbours are sought among the articles that hold one of so many words of most weight ..."""
HELD_BY = 64
"""... if no more articles than this hold it: what more of them hold, hardly tells them apart."""
WIDEST = 600
"""So many words of most weight of a widened article are kept."""
AT_ONCE = 1_000
"""Articles whose neighbours are sought at a time."""
NONE: Numbers = np.zeros(0, dtype=np.int64)


class Matters:
    """The articles of one collection, compared two by two on demand."""

    def __init__(self, texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """The articles' texts by their ids, each looked at once."""
        self._row: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._words = SparseRows(self._counted(texts.items() if isinstance(texts, Mapping) else texts))
        self._holding = np.bincount(self._words.columns, minlength=len(self._stems))
        self._weigh()
        self._wide = self._widened() if self.are_enough else self._words
        least = COMMON * len(self._words) if self.are_enough else np.inf
        self._common = frozenset(word for word, number in self._stems.items() if self._holding[number] >= least)

    def _counted(self, texts: Iterable[tuple[str, str]]) -> Iterator[list[tuple[int, float]]]:
        for article, text in texts:
            self._row[article] = len(self._row)
            counted = Counter(content_stems(text))
            yield sorted((self._stems.setdefault(word, len(self._stems)), times) for word, times in counted.items())

    def _weigh(self) -> None:
        """Put for how often a word is told what it weighs, so that each article's weights have length 1."""
        words = self._words
        weights = (1 + np.log(words.values)) * np.log1p(len(words) / self._holding)[words.columns]
        rows = words.row_numbers()
        lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(words)))
        words.values = (weights / lengths[rows]).astype(np.float32)

    def _widened(self) -> SparseRows:
        """Each article with its neighbours, by how near they are; itself counts as much as the nearest."""
        ones, others, nearness = self._neighbours()
        nearest = np.ones(len(self._words), dtype=np.float32)
        nearest[ones[::-1]] = nearness[::-1]
        into = np.concatenate([np.arange(len(self._words)), ones])
        rows = np.concatenate([np.arange(len(self._words)), others])
        shares = np.concatenate([nearest, nearness])
        shares /= np.bincount(into, shares, minlength=len(self._words))[into]
        order = np.argsort(into, kind="stable")
        return self._words.mixed(into[order], rows[order], shares[order].astype(np.float32), WIDEST)

    def _neighbours(self) -> tuple[Numbers, Numbers, NDArray[np.float32]]:
        """For each article the nearest others, nearest first, and how near they are: three columns, ascending by article."""
        words, many = self._words, len(self._words)
        holders = words.row_numbers()[np.argsort(words.columns, kind="stable")]
        starts = np.cumsum(self._holding) - self._holding
        parts = [self._nearest(range(first, min(first + AT_ONCE, many)), holders, starts) for first in range(0, many, AT_ONCE)]
        ones, others, near = (np.concatenate(column) for column in zip(*parts, strict=True))
        return ones, others, near

    def _nearest(self, articles: range, holders: Numbers, starts: Numbers) -> tuple[Numbers, Numbers, NDArray[np.float32]]:
        sought = [self._sought(article, holders, starts) for article in articles]
        ones, others = np.repeat(np.array(articles), list(map(len, sought))), np.concatenate(sought)
        near = self._words.products(ones, others)
        order = np.lexsort((others, -near, ones))
        ones, others, near = ones[order], others[order], near[order]
        rank = np.arange(len(ones)) - np.searchsorted(ones, ones)
        kept = (rank < NEIGHBOURS) & (near > 0)
        return ones[kept], others[kept], near[kept]

    def _sought(self, row: int, holders: Numbers, starts: Numbers) -> Numbers:
        """The articles that may be neighbours of one."""
        telling = self._weightiest(row, SOUGHT_BY, held_by=HELD_BY)
        found: Numbers = np.concatenate([holders[starts[word] : starts[word] + self._holding[word]] for word in telling] or [NONE])
        return np.unique(found[found != row])

    @property
    def are_enough(self) -> bool:
        """False in a collection too small to tell how near two articles are."""
        return len(self._words) >= ENOUGH_ARTICLES

    def closeness(self, one: str, other: str) -> float | None:
        """The product of two widened articles' words, 0 to 1; None in a collection too small to tell."""
        return float(self._wide.products(*self._rows_of([one, other]).reshape(2, 1))[0]) if self.are_enough else None

    def closenesses(self, articles: Iterable[str]) -> Products:
        """The closenesses of articles by their places in this order; 0 for one that is not of the collection."""
        return Products(self._wide, self._rows_of(articles))

    def _rows_of(self, articles: Iterable[str]) -> Numbers:
        return np.array([self._row.get(article, len(self._words)) for article in articles], dtype=np.int64)

    def telling_words(self, articles: Sequence[str]) -> Numbers:
        """[articles, TELLING_WORDS]: the numbers of the words of most weight in each article, -1 where it has no more."""
        known: dict[str, list[int]] = {
            article: self._telling_words(row) for article, row in zip(articles, self._rows_of(articles).tolist(), strict=True)
        }
        return np.array([known[article] for article in articles], dtype=np.int64).reshape(-1, TELLING_WORDS)

    def _telling_words(self, row: int) -> list[int]:
        telling = self._weightiest(row, TELLING_WORDS, held_by=len(self._words)).tolist()
        return [*telling, *[-1] * (TELLING_WORDS - len(telling))]

    def _weightiest(self, row: int, most: int, held_by: int) -> NDArray[np.int32]:
        """The words of most weight in an article, of those that another one holds too and no more than `held_by` do."""
        words = self._words
        mine = slice(words.ends[row], words.ends[row + 1])
        columns = words.columns[mine]
        shared = np.flatnonzero((self._holding[columns] > 1) & (self._holding[columns] <= held_by))
        return columns[shared[np.argsort(-words.values[mine][shared], kind="stable")[:most]]]

    def is_common(self, word: str) -> bool:
        """True for a stem that most articles of a collection large enough have."""
        return word in self._common


def content_stems(text: str) -> Iterable[str]:
    """The stems of the words that have a meaning of their own to compare, in text order."""
    return (found for word in WORD.findall(text) if (found := content_stem(word)) is not None)
