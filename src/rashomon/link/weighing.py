"""Weighing: pairs of tellings with how they compare in each field, by Splink over DuckDB."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.link.blocking import ALL_PAIRS_UP_TO
from rashomon.link.columns import table_of
from rashomon.link.comparisons import PRIOR, bits, comparisons, settings
from rashomon.link.matters import Matters
from rashomon.link.tellings import Telling

if TYPE_CHECKING:
    import pyarrow as pa
    from splink import DuckDBAPI
    from splink.internals.splink_dataframe import SplinkDataFrame

HOPELESS = -6.0
"""Bits below which a pair is not kept: one chance in sixty-four."""


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
    if len(tellings) < 2:  # noqa: PLR2004, a pair
        return []
    found = _compare(tellings, matters, least)
    weighed = []
    for row, (one, other) in enumerate(zip(found["telling_l"], found["telling_r"], strict=True)):
        outcomes = ((field.field, field.outcome(found[f"mw_{field.field}"][row])) for field in comparisons())
        told = tuple((field, outcome) for field, outcome in outcomes if outcome is not None)
        weighed.append(Weighed(min(one, other), max(one, other), told))
    return sorted(weighed, key=lambda pair: (pair.left, pair.right))


def compare_all(tellings: Sequence[Telling], matters: Matters) -> dict[str, list[int]]:
    """For all pairs that share a block `telling_l`, `telling_r` and the number of each field's outcome, as `settings` says: to learn from."""
    return _compare(tellings, matters, None)


def _compare(tellings: Sequence[Telling], matters: Matters, least: float | None) -> dict[str, list[Any]]:
    import duckdb  # noqa: PLC0415, only linking needs these
    from pyarrow import compute  # noqa: PLC0415
    from splink import DuckDBAPI  # noqa: PLC0415

    numbered = least is None
    names = ("telling_l", "telling_r", *(f"{'gamma' if numbered else 'mw'}_{one.field}" for one in comparisons()))
    with duckdb.connect() as connection:
        connection.create_function("closeness", matters.closeness, ["VARCHAR", "VARCHAR"], "FLOAT", null_handling="special")
        engine, rows = DuckDBAPI(connection=connection), table_of(tellings, matters)
        compared = _all_pairs(engine, rows) if len(tellings) <= ALL_PAIRS_UP_TO else _blocked_pairs(engine, rows, numbered=numbered)
        found = compared.as_pyarrow_table()
    kept = found if least is None else found.filter(compute.greater_equal(found.column("match_weight"), least))
    return {name: kept.column(name).to_pylist() for name in names}


def _all_pairs(engine: DuckDBAPI, rows: pa.Table) -> SplinkDataFrame:
    """Each telling with each: the SQL is made once a process, which is most of what comparing a few tellings costs."""
    from splink.internals.realtime import compare_records  # noqa: PLC0415, where Splink documents it to be

    return compare_records(rows, rows, settings(), engine, sql_cache_key=__name__, join_condition="l.telling < r.telling")


def _blocked_pairs(engine: DuckDBAPI, rows: pa.Table, *, numbered: bool) -> SplinkDataFrame:
    """The tellings that share a block."""
    from splink import Linker  # noqa: PLC0415

    linker = Linker(engine.register(rows), settings(numbered=numbered), log_level=logging.ERROR, validate_settings=False)
    return linker.inference.predict()
