"""Shared: what the conditions ask of a pair that is too dear to be worked out each time it is asked.

How near two articles are, and how many words two sentences share, is worked out once for each pair that is about to be compared; the
conditions ask for it by functions of two numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.link.matters import Matters
from rashomon.link.sparse import Numbers, Products, SparseRows
from rashomon.link.tellings import Telling

Ask = Callable[[Numbers, Numbers], NDArray[np.float32] | None]


class Shared:
    """What pairs of tellings share; `asked` are the functions by the names that `tables/comparisons.toml` calls them by."""

    def __init__(self, tellings: Sequence[Telling], articles: Mapping[str, int], matters: Matters) -> None:
        """`articles` gives each article a number, in ascending order from 0, which is the one that conditions ask by."""
        self._article = np.array([articles[one.article] for one in tellings], dtype=np.int64)
        self._closeness = matters.closenesses(articles) if matters.are_enough else None
        self._context = _common_words([word for word in one.around.context if not matters.is_common(word)] for one in tellings)
        self._beside = _common_words(one.around.beside for one in tellings)
        self.asked: Mapping[str, Ask] = {
            "closeness": self._closeness.known if self._closeness else lambda _, __: None,
            "shared_context": self._context.known,
            "shared_beside": self._beside.known,
        }

    def work_out(self, ones: Numbers, others: Numbers) -> None:
        """Be ready to be asked about these pairs of tellings, and their articles; what was known before is forgotten."""
        self._context.work_out(ones, others)
        self._beside.work_out(ones, others)
        if self._closeness:
            self._closeness.work_out(self._article[ones], self._article[others])


def _common_words(told: Iterable[Iterable[str]]) -> Products:
    """How many words two of the lists have in common."""
    rows = SparseRows(_numbered(told))
    return Products(rows, np.arange(len(rows)))


def _numbered(told: Iterable[Iterable[str]]) -> Iterator[list[tuple[int, float]]]:
    numbers: dict[str, int] = {}
    for words in told:
        yield [(number, 1.0) for number in sorted(numbers.setdefault(word, len(numbers)) for word in words)]
