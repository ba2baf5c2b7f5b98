"""The alias table as a file: what is read from it, what is written, and what is refused with which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import AliasError
from rashomon.link import AliasTable, load_aliases, write_aliases
from rashomon.model import AliasRelation, AliasRow

EXAMPLE = Path(__file__).parents[2] / "examples" / "aliases.toml"
A_B = '[[actor]]\nname = "A Band"\nrelation = "alias-of"\nother = "B Band"\nsource = "almanac"\n'
B_C = A_B.replace("A Band", "C Band")
REFUSED = {
    "an unknown relation": (A_B.replace("alias-of", "alias"), "row 1: its relation is 'alias'; write one of alias-of, abbreviation,"),
    "no source": (A_B.replace('source = "almanac"\n', ""), "row 1: its source is missing or empty; say who says so"),
    "an empty source": (A_B.replace("almanac", " "), "row 1: its source is missing or empty"),
    "no name": (B_C + A_B.replace('name = "A Band"\n', ""), 'row 2: its name is missing or empty; write name = "..."'),
    "a name that is a number": (A_B.replace('"A Band"', "5"), "row 1: its name is missing or empty"),
    "a strange field": (A_B + 'sorce = "x"\n', "row 1: it has sorce; a row has name, relation, other, source"),
    "a row of a name with itself": (A_B.replace("B Band", "the A BAND"), "row 1: 'A Band' is told of itself"),
    "a row twice": (A_B + A_B, "row 2: 'A Band' and 'B Band' stand in row 1 already; keep one"),
    "a row the other way round": (
        A_B + '[[actor]]\nname = "B Band"\nrelation = "part-of"\nother = "A Band"\nsource = "x"\n',
        "row 2: 'B Band' and 'A Band' stand in row 1 already, as alias-of; keep one",
    ),
    "contradictory rows": (
        A_B + B_C + '[[actor]]\nname = "A Band"\nrelation = "must-not-merge"\nother = "C Band"\nsource = "x"\n',
        "row 3: 'A Band' is must-not-merge 'C Band', but by rows 1, 2 they are one; take one of these rows out",
    ),
    "no TOML": ("[[actor]\n", "it is not TOML"),
    "rows under another word": (A_B.replace("actor", "alias"), "it has alias beside its rows; begin each row with [[actor]]"),
    "one row without brackets": (A_B.replace("[[actor]]", "[actor]"), "its rows do not begin with [[actor]]"),
    "a name without a word": (A_B.replace("A Band", "..."), "row 1: '...' holds no word"),
}


@pytest.mark.parametrize(("text", "wrong"), REFUSED.values(), ids=list(REFUSED))
def test_a_table_that_cannot_be_used_says_where_and_what_to_do(text: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(text)
    with pytest.raises(AliasError) as raised:
        load_aliases(path)
    assert str(raised.value).startswith(str(path))
    assert wrong in str(raised.value)


def test_a_missing_file_and_one_in_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(AliasError, match="there is no such file"):
        load_aliases(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes('name = "Café"'.encode("latin-1"))
    with pytest.raises(AliasError, match="it is not UTF-8"):
        load_aliases(tmp_path / "latin.toml")


def test_rows_given_in_python_are_checked_as_well() -> None:
    row = AliasRow(name="A Band", relation=AliasRelation.ALIAS_OF, other="a band", source="x")
    with pytest.raises(AliasError, match="told of itself"):
        AliasTable([row])


def test_the_example_is_a_table() -> None:
    assert {row.relation for row in load_aliases(EXAMPLE)} >= {AliasRelation.ALIAS_OF, AliasRelation.FRONT_OF}


def test_an_empty_file_is_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text("# nothing yet\n")
    assert load_aliases(tmp_path / "names.toml") == ()


words = st.text(min_size=1).map(lambda text: " ".join(f"a{text}".split()))


@given(st.lists(st.tuples(words, words, st.sampled_from(AliasRelation), st.none() | words), max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, told: list) -> None:
    rows = tuple(
        AliasRow(name=f"x{number} {name}", relation=relation, other=f"y{number}", source=source, note=note)
        for number, (name, source, relation, note) in enumerate(told)
    )
    path = tmp_path_factory.mktemp("table") / "names.toml"
    path.write_text(write_aliases(rows), encoding="utf-8", newline="")
    assert load_aliases(path) == rows
