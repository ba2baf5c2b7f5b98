"""The table of cues: a mistake in a row stops the program with the file and the line."""

from __future__ import annotations

import pytest

from rashomon.errors import TableError
from rashomon.read.attributions.cues import COLUMNS, cue_fault
from rashomon.tables import load_table

GOOD = {
    "lemma": "say",
    "pos": "VERB",
    "frames": "clause|object+as|of",
    "type": "say",
    "addressee": "to",
    "commitment": "neutral",
    "certainty": "certain",
    "polarity": "affirmed",
}
WRONG = [
    ("pos", "VREB", "VERB"),
    ("frames", "clause|objekt", "object"),
    ("frames", "object+off", "object+of"),
    ("frames", "", "clause"),
    ("type", "sya", "say"),
    ("addressee", "objekt", "object"),
    ("commitment", "sure", "endorsed"),
    ("certainty", "maybe", "possible"),
    ("polarity", "negated", "denied"),
]


def test_a_good_row_has_no_fault() -> None:
    assert cue_fault(GOOD) is None


@pytest.mark.parametrize(("column", "told", "choice"), WRONG)
def test_a_fault_names_the_column_the_word_and_what_may_stand_there(column: str, told: str, choice: str) -> None:
    fault = cue_fault({**GOOD, column: told})
    assert fault is not None
    assert fault.startswith(column)
    assert repr(told.split("|")[-1]) in fault
    assert choice in fault


def test_a_fault_in_a_table_stops_the_program_with_file_and_line() -> None:
    with pytest.raises(TableError, match=r"tables/cues\.tsv, line \d+: no such word"):
        load_table(
            "rashomon.read.attributions", "tables/cues.tsv", COLUMNS, fault=lambda row: "no such word" if row["lemma"] == "say" else None
        )
