"""Whether a comparison shows what a careful reader listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.commands import main
from bench.differences import ListError, read_list
from click.testing import CliRunner

ONE = """The guild and the bridge

By Lena Oru

Published: 2019-05-06

The Harbour Guild bombed the bridge of Orsk on 4 May 2019, killing nine people. The guild has a long history of violence.

Dockers struck in Selm on 6 May 2019.
"""
OTHER = """Nine dead

By Karel Marr

Published: 2019-05-06

The bridge of Orsk was bombed on 4 May 2019 and fourteen people were killed. The mayor of Orsk visited Karsava on 5 May 2019.
"""
LIST = """
contradictions = {contradictions}

[[difference]]
tells = "How many died."
shown = "incidents"
one = ["nine"]
other = ["fourteen"]

[[difference]]
tells = "The visit is told by one only."
shown = "one side"
one = ["visit", "mayor"]

[[difference]]
tells = "Each tells alone what the other leaves out."
shown = "one side"
one = ["visit", "mayor"]
other = ["strike"]

[[difference]]
tells = "The colour of the bridge."
shown = "descriptions"
one = ["red"]
other = ["green"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "one.txt").write_text(ONE, encoding="utf-8")
    (articles / "other.txt").write_text(OTHER, encoding="utf-8")
    return articles


@pytest.mark.parametrize(("told_of", "status"), [(1, 0), (0, 1)])
def test_what_is_found_and_what_is_missed_is_told(folder: Path, tmp_path: Path, told_of: int, status: int) -> None:
    listed = tmp_path / "list.toml"
    listed.write_text(LIST.format(contradictions=told_of), encoding="utf-8")
    result = CliRunner().invoke(main, ["differences", str(listed), str(folder)])
    assert result.exit_code == status
    assert [line.split()[0] for line in result.stdout.splitlines()[:4]] == ["found", "found", "found", "MISSED"]
    assert f"3 of 4 found; 1 contradictions shown, {told_of} told of" in result.stdout


def test_a_row_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    listed = tmp_path / "list.toml"
    listed.write_text(LIST.format(contradictions=0) + 'colour = "red"\n', encoding="utf-8")
    with pytest.raises(ListError, match="colour"):
        read_list(listed)
