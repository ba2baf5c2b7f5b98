"""JSON Lines in and out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from rashomon.errors import RashomonError

Line = dict[str, Any]


class LinesError(RashomonError):
    """A file of documents or predictions cannot be used; the message names the file and the line."""


def read_lines(path: Path, required: Iterable[str] = (), limit: int | None = None) -> list[Line]:
    """The objects of a JSON Lines file, at most `limit` of them. Raises LinesError when one is no object or lacks a `required` field."""
    required = tuple(required)
    if not path.is_file():
        raise LinesError(f"{path}: there is no such file; give a JSON Lines file, one object a document")
    return [_checked(path, number, line, required) for number, line in _numbered(path, limit)]


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """Write one object a line. The file appears complete or not at all."""
    replace_file(path, b"".join(msgspec.json.encode(line) + b"\n" for line in lines))


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def _numbered(path: Path, limit: int | None) -> Iterator[tuple[int, bytes]]:
    given = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if given == limit:
                return
            if line.strip():
                given += 1
                yield number, line


def _checked(path: Path, number: int, line: bytes, required: tuple[str, ...]) -> Line:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LinesError(f"{path}, line {number}: this is not JSON ({error}); each line must hold one JSON object") from error
    if not isinstance(found, dict):
        raise LinesError(f"{path}, line {number}: a {type(found).__name__} stands here; each line must hold one JSON object")
    missing = [name for name in required if name not in found]
    if missing:
        raise LinesError(f"{path}, line {number}: no {' and no '.join(missing)}; the task needs {', '.join(required)} of every document")
    return found
