"""Inner products of sparse rows are those of the full matrix."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.sparse import Products, SparseRows

ROWS = st.lists(st.dictionaries(st.integers(0, 30), st.integers(1, 9).map(float), max_size=8), min_size=1, max_size=40)


@given(ROWS)
def test_products_are_those_of_the_full_matrix(rows: list[dict[int, float]]) -> None:
    full = np.zeros((len(rows), 31))
    for number, row in enumerate(rows):
        full[number, list(row)] = list(row.values())
    products = Products(SparseRows(sorted(row.items()) for row in rows), np.arange(len(rows)))
    ones, others = np.triu_indices(len(rows))
    products.work_out(others, ones)
    assert products.known(ones, others).tolist() == (full @ full.T)[ones, others].tolist()


@given(ROWS, st.integers(1, 31), st.data())
def test_mixed_rows_are_sums_of_rows_in_shares(rows: list[dict[int, float]], most: int, data: st.DataObject) -> None:
    full = np.zeros((len(rows), 31), dtype=np.float32)
    for number, row in enumerate(rows):
        full[number, list(row)] = list(row.values())
    places = st.lists(st.tuples(*[st.integers(0, len(rows) - 1)] * 2, st.sampled_from([0.25, 0.5, 2.0])), min_size=1, max_size=60)
    into, of, shares = map(np.array, zip(*sorted(data.draw(places)), strict=True))
    mixed = SparseRows(sorted(row.items()) for row in rows).mixed(into, of, shares.astype(np.float32), most)
    summed = np.zeros_like(full)
    np.add.at(summed, into, shares[:, np.newaxis] * full[of])
    for number, row in enumerate(summed):
        mine = slice(mixed.ends[number], mixed.ends[number + 1])
        assert mixed.values[mine].tolist() == row[mixed.columns[mine]].tolist()
        kept = sorted(row[row > 0].tolist(), reverse=True)[:most]
        assert sorted(mixed.values[mine].tolist(), reverse=True)[:most] == kept


def test_what_has_no_row_has_nothing_in_common() -> None:
    rows = SparseRows([[(0, 1.0)], [(0, 2.0)]])
    products = Products(rows, np.array([0, 1, len(rows)]))
    ones, others = np.array([0, 0, 2]), np.array([1, 2, 2])
    products.work_out(ones, others)
    assert products.known(ones, others).tolist() == [2.0, 0.0, 0.0]
