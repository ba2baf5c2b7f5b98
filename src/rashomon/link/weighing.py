"""Weighing: pairs of tellings with how they compare in each field, by DuckDB where all are compared with all, else by Splink over it.

A pair is held as its two positions and what each field weighs, in 40 bytes; what it is made of is told only when it is asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from rashomon.link.blocking import ALL_PAIRS_UP_TO, pairs_to_compare
from rashomon.link.columns import FiledRows, tables_of
from rashomon.link.comparisons import DECIMALS, bits, comparisons, pair_query, settings
from rashomon.link.matters import Matters
from rashomon.link.shared import Ask, Shared
from rashomon.link.tellings import Telling
from rashomon.model import PRIOR

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

HOPELESS = -6.0
"""Bits below which a pair is not kept: one chance in sixty-four."""
PAIRS_AT_ONCE = 500_000
"""Pairs that Splink compares before the next are handed to it."""
MEMORY = "2GB"
"""What DuckDB may take in memory; the rest lies in a file."""
PARTS_OF_A_BIT = 10**DECIMALS

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


@dataclass(frozen=True, eq=False)
class Pairs(Sequence[Weighed]):
    """Pairs in ascending order: `left` and `right` are positions of tellings, `weights` [pairs, fields] is in hundredths of a bit."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    weights: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.left)

    def __getitem__(self, row: int) -> Weighed:  # type: ignore[override]
        """The pair with its outcomes in words."""
        told = zip(comparisons(), self.weights[row].tolist(), strict=True)
        outcomes = ((one.field, one.outcome(weight / PARTS_OF_A_BIT)) for one, weight in told)
        return Weighed(int(self.left[row]), int(self.right[row]), tuple((field, name) for field, name in outcomes if name is not None))

    @cached_property
    def bits(self) -> NDArray[np.float64]:
        """The odds of each pair in bits, summed up in the order of the fields, as one pair's are."""
        total = np.zeros(len(self))
        for column in self.weights.T:
            total += column / PARTS_OF_A_BIT
        return bits(PRIOR) + total

    @cached_property
    def probability(self) -> NDArray[np.float64]:
        """The same as probabilities."""
        different, which = np.unique(self.bits, return_inverse=True)
        return np.array([1 / (1 + 2**-odds) for odds in different.tolist()])[which]


def weigh(tellings: Sequence[Telling], matters: Matters, least: float = HOPELESS) -> Pairs:
    """The pairs that are to be compared and weigh at least `least` bits."""
    parts = [_pairs(found) for found in _compare(tellings, matters, least)] if len(tellings) > 1 else []
    fields = len(comparisons())
    left = np.concatenate([np.zeros(0, dtype=np.int32), *(part.left for part in parts)])
    right = np.concatenate([np.zeros(0, dtype=np.int32), *(part.right for part in parts)])
    weights = np.concatenate([np.zeros((0, fields), dtype=np.int16), *(part.weights for part in parts)])
    order = np.lexsort((right, left))
    return Pairs(left[order], right[order], weights[order])


def make_ready() -> None:
    """Load in the background what comparing needs, while there is something else to do: a third of a second."""
    Thread(target=_opened, daemon=True).start()


def compare_all(tellings: Sequence[Telling], matters: Matters) -> dict[str, NDArray[Any]]:
    """For all pairs to compare `telling_l`, `telling_r` and each field's outcome by its number, as `settings` says."""
    parts = [_columns(found, "gamma") for found in _chosen_pairs(tellings, matters, None)]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _compare(tellings: Sequence[Telling], matters: Matters, least: float) -> Iterator[pa.Table]:
    if len(tellings) <= ALL_PAIRS_UP_TO:
        yield _all_pairs(tellings, matters, least)
    else:
        yield from _chosen_pairs(tellings, matters, least)


def _pairs(found: pa.Table) -> Pairs:
    columns = _columns(found, "mw")
    one, other = columns.pop("telling_l"), columns.pop("telling_r")
    weights = [np.rint(column * PARTS_OF_A_BIT).astype(np.int16) for column in columns.values()]
    return Pairs(np.minimum(one, other).astype(np.int32), np.maximum(one, other).astype(np.int32), np.stack(weights, axis=1))


def _columns(found: pa.Table, prefix: str) -> dict[str, NDArray[Any]]:
    names = ("telling_l", "telling_r", *(f"{prefix}_{one.field}" for one in comparisons()))
    return {name: found.column(name).to_numpy() for name in names}


@cache
def _opened() -> DuckDBPyConnection:
    import duckdb

    return duckdb.connect()


@contextmanager
def _knowing(database: DuckDBPyConnection, shared: Shared) -> Iterator[DuckDBPyConnection]:
    """The database, in which conditions may ask what pairs share."""
    for name, ask in shared.asked.items():
        database.create_function(name, _in_arrow(ask), ["BIGINT", "BIGINT"], "FLOAT", type="arrow", null_handling="special")  # type: ignore[call-overload]
    try:
        yield database
    finally:
        for name in shared.asked:
            database.remove_function(name)


def _in_arrow(ask: Ask) -> Callable[[Any, Any], pa.Array]:
    import pyarrow as pa

    def asked(ones, others):  # type: ignore[no-untyped-def]
        found = ask(ones.to_numpy(), others.to_numpy())
        return pa.nulls(len(ones), pa.float32()) if found is None else pa.array(found)

    return asked


def _all_pairs(tellings: Sequence[Telling], matters: Matters, least: float) -> pa.Table:
    """Each telling with each, by the same conditions and weights: what Splink makes ready before it compares takes longer than this.

    Opening a database takes as long as comparing a few tellings, so one is kept.
    """
    articles = _numbered(one.article for one in tellings)
    shared = Shared(tellings, articles, matters)
    shared.work_out(*np.triu_indices(len(tellings), 1))
    (rows,) = tables_of(tellings, articles, matters)
    with _ONE_AT_A_TIME, _knowing(_opened(), shared) as database:
        database.register("told", rows)
        try:
            return database.sql(pair_query(), params=[least]).to_arrow_table()
        finally:
            database.unregister("told")


def _chosen_pairs(tellings: Sequence[Telling], matters: Matters, least: float | None) -> Iterator[pa.Table]:
    """The pairs that blocking chooses, by Splink: those of `least` bits with their weights, or all with their outcomes' numbers.

    The tellings lie in a file, and so many pairs at once are compared, each time among the tellings that they ask for: so memory holds
    little beside what is kept, and what is compared at once costs the same however many there are.
    """
    import duckdb
    import pyarrow as pa
    from splink import DuckDBAPI, Linker

    left, right = pairs_to_compare(tellings, matters)
    articles = _numbered(one.article for one in tellings)
    shared = Shared(tellings, articles, matters)
    with (
        TemporaryDirectory() as folder,
        FiledRows(Path(folder) / "tellings", tables_of(tellings, articles, matters)) as rows,
        duckdb.connect(f"{folder}/pairs", config={"memory_limit": MEMORY}) as opened,
    ):
        opened.register("told", rows.take(np.zeros(1, dtype=np.int64)))
        with _knowing(opened, shared) as database:
            backend = DuckDBAPI(connection=database)
            linker = Linker(backend.register("told"), settings(numbered=least is None), log_level=logging.ERROR, validate_settings=False)
            for start in range(0, len(left), PAIRS_AT_ONCE):
                ones, others = left[start : start + PAIRS_AT_ONCE], right[start : start + PAIRS_AT_ONCE]
                shared.work_out(ones, others)
                opened.register("told", rows.take(np.unique(np.concatenate([ones, others]))))
                linker.table_management.invalidate_cache()  # type: ignore[no-untyped-call]
                opened.register("chosen", pa.table({"join_key_l": ones, "join_key_r": others, "match_key": ["0"] * len(ones)}))
                linker.table_management.register_blocked_pairs_for_predict(backend.register("chosen"))
                predictions = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
                yield predictions.as_pyarrow_table()  # type: ignore[no-untyped-call]
                predictions.drop_table_from_database_and_remove_from_cache()
                opened.unregister("chosen")


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """The names by their places, each at its first."""
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
