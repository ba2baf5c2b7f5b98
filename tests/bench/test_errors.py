"""What fails in attribution: each disagreement is sorted into the kind that a reader of the page would expect."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import made_up
import pytest
from bench.articles import article_from_text
from bench.commands import main
from bench.errors import Part, find_errors, load_kinds
from bench.errors.contents import TESTS as CONTENT_TESTS
from bench.errors.cues import TESTS as CUE_TESTS
from bench.errors.show import LABELS
from bench.errors.sources import TESTS as SOURCE_TESTS
from bench.errors.whole import TESTS as WHOLE_TESTS
from bench.lines import write_lines
from bench.paths import ROOT
from click.testing import CliRunner, Result
from hypothesis import given, settings

from rashomon.parse import parse

PAGE = ROOT / "docs" / "attribution-errors.md"
TESTS = {Part.RELATION: WHOLE_TESTS, Part.SOURCE: SOURCE_TESTS, Part.CUE: CUE_TESTS, Part.CONTENT: CONTENT_TESTS}

Row = tuple[str, str, str]
"""Source, cue and content of one attribution, as words of the text; pieces parted by " ... ", empty for none."""

# text, gold, predicted, the errors
WHOLE: list[tuple[str, list[Row], list[Row], list[str]]] = [
    (
        "The ferrymen grumble that nobody asked them.",
        [("The ferrymen", "grumble", "nobody asked them")],
        [],
        ["missed: rare verb with clause"],
    ),
    ("The council snubbed the envoy's plan.", [], [("The council", "snubbed", "the envoy's plan")], ["added: rare verb"]),
    ("The board plans to close the harbour.", [("The board", "plans", "to close the harbour")], [], ["missed: intention"]),
    ("The judge ordered the union to return.", [("The judge", "ordered the union", "to return")], [], ["missed: infinitive"]),
    ("The union's decision to strike surprised many.", [("The union's", "decision", "to strike")], [], ["missed: noun with clause"]),
    ("The board's support for the toll is known.", [("The board's", "support for", "the toll")], [], ["missed: noun"]),
    ("Engineers are confident the bridge is safe.", [("Engineers", "are confident", "the bridge is safe")], [], ["missed: adjective"]),
    ("According to Oru, the ferry is late.", [("Oru", "According to", "the ferry is late")], [], ["missed: preposition"]),
    ("The toll is considered a mistake.", [("", "is considered", "The toll ... a mistake")], [], ["missed: passive"]),
    ("The so-called reform of the harbour failed.", [("", "so-called", "reform of the harbour")], [], ["missed: no source"]),
    ("“It was raining here all day.” ― Lena Oru", [("Lena Oru", "", "It was raining here all day")], [], ["missed: no cue"]),
    ("The board will not comment on Monday.", [("The board", "will not comment", "")], [], ["missed: no content"]),
    ("The board calls the bridge “green”, no more.", [("The board", "calls", "green")], [], ["missed: quoted term"]),
    ("“The bridge will hold for years,” said Venn.", [("Venn", "said", "The bridge will hold for years")], [], ["missed: quotation"]),
    ("The notice read: the ferry is cancelled.", [("The notice", "read", "the ferry is cancelled")], [], ["missed: colon"]),
    (
        "Oru said the union believed the toll was late.",
        [("Oru", "said", "the union believed the toll was late")],
        [("Oru", "said", "the union believed the toll was late"), ("the union", "believed", "the toll was late")],
        ["added: nested"],
    ),
    (
        "Oru said the ferry was late and urged people to walk.",
        [("Oru", "said", "the ferry was late"), ("Oru", "urged", "people to walk")],
        [("Oru", "said", "the ferry was late ... people to walk")],
        ["missed: part", "content has too much: words after"],
    ),
    (
        "Oru and Venn predicted a strike and a lockout.",
        [("Oru", "predicted", "a strike"), ("Venn", "predicted", "a lockout")],
        [("Oru", "predicted", "a strike")],
        ["missed: shared cue"],
    ),
]

SPANS: list[tuple[str, Row, Row, list[str]]] = [
    ("Oru said it was late.", ("Oru", "said", "it was late"), ("Oru", "said", "it was late"), []),
    ("Oru said that it was late.", ("Oru", "said", "that it was late"), ("Oru", "said", "it was late."), []),
    ("Venn, an engineer, said no.", ("Venn, an engineer", "said", "no"), ("Venn", "said", "no"), ["source lacks: apposition"]),
    (
        "Oru, who leads the union, said no.",
        ("Oru", "said", "no"),
        ("Oru, who leads the union", "said", "no"),
        ["source has too much: relative clause"],
    ),
    (
        "Oru and the ferrymen said no.",
        ("Oru and the ferrymen", "said", "no"),
        ("the ferrymen", "said", "no"),
        ["source lacks: coordination"],
    ),
    (
        "Officials in Port Selm said no.",
        ("Officials in Port Selm", "said", "no"),
        ("Officials", "said", "no"),
        ["source lacks: preposition"],
    ),
    ("Several engineers said no.", ("Several engineers", "said", "no"), ("engineers", "said", "no"), ["source lacks: modifier"]),
    ("A letter that says so was found.", ("that", "says", "so"), ("A letter", "says", "so"), ["source differs: relative pronoun"]),
    ("Oru left because she feared rain.", ("she", "feared", "rain"), ("Oru", "feared", "rain"), ["source differs: pronoun"]),
    ("The board issued a denial saying no.", ("The board", "saying", "no"), ("a denial", "saying", "no"), ["source differs: nearby"]),
    ("Venn came. Oru left. “I am tired.”", ("Oru", "left", "I am tired"), ("Venn", "left", "I am tired"), ["source differs: elsewhere"]),
    ("Many were seen to doubt it.", ("", "doubt", "it"), ("Many", "doubt", "it"), ["source has too much: none"]),
    ("Oru has been saying no.", ("Oru", "has been saying", "no"), ("Oru", "saying", "no"), ["cue lacks: auxiliary"]),
    ("Oru repeatedly said no.", ("Oru", "repeatedly said", "no"), ("Oru", "said", "no"), ["cue lacks: adverb"]),
    ("Oru did not say why.", ("Oru", "did not say", "why"), ("Oru", "say", "why"), ["cue lacks: negation"]),
    ("Oru spoke about the toll.", ("Oru", "spoke about", "the toll"), ("Oru", "spoke", "the toll"), ["cue lacks: preposition"]),
    ("Oru said on Monday that it rained.", ("Oru", "said on Monday", "it rained"), ("Oru", "said", "it rained"), ["cue lacks: time"]),
    ("Oru told reporters it rained.", ("Oru", "told reporters", "it rained"), ("Oru", "told", "it rained"), ["cue lacks: addressee"]),
    (
        "Oru said in a letter that it rained.",
        ("Oru", "said in a letter", "it rained"),
        ("Oru", "said", "it rained"),
        ["cue lacks: occasion"],
    ),
    (
        "The board appeared to suggest a toll.",
        ("The board", "appeared to suggest", "a toll"),
        ("The board", "suggest", "a toll"),
        ["cue lacks: verb"],
    ),
    ("Oru stood up and said it rained.", ("Oru", "stood up", "it rained"), ("Oru", "said", "it rained"), ["cue differs: other word"]),
    (
        "Oru called on the envoy to leave.",
        ("Oru", "called on the envoy", "to leave"),
        ("Oru", "called on", "the envoy to leave"),
        ["cue lacks: addressee", "content has too much: border with cue or source"],
    ),
    (
        "In the end, Oru said, it rained.",
        ("Oru", "said", "In the end ... it rained"),
        ("Oru", "said", "it rained"),
        ["content lacks: across the cue"],
    ),
    (
        "Oru says but nobody came.",
        ("Oru", "says", "nobody came"),
        ("Oru", "says", "but nobody came"),
        ["content has too much: conjunction"],
    ),
    (
        "Oru called it “late” and of no use.",
        ("Oru", "called", "it “late” and of no use"),
        ("Oru", "called", "it “late”"),
        ["content lacks: outside quotation marks"],
    ),
    (
        "Oru promised a vote on Monday.",
        ("Oru", "promised", "a vote"),
        ("Oru", "promised", "a vote on Monday"),
        ["content has too much: time"],
    ),
    (
        "Oru blamed the board, which met again.",
        ("Oru", "blamed", "the board"),
        ("Oru", "blamed", "the board, which met again"),
        ["content has too much: relative clause"],
    ),
    (
        "Oru said it was late and the ferry was full.",
        ("Oru", "said", "it was late and the ferry was full"),
        ("Oru", "said", "it was late"),
        ["content lacks: coordinated"],
    ),
    (
        "Oru said no because the ferry left.",
        ("Oru", "said", "no"),
        ("Oru", "said", "no because the ferry left"),
        ["content has too much: subordinate clause"],
    ),
    (
        "Oru praised the crew at a rally.",
        ("Oru", "praised", "the crew"),
        ("Oru", "praised", "the crew at a rally"),
        ["content has too much: prepositional phrase"],
    ),
    (
        "“It was late,” Oru said. “Nobody came.”",
        ("Oru", "said", "It was late ... Nobody came"),
        ("Oru", "said", "It was late"),
        ["content lacks: sentence after"],
    ),
    (
        "“It was late,” Oru said.\n\n“Nobody came.”",
        ("Oru", "said", "It was late"),
        ("Oru", "said", "It was late ... Nobody came"),
        ["content has too much: paragraph"],
    ),
    (
        "It rained and the ferry was full, as Oru put it.",
        ("Oru", "put", "It rained"),
        ("Oru", "put", "the ferry was full"),
        ["content differs: other words"],
    ),
    (
        "Oru said it was late, very late.",
        ("Oru", "said", "it was late ... very late"),
        ("Oru", "said", "it was late, very late"),
        ["content differs: same words"],
    ),
    ("Oru did not comment on the toll.", ("Oru", "comment", "on the toll"), ("Oru", "comment", ""), ["content lacks: none"]),
]

FILLER = "The harbour of Port Selm has many old and new ships that come from all over Varenia every day of the year.\n\n"
"""A first paragraph too long for a headline."""


def attribution(text: str, row: Row) -> dict[str, Any]:
    """The spans of one row, each piece at its first place behind the piece before it."""
    found: dict[str, Any] = {}
    for role, words in zip(("source", "cue", "content"), row, strict=True):
        spans, end = [], len(FILLER)
        for piece in words.split(" ... ") if words else ():
            start = text.index(piece, end)
            end = start + len(piece)
            spans.append([start, end])
        found[role] = spans
    return found


def line(text: str, rows: list[Row], name: str = "a") -> dict[str, Any]:
    text = FILLER + text
    return {"id": name, "text": text, "attributions": [attribution(text, row) for row in rows]}


def errors_of(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[str]:
    docs = [parse(article_from_text(each["id"], each["text"])) for each in gold]
    found = find_errors(docs, gold, {each["id"]: each for each in predicted})
    return [f"{LABELS[error.kind.part, error.direction].removeprefix('attribution ')}: {error.kind.name}" for error in found]


@pytest.mark.parametrize(("text", "gold", "predicted", "expected"), WHOLE, ids=[row[0] for row in WHOLE])
def test_an_attribution_that_one_side_lacks_has_a_kind(text, gold, predicted, expected):
    assert errors_of([line(text, gold)], [line(text, predicted)]) == expected


@pytest.mark.parametrize(("text", "gold", "predicted", "expected"), SPANS, ids=[row[0] for row in SPANS])
def test_a_span_that_differs_has_a_kind(text, gold, predicted, expected):
    assert errors_of([line(text, [gold])], [line(text, [predicted])]) == expected


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ("Engineers say the bridge is safe.", ("Engineers", "say", "the bridge is safe"), "clause"),
        ("Engineers say so.", ("Engineers", "say", "so"), "short"),
        ("Engineers left, saying the bridge is safe.", ("Engineers", "saying", "the bridge is safe"), "not finite"),
        ("Engineers say things about the old bridge.", ("Engineers", "say", "things about the old bridge"), "phrase"),
    ],
)
def test_a_verb_that_is_often_a_cue_is_told_from_a_rare_one(text, row, expected):
    others = [line("Oru says no.", [("Oru", "says", "no")], name=str(number)) for number in range(5)]
    found = errors_of([line(text, [row]), *others], others)
    assert found == [f"missed: {expected}"]


def test_a_headline_is_told_from_what_follows():
    text = "Dockers Vow To Strike\n\nThe harbour is quiet."
    row = {"source": [[0, 7]], "cue": [[8, 11]], "content": [[12, 21]]}
    assert errors_of([{"id": "a", "text": text, "attributions": [row]}], []) == ["missed: headline"]


@given(lines=made_up.attribution())
@settings(max_examples=12, deadline=None)
def test_whatever_is_predicted_gets_kinds_of_the_table_and_gold_itself_gets_none(lines):
    gold, predicted = lines
    docs = [parse(article_from_text(each["id"], each["text"])) for each in gold]
    known = set(load_kinds().values())
    assert {error.kind for error in find_errors(docs, gold, {each["id"]: each for each in predicted})} <= known
    assert find_errors(docs, gold, {each["id"]: each for each in gold}) == []


@pytest.mark.parametrize("part", Part)
def test_the_table_tells_of_every_test_in_the_order_in_which_they_are_tried(part):
    assert [kind.name for kind in load_kinds().values() if kind.part is part] == list(TESTS[part])


def run(folder: Path, *arguments: str) -> Result:
    gold = [line(text, rows, name=str(number)) for number, (text, rows, _, _) in enumerate(WHOLE)]
    some = [line(text, rows, name=str(number)) for number, (text, _, rows, _) in enumerate(WHOLE)]
    write_lines(folder / "harbour.jsonl", gold)
    write_lines(folder / "first.jsonl", some)
    write_lines(folder / "second.jsonl", [])
    files = [str(folder / f"{name}.jsonl") for name in ("harbour", "first", "second")]
    return CliRunner().invoke(main, ["errors", *files, "--date", "2031-05-06", *arguments])


def test_the_command_counts_for_each_reader_and_writes_the_page(tmp_path):
    result = run(tmp_path, "--to", str(tmp_path / "page.md"), "--most", "3")
    assert result.exit_code == 0, result.output
    assert "first: 19 errors" in result.stdout
    assert "second: 19 errors" in result.stdout
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "Measured 2031-05-06" in page
    assert "on `harbour`: 18 documents with 19 attributions" in page
    assert "most frequent errors: first" in page
    assert "most frequent errors: second" in page
    run(tmp_path, "--to", str(tmp_path / "again.md"))
    assert (tmp_path / "again.md").read_text(encoding="utf-8") == page


def test_the_page_shows_no_text_of_the_gold(tmp_path):
    run(tmp_path, "--to", str(tmp_path / "page.md"))
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    examples = {kind.example.replace("**", "") for kind in load_kinds().values()}
    assert [text for text, *_ in WHOLE if text in page.replace("**", "") and text not in examples] == []


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: f"{kind.part}, {kind.name}")
def test_the_page_in_docs_tells_of_every_kind(kind):
    assert f"| {kind.title} | {kind.meaning} | {kind.example} |" in PAGE.read_text(encoding="utf-8")
