"""Columns: tellings as a table for DuckDB and Splink, one row each, with the names that `tables/comparisons.toml` speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.link.acts import SAYING, act_in_pieces, broader_kinds, near_kinds, telling_part
from rashomon.link.matters import Matters
from rashomon.link.meanings import meaning_of
from rashomon.link.tellings import Telling

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

SELDOM = 0.05
"""The share of a collection's tellings up to which a participant or place tells one happening from another."""
UNSEEN = 40
"""Tellings that a collection is taken to be a part of, beside its own: in two short articles everything looks common."""


ROWS_AT_ONCE = 10_000
"""Rows that are made in Python before they are handed over."""


def tables_of(tellings: Sequence[Telling], articles: Mapping[str, int], matters: Matters) -> Iterator[pa.Table]:
    """The tellings as rows, so many at once, `telling` being each one's position, `article` the number of its article.

    `context` and `beside` say how many words of its sentence there are to compare.
    """
    import pyarrow as pa

    common = _Common.of(tellings)
    schema = _schema(pa)
    for start in range(0, len(tellings), ROWS_AT_ONCE):
        part = tellings[start : start + ROWS_AT_ONCE]
        rows = [_row(start + number, one, articles[one.article], common, matters) for number, one in enumerate(part)]
        yield pa.Table.from_pylist(rows, schema=schema)


class FiledRows(AbstractContextManager["FiledRows"]):
    """Tables of rows in a file, from which some are taken by their numbers: what a take costs grows with what is taken."""

    def __init__(self, file: Path, tables: Iterable[pa.Table]) -> None:
        import pyarrow as pa

        written = None
        for table in tables:
            written = written or pa.ipc.new_file(file, table.schema)
            written.write_table(table.combine_chunks())
        if written is not None:
            written.close()
        self._mapped = pa.memory_map(str(file))
        self._batches = pa.ipc.open_file(self._mapped)

    def take(self, rows: NDArray[np.int64]) -> pa.Table:
        """The rows of these numbers, which ascend."""
        import pyarrow as pa

        first, last = rows[0] // ROWS_AT_ONCE, rows[-1] // ROWS_AT_ONCE
        ends = np.searchsorted(rows, np.arange(first, last + 2) * ROWS_AT_ONCE)
        parts = [
            self._batches.get_batch(first + number).take(pa.array(rows[start:end] - (first + number) * ROWS_AT_ONCE))
            for number, (start, end) in enumerate(pairwise(ends))
            if start < end
        ]
        return pa.Table.from_batches(parts)

    def __exit__(self, *_: object) -> None:
        self._mapped.close()


class _Common:
    """How often each participant and place is told of in a collection."""

    def __init__(self, counted: Counter[str], total: int) -> None:
        self._counted = counted
        self._total = total

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> _Common:
        counted: Counter[str] = Counter()
        total = 0
        for telling in tellings:
            total += 1
            counted.update(telling.agents | telling.patients)
            if telling.place:
                counted[telling.place.name] += 1
        return cls(counted, total)

    def is_seldom(self, value: str) -> bool:
        return (self._counted[value] + 1) / (self._total + UNSEEN) <= SELDOM

    def seldom(self, values: Iterable[str]) -> list[str]:
        return [value for value in values if self.is_seldom(value)]


def _row(position: int, one: Telling, article: int, common: _Common, matters: Matters) -> dict[str, Any]:
    act = act_in_pieces(one.words, one.type.value if one.type else None)
    kinds = sorted(act.kinds)
    patients, agents = sorted(one.patients), sorted(one.agents)
    movers = sorted(one.patients | one.agents) if one.act.is_moving else []
    period = one.period
    any_year = period.in_any_year() if period else None
    place = one.place
    return {
        "telling": position,
        "article": article,
        "voice": one.voice or "",
        "position": one.position,
        "published": one.published,
        "sentence": f"{article}/{one.around.sentence}",
        "stems": sorted(act.stems),
        "kinds": kinds,
        "broader": sorted({broader for kind in kinds for broader in broader_kinds(kind)}),
        "near": sorted({near for kind in kinds for near in near_kinds(kind)}),
        "saying": SAYING in kinds,
        "type": one.type.value if one.type else None,
        "mode": f"{one.type}/{one.mode}" if one.type and one.mode else None,
        "moving": one.act.is_moving,
        "blamable": one.blamable,
        "meaning": meaning_of(telling_part(one.words)),
        "dated_by": one.dated_by,
        "first": period.first if period else None,
        "last": period.last if period else None,
        "approximate": bool(period and period.approximate),
        "yearless": bool(period and period.yearless),
        "any_first": any_year.first if any_year else None,
        "any_last": any_year.last if any_year else None,
        "place": place.name if place else None,
        "place_seldom": bool(place and common.is_seldom(place.name)),
        "entry": place.entry if place else None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "away": one.away,
        "site": one.site,
        "agents": agents,
        "agents_seldom": common.seldom(agents),
        "patients": patients,
        "patients_seldom": common.seldom(patients),
        "movers": movers,
        "movers_seldom": common.seldom(movers),
        "known_patients": sorted(one.patients & one.known),
        "known_agents": sorted(one.agents & one.known),
        "others": sorted(one.others),
        "doers": sorted(one.doers),
        "name": sorted(one.name),
        "happened": one.happened,
        "planned": one.planned,
        "recurring": one.recurring,
        "denied": one.denied,
        "nobody": one.denied and not (one.patients or one.others or one.agents),
        "definite": one.definite,
        "context": sum(not matters.is_common(word) for word in one.around.context),
        "beside": len(one.around.beside),
    }


def _schema(pa: Any) -> pa.Schema:
    words, numbers = pa.list_(pa.string()), pa.list_(pa.float32())
    kinds = {
        pa.int64(): ("telling", "article", "position", "context", "beside", "published", "first", "last", "any_first", "any_last"),
        pa.bool_(): (
            "saying",
            "moving",
            "blamable",
            "approximate",
            "yearless",
            "place_seldom",
            "away",
            "happened",
            "planned",
            "recurring",
            "denied",
            "nobody",
            "definite",
        ),
        numbers: ("meaning",),
        words: (
            *("stems", "kinds", "broader", "near", "agents", "agents_seldom", "patients", "patients_seldom"),
            *("movers", "movers_seldom", "known_patients", "known_agents", "others", "doers", "name"),
        ),
        pa.string(): ("voice", "sentence", "type", "mode", "dated_by", "place", "entry", "country", "precision", "site"),
    }
    return pa.schema([(name, kind) for kind, names in kinds.items() for name in names])
