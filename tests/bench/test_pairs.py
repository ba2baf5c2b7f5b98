"""The pairs: tables that cannot be used are named, made-up verdicts get the figures they should, the real readers judge a plain pair."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import bench.pairs.command
import pytest
from bench.commands import main
from bench.pairs.command import mistakes
from bench.pairs.judge import Found, judge_pair
from bench.pairs.score import score_pairs
from bench.pairs.table import PAIRS, Pair, PairsError, read_pairs
from bench.scoring.figures import percent
from click.testing import CliRunner

ARREST = "Police arrested nine dockers in Port Selm on 4 March 2018."
TABLE = f"""
[[pair]]
id = "nine-and-nine"
one = "{ARREST}"
other = "On 4 March 2018 police in Port Selm arrested nine dockers."
expect = "agree"
"""


@pytest.fixture
def table(tmp_path):
    """Writes the table of counts and gives its folder."""

    def written(text: str):
        (tmp_path / "counts.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return written


def test_a_pair_is_of_the_kind_its_file_is_named_for(table):
    [pair] = read_pairs(folder=table(TABLE))
    assert (pair.name, pair.expect, pair.also, pair.not_yet) == ("counts/nine-and-nine", "agree", (), "")


REFUSED = [
    ("an unknown verdict", TABLE.replace('"agree"', '"probably"'), "counts.toml, pair nine-and-nine: Invalid enum value 'probably'"),
    ("an unknown field", TABLE + 'expected = "agree"\n', "counts.toml, pair nine-and-nine: Object contains unknown field `expected`"),
    ("no text", TABLE.replace("other =", "also ="), "counts.toml, pair nine-and-nine"),
    ("no id", TABLE.replace("id =", "act ="), "counts.toml, pair number 1"),
    ("an id twice", TABLE + TABLE, "counts.toml, pair nine-and-nine: this id stands there twice"),
    (
        "equal texts",
        TABLE.replace("On 4 March 2018 police in Port Selm arrested nine dockers.", ARREST),
        "nine-and-nine: both texts are the same",
    ),
    ("no TOML", "[[pair]", "counts.toml: this is not TOML"),
]


@pytest.mark.parametrize(("text", "complaint"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_table_that_cannot_be_used_is_named_with_the_pair(table, text, complaint):
    with pytest.raises(PairsError) as refused:
        read_pairs(folder=table(text))
    assert complaint in str(refused.value)


def test_a_kind_without_pairs_is_named_with_those_that_have_some(table):
    with pytest.raises(PairsError, match=r"motive\.toml: there is no such file; the kinds with pairs are counts"):
        read_pairs(["motive"], table(TABLE))


def pair(kind: str, expect: str, *also: str) -> Pair:
    return Pair(id="a", one="A.", other="B.", expect=expect, kind=kind, also=also)


JUDGED = [
    (pair("agent", "contradict"), Found("contradict", "each said to have done it")),
    (pair("agent", "contradict", "blame"), Found("differ", "", (("blame", "one denies it"),))),
    (pair("agent", "agree"), Found("contradict", "two names")),
    (pair("agent", "none"), Found("silent")),
    (pair("counts", "apart"), Found("apart", "", (("time", "no day in common"),))),
    (pair("counts", "silent"), Found("agree", "both: 9")),
]


def test_made_up_verdicts_get_their_figures():
    assert percent(score_pairs(JUDGED)) == {
        "contradictions": {"precision": 50.0, "recall": 50.0, "shown": 4, "expected": 2},
        "mean": 50.0,
        "right": {"agent": 50.0, "counts": 50.0},
    }


def test_every_mistake_is_listed_with_what_was_expected_and_why_it_was_found():
    assert list(mistakes(JUDGED)) == [
        "agent/a: expected contradict, found differ",
        "agent/a: expected agree, found contradict (two names)",
        "counts/a: no contradiction of time (no day in common)",
        "counts/a: expected silent, found agree (both: 9)",
    ]


PLAIN = [
    ("counts", ARREST.replace("nine", "14"), "contradict"),
    ("counts", "Police arrested dockers in Port Selm on 4 March 2018.", "silent"),
    ("counts", "Police arrested 14 dockers in Port Selm on 4 March 2009.", "apart"),
    ("motive", "Police in Port Selm arrested nine dockers on 4 March 2018.", "none"),
]


@pytest.mark.parametrize(("kind", "other", "verdict"), PLAIN)
def test_the_real_readers_on_a_plain_pair(kind, other, verdict):
    assert judge_pair(Pair(id="a", one=ARREST, other=other, expect="agree", kind=kind)).verdict == verdict


def test_the_command_prints_the_figures_of_each_kind_and_of_all(table, monkeypatch):
    folder = table(TABLE)
    monkeypatch.setattr(bench.pairs.command, "read_pairs", lambda kinds: read_pairs(kinds, folder))
    monkeypatch.setattr(bench.pairs.command, "workers", ThreadPoolExecutor)
    monkeypatch.setattr(bench.pairs.command, "judge_pair", lambda pair: Found("contradict", "9 and 14"))
    result = CliRunner().invoke(main, ["pairs", "--wrong", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    assert "counts/nine-and-nine: expected agree, found contradict (9 and 14)" in result.stdout
    assert "contradictions: precision 0.0 % of 1 shown, recall 0.0 % of 0" in result.stdout


def test_the_tables_in_the_repository_can_be_used():
    assert {pair.kind for pair in read_pairs()} == {path.stem for path in PAIRS.glob("*.toml")}
