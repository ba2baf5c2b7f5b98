"""Dates of other calendars and feasts that move."""

from datetime import date

import pytest
from convertdate import persian
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.times.calendars import easter_sunday, in_gregorian_year, to_gregorian, weekday_in_month

KNOWN_DAYS = [
    ("persian", 1357, 11, 22, date(1979, 2, 11)),
    ("persian", 1360, 4, 7, date(1981, 6, 28)),
    ("persian", 1360, 3, 30, date(1981, 6, 20)),
    ("persian", 1403, 1, 1, date(2024, 3, 20)),
    ("persian", 1399, 12, 30, date(2021, 3, 20)),
    ("persian", 1400, 12, 30, None),
    ("persian", 1360, 7, 31, None),
    ("islamic", 1445, 1, 1, date(2023, 7, 19)),
    ("islamic", 1445, 1, 12, date(2023, 7, 30)),
    ("islamic", 1445, 1, 31, None),
]


@pytest.mark.parametrize(("calendar", "year", "month", "day", "expected"), KNOWN_DAYS)
def test_a_day_of_another_calendar_is_the_gregorian_day_that_almanacs_give(calendar, year, month, day, expected):
    assert to_gregorian(calendar, year, month, day) == expected


@pytest.mark.parametrize(
    ("calendar", "month", "day", "year", "expected"),
    [
        ("persian", 3, 30, 1981, date(1981, 6, 20)),
        ("persian", 10, 11, 1979, date(1979, 1, 1)),
        ("persian", 12, 1, 2018, date(2018, 2, 20)),
        ("islamic", 9, 1, 2018, date(2018, 5, 16)),
    ],
)
def test_a_day_without_its_year_is_found_in_a_gregorian_year(calendar, month, day, year, expected):
    assert in_gregorian_year(calendar, month, day, year) == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2018, date(2018, 4, 1)), (2038, date(2038, 4, 25))]
)
def test_easter(year, expected):
    assert easter_sunday(year) == expected


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "expected"),
    [(2018, 11, 4, 4, date(2018, 11, 22)), (2018, 5, 1, -1, date(2018, 5, 28)), (2018, 12, 1, -1, date(2018, 12, 31))],
)
def test_the_nth_weekday_of_a_month(year, month, weekday, nth, expected):
    assert weekday_in_month(year, month, weekday, nth) == expected


@settings(max_examples=15, deadline=None)
@given(st.integers(1290, 1420), st.integers(1, 12), st.integers(1, 29))
def test_persian_days_agree_with_the_library_they_are_taken_from(year, month, day):
    assert to_gregorian("persian", year, month, day) == date(*persian.to_gregorian(year, month, day))
