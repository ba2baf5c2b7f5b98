"""The gate on invented corpora: floors hold, rise, and fall only with a reason; the README says what was measured."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import bench.gate.command
import bench.gate.crossed
import bench.gate.measure
import bench.pairs.command
import pytest
from bench.commands import main
from bench.gate.floors import read_floors
from bench.gate.measure import PAIRS
from bench.gate.plan import Corpus, load_plan
from bench.gate.results import Pace, Results, Row, machine_class, read_results, write_results
from bench.gate.show import END, START, readme_block
from bench.lines import write_lines
from bench.pairs.judge import Found
from bench.pairs.table import Pair
from bench.paths import RESULTS, ROOT
from bench.speed import PAIR, Speed
from click.testing import CliRunner, Result
from invented import FILLERS, GOLD, IN_TOKENS

from rashomon.version import __version__

DATE = "2031-05-06"


def invented_files(corpus: Corpus) -> list[list[dict[str, Any]]]:
    """What stands in each of the corpus's files. A file that an earlier corpus has too has all that any task needs."""
    if corpus.in_tokens:
        return list(IN_TOKENS.values())
    return [[{**FILLERS, **line, "text": line["text"] or "x" * 40} for line in GOLD[corpus.task]] for _ in corpus.files]


class Gate:
    """The gate's command on a folder of invented corpora."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.floors = folder / "floors.json"
        written: set[Path] = set()
        for corpus in load_plan():
            for path, lines in zip(corpus.paths(self.data), invented_files(corpus), strict=True):
                if path not in written:
                    write_lines(path, lines)
                    written.add(path)

        self.root = folder
        self.cross()

    def cross(self, **other: dict[str, str]) -> None:
        """Write a cross-validation of the invented corpus and of the networks that are installed, or of others."""
        (corpus,) = (corpus for corpus in load_plan() if corpus.crossed)
        digests = {corpus.files[0]: sha256(corpus.paths(self.data)[0].read_bytes()).hexdigest()}
        found = {"date": DATE, "folds": 5, "data": digests, "weights": {}, "figures": {"macro_f1": 61.5}}
        (self.root / corpus.crossed).parent.mkdir(parents=True, exist_ok=True)
        (self.root / corpus.crossed).write_text(json.dumps({**found, **other}))

    def __call__(self, *arguments: str, speed: bool = False) -> Result:
        where = ["--data", str(self.data), "--floors", str(self.floors), "--jobs", "2", "--date", DATE]
        return CliRunner().invoke(main, ["gate", *where, *([] if speed else ["--no-speed"]), *arguments])

    def set_floor(self, corpus: str, figure: str, value: float) -> None:
        written = json.loads(self.floors.read_text())
        written["floors"][corpus][figure] = value
        self.floors.write_text(json.dumps(written))


@pytest.fixture
def gate(tmp_path, readers, monkeypatch):
    monkeypatch.setattr(bench.gate.crossed, "ROOT", tmp_path)
    return Gate(tmp_path)


def test_without_floors_it_measures_and_passes(gate):
    result = gate()
    assert result.exit_code == 0, result.output
    assert "pronouns, F1" in result.stdout
    assert "66.7" in result.stdout
    assert "68.3 subject in the same sentence" in result.stdout
    assert not gate.floors.exists()


def test_floors_are_raised_to_what_was_measured_with_the_digest_of_the_data(gate):
    assert gate("--raise").exit_code == 0
    floors = read_floors(gate.floors)
    assert floors.floors["gap.dev"] == {"f1": 66.7}
    assert floors.floors["wikiwars"]["value.f1"] == 75.0
    assert (floors.date, floors.version) == (DATE, __version__)
    assert set(floors.data) == {file for corpus in load_plan() for file in corpus.files}
    assert gate().exit_code == 0


def test_below_a_floor_it_fails_and_names_the_figure(gate):
    gate("--raise")
    gate.set_floor("gap.dev", "f1", 70.0)
    result = gate()
    assert result.exit_code == 1
    assert "gap.dev/f1 is 66.7, its floor 70.0" in result.stderr
    assert "66.7 BELOW" in result.stdout


def test_raising_lowers_nothing(gate):
    gate("--raise")
    gate.set_floor("gap.dev", "f1", 70.0)
    assert gate("--raise").exit_code == 1
    assert read_floors(gate.floors).floors["gap.dev"]["f1"] == 70.0


def test_a_floor_is_lowered_with_a_reason_that_is_kept(gate):
    gate("--raise")
    assert gate("--lower", "gap.dev/f1=60", "--reason", "names are now told apart by title").exit_code == 0
    floors = read_floors(gate.floors)
    assert floors.floors["gap.dev"]["f1"] == 60.0
    [lowered] = floors.lowered
    assert (lowered.figure, lowered.old, lowered.new, lowered.date) == ("gap.dev/f1", 66.7, 60.0, DATE)
    assert lowered.reason == "names are now told apart by title"


REFUSED = [
    ("no reason", ["--lower", "gap.dev/f1=60"], "needs a reason"),
    ("an unknown figure", ["--lower", "gap.dev/f2=60", "--reason", "x"], "gap.dev/f2 has no floor"),
    ("a higher value", ["--lower", "gap.dev/f1=90", "--reason", "x"], "raised by --raise"),
    ("no value", ["--lower", "gap.dev/f1", "--reason", "x"], "give CORPUS/FIGURE=VALUE"),
    ("a table of a part", ["--readme", "README.md", "--only", "gap.dev"], "leave out --only"),
    ("an unknown corpus", ["--only", "gap.test"], "gap.test"),
]


@pytest.mark.parametrize(("arguments", "complaint"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_it_refuses(gate, arguments, complaint):
    gate("--raise")
    before = gate.floors.read_bytes()
    result = gate(*arguments)
    assert result.exit_code == 2
    assert complaint in " ".join(result.stderr.split())
    assert gate.floors.read_bytes() == before


def test_other_data_than_the_floors_were_measured_on_fails_before_measuring(gate, readers):
    gate("--raise")
    readers.shown.clear()
    with (gate.data / "time" / "wikiwars.jsonl").open("a") as file:
        file.write("\n")
    result = gate()
    assert result.exit_code == 2
    assert "not the data that the floors were measured on: time/wikiwars.jsonl; put the old file back" in " ".join(result.stderr.split())
    assert not readers.shown


def test_absent_data_is_said_and_passes(gate, tmp_path):
    result = CliRunner().invoke(main, ["gate", "--data", str(tmp_path / "nowhere")])
    assert result.exit_code == 0
    assert f"No data in {tmp_path / 'nowhere'}: nothing was measured" in result.stdout


def test_a_single_absent_file_is_said(gate):
    (gate.data / "time" / "wikiwars.jsonl").unlink()
    result = gate()
    assert result.exit_code == 0
    assert "wikiwars: no file" in result.stderr
    assert "gap.dev" in result.stdout


def test_all_absent_files_of_a_corpus_are_said(gate):
    for file in ("docs", "event_mentions"):
        (gate.data / "same_event" / "gvc" / f"val.{file}.jsonl").unlink()
    result = gate()
    assert result.exit_code == 0
    assert "gvc.val: no file" in result.stderr
    assert "val.docs.jsonl and no file" in result.stderr
    assert "gvc.val" not in result.stdout


def test_a_corpus_in_tokens_is_read_with_its_mentions(gate, readers):
    gate("--only", "gvc.val")
    assert [(seen["id"], seen["subtopic"], len(seen["mentions"])) for seen in readers.shown] == [
        ("7/70/a", "70", 2),
        ("7/71/b", "71", 1),
        ("7/71/c", "71", 0),
    ]


def test_a_corpus_of_several_files_is_read_as_one(gate, readers):
    result = gate("--only", "raw articles")
    assert "raw articles" in result.stdout
    assert [seen["title"] for seen in readers.shown] == ["Harbour", "Harbour", *(line["title"] for line in GOLD["shared_incidents"])]


def test_a_document_that_cannot_be_read_fails_the_gate(gate, readers):
    readers.reply("times", lambda document: {"times": [{"start": 0, "end": 9999, "value": None}]})
    result = gate("--only", "wikiwars")
    assert result.exit_code == 1
    assert "wikiwars, siege: ShapeError" in result.stderr


def test_one_corpus_alone(gate):
    result = gate("--only", "gap.dev", "--raise")
    assert "wikiwars" not in result.stdout
    assert list(read_floors(gate.floors).floors) == ["gap.dev"]


def test_a_part_of_a_corpus_is_said_to_be_one(gate):
    assert "newsmtsc.train, rules (first 2000)" in gate().stdout


def test_of_a_corpus_that_was_trained_on_the_figures_by_cross_validation_are_shown(gate, readers):
    result = gate("--only", "newsmtsc.train")
    assert result.exit_code == 0
    assert "61.5" in result.stdout
    assert readers.shown == []


def test_figures_on_what_was_trained_on_are_said_to_be_no_result(gate, tmp_path):
    (corpus,) = (corpus for corpus in load_plan() if corpus.crossed)
    predictions = tmp_path / "predictions.jsonl"
    write_lines(predictions, [])
    trained = CliRunner().invoke(main, ["score", "attitude", str(corpus.paths(gate.data)[0]), str(predictions)])
    assert "are no result" in trained.stderr
    with corpus.paths(gate.data)[0].open("a") as file:
        file.write("\n")
    other = CliRunner().invoke(main, ["score", "attitude", str(corpus.paths(gate.data)[0]), str(predictions)])
    assert (other.exit_code, other.stderr) == (0, "")


@pytest.mark.parametrize("part", ["data", "weights"])
def test_a_cross_validation_of_other_data_or_networks_is_no_result(gate, part):
    gate.cross(**{part: {"encoder.onnx": "0" * 64}})
    result = gate("--only", "newsmtsc.train")
    assert result.exit_code == 2
    assert "(encoder.onnx differ): run the training script" in " ".join(result.stderr.split())


def test_baselines_stand_beside_the_readers(gate):
    line = next(line for line in gate().stdout.splitlines() if line.startswith("five_w.dev"))
    assert "title alone" in line
    assert "first sentence" in line
    line = next(line for line in gate().stdout.splitlines() if line.startswith("gvc.val"))
    assert "100.0 first 4 letters of the trigger" in line


def test_the_pairs_are_measured_beside_the_corpora_and_have_floors(gate, monkeypatch):
    pairs = [Pair(id=name, one="A.", other="B.", expect="contradict", kind="counts") for name in "abc"]
    monkeypatch.setattr(bench.gate.measure, "read_pairs", lambda: pairs)
    monkeypatch.setattr(bench.pairs.command, "judge_pair", lambda pair: Found("contradict" if pair.id == "a" else "agree"))
    assert gate("--only", "pairs", "--raise").exit_code == 0
    floors = read_floors(gate.floors).floors["pairs"]
    assert floors == {"contradictions.precision": 100.0, "contradictions.recall": 33.3, "mean": 33.3, "right.counts": 33.3}
    gate.set_floor("pairs", "right.counts", 40.0)
    result = gate()
    assert result.exit_code == 1
    assert "pairs/right.counts is 33.3, its floor 40.0" in result.stderr


def test_too_slow_a_program_fails(gate, monkeypatch):
    monkeypatch.setattr(bench.gate.command, "measure_speeds", lambda data: [Speed(job=PAIR, bare_s=1.0, program_s=2.6, ratio=2.6)])
    result = gate("--only", "gap.dev", speed=True)
    assert result.exit_code == 1
    assert "takes 2.60 times a bare parse, more than 2.5" in result.stderr


def test_the_readme_gets_the_table_and_nothing_else_changes(gate, tmp_path, monkeypatch):
    monkeypatch.setattr(bench.gate.command, "measure_speeds", lambda data: [Speed(job=PAIR, bare_s=1.0, program_s=2.0, ratio=2.0)])
    monkeypatch.setattr(bench.gate.command, "RESULTS", tmp_path / "results.json")
    readme = tmp_path / "README.md"
    readme.write_text(f"# Title\n\n{START}\nold\n{END}\n\nRest.\n")
    assert gate("--readme", str(readme), speed=True).exit_code == 0
    results = read_results(tmp_path / "results.json")
    assert readme.read_text() == f"# Title\n\n{readme_block(results)}\n\nRest.\n"
    assert f"Measured {DATE}, version {__version__}, {machine_class()}" in readme.read_text()
    assert "| gap.dev (4 documents) | pronouns, F1 | 66.7 |" in readme.read_text()
    assert "2.00 times" in readme.read_text()


def test_a_readme_without_a_place_for_the_table_is_left_alone(gate, tmp_path, monkeypatch):
    monkeypatch.setattr(bench.gate.command, "measure_speeds", lambda data: [Speed(job=PAIR, bare_s=1.0, program_s=2.0, ratio=2.0)])
    monkeypatch.setattr(bench.gate.command, "RESULTS", tmp_path / "results.json")
    readme = tmp_path / "README.md"
    readme.write_text("# Title\n")
    result = gate("--readme", str(readme), speed=True)
    assert result.exit_code == 2
    assert f"add a line {START}" in result.stderr
    assert readme.read_text() == "# Title\n"


def test_results_come_back_as_written(tmp_path):
    results = Results(
        date=DATE,
        version="1",
        machine="2 cores, x86-64",
        documents={"a": 3},
        rows=(Row(corpus="a", figure="f1", title="names, F1", value=12.5, peers=("11 nearest",)),),
        speed=(Pace(title="comparing a pair", ratio=1.5, limit=2.5),),
    )
    write_results(tmp_path / "results.json", results)
    assert read_results(tmp_path / "results.json") == results


def test_the_readme_in_the_repository_says_what_was_measured():
    assert readme_block(read_results(RESULTS)) in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_floor_in_the_repository_is_above_what_was_measured():
    floors, results = read_floors(ROOT / "bench" / "floors.json"), read_results(RESULTS)
    assert {row.corpus: floors.of(row) for row in results.rows if row.value < (floors.of(row) or 0.0)} == {}
    planned = {(corpus.name, wanted.name) for corpus in load_plan() for wanted in corpus.figures}
    assert {(row.corpus, row.figure) for row in results.rows if row.corpus != PAIRS.name} == planned
