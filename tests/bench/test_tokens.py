"""Documents in tokens as documents with offsets."""

from __future__ import annotations

import pytest
from bench.commands import main
from bench.lines import LinesError, read_lines, write_lines
from bench.tokens import read_tokens
from click.testing import CliRunner
from invented import IN_TOKENS


@pytest.fixture
def files(tmp_path):
    """Writes documents and mentions, the invented ones unless others are given, and gives their paths."""

    def written(**other):
        paths = [tmp_path / f"{name}.jsonl" for name in IN_TOKENS]
        for path, (name, lines) in zip(paths, IN_TOKENS.items(), strict=True):
            write_lines(path, other.get(name, lines))
        return paths

    return written


def test_tokens_are_parted_by_one_space_and_marks_of_line_ends_are_left_out(files):
    first, second, third = read_tokens(*files())
    assert first["text"] == "2031-05-06 Dockers strike in Port Selm . The long strike ended ."
    assert second["text"] == "2031-05-07 A strike in Kesh failed ."
    assert (first["topic"], first["subtopic"], first["id"]) == ("7", "70", "7/70/a")
    assert third["mentions"] == []


def test_mentions_stand_where_their_words_do(files):
    first, second, _ = read_tokens(*files())
    told = [
        (mention["id"], line["text"][mention["start"] : mention["end"]], mention["chain"])
        for line in (first, second)
        for mention in line["mentions"]
    ]
    assert told == [("m1", "strike", "walkout"), ("m3", "long strike", "walkout"), ("m2", "strike", "other")]
    assert {mention["kind"] for mention in first["mentions"]} == {"event"}


MENTION = IN_TOKENS["mentions"][0]
REFUSED = [
    ("an unknown document", {**MENTION, "conll_doc_key": "7/70/z"}, "m1 is of 7/70/z, which"),
    ("no tokens", {**MENTION, "tokens_number": []}, "m1 is of no token"),
    ("a token beyond the sentence", {**MENTION, "tokens_number": [99]}, "m1 is of no token"),
    ("the mark of a line's end", {**MENTION, "tokens_number": [6]}, "m1 is of no token"),
    ("a missing field", {"mention_id": "m1"}, "no conll_doc_key"),
]


@pytest.mark.parametrize(("mention", "complaint"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_mention_of_nothing_is_refused(mention, complaint, files):
    with pytest.raises(LinesError, match=complaint):
        read_tokens(*files(mentions=[mention]))


def test_a_document_whose_key_tells_no_sub_topic_is_refused(files):
    with pytest.raises(LinesError, match="7-70-a is no topic, sub-topic and name"):
        read_tokens(*files(documents=[{**IN_TOKENS["documents"][0], "doc_key": "7-70-a"}], mentions=[]))


def test_the_command_writes_what_the_task_reads(files, tmp_path):
    documents, mentions = files()
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(main, ["tokens", str(documents), str(mentions), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert read_lines(out) == read_tokens(documents, mentions)
