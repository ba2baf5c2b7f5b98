"""How many, in two articles as they are read: the number, what it counts, and what it adds up to."""

from __future__ import annotations

import pytest

from rashomon.compare import compare_records
from rashomon.model import Verdict
from varenia import read_text

AGREE, DIFFER, CONTRADICT, SILENT, UNCLEAR = Verdict
ARRESTS = "arrested", "Police arrested {} in Port Selm on 4 March 2018."

CASES = [
    # the row, how both accounts tell it, what stands in the one and in the other, the verdict
    (*ARRESTS, "nine dockers", "14 dockers", CONTRADICT),
    (*ARRESTS, "nine dockers", "14 people", UNCLEAR),
    (*ARRESTS, "14 dockers", "nine people", CONTRADICT),
    (*ARRESTS, "nine dockers", "nine people", AGREE),
    (*ARRESTS, "nine women", "14 clerks", UNCLEAR),
    (*ARRESTS, "one woman", "three women", CONTRADICT),
    (*ARRESTS, "nobody", "three women", CONTRADICT),
    (*ARRESTS, "six families", "14 people", UNCLEAR),
    (*ARRESTS, "a man and two women", "three people", AGREE),
    (*ARRESTS, "a man and two women", "five people", CONTRADICT),
    (*ARRESTS, "at least 20 people", "14 people", CONTRADICT),
    (*ARRESTS, "up to 20 people", "24 people", DIFFER),
    (*ARRESTS, "close to 20 people", "19 people", AGREE),
    ("evicted", "On 4 March 2018 bailiffs evicted {} in Port Selm.", "nine tenants", "14 tenants", CONTRADICT),
    ("took part", "{} marched through Port Selm on 4 March 2018.", "2,000 people", "12,000 people", CONTRADICT),
]


@pytest.mark.parametrize(("row", "telling", "one", "other", "verdict"), CASES)
def test_how_many(row: str, telling: str, one: str, other: str, verdict: Verdict) -> None:
    first, second = (read_text(name, telling.format(words)) for name, words in (("one", one), ("other", other)))
    (incident,) = compare_records([first, second]).incidents
    contrasts = {contrast.field: contrast for contrast in incident.contrasts}
    assert contrasts[f"count:{row}"].relation is verdict, contrasts[f"count:{row}"].note


def test_a_number_told_with_an_act_that_is_denied_counts_nothing() -> None:
    told = read_text("one", "On 4 March 2018 police arrested nine dockers in Port Selm.")
    denied = read_text("other", "On 4 March 2018 police did not arrest fourteen dockers in Port Selm.")
    (incident,) = compare_records([told, denied]).incidents
    assert [contrast.relation for contrast in incident.contrasts if contrast.field == "count:arrested"] == [SILENT]
