"""Weighing: pairs of tellings with how they compare in each field, by DuckDB where all are compared with all, else by Splink over it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from rashomon.link.blocking import ALL_PAIRS_UP_TO
from rashomon.link.columns import table_of
from rashomon.link.comparisons import CLOSENESS, PRIOR, bits, comparisons, pair_query, settings
from rashomon.link.matters import Matters
from rashomon.link.tellings import Telling

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

HOPELESS = -6.0
"""Bits below which a pair is not kept: one chance in sixty-four."""

_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Weighed:
    """Two tellings by their positions, the earlier first, and the outcome of each field that both tell of."""

    left: int
    right: int
    outcomes: tuple[tuple[str, str], ...]

    @property
    def bits(self) -> float:
        """The odds, in bits, that the two are of one happening."""
        return bits(PRIOR) + sum(bits(field, outcome) for field, outcome in self.outcomes)

    @property
    def probability(self) -> float:
        """The same as a probability."""
        return 1 / (1 + 2**-self.bits)


def weigh(tellings: Sequence[Telling], matters: Matters, least: float = HOPELESS) -> list[Weighed]:
    """The pairs that share a block and weigh at least `least` bits, in ascending order."""
    if len(tellings) < 2:
        return []
    found = _compare(tellings, matters, least)
    weighed = []
    for row, (one, other) in enumerate(zip(found["telling_l"], found["telling_r"], strict=True)):
        outcomes = ((field.field, field.outcome(found[f"mw_{field.field}"][row])) for field in comparisons())
        told = tuple((field, outcome) for field, outcome in outcomes if outcome is not None)
        weighed.append(Weighed(min(one, other), max(one, other), told))
    return sorted(weighed, key=lambda pair: (pair.left, pair.right))


def compare_all(tellings: Sequence[Telling], matters: Matters) -> dict[str, list[int]]:
    """For all pairs that share a block `telling_l`, `telling_r` and each field's outcome by its number, as `settings` says."""
    return _compare(tellings, matters, None)


def _compare(tellings: Sequence[Telling], matters: Matters, least: float | None) -> dict[str, list[Any]]:
    from pyarrow import compute

    numbered = least is None
    names = ("telling_l", "telling_r", *(f"{'gamma' if numbered else 'mw'}_{one.field}" for one in comparisons()))
    rows = table_of(tellings, matters)
    with _database(matters) as database:
        is_small = len(tellings) <= ALL_PAIRS_UP_TO and not numbered
        found = _all_pairs(database, rows) if is_small else _blocked_pairs(database, rows, numbered=numbered)
    kept = found if least is None else found.filter(compute.greater_equal(found.column("match_weight"), least))
    return {name: kept.column(name).to_pylist() for name in names}


@contextmanager
def _database(matters: Matters) -> Iterator[DuckDBPyConnection]:
    """An empty database that knows how near articles are; opening one takes as long as comparing a few tellings, so it is kept."""
    with _ONE_AT_A_TIME:
        database = _opened()
        database.create_function(CLOSENESS, matters.closeness, ["VARCHAR", "VARCHAR"], "FLOAT", null_handling="special")  # type: ignore[call-overload]
        try:
            yield database
        finally:
            database.remove_function(CLOSENESS)


@cache
def _opened() -> DuckDBPyConnection:
    import duckdb

    return duckdb.connect()


def _all_pairs(database: DuckDBPyConnection, rows: pa.Table) -> pa.Table:
    """Each telling with each, by the same conditions and weights: what Splink makes ready before it compares takes longer than this."""
    database.register("told", rows)
    try:
        return database.sql(pair_query()).to_arrow_table()
    finally:
        database.unregister("told")


def _blocked_pairs(database: DuckDBPyConnection, rows: pa.Table, *, numbered: bool) -> pa.Table:
    """The tellings that share a block, by Splink."""
    from splink import DuckDBAPI, Linker

    linker = Linker(
        DuckDBAPI(connection=database).register(rows), settings(numbered=numbered), log_level=logging.ERROR, validate_settings=False
    )
    predictions = linker.inference.predict()
    try:
        return predictions.as_pyarrow_table()  # type: ignore[no-untyped-call]
    finally:
        linker.table_management.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]
