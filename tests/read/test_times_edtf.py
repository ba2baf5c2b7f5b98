"""Moments written as EDTF."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.times.edtf_values import Moment, parse, shift, truncate, write

WRITTEN = [
    (Moment("day", 1981, 6, 28), "1981-06-28"),
    (Moment("day", None, 3, 22), "XXXX-03-22"),
    (Moment("month", 2017, 5), "2017-05"),
    (Moment("month", 2017, 2, part="late"), "2017-02-21/2017-02-28"),
    (Moment("year", 2017, part="mid"), "2017-05/2017-08"),
    (Moment("season", 1940, season=22), "1940-22"),
    (Moment("quarter", 2018, 4), "2018-04/2018-06"),
    (Moment("half", 2018, 7), "2018-07/2018-12"),
    (Moment("decade", 1980), "198X"),
    (Moment("decade", 1980, part="early"), "1980/1983"),
    (Moment("century", 1800), "18XX"),
    (Moment("year", -479), "-0479"),
    (Moment("week", 2018, 12, 3), "2018-12-03/2018-12-09"),
    (Moment("day", 2018, 12, 3, clock=(14, 30)), "2018-12-03T14:30:00"),
]


@pytest.mark.parametrize(("moment", "expected"), WRITTEN)
def test_each_kind_of_moment_has_its_form(moment, expected):
    assert write(moment) == expected


@pytest.mark.parametrize(("moment", "expected"), [(Moment("day", 2017, 7, 1), "2017-07-01?"), (Moment("year", 2017), "2017?")])
def test_an_inferred_moment_is_marked_uncertain(moment, expected):
    assert write(moment, uncertain=True) == expected


MOMENTS = st.one_of(
    st.builds(Moment, st.just("day"), st.integers(1, 3000), st.integers(1, 12), st.integers(1, 28)),
    st.builds(Moment, st.just("day"), st.none(), st.integers(1, 12), st.integers(1, 28)),
    st.builds(Moment, st.just("month"), st.integers(1, 3000), st.integers(1, 12), part=st.sampled_from([None, "early", "mid", "late"])),
    st.builds(Moment, st.just("year"), st.integers(-3000, 3000), part=st.sampled_from([None, "early", "mid", "late"])),
    st.builds(Moment, st.just("season"), st.integers(1, 3000), season=st.integers(21, 24)),
    st.builds(Moment, st.just("decade"), st.integers(1, 300).map(lambda n: n * 10), part=st.sampled_from([None, "early", "late"])),
    st.builds(Moment, st.just("century"), st.integers(1, 30).map(lambda n: n * 100), part=st.sampled_from([None, "mid"])),
)


@given(MOMENTS, st.booleans())
def test_whatever_is_written_is_valid_edtf(moment, uncertain):
    assert parse_edtf(write(moment, uncertain=uncertain)) is not None


@given(st.dates(), st.integers(-400, 400))
def test_moving_days_there_and_back_changes_nothing(day, number):
    moment = Moment("day", day.year, day.month, day.day)
    moved = shift(moment, number, "day")
    assert moved is None or shift(moved, -number, "day") == moment


@pytest.mark.parametrize(
    ("start", "number", "unit", "expected"),
    [
        ("2018-03-31", -1, "month", "2018-02"),
        ("2018-01", -1, "month", "2017-12"),
        ("2018-12-31", 1, "day", "2019-01-01"),
        ("2018-06", -3, "year", "2015"),
        ("2018", -1, "month", None),
        ("2018-06", 2, "day", None),
    ],
)
def test_what_is_told_coarsely_cannot_be_moved_by_less(start, number, unit, expected):
    moment = parse(start)
    assert moment is not None
    moved = shift(moment, number, unit)
    assert (write(moved) if moved else None) == expected


def test_a_day_lies_in_its_week():
    week = truncate(Moment("day", 2018, 12, 6), "week")
    assert week is not None
    assert write(week) == "2018-12-03/2018-12-09"
