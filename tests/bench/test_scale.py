"""Drawn records, and what the measure of linking many of them says."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from bench.articles import article_from_text
from bench.drawn import ACCOUNTS, Drawing, Filed
from bench.scale import scale
from click.testing import CliRunner

from rashomon.model import Record, quote
from rashomon.read import read_article

TEXT = (
    "Dara Velkan visited Vienna on 3 May 2018. On Tuesday the police arrested nine dockers in Vienna. "
    "The Harbour League condemned the arrests and called a strike for 12 May 2018."
)
SIZE = 20


@pytest.fixture(scope="module")
def read() -> list[Record]:
    return [read_article(article_from_text("1", TEXT, "2018-05-09"))]


def test_the_same_records_are_drawn_each_time(read: list[Record]) -> None:
    assert list(Drawing(read, SIZE)) == list(Drawing(read, SIZE))
    assert len({record.article.id for record in Drawing(read, SIZE)}) == SIZE


def test_so_many_records_tell_of_each_happening(read: list[Record]) -> None:
    drawing = Drawing(read, SIZE)
    told = [drawing.happening(number) for number in range(SIZE)]
    assert {told.count(happening) for happening in told} == {ACCOUNTS}


def test_spans_still_point_at_the_words_of_the_act(read: list[Record]) -> None:
    triggers = {event.id.partition("-")[2]: quote(TEXT, event.trigger.spans) for event in read[0].events}
    for record in Drawing(read, SIZE):
        for event in record.events:
            assert quote(record.article.text, event.trigger.spans) == triggers[event.id.partition("-")[2]]


def test_another_happening_is_on_other_days_and_among_others(read: list[Record]) -> None:
    drawing = Drawing(read, SIZE)
    records = list(drawing)
    one, other = records[drawing.happening(0)], records[drawing.happening(1)]
    assert one.article.published != other.article.published
    assert {actor.name for actor in one.actors} != {actor.name for actor in other.actors}
    assert one.article.text != other.article.text


def test_records_in_a_file_are_those_that_were_put_there(read: list[Record], tmp_path: Path) -> None:
    drawn = list(Drawing(read, SIZE))
    filed = Filed(tmp_path / "records", iter(drawn))
    assert [*filed] == drawn
    assert filed[-1] == drawn[-1]
    assert filed[2:4] == drawn[2:4]


def test_what_is_measured_is_printed(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(msgspec.json.encode({"id": "1", "text": TEXT, "published": "2018-05-09"}))
    told = CliRunner().invoke(scale, ["--gold", str(gold), "--kept", str(tmp_path / "kept"), "--size", "10"]).output
    assert "10 records" in told
    assert all(stage in told for stage in ("actors", "tellings", "weighing", "gathering"))
    again = CliRunner().invoke(scale, ["--kept", str(tmp_path / "kept"), "--size", "10"]).output
    assert again.splitlines()[0].partition("incidents")[0] == told.splitlines()[0].partition("incidents")[0]


def test_articles_must_be_given_once(tmp_path: Path) -> None:
    found = CliRunner().invoke(scale, ["--kept", str(tmp_path / "none")])
    assert found.exit_code == 2
    assert "--gold" in found.output
