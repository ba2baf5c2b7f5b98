"""Regions put together from the towns in them, of invented countries; and the table of seats held against the real towns."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.places.gazetteer_packages import City, Country, CountryInfo, read_cities
from rashomon.read.places.gazetteer_regions import _middle, derive_regions
from rashomon.read.places.names import fold
from rashomon.tables import choices, load_table

SEATS = load_table("rashomon.read.places", "tables/region_seats.tsv", ("country", "kind", "names", "town"), ("country", "names"))
AREAS = load_table("rashomon.read.places", "tables/areas.tsv", ("names", "kind", "country", "latitude", "longitude", "source"), ("names",))
COUNTRIES = [Country(1, "Varenia", "VA", 5_000_000, "Port Selm"), Country(2, "Oruland", "OR", 9_000_000, "Orum")]


def town(name, admin, population, *others, latitude=40.0, longitude=20.0):
    return City(sum(map(ord, name)), name, latitude, longitude, "VA", population, admin, list(others))


def regions_of(towns, *provinces):
    found = derive_regions(towns, COUNTRIES, {"VA": CountryInfo(provinces=list(provinces))})
    return {region.names[0]: region for region in found}


@pytest.mark.parametrize(
    ("towns", "provinces", "found"),
    [
        ([town("Brenna", "01", 200_000)], ["Brenna"], {"Brenna"}),
        ([town("Bren", "01", 200_000, "Brenna")], ["Brenna"], {"Brenna"}),
        ([town("Brenna", "01", 200_000)], ["Brenska (Brenna)"], {"Brenna"}),
        ([town("Brenna", "01", 200_000)], ["Tarnland"], set()),
        ([town("Brenna", "01", 2_000)], ["Brenna"], set()),
        ([town("Brenna", "01", 200_000), town("Tarn", "01", 100_000)], ["Brenna", "Tarn"], set()),
        ([town("Selm de Brenna", "01", 200_000, "Brenna")], ["Brenna"], set()),
        ([town("Oruland", "01", 200_000)], ["Oruland"], set()),
        ([*(town(f"Tarn {n}", "01", 100_000 - n) for n in range(5)), town("Brenna", "01", 50)], ["Brenna"], set()),
    ],
)
def test_a_province_is_tied_to_the_group_of_its_chief_town_or_left_out(towns, provinces, found):
    assert set(regions_of(towns, *provinces)) == found


def test_a_region_lies_in_the_middle_of_the_area_of_its_towns_however_densely_settled():
    corners = [(40, 20), (40, 24), (44, 20), (44, 24), (40.1, 20.1), (40.2, 20.1), (40.1, 20.2)]
    towns = [town(f"Tarn {n}", "01", 90_000 - n, latitude=lat, longitude=lon) for n, (lat, lon) in enumerate(corners)]
    region = regions_of([town("Brenna", "01", 99_000), *towns], "Brenna")["Brenna"]
    assert (region.latitude, region.longitude) == (42, 22)


@given(st.lists(st.tuples(st.floats(-179, 179).map(lambda x: round(x, 3)), st.floats(-89, 89).map(lambda x: round(x, 3))), min_size=1))
def test_the_middle_lies_within_the_points(points):
    latitude, longitude = _middle(points)
    assert min(y for _, y in points) - 0.01 <= latitude <= max(y for _, y in points) + 0.01
    assert min(x for x, _ in points) - 0.01 <= longitude <= max(x for x, _ in points) + 0.01


def test_every_seat_is_a_town_of_the_gazetteer_and_no_two_regions_share_one_group():
    wanted = {(row["country"], fold(row["town"])) for row in SEATS}
    towns = {}
    for city in read_cities():
        key = (city.countrycode, fold(city.name))
        if key in wanted and (key not in towns or towns[key].population < city.population):
            towns[key] = city
    assert wanted == set(towns)
    groups = Counter((row["country"], towns[row["country"], fold(row["town"])].admin1code) for row in SEATS if row["kind"] == "region")
    assert {group for group, number in groups.items() if number > 1} == set()


def test_the_points_of_our_own_are_few_and_say_where_they_come_from():
    """A point is an estimate of a stated precision, or that of a town in the packages."""
    towns = {city.geonameid: city for city in read_cities()}
    estimates = {f"estimate, {kind}" for kind in ("area", "region", "settlement", "site")}
    assert len(AREAS) < 250
    for row in AREAS:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
        if row["source"] not in estimates:
            key, relation, name = row["source"].split(" ", 2)
            town = towns[int(key.removeprefix("geonames:"))]
            assert relation in {"in", "beside"}, row
            assert fold(name) == fold(town.name), row
            assert abs(town.latitude - latitude) < 0.01, row
            assert abs(town.longitude - longitude) < 0.01, row


def test_no_name_stands_twice_in_the_table_of_areas():
    names = Counter(fold(name) for row in AREAS for name in dict.fromkeys(map(fold, choices(row["names"]))))
    assert [name for name, number in names.items() if number > 1] == []
