"""Running a task: what the readers are shown, and what becomes of what they say."""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from bench.commands import main
from bench.deadline import DeadlineError, deadline
from bench.lines import read_lines, write_lines
from bench.run import Failure, predict_one, run_task, summary
from bench.scoring import score
from bench.shapes import SHAPES
from bench.tasks import TASKS, visible
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from invented import FILLERS, GOLD, PREDICTIONS

GOLD_FIELDS = [
    ("attribution", {"attributions": [{"source": [[0, 4]]}]}),
    ("incidents", {"templates": [], "roles": {}}),
    ("events", {"type": "COERCE", "trigger": "arrested", "agents": [], "patients": [], "place": "Selm", "context": "strike"}),
    ("five_w", {"gold": {}, "event": "strike"}),
    ("times", {"times": []}),
    ("places", {"places": []}),
    ("attitude", {"polarity": "negative"}),
    ("basil", {"author_feeling": {"Lena_Oru": "neg"}}),
    ("pronouns", {"a_coref": True, "b_coref": False}),
    ("same_event", {"event": "strike"}),
    ("shared_incidents", {"event": "strike", "publisher": "Selm Courier"}),
]


def test_every_task_has_a_row_of_gold_fields():
    assert sorted(task for task, _ in GOLD_FIELDS) == sorted(TASKS) == sorted(SHAPES)


@pytest.mark.parametrize(("task", "gold"), GOLD_FIELDS)
def test_the_readers_see_no_gold(task, gold):
    line = {name: [] if name in {"mentions", "spans"} else 0 for name in TASKS[task].inputs} | gold
    assert set(visible(TASKS[task], line)) == set(TASKS[task].inputs)


def test_the_readers_see_no_chains():
    line = {"id": "a", "text": "", "mentions": [{"id": "1", "start": 0, "end": 4, "kind": "event", "chain": "strike", "tag": "x"}]}
    assert visible(TASKS["same_event"], line)["mentions"] == [{"id": "1", "start": 0, "end": 4, "kind": "event"}]


def test_of_feelings_the_readers_see_whose_they_are_alone():
    spans = [{"start": 0, "end": 4, "speaker": "Lena_Oru", "polarity": "neg", "quoted": True}]
    seen = visible(TASKS["basil"], {"id": "a", "text": "", "spans": spans, "author_feeling": {"Lena_Oru": "neg"}})
    assert seen == {"id": "a", "text": "", "spans": [{"start": 0, "end": 4}], "entities": ["Lena_Oru"]}


@given(task=st.sampled_from(sorted(TASKS)), names=st.sets(st.text(max_size=8)))
def test_fields_that_nobody_thought_of_are_withheld(task, names):
    assert set(visible(TASKS[task], dict.fromkeys(names, "x"))) <= set(TASKS[task].inputs)


def test_optional_fields_can_be_missing_or_hidden():
    assert visible(TASKS["times"], {"id": "1", "text": "x"}) == {"id": "1", "text": "x"}
    line = {"id": "1", "text": "x", "published": "1911", "times": []}
    assert visible(TASKS["times"], line, frozenset({"published"})) == {"id": "1", "text": "x"}


@pytest.fixture
def gold_file(tmp_path):
    """Writes lines to a file and gives its path."""

    def written(lines: list[dict[str, Any]]) -> str:
        write_lines(tmp_path / "gold.jsonl", lines)
        return str(tmp_path / "gold.jsonl")

    return written


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def texts(task: str) -> list[dict[str, Any]]:
    """The invented gold with as much text as its predictions' spans need, and the inputs it lacks."""
    return [
        {**{name: FILLERS[name] for name in TASKS[task].required if name in FILLERS}, **line, "text": line["text"] or "x" * 40}
        for line in GOLD[task]
    ]


@pytest.mark.parametrize("task", list(TASKS))
def test_predictions_are_written_in_the_order_and_shape_that_the_scorer_reads(task, readers, gold_file, tmp_path):
    out = tmp_path / "sub" / "pred.jsonl"
    gold = texts(task)
    result = run(task, "--gold", gold_file(gold), "--out", str(out), "--jobs", "3")
    assert result.exit_code == 0, result.output
    predictions = read_lines(out)
    key = TASKS[task].key
    assert [[line[name] for name in key] for line in predictions] == [[line[name] for name in key] for line in gold]
    assert score(task, GOLD[task], predictions) == {**score(task, GOLD[task], PREDICTIONS[task]), **score(task, GOLD[task], predictions)}
    assert all(set(seen) <= set(TASKS[task].inputs) for seen in readers.shown)


def test_a_reader_that_fails_on_a_document_is_named_and_the_rest_is_written(readers, gold_file, tmp_path):
    def reader(document):
        if document["id"] == "b":
            raise RuntimeError("no subject in this clause")
        return {"times": []}

    readers.reply("times", reader)
    gold = [{"id": name, "text": "x", "times": []} for name in "abc"]
    result = run("times", "--gold", gold_file(gold), "--out", str(tmp_path / "p.jsonl"))
    assert result.exit_code == 1
    assert "b: RuntimeError: no subject in this clause" in result.stderr
    assert [line["id"] for line in read_lines(tmp_path / "p.jsonl")] == ["a", "c"]


def test_failures_of_one_cause_are_told_once():
    failures = [Failure(name, KeyError("verb")) for name in "abc"] + [Failure("d", RuntimeError("x"))]
    assert list(summary(failures)) == ["a and 2 more: KeyError: 'verb'", "d: RuntimeError: x"]


MISSHAPEN = [
    ("times", {"times": [{"start": 0, "end": 900, "value": None}]}, "outside the text"),
    ("times", {"times": [{"start": 3, "end": 3, "value": None}]}, "empty or outside"),
    ("times", {"times": [{"start": 0, "end": 3}]}, "missing required field `value`"),
    ("attribution", {"attributions": [{"source": [[-1, 2]], "cue": [], "content": []}]}, "outside the text"),
    ("attitude", {"polarity": "angry"}, "Invalid enum value 'angry'"),
    ("pronouns", {"a": 1, "b": False}, "Expected `bool`"),
    ("five_w", {"who": "Oru"}, "missing required field `what`"),
    ("incidents", {"roles": {"Perpetrator": []}}, "Invalid enum value 'Perpetrator'"),
]


@pytest.mark.parametrize(("task", "prediction", "complaint"), MISSHAPEN)
def test_a_prediction_of_another_shape_is_a_failure(task, prediction, complaint, readers):
    readers.reply(task, lambda _: prediction)
    with ThreadPoolExecutor(1) as executor:
        [failure] = run_task(task, texts(task)[:1], executor)
    assert isinstance(failure, Failure)
    assert complaint in str(failure)


def test_a_collection_must_get_a_result_for_each_document(readers, monkeypatch):
    readers.reply("same_event", lambda _: {"clusters": {}})
    monkeypatch.setattr(sys.modules["bench.adapters.same_event"], "predict_all", lambda documents: [{"clusters": {}}])
    with ThreadPoolExecutor(1) as executor:
        failures = list(run_task("same_event", texts("same_event"), executor))
    assert [str(failure).partition(":")[0] for failure in failures] == ["a", "b", "c"]
    assert "1 results for 3 documents" in str(failures[0])


def test_a_reader_that_never_finishes_is_stopped(readers, monkeypatch):
    def endless(document):
        while True:
            pass

    readers.reply("pronouns", endless)
    monkeypatch.setattr("bench.run.DOCUMENT_SECONDS", 0.05)
    with pytest.raises(DeadlineError, match=r"not read within 0\.05 s"):
        predict_one("pronouns", texts("pronouns")[0])


def test_a_deadline_is_lifted_afterwards():
    with deadline(0.05):
        pass
    time.sleep(0.1)


def test_a_reader_may_repeat_the_id(readers):
    readers.reply("pronouns", lambda document: {"id": document["id"], "a": True, "b": False})
    with ThreadPoolExecutor(1) as executor:
        assert next(run_task("pronouns", texts("pronouns"), executor)) == {"id": "1", "a": True, "b": False}


def test_a_limit_reads_the_first_documents(readers, gold_file, tmp_path):
    run("pronouns", "--gold", gold_file(texts("pronouns")), "--out", str(tmp_path / "p.jsonl"), "--limit", "2")
    assert [line["id"] for line in read_lines(tmp_path / "p.jsonl")] == ["1", "2"]


BAD_FILES = [
    ("a missing file", None, "there is no such file"),
    ("no JSON", b'{"id": "a", "text": "x"}\n\n{"id"\n', "line 3: this is not JSON"),
    ("no object", b"[1]\n", "line 1: a list stands here"),
    ("a missing field", b'{"id": "a"}\n', "line 1: no text; the task needs id, text of every document"),
    ("not UTF-8", b'{"id": "\xff", "text": "x"}\n', "line 1: this is not JSON"),
]


@pytest.mark.parametrize(("content", "complaint"), [row[1:] for row in BAD_FILES], ids=[row[0] for row in BAD_FILES])
def test_a_bad_file_is_refused_with_its_line(content, complaint, tmp_path):
    gold = tmp_path / "gold.jsonl"
    if content is not None:
        gold.write_bytes(content)
    result = run("times", "--gold", str(gold), "--out", str(tmp_path / "p.jsonl"))
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert not (tmp_path / "p.jsonl").exists()


def test_score_prints_what_people_and_programs_read(gold_file, tmp_path):
    gold = gold_file(GOLD["pronouns"])
    write_lines(tmp_path / "p.jsonl", PREDICTIONS["pronouns"])
    as_json = run("score", "pronouns", gold, str(tmp_path / "p.jsonl"), "--json")
    assert json.loads(as_json.stdout) == {"p": 66.7, "r": 66.7, "f1": 66.7}
    plain = run("score", "pronouns", gold, str(tmp_path / "p.jsonl"))
    assert plain.stdout.split() == ["pronouns", "P", "66.7", "R", "66.7", "F1", "66.7"]


def test_score_shows_every_figure_of_every_task(gold_file, tmp_path):
    for task in TASKS:
        write_lines(tmp_path / "p.jsonl", PREDICTIONS[task])
        result = run("score", task, gold_file(GOLD[task]), str(tmp_path / "p.jsonl"))
        assert result.exit_code == 0
        assert all(name in result.stdout for name in score(task, GOLD[task], PREDICTIONS[task]) if name not in {"p", "r", "f1"})
