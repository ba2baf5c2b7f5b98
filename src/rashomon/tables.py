"""Tables of knowledge: tab-separated files beside the modules that use them.

A table starts with comment lines (`#`) that say what a row means and where it comes from, then a line of column
names, then one row a line. A malformed table stops the program with the file and line, never silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files

from rashomon.errors import TableError

Row = dict[str, str]


@cache
def load_table(
    package: str,
    name: str,
    columns: tuple[str, ...],
    key: tuple[str, ...] = (),
    fault: Callable[[Row], str | None] | None = None,
) -> tuple[Row, ...]:
    """The rows of `name` (a path such as "tables/cues.tsv") in `package`, each a dict from column to cell.

    `fault` says what is wrong with a row, or None. Raises TableError where it does, when a row has too few or too many
    cells, when the columns are not `columns`, or when two rows have the same cells in the columns of `key`.
    """
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, row in _parse(package, name, columns):
        identity = tuple(row[column] for column in key)
        if key and identity in seen:
            raise TableError(f"{name}, line {number}: {identity} stands already in line {seen[identity]}; keep one of the two")
        seen[identity] = number
        wrong = fault(row) if fault is not None else None
        if wrong is not None:
            raise TableError(f"{name}, line {number}: {wrong}")
        rows.append(row)
    return tuple(rows)


def cell_fault(cells: Iterable[tuple[str, str, Iterable[str]]]) -> str | None:
    """What is wrong with the first cell that holds a word which may not stand there, or None.

    `cells` are columns with what stands in each and the words that may; an empty word there allows an empty cell.
    """
    for column, told, words in cells:
        allowed = set(words)
        if told not in allowed:
            listed = [*sorted(allowed - {""}), *(["or nothing"] if "" in allowed else [])]
            return f"{column} has {told!r}; it takes one of {', '.join(listed)}"
    return None


def choices(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by `|`; an empty cell holds none."""
    if "|" not in cell:
        return (alone,) if (alone := cell.strip()) else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _parse(package: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    header_seen = False
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if not header_seen:
            if cells != columns:
                raise TableError(f"{name}, line {number}: the columns are {cells}; they should be {columns}")
            header_seen = True
            continue
        if len(cells) != len(columns):
            raise TableError(f"{name}, line {number}: {len(cells)} cells where the {len(columns)} columns {columns} should be")
        yield number, dict(zip(columns, cells, strict=True))
