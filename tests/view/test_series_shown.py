"""Series as a person sees them: on the cards, in the time line, as text, and in the answer to "why?"."""

from __future__ import annotations

import re

import pytest

from rashomon.compare import compare_records
from rashomon.model import Comparison, Record
from rashomon.report import render_report, render_text
from rashomon.view import build_page
from rashomon.view.explanation import explain
from varenia import read_text

TEXTS = {
    "courier": "The Oru Front held its annual rally in Port Selm on 30 June 2018. The previous year's rally, on 1 July 2017, was larger.",
    "voice": "Every June the Oru Front holds a rally in Port Selm. On 30 June 2018 the Oru Front rallied in Port Selm again.",
    "agency": "The Oru Front rallied in Port Selm on 1 July 2017. The dockers demonstrate in Karsava every spring.",
}
TITLE = "yearly rally by Oru Front, Port Selm"


@pytest.fixture(scope="module")
def records() -> tuple[Record, ...]:
    return tuple(read_text(name, text, "2018-07-20") for name, text in TEXTS.items())


@pytest.fixture(scope="module")
def comparison(records: tuple[Record, ...]) -> Comparison:
    return compare_records(records)


@pytest.fixture(scope="module")
def html(records: tuple[Record, ...], comparison: Comparison) -> str:
    return render_report(build_page(records, comparison))


def test_each_instance_leads_to_its_series_and_to_the_others(records: tuple[Record, ...], comparison: Comparison) -> None:
    page = build_page(records, comparison)
    shown = {one.id: one.series for one in (*page.cards, *(single for side in page.sides for single in side.singles)) if one.series}
    first, last = comparison.series[0].instances
    assert shown[f"incident-{first}"].words == f"one of a series: {TITLE}; also told: 30 June 2018"
    assert [other.address for other in shown[f"incident-{last}"].others] == [f"incident-{first}"]


def test_what_is_only_told_as_recurring_is_no_happening(records: tuple[Record, ...], comparison: Comparison) -> None:
    page = build_page(records, comparison)
    (demonstration,) = (row for row in page.series if "dockers" in row.title)
    assert demonstration.instances == ()
    (single,) = (single for side in page.sides for single in side.singles if "dockers" in single.title)
    assert single.stage == "told as recurring"
    assert single.series is not None
    assert single.series.lead == "tells of a series"


@pytest.mark.parametrize(
    "line",
    [
        "TOLD TO COME AGAIN (2)",
        "~  Yearly rally by Oru Front, Port Selm",
        "   how often: yearly",
        "     A the author: annual",
        "     B the author: Every June",
        "   - Rally by the Oru Front, Port Selm, 1 July 2017",
        "   no single one of them is told",
        "   one of a series: yearly rally by Oru Front, Port Selm; also told: 30 June",
    ],
)
def test_the_text_says(records: tuple[Record, ...], comparison: Comparison, line: str) -> None:
    assert line in render_text(build_page(records, comparison)).splitlines()


def test_every_way_in_the_report_leads_somewhere(html: str) -> None:
    anchors = set(re.findall(r'id="([^"]+)"', html))
    ways = set(re.findall(r'href="#((?:series|incident|words)-[^"]+)"', html))
    assert {way for way in ways if way.startswith("series-")} == {"series-S1", "series-S2"}
    assert ways <= anchors


def test_why_of_a_series(records: tuple[Record, ...], comparison: Comparison) -> None:
    told = explain("S1", records, comparison)
    assert told is not None
    lines = "\n".join(told)
    assert told[0] == f"S1: {TITLE} [PROTEST]"
    assert "“Every June” says that it recurs (yearly)" in lines
    assert ">annual<" in lines
    assert "told as recurring only" in "\n".join(explain("S2", records, comparison) or ())


def test_without_series_nothing_is_said_of_them(records: tuple[Record, ...]) -> None:
    page = build_page(records[:1], Comparison(articles=(records[0].article.id,)))
    assert "COME AGAIN" not in render_text(page)
    assert "come again" not in render_report(page)
