"""What Python callers use: read, compare, load_aliases, open_case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rashomon.case import open_case
from rashomon.compare import compare_records
from rashomon.errors import InputError, SomeInputsFailed
from rashomon.ingest import ingest
from rashomon.link import AliasTable, load_aliases
from rashomon.model import AliasRow, Comparison, Record
from rashomon.read import Reader, Reading, choose_reader


def read(
    inputs: str | Path | Iterable[str | Path],
    *,
    reader: Reader | str | None = None,
    on_failure: Callable[[InputError], None] | None = None,
) -> Iterator[Record]:
    """One Record an article, in their order; up to three are under way at a time, so memory does not grow with their number.

    `inputs` are files, folders or `-` for standard input. An input that cannot be read never stops the others:
    `on_failure` is called with its error, or, without `on_failure`, SomeInputsFailed is raised after the last record.
    `reader` is "learned" or "rules"; by default the learned reader reads where its weights are installed. Raises
    MissingWeights when it is asked for and they are not.
    """
    reading = Reading(choose_reader(reader))
    names = [inputs] if isinstance(inputs, str | Path) else inputs
    failures: list[InputError] = []
    for found in ingest(str(name) for name in names):
        if isinstance(found, InputError):
            (on_failure or failures.append)(found)
        else:
            yield from reading.add(found)
    yield from reading.rest()
    if failures:
        raise SomeInputsFailed(failures)


def compare(records: Iterable[Record], *, aliases: str | Path | Iterable[AliasRow] = ()) -> Comparison:
    """The records side by side: same actors, same incidents, and where the accounts agree, differ, contradict or are silent.

    `aliases` is the path of an alias table in TOML, or its rows: what a reader says of which names are one actor's. Raises
    AliasError, with file and row, when the table cannot be read or contradicts itself.
    """
    if isinstance(aliases, str | Path):
        return compare_records(tuple(records), AliasTable(load_aliases(aliases), str(aliases)))
    return compare_records(tuple(records), AliasTable(aliases, "aliases"))


__all__ = ["compare", "load_aliases", "open_case", "read"]
