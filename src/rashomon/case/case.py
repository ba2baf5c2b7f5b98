"""Case: what a sitting works on. Reads what is new, keeps what was read, and never loses a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from rashomon.case.corrections import current_value, replay
from rashomon.case.store import Store
from rashomon.compare import compare_records
from rashomon.errors import CaseError, InputError, SomeInputsFailed
from rashomon.ingest import ingest
from rashomon.link import AliasTable
from rashomon.model import AliasRow, Article, Comparison, Correction, Record
from rashomon.read import Reader, Reading, choose_reader, reader_name


def open_case(path: str | Path, *, create: bool = True) -> Case:
    """The case in the file at `path`, made if there is none. Raises CaseError when the file is something else."""
    return Case(Store(Path(path), create=create))


class Case:
    """Articles with their records, and the aliases and corrections of a reader, in one file that several processes may use."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def read(
        self,
        inputs: Iterable[str | Path],
        *,
        reader: Reader | str | None = None,
        on_failure: Callable[[InputError], None] | None = None,
    ) -> Iterator[tuple[Article, bool]]:
        """Read what the case does not hold yet; each article with True if it was read now, False if it was there.

        A record made by another version or reader is made anew. Each is stored as soon as it is read, so a run that was
        stopped goes on where it was. Failures are told, and the reader is chosen, as `rashomon.read` does it.
        """
        failures: list[InputError] = []
        chosen = choose_reader(reader)
        name = reader_name(chosen)
        readers = self._store.readers()
        reading = Reading(chosen)
        for found in ingest(str(name) for name in inputs):
            if isinstance(found, InputError):
                (on_failure or failures.append)(found)
                continue
            if readers.get(found.id) == name:
                yield found, False
                continue
            readers[found.id] = name
            yield from self._kept(reading.add(found))
        yield from self._kept(reading.rest())
        if failures:
            raise SomeInputsFailed(failures)

    def _kept(self, read: Iterable[Record]) -> Iterator[tuple[Article, bool]]:
        for record in read:
            self._store.put(record)
            yield record.article, True

    def records(self) -> Iterator[Record]:
        """The records with all corrections made, in the order the articles came in."""
        corrections = self._standing()
        for record in self._store.records():
            yield replay(record, corrections)[0]

    def stale_corrections(self) -> tuple[Correction, ...]:
        """The corrections that fit nothing any more since a newer reading changed what they were about."""
        corrections = self._standing()
        return tuple(stale for record in self._store.records() for stale in replay(record, corrections)[1])

    def compare(self) -> Comparison:
        """All records of the case side by side, with the aliases of the case."""
        return compare_records(tuple(self.records()), self.alias_table())

    def aliases(self) -> tuple[AliasRow, ...]:
        """The rows of the alias table that the case was given last; none if it was given none."""
        return self._store.aliases()

    def alias_table(self) -> AliasTable:
        """The rows, ready to be asked of names."""
        return AliasTable(self.aliases(), str(self._store.path))

    def set_aliases(self, rows: Iterable[AliasRow]) -> None:
        """Keep these rows with the case, in the place of those that it had. Raises AliasError where they contradict each other."""
        self._store.put_aliases(AliasTable(rows, "these rows").rows)

    def correct(self, target: str, field: str, new: Any, *, who: str, why: str) -> int:
        """Put `new` in place of what was read in `field` of the thing with id `target`; the correction's number.

        What was read is kept beside it. Raises CaseError when there is no such thing or field, or `new` cannot stand there.
        """
        for record in self._store.records():
            if target.startswith(record.article.id[:8]):
                break
        else:
            raise CaseError(f"{target}: the case holds nothing of that id; `rashomon read --to jsonl` prints the ids")
        corrected = replay(record, self._standing())[0]
        correction = Correction(
            target=target,
            field=field,
            old=current_value(corrected, target, field),
            new=msgspec.json.encode(new).decode(),
            who=who,
            when=_now(),
            why=why,
        )
        try:
            replay(corrected, [correction])
        except msgspec.ValidationError as error:
            raise CaseError(f"{target}: {new!r} cannot stand in {field!r}: {error}") from error
        return self._store.add_correction(correction)

    def corrections(self) -> tuple[tuple[int, Correction, str | None], ...]:
        """Number, correction and, where it was undone, when; oldest first."""
        return tuple(self._store.corrections())

    def undo(self, number: int) -> None:
        """Take a correction back; it stays in the log. Raises CaseError when there is none of that number."""
        self._store.undo_correction(number, _now())

    def _standing(self) -> tuple[Correction, ...]:
        return tuple(correction for _, correction, undone in self._store.corrections() if undone is None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
