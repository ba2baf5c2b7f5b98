"""The case file: four tables and nothing but reading and writing them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from rashomon.errors import CaseError
from rashomon.model import AliasRow, Article, Correction, Record
from rashomon.model.codec import decode_record, encode_record

APPLICATION_ID = 0x5241534D
"""Marks an SQLite file as a case ("RASM"), in the header field that SQLite keeps for this."""
FORMAT = 2
"""Format 1 had no aliases; a case of it is brought up to this one when it is first given some."""
WAIT_S = 30.0
"""How long one process waits for another that is writing."""

SCHEMA = """
CREATE TABLE article (id TEXT PRIMARY KEY, origin TEXT NOT NULL, raw BLOB NOT NULL);
CREATE TABLE record (article TEXT PRIMARY KEY REFERENCES article(id), reader TEXT NOT NULL, json BLOB NOT NULL);
CREATE TABLE correction (number INTEGER PRIMARY KEY, json BLOB NOT NULL, undone TEXT);
"""
ALIAS_SCHEMA = "CREATE TABLE IF NOT EXISTS alias (number INTEGER PRIMARY KEY, json BLOB NOT NULL)"


class Store:
    """One case file on disk. Every write is one transaction, so a process that is stopped leaves no half record."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open the file, or make it. Raises CaseError when it is no case or of a newer format."""
        if not create and not path.exists():
            raise CaseError(f"{path}: there is no such case; make one with `rashomon read INPUT... --to {path}`")
        if not path.parent.is_dir():
            raise CaseError(f"{path}: the folder {path.parent} does not exist; make it first")
        self.path = path
        try:
            self._connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise CaseError(f"{path}: this is not a case file ({error}); name another file") from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def put(self, record: Record) -> None:
        """Keep an article with its raw bytes and its record; the record of an earlier reading is replaced."""
        article = record.article
        with self._transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO article VALUES (?, ?, ?)", (article.id, article.origin, article.raw))
            connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (article.id, record.reader, encode_record(record)))

    def readers(self) -> dict[str, str]:
        """By the article's id, what its record was read by."""
        return dict(self._connection.execute("SELECT article, reader FROM record"))

    def records(self) -> Iterator[Record]:
        """The records as they were read, with the articles' raw bytes, in the order the articles were first put."""
        rows = self._connection.execute("SELECT json, raw FROM record JOIN article ON article = id ORDER BY article.rowid")
        for line, raw in rows:
            record = decode_record(line)
            yield msgspec.structs.replace(record, article=_with_raw(record.article, raw))

    def add_correction(self, correction: Correction) -> int:
        """Append to the log; the number it stands under."""
        with self._transaction() as connection:
            cursor = connection.execute("INSERT INTO correction (json) VALUES (?)", (msgspec.json.encode(correction),))
        return int(cursor.lastrowid or 0)

    def undo_correction(self, number: int, when: str) -> None:
        """Mark a correction as taken back; it stays in the log. Raises CaseError when there is none of that number."""
        with self._transaction() as connection:
            changed = connection.execute("UPDATE correction SET undone = ? WHERE number = ? AND undone IS NULL", (when, number)).rowcount
        if not changed:
            raise CaseError(f"{self.path}: there is no correction {number} to undo; `Case.corrections()` lists them")

    def corrections(self) -> Iterator[tuple[int, Correction, str | None]]:
        """Number, correction and when it was undone (None if it holds), oldest first."""
        for number, line, undone in self._connection.execute("SELECT number, json, undone FROM correction ORDER BY number"):
            yield number, msgspec.json.decode(line, type=Correction), undone

    def aliases(self) -> tuple[AliasRow, ...]:
        """The rows of the alias table in their order."""
        if not self._connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alias'").fetchone()[0]:
            return ()
        return tuple(
            msgspec.json.decode(line, type=AliasRow) for (line,) in self._connection.execute("SELECT json FROM alias ORDER BY number")
        )

    def put_aliases(self, rows: Iterable[AliasRow]) -> None:
        """Keep these rows in the place of those that were there."""
        with self._transaction() as connection:
            connection.execute(ALIAS_SCHEMA)
            connection.execute("DELETE FROM alias")
            connection.executemany("INSERT INTO alias (json) VALUES (?)", [(msgspec.json.encode(row),) for row in rows])
            connection.execute(f"PRAGMA user_version = {FORMAT}")

    def _prepare(self) -> None:
        mark = self._connection.execute("PRAGMA application_id").fetchone()[0]
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        empty = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if mark == 0 and empty:
            self._create()
        elif mark != APPLICATION_ID:
            raise CaseError(f"{self.path}: this is a database, but not a case; name another file")
        elif version > FORMAT:
            raise CaseError(f"{self.path}: made by a newer version (format {version}; this one knows {FORMAT}); update rashomon")

    def _create(self) -> None:
        with self._transaction() as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                return
            for statement in (*SCHEMA.split(";"), ALIAS_SCHEMA):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _with_raw(article: Article, raw: bytes) -> Article:
    return msgspec.structs.replace(article, raw=raw)
