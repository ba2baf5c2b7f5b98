from datetime import date

import pytest

from rashomon.compare.dates import date_words, plain_dates
from rashomon.view.dates import Days, date_days

WORDS = [
    ("1981-06-28", "28 June 1981"),
    ("2016-07", "July 2016"),
    ("2016", "2016"),
    ("198X", "the 1980s"),
    ("19XX", "the 1900s"),
    ("2019-22", "summer 2019"),
    ("2019-05~", "about May 2019"),
    ("2017?", "perhaps 2017"),
    ("2016/2018", "2016 to 2018"),
    ("../2017", "up to 2017"),
    ("2017-05/..", "from May 2017 on"),
    ("2019-05-12T14:30", "12 May 2019, 14:30"),
    ("2019-05-XX", "May 2019"),
    ("XXXX-06", "June of an untold year"),
    ("XXXX-10-12", "12 October of an untold year"),
    ("P3D", "P3D"),
    ("", ""),
    (None, ""),
]
DAYS = [
    ("1981-06-28", (1981, 6, 28), (1981, 6, 28)),
    ("2016-02", (2016, 2, 1), (2016, 2, 29)),
    ("198X", (1980, 1, 1), (1989, 12, 31)),
    ("2016/2018-03", (2016, 1, 1), (2018, 3, 31)),
]


@pytest.mark.parametrize(("edtf", "words"), WORDS)
def test_a_date_is_written_as_people_write_it(edtf, words):
    assert date_words(edtf) == words


@pytest.mark.parametrize(("edtf", "first", "last"), DAYS)
def test_a_date_allows_these_days(edtf, first, last):
    assert date_days(edtf) == Days(date(*first).toordinal(), date(*last).toordinal())


TEXTS = [
    ("on Thursday (2024-03-14)", "on Thursday (14 March 2024)"),
    ("both: 2024-03", "both: March 2024"),
    ("14 March 2024 (2024-03-14)", "14 March 2024"),
    ("2016 (2016)", "2016"),
    ("June (XXXX-06)", "June (June of an untold year)"),
    ("14 and 9 are exact, seat 2024-99-1", "14 and 9 are exact, seat 2024-99-1"),
    ("2017-01-01 to 2019-12-31", "1 January 2017 to 31 December 2019"),
]


@pytest.mark.parametrize(("text", "plain"), TEXTS)
def test_dates_inside_a_text_become_plain(text, plain):
    assert plain_dates(text) == plain


def test_an_open_end_stays_open():
    assert date_days("../2017") == Days(None, date(2017, 12, 31).toordinal())
    assert date_days("2017/..") == Days(date(2017, 1, 1).toordinal(), None)


@pytest.mark.parametrize("edtf", [None, "", "P3D", "2019-13-40", "soon", "XXXX-03-22"])
def test_what_is_no_date_allows_no_days(edtf):
    assert date_days(edtf) is None
