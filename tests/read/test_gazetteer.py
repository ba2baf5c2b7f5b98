"""The place index: built whole, found by any of a place's names, kept where it can be kept."""

import logging
import sqlite3
import tempfile
from pathlib import Path

import platformdirs
import pytest

from rashomon.read.places import gazetteer, gazetteer_packages, gazetteer_rows, prepare_gazetteer
from rashomon.read.places.gazetteer import fold, open_gazetteer
from rashomon.tables import load_table

FOUND_FIRST = [
    ("France", "country", "FR"),
    ("U.S.", "country", "US"),
    ("UK", "country", "GB"),
    ("Bavaria", "region", "DE"),
    ("Scotland", "region", "GB"),
    ("Ontario", "region", "CA"),
    ("Ohio", "region", "US"),
    ("Devon", "district", "GB"),
    ("LISBON", "capital", "PT"),
    ("Aix en Provence", "city", "FR"),
    ("Zürich", "city", "CH"),
    ("Munich", "city", "DE"),
    ("Bogotá", "capital", "CO"),
    ("Brasilia", "capital", "BR"),
    ("Astana", "capital", "KZ"),
    ("Ulan Bator", "capital", "MN"),
    ("Kosovo", "country", "XK"),
    ("Palestine", "country", "PS"),
]
ROW = ("port selm", "x:1", "Port Selm", "city", "VA", "", 41.0, 20.0, 900, 1)


@pytest.mark.parametrize(("name", "kind", "country"), FOUND_FIRST)
def test_the_most_populous_place_of_a_name_comes_first(name, kind, country):
    first = open_gazetteer().find(name)[0]
    assert (first.kind, first.country) == (kind, country)


@pytest.mark.parametrize("name", ["Port Selm on the Oru", "", "  ", "'"])
def test_an_unknown_name_finds_nothing(name):
    assert open_gazetteer().find(name) == ()


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [("Canada", 60.1, -113.6), ("United States", 39.8, -98.5), ("Australia", -25.0, 135.0), ("Alberta", 55.0, -115.0)],
)
def test_a_large_country_or_province_lies_where_geonames_puts_it(name, latitude, longitude):
    first = open_gazetteer().find(name)[0]
    assert (round(first.latitude, 1), round(first.longitude, 1)) == (latitude, longitude)


def test_every_row_of_points_is_used():
    rows = load_table("rashomon.read.places", "tables/points.tsv", gazetteer_rows.POINT_COLUMNS)
    placed = {(row[4], row[2]): (row[6], row[7]) for row in gazetteer_rows.index_rows() if row[3] in {"country", "region"}}
    countries = {row[4]: (row[6], row[7]) for row in gazetteer_rows.index_rows() if row[3] == "country"}
    for row in rows:
        found = placed.get((row["country"], row["region"])) if row["region"] else countries.get(row["country"])
        assert found == (float(row["latitude"]), float(row["longitude"])), row


def test_every_place_lies_on_the_globe():
    for name in ("Paris", "Springfield", "Tokyo", "Middle East", "Asia", "Alaska", "Queensland"):
        for entry in open_gazetteer().find(name):
            assert -90 <= entry.latitude <= 90
            assert -180 <= entry.longitude <= 180


def test_the_index_is_read_only():
    with pytest.raises(sqlite3.OperationalError):
        open_gazetteer()._connection.execute("delete from entry")


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Île-de-France", "ile de france"), ("St. John's", "st johns"), ("  Rio  de Janeiro ", "rio de janeiro"), ("Aş Şalt", "as salt")],
)
def test_accents_case_and_points_do_not_matter(name, folded):
    assert fold(name) == folded


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache directory of its own, and an index of one invented place, so that a build takes no time."""
    directory = tmp_path / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: directory)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(gazetteer_rows, "index_rows", lambda: iter([ROW]))
    return directory


def test_the_index_is_built_in_the_cache_directory_once(cache):
    path = prepare_gazetteer()
    assert path.parent == cache
    assert gazetteer.Gazetteer(path).find("Port Selm")[0].id == "x:1"
    built = path.stat().st_mtime_ns
    assert prepare_gazetteer() == path
    assert path.stat().st_mtime_ns == built
    assert [file.name for file in cache.iterdir()] == [path.name]


def test_indexes_of_other_versions_are_removed_and_nothing_else(cache):
    cache.mkdir()
    for name in ("gazetteer-2.0.0-0123abcd-1.sqlite", "gazetteer-notes.sqlite", "case.sqlite"):
        (cache / name).write_bytes(b"")
    path = prepare_gazetteer()
    assert sorted(file.name for file in cache.iterdir()) == sorted(["case.sqlite", "gazetteer-notes.sqlite", path.name])


def test_a_cache_that_cannot_be_written_is_replaced_with_a_warning(cache, caplog):
    cache.write_text("a file stands where the directory should be")
    with caplog.at_level(logging.WARNING):
        path = prepare_gazetteer()
    assert path.exists()
    assert path.parent != cache
    assert str(path) in caplog.text
    assert gazetteer.Gazetteer(path).find("port selm")


def test_a_build_that_fails_leaves_nothing_behind(cache, monkeypatch):
    def broken():
        yield ROW
        raise ValueError("no data")

    monkeypatch.setattr(gazetteer_rows, "index_rows", broken)
    with pytest.raises(ValueError, match="no data"):
        prepare_gazetteer()
    assert list(Path(cache).iterdir()) == []


def test_every_english_name_is_of_a_town_in_the_packages():
    towns = {str(city.geonameid): city.name for city in gazetteer_packages.read_cities()}
    for row in load_table("rashomon.read.places", "tables/english_names.tsv", ("geonames", "town", "names")):
        assert towns[row["geonames"]] == row["town"]


def test_the_regions_of_peoples_are_known():
    for row in load_table("rashomon.read.places", "tables/region_peoples.tsv", ("country", "region", "words")):
        found = {entry.country for entry in open_gazetteer().find(row["region"]) if entry.kind in {"region", "area", "district"}}
        assert not row["country"] or row["country"] in found, row
