"""The commands as a person meets them: what is printed where, and the exit codes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import rashomon
from rashomon.cli import main
from rashomon.link.comparisons import bits
from rashomon.model import PRIOR

EXAMPLES = str(Path(__file__).parents[2] / "examples")
AGENCY = str(Path(EXAMPLES) / "1-agency-report.txt")

RECORD_FIELDS = (
    "id origin title authors publisher published text blocks attributions events actors times places labels".split()  # noqa: SIM905
)
COMPARISON_FIELDS = {"actors", "incidents", "series", "claims", "descriptions", "silences", "sourcing"}


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("case") / "selm.rashomon")
    assert run("read", EXAMPLES, "--to", path).exit_code == 0
    return path


@pytest.mark.parametrize("reader", ["learned", "rules"])
def test_the_reader_can_be_chosen_and_is_named(reader: str) -> None:
    assert json.loads(run("read", AGENCY, "--reader", reader).stdout)["reader"].split()[2] == reader
    told = " ".join(run("compare", AGENCY, "--reader", reader).stdout.split())
    assert f"Read by rashomon {rashomon.__version__} {reader}" in told


def test_another_reader_reads_a_case_anew(tmp_path: Path) -> None:
    path = str(tmp_path / "selm.rashomon")
    assert "1 read, 0 there already" in run("read", AGENCY, "--to", path, "--reader", "rules").stderr
    assert "1 read, 0 there already" in run("read", AGENCY, "--to", path, "--reader", "learned").stderr
    assert "0 read, 1 there already" in run("read", AGENCY, "--to", path).stderr


def test_a_case_has_been_read_by_its_reader(case: str) -> None:
    result = run("compare", case, "--reader", "rules")
    assert result.exit_code == 2
    assert "holds what was read already" in result.stderr


def test_read_prints_one_record_a_line() -> None:
    result = run("read", EXAMPLES)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == 3
    for line in lines:
        assert set(RECORD_FIELDS) <= set(line)
        for event in line["events"]:
            assert {
                "id",
                "type",
                "mode",
                "trigger",
                "participants",
                "time",
                "place",
                "counts",
                "stage",
                "polarity",
                "certainty",
                "attribution",
            } <= set(event)
        for attribution in line["attributions"]:
            assert {"id", "source", "cue", "content", "manner", "parent", "addressee", "certainty", "polarity"} <= set(attribution)
            assert all(0 <= start < end <= len(line["text"]) for start, end in attribution["content"]["spans"])


def test_the_same_input_gives_the_same_output_byte_for_byte() -> None:
    assert run("read", EXAMPLES).stdout_bytes == run("read", EXAMPLES).stdout_bytes


def test_standard_input_is_read() -> None:
    result = run("read", "-", given=Path(AGENCY).read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "Blast at Port Selm customs house kills at least nine"


def test_compare_prints_json_of_the_published_shape(case: str) -> None:
    result = run("compare", case, "--to", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert set(found) >= COMPARISON_FIELDS
    assert found == json.loads(run("compare", EXAMPLES, "--to", "json").stdout)
    for incident in found["incidents"]:
        assert {"id", "type", "accounts", "contrasts", "why"} <= set(incident)
    for silence in found["silences"]:
        assert {"incident", "told_by", "silent", "note", "kind", "weight"} <= set(silence)
    assert [profile["outlet"] for profile in found["sourcing"]["articles"]] == [
        "Meridian News Agency",
        "The Karsava Courier",
        "The Dockers' Voice",
    ]


def test_an_accusation_and_its_denial_stand_side_by_side(case: str) -> None:
    bombing = json.loads(run("compare", case, "--to", "json").stdout)["incidents"][0]
    agent = next(contrast for contrast in bombing["contrasts"] if contrast["field"] == "agent")
    told = {(version["source"], "did not" in version["value"]) for version in agent["versions"]}
    assert agent["relation"] == "contradict"
    assert told >= {("Interior Ministry", False), ("Harbour Freedom Front", True), ("Bram Oskell", False), ("Neve Aldane", True)}


def test_compare_as_text_names_the_articles(case: str) -> None:
    result = run("compare", case)
    assert result.exit_code == 0
    assert "Who gains from the dead of the customs house?" in result.stdout


@pytest.mark.parametrize("verb", [("compare", "--to", "html", "-o"), ("report", "-o")])
def test_a_report_is_written(case: str, tmp_path: Path, verb: tuple[str, ...]) -> None:
    target = tmp_path / "out.html"
    result = run(verb[0], case, *verb[1:], str(target))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert target.read_text().startswith("<!doctype html>")


def test_why_shows_words_speaker_and_grounds(case: str) -> None:
    incident = json.loads(run("compare", case, "--to", "json").stdout)["incidents"][0]
    result = run("why", case, incident["id"])
    assert result.exit_code == 0
    assert incident["title"] in result.stdout
    event = incident["accounts"][0]["events"][0]
    told = run("why", case, event)
    assert told.exit_code == 0
    assert "trigger" in told.stdout
    assert "as told by the author of" in told.stdout


@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_why_draws_the_weights_that_it_prints(case: str, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"why{ending}"
    result = run("why", case, "I1", "--picture", str(target), "--links", "1")
    assert result.exit_code == 0
    weights = re.findall(r"^ +([+-]\d+\.\d) \|", result.stdout, re.MULTILINE)
    assert weights[0] == f"{bits(PRIOR):.1f}"
    assert float(weights[-1]) == pytest.approx(sum(map(float, weights[:-1])), abs=0.1 * len(weights))
    drawn = re.findall(r">([+−]\d+\.\d)</text>", target.read_text(encoding="utf-8"))
    assert [number.replace("−", "-") for number in drawn] == weights


def test_why_counts_the_links_it_leaves_out(case: str) -> None:
    result = run("why", case, "I1", "--links", "1")
    total = int(re.search(r"why one: (\d+) links", result.stdout)[1])
    assert f"and {total - 1} more links; --links {total} shows all" in result.stdout
    assert "more links" not in run("why", case, "I1", "--links", str(total)).stdout


NO_PICTURES = [("I999", "why.svg", "holds nothing"), ("I20", "why.svg", "no picture"), ("I1", "why.gif", "should end in .svg or .html")]


@pytest.mark.parametrize(("identifier", "name", "message"), NO_PICTURES)
def test_a_picture_that_cannot_be_drawn_is_refused(case: str, tmp_path: Path, identifier: str, name: str, message: str) -> None:
    result = run("why", case, identifier, "--picture", str(tmp_path / name))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert not (tmp_path / name).exists()


def test_why_of_an_unknown_id_says_where_to_look(case: str) -> None:
    result = run("why", case, "e999")
    assert result.exit_code == 2
    assert "--to json" in result.stderr


def test_one_bad_input_is_named_and_the_others_finished(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("read", str(empty), AGENCY)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert str(empty) in result.stderr


def test_nothing_readable_is_said_not_shown_as_a_blank(tmp_path: Path) -> None:
    result = run("compare", str(tmp_path))
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [("read",), ("read", AGENCY, "--to", "csv"), ("compare", "missing.rashomon"), ("compare", "a.rashomon", AGENCY), ("shout",)],
    ids=lambda arguments: " ".join(arguments)[:30],
)
def test_wrong_use_exits_2_with_a_message(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path) -> None:
    result = run("report", "missing.txt", "-o", str(tmp_path / "none" / "report.html"))
    assert result.exit_code == 2
    assert "does not exist" in result.stderr
    assert "missing.txt" not in result.stderr


def test_a_file_name_that_is_no_text_is_shown_as_well_as_it_can_be(tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"n\xff\xe9me.txt")
    source.write_bytes(Path(AGENCY).read_bytes())
    result = run("report", str(tmp_path), "-o", str(tmp_path / "report.html"))
    assert result.exit_code == 0
    assert (tmp_path / "report.html").stat().st_size > 10_000


def test_an_article_given_twice_is_read_once_and_told(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(AGENCY).read_bytes())
    result = run("read", AGENCY, str(copy))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "copy.txt" in result.stderr


def test_an_empty_case_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.rashomon"
    rashomon.open_case(path).close()
    result = run("compare", str(path))
    assert result.exit_code == 1
    assert "rashomon read" in result.stderr


@pytest.mark.parametrize("verb", ["read", "compare", "report", "why"])
def test_every_verb_has_help(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 5


ALIASES = str(Path(EXAMPLES) / "aliases.toml")


def relations_of(*arguments: str) -> list[tuple[str, str]]:
    actors = json.loads(run("compare", *arguments, "--to", "json").stdout)["actors"]
    return [(relation["kind"], relation["source"]) for actor in actors for relation in actor["relations"] if relation["article"] is None]


@pytest.fixture
def table(tmp_path: Path) -> str:
    row = '[[actor]]\nname = "HFF"\nrelation = "said-to-be-front-of"\nother = "Ostria"\nsource = "Selm Almanac"\n'
    path = tmp_path / "names.toml"
    path.write_text(row)
    return str(path)


def test_a_table_of_names_for_one_run(case: str, table: str) -> None:
    assert relations_of(EXAMPLES, "--aliases", table) == [("front of", "Selm Almanac")]
    assert relations_of(case, "--aliases", table) == [("front of", "Selm Almanac")]
    assert relations_of(case) == []
    assert run("report", case, "--aliases", table, "-o", "-").exit_code == 0


def test_a_table_kept_with_a_case_is_used_printed_and_taken_away(case: str, table: str, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.rashomon")
    Path(kept).write_bytes(Path(case).read_bytes())
    result = run("aliases", kept, table)
    assert (result.exit_code, "1 row kept" in result.stderr) == (0, True)
    assert run("aliases", kept).stdout == Path(table).read_text()
    assert relations_of(kept) == [("front of", "Selm Almanac")]
    (front,) = [line for line in run("why", kept, "A1").stdout.splitlines() if "said to be front of" in line]
    assert front.endswith("Ostria, according to Selm Almanac (alias table)")
    (tmp_path / "none.toml").write_text("")
    assert run("aliases", kept, str(tmp_path / "none.toml")).exit_code == 0
    assert relations_of(kept) == []


def test_a_joining_row_stands_in_why_with_its_source(table: str) -> None:
    joined = Path(table).read_text().replace("said-to-be-front-of", "alias-of").replace("Ostria", "Edda Rhun")
    Path(table).write_text(joined)
    actors = json.loads(run("compare", EXAMPLES, "--aliases", table, "--to", "json").stdout)["actors"]
    (actor,) = [actor for actor in actors if "Edda Rhun" in {actor["name"], *actor["aliases"]}]
    why = run("why", EXAMPLES, actor["id"], "--aliases", table).stdout
    assert "“HFF” is alias-of “Edda Rhun” (source: Selm Almanac)" in why


def test_names_that_no_article_bears_are_told(case: str, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.rashomon")
    Path(kept).write_bytes(Path(case).read_bytes())
    assert 'no article of it names "Dockers\' Voice"' in run("aliases", kept, ALIASES).stderr


def test_a_table_that_is_wrong_stops_before_anything_is_read(table: str) -> None:
    Path(table).write_text(Path(table).read_text().replace("said-to-be-front-of", "front"))
    result = run("compare", "no-such-folder", "--aliases", table)
    assert result.exit_code == 2
    assert "row 1: its relation is 'front'; write one of" in result.stderr
    assert "no-such-folder" not in result.stderr


def test_proposals_are_printed_for_a_case_alone(case: str, table: str) -> None:
    result = run("aliases", case, "--propose")
    assert (result.exit_code, result.stdout.startswith("#")) == (0, True)
    assert run("aliases", case, table, "--propose").exit_code == 2
    assert "is no case" in run("aliases", EXAMPLES).stderr
