"""The place index: built whole, found by any of a place's names."""

import sqlite3

import pytest

from rashomon.read.gazetteer import fold, open_gazetteer

FOUND_FIRST = [
    ("France", "country", "FR"),
    ("U.S.", "country", "US"),
    ("UK", "country", "GB"),
    ("Bavaria", "region", "DE"),
    ("Kent", "district", "GB"),
    ("Tarrant County", "district", "US"),
    ("TIRANA", "region", "AL"),
    ("Auvers sur Oise", "city", "FR"),
    ("Zürich", "region", "CH"),
    ("Munich", "city", "DE"),
]


@pytest.mark.parametrize(("name", "kind", "country"), FOUND_FIRST)
def test_the_most_populous_place_of_a_name_comes_first(name, kind, country):
    first = open_gazetteer().find(name)[0]
    assert (first.kind, first.country) == (kind, country)


@pytest.mark.parametrize("name", ["Port Selm on the Oru", "", "  ", "'"])
def test_an_unknown_name_finds_nothing(name):
    assert open_gazetteer().find(name) == ()


def test_every_place_lies_on_the_globe():
    for name in ("Paris", "Springfield", "Tokyo", "Middle East", "Asia"):
        for entry in open_gazetteer().find(name):
            assert -90 <= entry.latitude <= 90
            assert -180 <= entry.longitude <= 180


def test_the_index_is_read_only():
    with pytest.raises(sqlite3.OperationalError):
        open_gazetteer()._connection.execute("delete from entry")


@pytest.mark.parametrize(
    ("name", "folded"), [("Île-de-France", "ile de france"), ("St. John's", "st johns"), ("  Rio  de Janeiro ", "rio de janeiro")]
)
def test_accents_case_and_points_do_not_matter(name, folded):
    assert fold(name) == folded
