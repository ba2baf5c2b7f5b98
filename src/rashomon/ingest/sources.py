"""Where bytes come from: files, folders and standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError, MissingInput, NoArticles, TooLongInput, UnsupportedInput
from rashomon.ingest.formats import readable_endings

STANDARD_INPUT = "-"
MAX_BYTES = 20_000_000
"""More than any page weighs, and little enough to hold in memory."""

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """The bytes of one input. `origin` names it to people; `ending` is its file ending in lower case, such as ".html"."""

    origin: str
    raw: bytes
    ending: str = ""


def open_inputs(inputs: Iterable[str]) -> Iterator[Source | InputError]:
    """The bytes of each input, or why they cannot be had, in the order given; a folder's files by their path.

    In a folder only files with a readable ending are taken, at any depth; hidden files and folders are passed over.
    """
    for name in inputs:
        if name == STANDARD_INPUT:
            yield _read_standard_input()
        elif ADDRESS.match(name):
            yield UnsupportedInput(_shown(name), "addresses are not fetched", "save the page in your browser and pass the saved file")
        elif name and Path(name).is_dir():
            yield from _open_folder(Path(name))
        else:
            yield _read_file(name)


def _read_standard_input() -> Source | InputError:
    origin = "standard input"
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    return _too_long(origin) if len(raw) > MAX_BYTES else Source(origin, raw)


def _open_folder(folder: Path) -> Iterator[Source | InputError]:
    endings = readable_endings()
    files = [
        file for file in sorted(folder.rglob("*")) if file.suffix.lower() in endings and not _is_hidden(file, folder) and file.is_file()
    ]
    if not files:
        yield NoArticles(_shown(str(folder)), "this folder has no articles in it", f"put files in it that end in {', '.join(endings)}")
    for file in files:
        yield _read_file(str(file))


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _read_file(name: str) -> Source | InputError:
    if not name:
        return MissingInput("''", "an empty name is no file", "pass the path of a file or a folder")
    origin = _shown(name)
    try:
        with Path(name).open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return MissingInput(origin, "there is no such file or folder", "check the spelling of the path")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return MissingInput(origin, f"it cannot be opened ({reason})", "check that it is a file and that you may read it")
    return _too_long(origin) if len(raw) > MAX_BYTES else Source(origin, raw, Path(name).suffix.lower())


def _shown(name: str) -> str:
    """The name as text: bytes of a file name that are no UTF-8 become the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _too_long(origin: str) -> TooLongInput:
    return TooLongInput(origin, f"it is larger than {MAX_BYTES // 1_000_000} MB", "split it into its articles, one file each")
