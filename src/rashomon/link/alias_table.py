"""The alias table: what a reader says of names, row by row, each with its source; it decides where names alone can't.

A table is a TOML file with one `[[actor]]` a row: `name`, `relation`, `other`, `source`, and a `note` where there is one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from rashomon.errors import AliasError
from rashomon.link.names import fold_name, fold_person
from rashomon.model import AliasRelation, AliasRow, Record

JOINING = frozenset({AliasRelation.ALIAS_OF, AliasRelation.ABBREVIATION})
FIELDS = ("name", "relation", "other", "source")
OPTIONAL = frozenset({"note"})
ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class AliasTable:
    """The rows of one case, ready to be asked of names. Raises AliasError for rows that contradict each other.

    `origin` names the table to people: a file, or a case.
    """

    def __init__(self, rows: Iterable[AliasRow] = (), origin: str = "the alias table") -> None:
        self.rows = tuple(rows)
        check_rows(self.rows, origin)
        self._group_of: dict[str, str] = {}
        groups = _Groups(self.rows)
        for name in (name for row in self.rows for name in (row.name, row.other)):
            self._group_of |= dict.fromkeys(folded_names(name), groups.of(name))
        self._apart = {frozenset({groups.of(row.name), groups.of(row.other)}) for row in self.rows if row.relation not in JOINING}

    def rows_of(self, name: str) -> frozenset[str]:
        """The folded forms of the name that some row speaks of."""
        return folded_names(name) & self._group_of.keys() if self._group_of else frozenset()

    def tells_apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """True where a row keeps a name of the one, or what it is an alias of, from one of the other; both are folded."""
        if not self._apart:
            return False
        others = {self._group_of[name] for name in other}
        return any(frozenset({self._group_of[name], its}) in self._apart for name in one for its in others)

    def told_apart(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names of one actor less those that a row keeps from an earlier one of them."""
        kept: list[str] = []
        for name in names:
            if not self.tells_apart(self.rows_of(name), {form for other in kept for form in self.rows_of(other)}):
                kept.append(name)
        return tuple(kept)


@cache
def folded_names(name: str) -> frozenset[str]:
    """The forms that a name of the table is compared in: as a group's and as a person's."""
    return frozenset({fold_name(name), fold_person(name)}) - {""}


def load_aliases(path: str | Path) -> tuple[AliasRow, ...]:
    """The rows of the TOML file at `path`, in their order. Raises AliasError, with the file, the row, and what to do."""
    origin = str(path)
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise AliasError(origin, None, "there is no such file", "check the spelling of the path") from error
    except OSError as error:
        raise AliasError(origin, None, f"it cannot be opened ({error.strerror})", "name a file that you may read") from error
    except UnicodeDecodeError as error:
        raise AliasError(origin, None, "it is not UTF-8 text", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise AliasError(origin, None, f"it is not TOML: {error}", "mend that line; docs/aliases.md shows the form") from error
    listed = told.get("actor", [])
    strange = sorted(told.keys() - {"actor"})
    if strange or not isinstance(listed, list):
        wrong = f"it has {', '.join(strange)!s} beside its rows" if strange else "its rows do not begin with [[actor]]"
        raise AliasError(origin, None, wrong, "begin each row with [[actor]] and write nothing before the first")
    rows = tuple(_row(origin, number, fields) for number, fields in enumerate(listed, start=1))
    check_rows(rows, origin)
    return rows


def _row(origin: str, number: int, fields: Any) -> AliasRow:
    if not isinstance(fields, dict):
        raise AliasError(origin, number, "it is no row", "begin each row with [[actor]]")
    strange = sorted(fields.keys() - {*FIELDS, *OPTIONAL})
    if strange:
        raise AliasError(origin, number, f"it has {', '.join(strange)}", f"a row has {', '.join(FIELDS)} and, if you like, note")
    for field in (*FIELDS, *sorted(OPTIONAL & fields.keys())):
        if not isinstance(fields.get(field), str) or not fields[field].strip():
            remedy = "say who says so, or where it stands" if field == "source" else f'write {field} = "..."'
            raise AliasError(origin, number, f"its {field} is missing or empty", remedy)
    told = {field: " ".join(text.split()) for field, text in fields.items()}
    if told["relation"] not in set(AliasRelation):
        raise AliasError(origin, number, f"its relation is {told['relation']!r}", f"write one of {', '.join(AliasRelation)}")
    return msgspec.convert(told, AliasRow)


def check_rows(rows: Iterable[AliasRow], origin: str) -> None:
    """Raises AliasError for a row without a name, of a name with itself, told twice, or against what other rows say."""
    told: dict[frozenset[str], tuple[int, AliasRow]] = {}
    numbered = list(enumerate(rows, start=1))
    for number, row in numbered:
        one, other = fold_name(row.name), fold_name(row.other)
        if not (one and other):
            raise AliasError(origin, number, f"{row.name if other else row.other!r} holds no word", "write a name")
        if one == other:
            raise AliasError(origin, number, f"{row.name!r} is told of itself", "names differ by more than case, accents and articles")
        before = told.setdefault(frozenset({one, other}), (number, row))
        if before[0] != number:
            is_same = before[1].relation is row.relation
            wrong = f"{row.name!r} and {row.other!r} stand in row {before[0]} already" + ("" if is_same else f", as {before[1].relation}")
            raise AliasError(origin, number, wrong, "keep one of the two rows")
    groups = _Groups(row for _, row in numbered)
    for number, row in numbered:
        if row.relation not in JOINING and groups.of(row.name) == groups.of(row.other):
            wrong = f"{row.name!r} is {row.relation} {row.other!r}, but by {groups.between(row)} they are one"
            raise AliasError(origin, number, wrong, "take one of these rows out")


class _Groups:
    """Names that the joining rows make one."""

    def __init__(self, rows: Iterable[AliasRow]) -> None:
        self._rows = list(rows)
        self._parent: dict[str, str] = {}
        for row in self._rows:
            if row.relation in JOINING:
                self._parent[self.of(row.other)] = self.of(row.name)

    def of(self, name: str) -> str:
        key = fold_name(name)
        while self._parent.get(key, key) != key:
            key = self._parent[key]
        return key

    def between(self, row: AliasRow) -> str:
        """The joining rows of the group, by their numbers."""
        numbers = [n for n, one in enumerate(self._rows, start=1) if one.relation in JOINING and self.of(one.name) == self.of(row.name)]
        return ("row " if len(numbers) == 1 else "rows ") + ", ".join(map(str, numbers))


def unborne_names(rows: Iterable[AliasRow], records: Iterable[Record]) -> tuple[str, ...]:
    """The names of the rows that no actor of the records is called by, each once: a slip of the pen, or articles still to come."""
    borne = {form for record in records for actor in record.actors for name in (actor.name, *actor.aliases) for form in folded_names(name)}
    told = dict.fromkeys(name for row in rows for name in (row.name, row.other))
    return tuple(name for name in told if borne.isdisjoint(folded_names(name)))


def write_aliases(rows: Iterable[AliasRow]) -> str:
    """The rows as TOML that `load_aliases` reads."""
    return "\n".join("\n".join(_lines(row)) + "\n" for row in rows)


def _lines(row: AliasRow) -> Iterator[str]:
    yield "[[actor]]"
    for field in (*FIELDS, *sorted(OPTIONAL)):
        told = getattr(row, field)
        if told is not None:
            yield f"{field} = {toml_text(str(told))}"


def toml_text(text: str) -> str:
    """The text as a TOML string on one line."""
    return '"' + "".join(ESCAPES.get(c, c if c.isprintable() else f"\\U{ord(c):08X}") for c in text) + '"'
