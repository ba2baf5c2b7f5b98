"""Sparse rows: words and what they weigh, row by row, and what pairs of rows have in common, worked out for very many pairs at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
ROWS_AT_ONCE = 16
"""Rows that are laid out in full at a time: few enough to stay in a processor's cache, enough to spread what a step costs in Python."""


class SparseRows:
    """A matrix in compressed rows (CSR): 8 bytes for each value that is not 0."""

    def __init__(self, rows: Iterable[Iterable[tuple[int, float]]]) -> None:
        """Each row as its columns, ascending, and their values; behind the last row stands one that is empty."""
        columns, values, ends = array("i"), array("f"), array("q", [0])
        for row in rows:
            for column, value in row:
                columns.append(column)
                values.append(value)
            ends.append(len(columns))
        ends.append(len(columns))
        self._hold(np.asarray(columns, dtype=np.int32), np.asarray(values, dtype=np.float32), np.asarray(ends, dtype=np.int64))

    def _hold(self, columns: NDArray[np.int32], values: NDArray[np.float32], ends: Numbers) -> None:
        self.columns, self.values, self.ends = columns, values, ends
        self.width = int(columns.max(initial=-1)) + 1

    def __len__(self) -> int:
        """How many rows there are, without the empty one."""
        return len(self.ends) - 2

    def row_numbers(self) -> Numbers:
        """For each value the number of its row."""
        return np.repeat(np.arange(len(self)), np.diff(self.ends[:-1]))

    def products(self, ones: Numbers, others: Numbers) -> NDArray[np.float32]:
        """The inner products of pairs of rows, which are given in ascending order of the first."""
        firsts, which = np.unique(ones, return_inverse=True)
        found = np.zeros(len(ones), dtype=np.float32)
        laid_out = np.zeros(ROWS_AT_ONCE * self.width, dtype=np.float32)
        for start in range(0, len(firsts), ROWS_AT_ONCE):
            mine, sizes = self._places(firsts[start : start + ROWS_AT_ONCE])
            full = np.repeat(np.arange(len(sizes)), sizes) * self.width + self.columns[mine]
            laid_out[full] = self.values[mine]
            pairs = slice(*np.searchsorted(which, (start, start + ROWS_AT_ONCE)).tolist())
            theirs, sizes = self._places(others[pairs])
            shared = laid_out[np.repeat(which[pairs] - start, sizes) * self.width + self.columns[theirs]] * self.values[theirs]
            found[pairs] = np.bincount(np.repeat(np.arange(len(sizes)), sizes), shared, minlength=len(sizes))
            laid_out[full] = 0
        return found

    def mixed(self, into: Numbers, rows: Numbers, shares: NDArray[np.float32], most: int) -> SparseRows:
        """As many rows, each a sum of rows in shares: of the row at `rows` goes the share at `shares` into the row at `into`, ascending.

        Values of a row that are smaller than its `most` largest are left out.
        """
        columns, values, sizes = zip(*self._mixed(into, rows, shares, most), strict=True)
        mixed = SparseRows(())
        ends = np.concatenate([[0], np.cumsum(np.concatenate(sizes))])
        mixed._hold(np.concatenate(columns), np.concatenate(values), np.append(ends, ends[-1]))
        return mixed

    def _mixed(
        self, into: Numbers, rows: Numbers, shares: NDArray[np.float32], most: int
    ) -> Iterator[tuple[NDArray[np.int32], NDArray[np.float32], Numbers]]:
        """Columns and values of some rows at a time, and how many each has."""
        for start in range(0, len(self), ROWS_AT_ONCE):
            many = min(ROWS_AT_ONCE, len(self) - start)
            parts = slice(*np.searchsorted(into, (start, start + many)).tolist())
            places, sizes = self._places(rows[parts])
            spread = np.repeat(np.arange(len(sizes)), sizes)
            full = (into[parts] - start)[spread] * self.width + self.columns[places]
            told = np.bincount(full, shares[parts][spread] * self.values[places], minlength=many * self.width)
            summed = told.astype(np.float32).reshape(many, self.width)
            if most < self.width:
                least = np.partition(summed, self.width - most, axis=1)[:, self.width - most]
                summed[summed < least[:, np.newaxis]] = 0
            held, column = np.nonzero(summed)
            yield column.astype(np.int32), summed[held, column], np.bincount(held, minlength=many)

    def _places(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """Where the values of the rows stand, and how many each has."""
        first = self.ends[rows]
        sizes = self.ends[rows + 1] - first
        before = np.cumsum(sizes) - sizes
        return np.arange(sizes.sum()) + np.repeat(first - before, sizes), sizes


class Products:
    """Inner products of rows, each worked out once and then looked up as often as is asked.

    What is asked for goes by numbers of its own; `rows_of` tells the row of each.
    """

    def __init__(self, rows: SparseRows, rows_of: Numbers) -> None:
        self._rows = rows
        self._rows_of = rows_of
        self._pairs = np.zeros(0, dtype=np.int64)
        self._found = np.zeros(0, dtype=np.float32)

    def work_out(self, ones: Numbers, others: Numbers) -> None:
        """Know these pairs, and forget those known before."""
        self._pairs = np.unique(self._packed(ones, others))
        self._found = self._rows.products(*np.divmod(self._pairs, len(self._rows) + 1))

    def known(self, ones: Numbers, others: Numbers) -> NDArray[np.float32]:
        """The products of pairs that were worked out, in the order asked for."""
        return self._found[np.searchsorted(self._pairs, self._packed(ones, others))]

    def _packed(self, ones: Numbers, others: Numbers) -> Numbers:
        mine, its = self._rows_of[ones], self._rows_of[others]
        return np.asarray(np.minimum(mine, its) * (len(self._rows) + 1) + np.maximum(mine, its))
