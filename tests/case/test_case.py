"""The case file: reads only what is new, keeps corrections, and refuses what is no case."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import AliasError, CaseError, EmptyInput, SomeInputsFailed
from rashomon.model import AliasRelation, AliasRow

FIRST = """Bridge closed in Tolm

The mayor of Tolm, Ada Verrin, said on 3 May 2021 that the old bridge was unsafe. Police closed the bridge and arrested two men.
Engineers had warned the city for years that the bridge could fall into the river, and the people of the town had asked for a new one.
"""
SECOND = """Tolm mourns its bridge

The Tolm Workers' Union denied that the old bridge had ever been unsafe. "The mayor wants our land," its leader, Piet Saal, said.
The union called on the government to open the bridge, which the police closed on 3 May 2021, and to pay the workers of the ferry.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(FIRST)
    return tmp_path / "articles"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_reading_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    with rashomon.open_case(path) as case:
        assert [fresh for _, fresh in case.read([folder])] == [True]
    before = digest(path)
    with rashomon.open_case(path) as case:
        assert [fresh for _, fresh in case.read([folder])] == [False]
    assert digest(path) == before


def test_adding_an_article_reads_only_that_one(folder: Path, tmp_path: Path) -> None:
    with rashomon.open_case(tmp_path / "tolm.rashomon") as case:
        list(case.read([folder]))
        (folder / "b.txt").write_text(SECOND)
        assert {Path(article.origin).name: fresh for article, fresh in case.read([folder])} == {"a.txt": False, "b.txt": True}
        assert len(case.compare().articles) == 2


def test_records_come_back_as_they_were_read(folder: Path, tmp_path: Path) -> None:
    with rashomon.open_case(tmp_path / "tolm.rashomon") as case:
        list(case.read([folder]))
        assert list(case.records()) == list(rashomon.read(folder))


def test_a_correction_stands_beside_what_was_read_and_can_be_undone(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
        event = next(case.records()).events[0]
        number = case.correct(event.id, "stage", "planned", who="M. Lind", why="the paper says it is to be done")
        assert next(case.records()).events[0].stage == "planned"
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
        assert next(case.records()).events[0].stage == "planned"
        case.undo(number)
        assert next(case.records()).events[0] == event
        [(_, correction, undone)] = case.corrections()
        assert (correction.who, correction.old, correction.new) == ("M. Lind", f'"{event.stage}"', '"planned"')
        assert undone is not None


def test_a_correction_that_fits_nothing_any_more_is_told_not_applied(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
        event = next(case.records()).events[0]
        case.correct(event.id, "stage", "planned", who="M. Lind", why="misread")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE record SET json = replace(json, ?, ?)", (f'"stage":"{event.stage}"', '"stage":"foiled"'))
    connection.close()
    with rashomon.open_case(path) as case:
        assert [correction.target for correction in case.stale_corrections()] == [event.id]
        assert next(case.records()).events[0].stage == "foiled"


@pytest.mark.parametrize(
    ("target", "field", "new", "said"),
    [
        ("nothing-e1", "stage", "planned", "holds nothing of that id"),
        (None, "colour", "red", "no field 'colour'"),
        (None, "stage", "imagined", "cannot stand in 'stage'"),
        (None, "id", "x", "no field 'id'"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(folder: Path, tmp_path: Path, target: str | None, field: str, new: str, said: str) -> None:
    with rashomon.open_case(tmp_path / "tolm.rashomon") as case:
        list(case.read([folder]))
        event = next(case.records()).events[0]
        with pytest.raises(CaseError, match=said):
            case.correct(target or event.id, field, new, who="M. Lind", why="a try")
        assert case.corrections() == ()


def test_one_bad_article_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    (folder / "0-empty.txt").write_bytes(b"")
    with rashomon.open_case(tmp_path / "tolm.rashomon") as case:
        with pytest.raises(SomeInputsFailed) as caught:
            list(case.read([folder]))
        assert [type(failure) for failure in caught.value.failures] == [EmptyInput]
        assert len(list(case.records())) == 1


def test_what_is_no_case_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.rashomon"
    text.write_text("not a database, but a text that is longer than the header of one" * 20)
    other = tmp_path / "other.rashomon"
    connection = sqlite3.connect(other)
    with connection:
        connection.execute("CREATE TABLE bird (name)")
    connection.close()
    for path, said in ((text, "not a case file"), (other, "not a case"), (tmp_path / "none" / "x.rashomon", "does not exist")):
        before = digest(path) if path.exists() else None
        with pytest.raises(CaseError, match=said):
            rashomon.open_case(path)
        assert (digest(path) if path.exists() else None) == before
    with pytest.raises(CaseError, match="no such case"):
        rashomon.open_case(tmp_path / "missing.rashomon", create=False)
    assert not (tmp_path / "missing.rashomon").exists()


def test_a_case_of_a_newer_format_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    rashomon.open_case(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CaseError, match="newer version"):
        rashomon.open_case(path)


ALIASES = (
    AliasRow(name="Tolm Workers' Union", relation=AliasRelation.FRONT_OF, other="Ada Verrin", source="Tolm Post"),
    AliasRow(name="Saal", relation=AliasRelation.ALIAS_OF, other="Piet Saal", source="his passport"),
)


def test_aliases_are_kept_with_the_case_and_survive_a_new_reading(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    (folder / "b.txt").write_text(SECOND)
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
        assert case.aliases() == ()
        case.set_aliases(ALIASES)
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
        assert case.aliases() == ALIASES
        told = [relation for actor in case.compare().actors for relation in actor.relations if relation.article is None]
        assert [(relation.kind, relation.source) for relation in told] == [("front of", "Tolm Post")]
        case.set_aliases(())
        assert case.aliases() == ()


def test_aliases_that_contradict_each_other_are_refused_and_change_nothing(folder: Path, tmp_path: Path) -> None:
    with rashomon.open_case(tmp_path / "tolm.rashomon") as case:
        case.set_aliases(ALIASES)
        with pytest.raises(AliasError, match=r"row 2: .* stand in row 1 already"):
            case.set_aliases([ALIASES[0], ALIASES[0]])
        assert case.aliases() == ALIASES


def test_a_case_of_the_first_format_can_be_given_aliases(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "tolm.rashomon"
    with rashomon.open_case(path) as case:
        list(case.read([folder]))
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE alias")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with rashomon.open_case(path) as case:
        assert case.aliases() == ()
        case.set_aliases(ALIASES)
    with rashomon.open_case(path) as case:
        assert case.aliases() == ALIASES
        assert len(list(case.records())) == 1
