"""The scorers: frozen figures for invented cases, and agreement with the independent scorer in ../shared where it is present."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bench.scoring import flatten, score
from bench.scoring.attribution import manner
from bench.scoring.incidents import normalise
from bench.scoring.places import distance_km
from bench.scoring.same_event import conll
from bench.scoring.spans import trim
from bench.tasks import TASKS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import GOLD, HARBOUR, PREDICTIONS
from made_up import MADE_UP

FIGURES = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))
INDEPENDENT = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"


@pytest.mark.parametrize("task", list(TASKS))
def test_the_invented_cases_get_their_figures(task):
    assert flatten(score(task, GOLD[task], PREDICTIONS[task])) == FIGURES[task]


PERFECT = {
    "attribution": "linked.whole.f1",
    "five_w": None,
    "events": None,
    "incidents": "ceaf_ree.f1",
    "same_event": "conll",
    "shared_incidents": "f1",
    "times": "value.f1",
    "places": "accuracy_at_161km",
    "attitude": "macro_f1",
    "pronouns": "f1",
}


def as_predictions(task: str, line: dict[str, Any]) -> dict[str, Any]:
    """The gold itself, in the shape of predictions."""
    if task == "same_event":
        return {"id": line["id"], "clusters": {mention["id"]: mention["chain"] for mention in line["mentions"]}}
    if task == "shared_incidents":
        return {"id": line["id"], "title": line["title"], "incidents": [line["event"]]}
    if task == "pronouns":
        return {"id": line["id"], "a": line["a_coref"], "b": line["b_coref"]}
    return line


@pytest.mark.parametrize(("task", "figure"), [(task, figure) for task, figure in PERFECT.items() if figure])
def test_the_gold_itself_gets_a_hundred(task, figure):
    assert flatten(score(task, GOLD[task], [as_predictions(task, line) for line in GOLD[task]]))[figure] == 100.0


@pytest.mark.parametrize("task", list(TASKS))
def test_no_predictions_get_figures_too(task):
    assert flatten(score(task, GOLD[task], [])).keys() >= {name for name in FIGURES[task] if not name.startswith("confidence")}


@pytest.mark.parametrize("task", list(TASKS))
def test_no_documents_get_figures_too(task):
    assert score(task, [], [])


@pytest.mark.parametrize("task", list(TASKS))
def test_predictions_for_unknown_documents_change_nothing(task):
    stray = {**PREDICTIONS[task][0], "id": "unheard of"}
    assert score(task, GOLD[task], [*PREDICTIONS[task], stray]) == score(task, GOLD[task], PREDICTIONS[task])


@pytest.mark.parametrize("task", list(TASKS))
def test_the_invented_cases_agree_with_the_independent_scorer(task):
    assert independent(task, GOLD[task], PREDICTIONS[task]) in (None, score(task, GOLD[task], PREDICTIONS[task]))


@pytest.mark.parametrize("task", list(TASKS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_made_up_documents_agree_with_the_independent_scorer(task, data):
    gold, predictions = data.draw(MADE_UP[task]())
    own = score(task, gold, predictions)
    assert all(0 <= value <= 100 for name, value in flatten(own).items() if isinstance(value, float) and "per_100" not in name)
    assert independent(task, gold, predictions) in (None, own)


TRIMMED = [
    ("a quotation with its marks", "“We were promised talks,”", ["We were promised talks"]),
    ("a complementiser", "that it would", ["it would"]),
    ("punctuation alone", "”.", []),
]


@pytest.mark.parametrize(("phrase", "expected"), [row[1:] for row in TRIMMED], ids=[row[0] for row in TRIMMED])
def test_spans_are_trimmed_of(phrase, expected):
    start = HARBOUR.index(phrase)
    assert [HARBOUR[s:e] for s, e in trim(HARBOUR, [(start, start + len(phrase))])] == expected


def test_spans_parted_by_white_space_are_one():
    assert trim("Oru \n Front denied", [(6, 11), (0, 3), (12, 18)]) == ((0, 18),)
    assert trim("Oru, Front", [(0, 3), (5, 10)]) == ((0, 3), (5, 10))


MANNERS = [
    ("“We go,” he said.", [(0, 8)], "direct"),
    ("He said “we go”.", [(9, 14)], "direct"),
    ("He said they “go” now.", [(8, 21)], "mixed"),
    ("He said they go.", [(8, 15)], "indirect"),
]


@pytest.mark.parametrize(("text", "content", "expected"), MANNERS)
def test_the_manner_of_a_content(text, content, expected):
    assert manner(text, content) == expected


def test_mentions_are_compared_without_articles_punctuation_and_capitals():
    assert normalise("The  Oru-Front's \t an A-team") == "orufronts ateam"


def test_distances_follow_the_great_circle():
    quarter = distance_km({"lat": 0.0, "lon": 0.0}, {"lat": 0.0, "lon": 90.0})
    assert quarter == pytest.approx(10007.5, abs=0.1)
    assert distance_km({"lat": 0.0, "lon": 179.9}, {"lat": 0.0, "lon": -179.9}) == pytest.approx(22.2, abs=0.1)


def test_clusters_that_split_and_join_get_the_published_example_values():
    """The example of Luo (2005), figure 2: truth {1..5} {6 7} {8..12}; the response joins the last two."""
    truth = [frozenset(("d", str(m)) for m in cluster) for cluster in ([1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12])]
    response = [truth[0], truth[1] | truth[2]]
    figures = conll(truth, response)
    assert figures["muc"] == pytest.approx(2 * 1 * 0.9 / 1.9)
    assert figures["b3"] == pytest.approx(2 * 0.762 / 1.762, abs=0.001)


@cache
def _independent_module() -> Any:
    if not INDEPENDENT.is_file():
        return None
    spec = importlib.util.spec_from_file_location("independent_score", INDEPENDENT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def independent(task: str, gold: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The figures of the independent scorer, None where it is not present (the end of the test run says so) or lacks the task."""
    module = _independent_module()
    if module is None or task not in module.TASKS:
        return None
    key = TASKS[task].key
    keyed = [{tuple(line[name] for name in key): line for line in lines} for lines in (gold, predictions)]
    return json.loads(json.dumps(module.rounded(module.TASKS[task](*keyed))))
