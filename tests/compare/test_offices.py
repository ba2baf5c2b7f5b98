"""Offices: what one person at a time holds."""

from __future__ import annotations

import pytest

from rashomon.compare import compare_records
from rashomon.compare.offices import office_of
from rashomon.model import Contrast, Verdict
from varenia import read_text

SAME = {
    ("mayor of Kesh", "mayor of Kesh"): False,
    ("chairman", "chairwoman"): True,
    ("finance minister", "finance minister"): True,
    ("prime minister of Lorvania", "premier of Lorvania"): False,
}
OTHER = (
    ("mayor of Kesh", "mayor of Orsk"),
    ("finance minister", "transport minister"),
    ("minister", "minister"),
    ("former mayor of Kesh", "mayor of Kesh"),
    ("deputy governor", "governor"),
    ("Kesh's former mayor", "Kesh's mayor"),
    ("commander of the Oru Front", "commander of the Oru Front"),
    ("teacher", "teacher"),
)


@pytest.mark.parametrize(("pair", "given"), SAME.items())
def test_one_office(pair: tuple[str, str], given: bool) -> None:
    one, other = map(office_of, pair)
    assert one is not None
    assert other is not None
    assert one.is_same(other, given=given)


@pytest.mark.parametrize("pair", OTHER)
def test_another_office_or_none(pair: tuple[str, str]) -> None:
    one, other = map(office_of, pair)
    assert one is None or other is None or not one.is_same(other, given=True)


def patient_row(one: str, other: str) -> Contrast:
    comparison = compare_records([read_text("one", one), read_text("other", other)])
    return next(row for incident in comparison.incidents for row in incident.contrasts if row.field == "patient")


def test_two_names_for_one_office_contradict() -> None:
    row = patient_row(
        "The parliament of Sudria elected Mara Dessin president on 7 May 2000.",
        "On 7 May 2000 the parliament of Sudria elected Joss Adler president.",
    )
    assert row.relation is Verdict.CONTRADICT
    assert "one office (president) under two names" in row.note


def test_two_ministers_may_both_be_dismissed() -> None:
    row = patient_row(
        "President Mara Dessin dismissed finance minister Sela Moren on 2 January 2019.",
        "President Mara Dessin dismissed transport minister Viktor Hald on 2 January 2019.",
    )
    assert row.relation is Verdict.DIFFER
