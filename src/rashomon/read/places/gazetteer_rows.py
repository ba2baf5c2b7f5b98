"""The rows of the place index: each name of each place, from the packages and our tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.read.places.gazetteer import AREA
from rashomon.read.places.gazetteer_packages import (
    City,
    Country,
    CountryInfo,
    read_cities,
    read_continents,
    read_countries,
    read_country_infos,
)
from rashomon.read.places.gazetteer_regions import derive_regions
from rashomon.read.places.names import fold, shortened
from rashomon.tables import choices, load_table

POINT_COLUMNS = ("country", "region", "latitude", "longitude", "geonames")
DEGREES = re.compile(r"-?\d{1,3}\.\d+")
AREA_COLUMNS = ("names", "kind", "country", "latitude", "longitude", "source")
OTHER_NAMES_FROM = 15_000
"""Only cities of at least so many people are also found by their other names; small ones share too many with everything."""
CAPITAL_FROM = 50_000
"""Smaller capitals are not taken to be meant more often than other towns of their name."""
LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’‘ʿ. -]{2,}")

Row = tuple[str, str, str, str, str, str, float, float, int, int]
"""Looked-up name, then the fields of an Entry: id, name, kind, country, admin, latitude, longitude, population, main."""


def index_rows() -> Iterator[Row]:
    """All rows. Where a name comes twice for one place, the first row counts."""
    cities, countries, infos = read_cities(), read_countries(), read_country_infos()
    points = _points()
    yield from _country_rows(countries, infos, points)
    yield from _continent_rows()
    for region in derive_regions(cities, countries, infos):
        entry = (region.id, region.names[0], region.kind, region.country, region.admin)
        latitude, longitude = points.get((region.country, region.names[0]), (region.latitude, region.longitude))
        yield from _named(region.names[:1], region.names[1:], entry, (latitude, longitude, region.population))
    yield from _area_rows()
    yield from _city_rows(cities, _capitals(countries))


def _city_rows(cities: Iterable[City], capitals: set[tuple[str, str]]) -> Iterator[Row]:
    rows = load_table("rashomon.read.places", "tables/english_names.tsv", ("geonames", "town", "names"), ("geonames",))
    english = {row["geonames"]: choices(row["names"]) for row in rows}
    for city in cities:
        others = city.alternatenames if city.population >= OTHER_NAMES_FROM else ()
        names = (name for name in others if LATIN_NAME.fullmatch(name) and not name.isupper())
        kind = "capital" if (city.countrycode, fold(city.name)) in capitals and city.population > CAPITAL_FROM else "city"
        entry = (f"geonames:{city.geonameid}", city.name, kind, city.countrycode, city.admin1code)
        main = (city.name, *english.get(str(city.geonameid), ()))
        yield from _named(main, (*names, shortened(city.name)), entry, (city.latitude, city.longitude, city.population))


def _capitals(countries: Iterable[Country]) -> set[tuple[str, str]]:
    """Country and folded name of each capital: the package's name for it, and those of English prose."""
    ours = {name: choices(row["capital"]) for row in _states() for name in _names_of(row)}
    return {(country.iso, fold(name)) for country in countries for name in (country.capital, *ours.get(fold(country.name), ()))}


def _country_rows(
    countries: Iterable[Country], infos: dict[str, CountryInfo], points: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[Row]:
    ours = _state_names()
    for country in countries:
        info = infos.get(country.iso, CountryInfo())
        point = points.get((country.iso, ""), info.latlng)
        if len(point) < 2:
            continue
        spellings = [name for name in info.altSpellings if len(name) > 3]
        names = (country.name, *ours.get(fold(country.name), ()))
        entry = (f"geonames:{country.geonameid}", country.name, "country", country.iso, "")
        yield from _named(names, spellings, entry, (point[0], point[1], country.population))


def _points() -> dict[tuple[str, str], tuple[float, float]]:
    """Where our table puts a country, or a province of it."""
    rows = load_table("rashomon.read.places", "tables/points.tsv", POINT_COLUMNS, ("country", "region"), _point_fault)
    return {(row["country"], row["region"]): (float(row["latitude"]), float(row["longitude"])) for row in rows}


def _point_fault(row: dict[str, str]) -> str | None:
    wrong = next((column for column in ("latitude", "longitude") if not DEGREES.fullmatch(row[column])), None)
    return f"{wrong} has {row[wrong]!r}; it takes degrees with a point, such as -31.5" if wrong is not None else None


def _state_names() -> dict[str, tuple[str, ...]]:
    """The names English prose uses for each state, by any of them."""
    return {name: (row["state"], *choices(row["names"])) for row in _states() for name in _names_of(row)}


def _states() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.read", "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital"), ("state",))


def _names_of(state: dict[str, str]) -> list[str]:
    return [fold(name) for name in (state["state"], *choices(state["names"]))]


def _continent_rows() -> Iterator[Row]:
    for continent in read_continents():
        entry = (f"geonames:{continent.geonameId}", continent.name, "area", "", "")
        yield from _named((continent.name,), (), entry, (float(continent.lat), float(continent.lng), continent.population))


def _area_rows() -> Iterator[Row]:
    for row in load_table("rashomon.read.places", "tables/areas.tsv", AREA_COLUMNS, ("names",)):
        names = choices(row["names"])
        entry = (f"{AREA}{names[0]}", names[0], row["kind"], row["country"], "")
        yield from _named(names, (), entry, (float(row["latitude"]), float(row["longitude"]), 0))


def _named(
    main: Iterable[str], others: Iterable[str], entry: tuple[str, str, str, str, str], where: tuple[float, float, int]
) -> Iterator[Row]:
    """A row for each name, the main ones first."""
    for rank, names in ((1, main), (0, others)):
        for key in map(fold, names):
            if key:
                yield (key, *entry, *where, rank)
