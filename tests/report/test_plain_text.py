import pytest

from rashomon.model import Comparison
from rashomon.report import render_text
from rashomon.view import build_page
from view import port_selm


@pytest.fixture(scope="module")
def text():
    return render_text(build_page(port_selm.records(), port_selm.comparison()))


def test_it_fits_a_terminal(text):
    assert max(map(len, text.splitlines())) <= 80


LINES = [
    "   hedges: none found in 30 words of the author’s own",
    "   loaded wording: 2 in 60 words of the author’s own, too few for a rate:",
    "   heard: a report by the fire brigade (20 words); Oru Front (12 words, 4",
    "   only spoken about: Oru Front (4 mentions)",
    "OUTLETS WITH SEVERAL ARTICLES (1)",
    "SHARPEST CONTRADICTIONS",
    "LEFT OUT (3)",
    "     told by B; left out by A (by article)",
    "     told by C Oru Front; left out by A Dana Velt (by source, as it is passed on",
    "     told by Selm Agency; left out by The Varenian Standard (by outlet, in all",
    "x  Bombing, or accident, at a Port Selm warehouse: how many killed (At least",
    "1. Bombing, or accident, at a Port Selm warehouse",
    "   how many killed: contradict (no number fits all the words)",
    "     A harbour police: At least nine people killed",
    "     B the author, Ilse Marn: 14 dock workers killed",
    "     A according to Dana Velt: the Oru Front",
    "   where: agree (same place)",
    "   to whom: differ (other words for the same number of people)",
    "     silent: A Dana Velt",
    "   - Planned: attack on the capital, according to experts",
    "     who: the gang",
    "     B negative: according to the author: a terrorist gang",
    "     C positive: a movement of harbour workers (the author)",
]


@pytest.mark.parametrize("line", LINES)
def test_it_says(text, line):
    assert line in text.splitlines()


def test_nothing_to_compare_is_said():
    (record, *_) = port_selm.records()
    text = render_text(build_page([record], Comparison(articles=(record.article.id,))))
    assert "No incident is told by more than one source" in text
