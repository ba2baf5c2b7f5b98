"""The waterfall of a link: bars that begin where the last one ended, and end at what the reasons add up to."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from rashomon.model import PRIOR, EventType, Incident, Reason
from rashomon.report import render_waterfall
from rashomon.view.index import build_index
from rashomon.view.waterfall import Step, waterfalls
from view import port_selm

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def falls():
    found = port_selm.comparison()
    index = build_index(port_selm.records(), found)
    return waterfalls(next(incident for incident in found.incidents if incident.id == "i1"), index)


def test_the_strongest_link_comes_first_and_names_both_tellings(falls):
    assert [[(one.teller.siglum, one.teller.short, one.words) for one in fall.tellings] for fall in falls] == [
        [("A", "harbour police", "“explosion”"), ("B", "the author", "“bombed”")],
        [("A", "harbour police", "“explosion”"), ("C", "a report by the fire brigade", "“accident”")],
    ]


def test_each_bar_begins_where_the_last_one_ended(falls):
    bars = [(bar.step, bar.label, bar.weight) for bar in falls[0].falls]
    assert bars == [
        (Step.START, "at the start", -5.5),
        (Step.FOR, "when", 6.5),
        (Step.FOR, "where", 4.25),
        (Step.AGAINST, "what kind of act", -1.5),
        (Step.TOTAL, "in all", 3.75),
    ]
    for fall in falls:
        place = fall.zero
        for bar in fall.falls[:-1]:
            before, after = (bar.left, bar.right) if bar.weight >= 0 else (bar.right, bar.left)
            assert before == pytest.approx(place, abs=1e-3)
            place = after
        assert (fall.falls[-1].left, fall.falls[-1].right) == pytest.approx(sorted((fall.zero, place)), abs=1e-3)


def test_all_links_share_one_scale(falls):
    edges = [edge for fall in falls for bar in fall.falls for edge in (bar.left, bar.right)]
    assert (min(edges), max(edges)) == (0, 1)
    per_bit = {round((bar.right - bar.left) / abs(bar.weight), 3) for fall in falls for bar in fall.falls}
    assert len(per_bit) == 1


def test_the_odds_are_told_as_people_tell_them(falls):
    assert falls[0].falls[0].note == "before comparing: about 45 to 1 against"
    assert falls[0].falls[-1].note == "by these weights: about 13 to 1 for"


def test_a_link_within_one_article_stands_behind_those_between_articles():
    agency, standard, _ = port_selm.records()
    inside, across = (agency.events[0].id, agency.events[1].id), (agency.events[0].id, standard.events[0].id)
    why = (
        Reason(field=PRIOR, weight=-5.5, note="before", links=(inside, across)),
        Reason(field="article", weight=9.0, note="one article", links=(inside,)),
        Reason(field="place", weight=6.0, note="same town", links=(across,)),
    )
    index = build_index(port_selm.records(), port_selm.comparison())
    found = waterfalls(Incident(id="x", type=EventType.ASSAULT, title="blast", accounts=(), why=why), index)
    assert [fall.within_one_article for fall in found] == [False, True]


def test_an_incident_told_once_has_no_waterfall():
    index = build_index(port_selm.records(), port_selm.comparison())
    assert waterfalls(Incident(id="x", type=EventType.ASSAULT, title="blast", accounts=()), index) == ()


def test_the_picture_is_svg_with_words_for_whoever_does_not_see_it(falls):
    picture = render_waterfall("i1: blast", falls, hidden=2)
    root = ElementTree.fromstring(picture)  # noqa: S314
    width = float(root.attrib["width"])
    bars = [rect for rect in root.iter(f"{SVG}rect") if rect.attrib["class"].startswith("f-")]
    assert len(bars) == sum(len(fall.falls) for fall in falls)
    assert all(float(bar.attrib["x"]) >= 0 and float(bar.attrib["x"]) + float(bar.attrib["width"]) < width for bar in bars)
    assert "at the start -5.5; when +6.5; where +4.2; what kind of act -1.5; in all +3.8" in root.find(f"{SVG}desc").text
    assert "2 more links are not shown" in picture
    assert "https://" not in picture
    tops = [float(text.attrib["y"]) for text in root.iter(f"{SVG}text")]
    assert max(tops) < float(root.attrib["height"])
    rows = [(float(bar.attrib["y"]), float(bar.attrib["height"])) for bar in bars]
    assert all(one + height <= other for (one, height), (other, _) in pairwise(rows))


def test_words_of_an_article_become_no_markup_in_a_picture(falls):
    picture = render_waterfall("<script>x</script> & more", falls, page=True)
    assert "<script" not in picture
    assert "&lt;script&gt;x&lt;/script&gt; &amp; more" in picture
