"""Weighing: pairs of tellings with how they compare in each field, by DuckDB where all are compared with all, else by Splink over it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from rashomon.link.blocking import ALL_PAIRS_UP_TO
from rashomon.link.columns import table_of
from rashomon.link.comparisons import CLOSENESS, bits, comparisons, pair_query, settings
from rashomon.link.matters import Matters
from rashomon.link.tellings import Telling
from rashomon.model import PRIOR

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

    @cached_property
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


def make_ready() -> None:
    """Load in the background what comparing needs, while there is something else to do: a third of a second."""
    Thread(target=_opened, daemon=True).start()


def compare_all(tellings: Sequence[Telling], matters: Matters) -> dict[str, list[int]]:
    """For all pairs that share a block `telling_l`, `telling_r` and each field's outcome by its number, as `settings` says."""
    with _database(matters) as database:
        return _columns(_blocked_pairs(database, table_of(tellings, matters), None), "gamma")


def _compare(tellings: Sequence[Telling], matters: Matters, least: float) -> dict[str, list[Any]]:
    rows = table_of(tellings, matters)
    with _database(matters) as database:
        if len(tellings) <= ALL_PAIRS_UP_TO:
            return _columns(_all_pairs(database, rows, least), "mw")
        return _columns(_blocked_pairs(database, rows, least), "mw")


def _columns(found: pa.Table, prefix: str) -> dict[str, list[Any]]:
    names = ("telling_l", "telling_r", *(f"{prefix}_{one.field}" for one in comparisons()))
    return {name: found.column(name).to_pylist() for name in names}


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


def _all_pairs(database: DuckDBPyConnection, rows: pa.Table, least: float) -> pa.Table:
    """Each telling with each, by the same conditions and weights: what Splink makes ready before it compares takes longer than this."""
    database.register("told", rows)
    try:
        return database.sql(pair_query(), params=[least]).to_arrow_table()
    finally:
        database.unregister("told")


def _blocked_pairs(database: DuckDBPyConnection, rows: pa.Table, least: float | None) -> pa.Table:
    """The tellings that share a block, by Splink: those of `least` bits with their weights, or all with their outcomes' numbers."""
    from splink import DuckDBAPI, Linker

    told = DuckDBAPI(connection=database).register(rows)
    linker = Linker(told, settings(numbered=least is None), log_level=logging.ERROR, validate_settings=False)
    predictions = linker.inference.predict(threshold_match_weight=least)
    try:
        return predictions.as_pyarrow_table()  # type: ignore[no-untyped-call]
    finally:
        linker.table_management.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]
