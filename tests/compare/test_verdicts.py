"""Two accounts of one incident, and how the verdict on one field reads."""

from __future__ import annotations

import pytest

from rashomon.compare import compare_records
from rashomon.model import Comparison, Contrast, CueType, EventType, RelationKind, Stage, Verdict
from varenia import Told, read_text, record

BLAST = Told("bombed", agent="Oru Front", patient="Selm customs house", when="2018-03-22", where="Port Selm")
MOVE = Told("transferred", EventType.AID, agent="Ostria", patient="Harbour League", when="2016", where="Ostria")
AGREE, DIFFER, CONTRADICT, SILENT, UNCLEAR = Verdict

ARREST = {"trigger": "arrested", "type": EventType.COERCE}

CASES = [
    # field, what one account tells, what the other tells, the verdict
    ("count:killed", {"counts": (("killed", 9, 9, 9),)}, {"counts": (("killed", 14, 14, 14),)}, CONTRADICT),
    ("count:killed", {"counts": (("killed", 9, 9, 9),)}, {"counts": (("dead", 9, 9, 9),)}, AGREE),
    ("count:killed", {"counts": (("killed", 9, 9, None),)}, {"counts": (("deaths", 14, 14, 14),)}, AGREE),
    ("count:killed", {"counts": (("killed", None, 24, 99),)}, {"counts": (("killed", 37, 37, 37),)}, AGREE),
    ("count:killed", {"counts": (("killed", None, 24, 99),)}, {"counts": (("killed", 3, 3, 3),)}, DIFFER),
    ("count:killed", {"counts": (("killed", 20, 20, None),)}, {"counts": (("killed", 14, None, None),)}, CONTRADICT),
    ("count:killed", {"counts": (("killed", 20, None, 20),)}, {"counts": (("killed", 24, 24, 24),)}, CONTRADICT),
    ("count:killed", {"counts": (("killed", 20, 18, 22),)}, {"counts": (("killed", 14, None, None),)}, DIFFER),
    ("count:killed", {"counts": (("killed", 20, 20, None),)}, {"counts": (("killed", 12, None, 12),)}, DIFFER),
    ("count:killed", {"counts": (("killed", 9, None, None),)}, {"counts": (("killed", 14, None, None),)}, CONTRADICT),
    ("count:killed", {"counts": (("killed", None, None, None),)}, {"counts": (("killed", 14, 14, 14),)}, AGREE),
    ("count:killed", {"counts": (("killed", 9, 9, 9),)}, {"counts": (("killed", 9000, 9000, 9000),)}, DIFFER),
    ("count:killed", {"counts": (("killed", 9, 9, 9),)}, {}, SILENT),
    ("count:injured", {"counts": (("wounded", 5, 5, 5),)}, {"counts": (("injured", 5, 5, 5),)}, AGREE),
    ("time", {}, {}, AGREE),
    ("time", {}, {"when": "2018-03"}, AGREE),
    ("time", {}, {"when": "2018"}, AGREE),
    ("time", {}, {"when": "XXXX-03-22"}, AGREE),
    ("time", {}, {"when": "2018-03-20/2018-03-25"}, AGREE),
    ("time", {}, {"when": "2018-03-21"}, CONTRADICT),
    ("time", {}, {"when": "2018-03-21~"}, DIFFER),
    ("time", {}, {"when": None}, SILENT),
    ("place", {}, {}, AGREE),
    ("place", {}, {"where": "Varenia"}, AGREE),
    ("place", {"patient": "Ana Marr"}, {"patient": "Ana Marr", "where": "Selm Docks"}, AGREE),
    ("place", {"patient": "Ana Marr"}, {"patient": "Ana Marr", "where": "Karsava"}, DIFFER),
    ("place", {}, {"where": "Tull's Corner"}, UNCLEAR),
    ("place", {}, {"where": None}, SILENT),
    ("agent", {}, {}, AGREE),
    ("agent", {}, {"agent": "gunmen"}, SILENT),
    ("agent", {}, {"agent": None}, SILENT),
    ("agent", {}, {"agent": "the fighters of the Oru Front"}, AGREE),
    ("agent", {}, {"agent": "Port Police"}, CONTRADICT),
    ("agent", {}, {"agent": "Lio Tesk"}, DIFFER),
    ("agent", {}, {"denied": True}, CONTRADICT),
    ("agent", {"agent": "Port Police"}, {"denied": True}, DIFFER),
    ("patient", {}, {"patient": "the customs house"}, AGREE),
    ("patient", {}, {"patient": "clerks"}, UNCLEAR),
    ("patient", {"patient": "the membership list"}, {"patient": "the voters' list"}, UNCLEAR),
    ("patient", {"patient": "the voters' list"}, {"patient": "the list"}, AGREE),
    ("patient", {"patient": "three dock workers"}, {"patient": "at least four dock workers"}, AGREE),
    ("patient", {"patient": "the customs officers"}, {"patient": "Selm customs house"}, UNCLEAR),
    ("patient", {}, {"patient": None}, SILENT),
    ("stage", {}, {}, AGREE),
    ("stage", {}, {"stage": Stage.FOILED}, CONTRADICT),
    ("stage", {}, {"stage": Stage.ATTEMPTED}, CONTRADICT),
    ("stage", {}, {"stage": Stage.PLANNED}, DIFFER),
    ("stage", {"stage": Stage.PLANNED}, {"stage": Stage.FOILED}, AGREE),
    ("polarity", {}, {}, AGREE),
    ("polarity", {}, {"denied": True}, SILENT),
    ("polarity", {}, {"denied": True, "agent": None}, CONTRADICT),
    ("polarity", {}, {"denied": True, "agent": None, "patient": None}, UNCLEAR),
    ("polarity", {}, {"denied": True, "patient": None}, SILENT),
    ("polarity", {"agent": None}, {"denied": True}, DIFFER),
    ("polarity", {"agent": "Port Police"}, {"denied": True}, DIFFER),
    ("polarity", {"denied": True}, {"denied": True}, AGREE),
    ("polarity", {}, {"stage": Stage.HYPOTHETICAL}, UNCLEAR),
    (
        "polarity",
        {"trigger": "arrested", "type": EventType.COERCE},
        {"trigger": "arrested", "type": EventType.COERCE, "denied": True},
        CONTRADICT,
    ),
    ("act", {}, {"trigger": "the explosion"}, AGREE),
    ("act", {}, {"trigger": "attacked"}, AGREE),
    ("act", {"trigger": "attacked"}, {"trigger": "the incident"}, DIFFER),
    ("blame", {}, {"by": "Varenia", "cue": CueType.ACCUSE}, DIFFER),
    ("blame", {"by": "Ostria", "cue": CueType.ACCUSE}, {"by": "Varenia", "cue": CueType.ACCUSE}, AGREE),
    ("source", {}, {}, DIFFER),
    ("source", {"by": "Varenia"}, {"by": "Varenia"}, AGREE),
]


def compared(one: Told, other: Told) -> Comparison:
    return compare_records([record("Bram Oskell", one), record("Neve Aldane", other)])


def row(comparison: Comparison, field: str) -> Contrast:
    (incident,) = comparison.incidents
    return next(contrast for contrast in incident.contrasts if contrast.field == field)


@pytest.mark.parametrize(("field", "one", "other", "verdict"), CASES)
def test_verdict(field: str, one: dict[str, object], other: dict[str, object], verdict: Verdict) -> None:
    found = row(compared(BLAST._replace(**one), BLAST._replace(**other)), field)
    assert (found.relation, found.note) == (verdict, found.note)
    assert found.note


@pytest.mark.parametrize(("field", "one", "other", "verdict"), CASES)
def test_verdict_does_not_depend_on_the_order(field: str, one: dict[str, object], other: dict[str, object], verdict: Verdict) -> None:
    assert row(compared(BLAST._replace(**other), BLAST._replace(**one)), field).relation is verdict


MONDAY = "Police arrested Ana Marr in Port Selm on Monday.", "2018-03-07"
DAWN = "The Oru Front bombed the Selm customs house at 6 a.m. on 4 March 2018.", None
DATED = [
    # what one article tells and when it came out, the same of the other, the verdict on when
    (MONDAY, ("Police arrested Ana Marr in Port Selm on Monday.", "2018-03-09"), AGREE),
    (MONDAY, ("Police arrested Ana Marr in Port Selm on Tuesday.", "2018-03-07"), CONTRADICT),
    (MONDAY, ("Police arrested Ana Marr in Port Selm two days ago.", "2018-03-08"), DIFFER),
    (MONDAY, ("Police arrested Ana Marr in Port Selm yesterday.", "2018-03-09"), CONTRADICT),
    (MONDAY, ("Police arrested Ana Marr in Port Selm on Tuesday.", None), UNCLEAR),
    (MONDAY, ("Police arrested Ana Marr in Port Selm.", "2018-03-07"), SILENT),
    (DAWN, ("The Oru Front bombed the Selm customs house at 9 p.m. on 4 March 2018.", None), CONTRADICT),
    (DAWN, ("The Oru Front bombed the Selm customs house at 9 a.m. on 4 March 2018.", None), AGREE),
    (("Ana Marr was shot in Dublin in early March 2018.", None), ("Ana Marr was shot in Dublin in mid-March 2018.", None), DIFFER),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "verdict"), DATED)
def test_when_counted_from_the_day_of_publication(one: tuple[str, str | None], other: tuple[str, str | None], verdict: Verdict) -> None:
    comparison = compare_records([read_text("one", *one), read_text("other", *other)])
    assert row(comparison, "time").relation is verdict, row(comparison, "time").note


def test_two_parts_of_a_country_differ() -> None:
    north, south = (f"Ana Marr was kidnapped in {part} Spain on 19 August 2015." for part in ("northern", "southern"))
    found = row(compare_records([read_text("one", north), read_text("other", south)]), "place")
    assert found.relation is DIFFER
    assert [version.value for version in found.versions] == ["northern Spain", "southern Spain"]


def test_where_a_move_led_from_and_where_it_led_are_two_ends_of_one_way() -> None:
    found = row(compared(MOVE, MOVE._replace(where="Varenia", away=True)), "place")
    assert (found.relation, found.note) == (DIFFER, "two ends of a way: from Varenia (Neve Aldane), to Ostria (Bram Oskell)")
    assert [version.value for version in found.versions] == ["Ostria", "from Varenia"]


def test_who_moved_is_found_as_agent_and_as_patient() -> None:
    left = Told("moved", EventType.RETREAT, agent="Harbour League", when="2016", where="Varenia", away=True)
    comparison = compared(MOVE, left)
    assert len(comparison.incidents) == 1
    assert {version.value for version in row(comparison, "agent").versions} == {"Ostria"}
    assert row(comparison, "patient").relation is AGREE


def test_a_wing_is_not_played_against_its_whole() -> None:
    mine = record("Bram Oskell", BLAST, relations=[("Harbour League", RelationKind.FRONT_OF, "Oru Front")])
    other = record("Neve Aldane", BLAST._replace(agent="Harbour League"))
    assert row(compare_records([mine, other]), "agent").relation is UNCLEAR


def test_who_clears_one_actor_and_tells_the_act_elsewhere_does_not_deny_that_it_happened() -> None:
    clearing = record("Neve Aldane", BLAST._replace(agent=None), BLAST._replace(denied=True))
    comparison = compare_records([record("Bram Oskell", BLAST), clearing])
    assert row(comparison, "polarity").relation is AGREE
    assert [version.value for version in row(comparison, "polarity").versions] == ["told as so: bombed"] * 2
    assert row(comparison, "agent").relation is CONTRADICT
    assert row(comparison, "agent").versions[1].value == "Oru Front did not do it"
    assert row(comparison, "agent").note == "according to Bram Oskell, Oru Front did it; according to Neve Aldane, Oru Front did not"


def test_a_note_names_the_accounts_on_either_side_and_those_that_fit_both() -> None:
    tellings = {"Ines Torvald": (9, 9, None), "Bram Oskell": (14, 14, 14), "Neve Aldane": (9, 9, 9), "Edda Rhun": (14, 14, 14)}
    records = [record(author, BLAST._replace(counts=(("killed", *numbers),))) for author, numbers in tellings.items()]
    found = row(compare_records(records), "count:killed")
    assert found.relation is CONTRADICT
    assert found.note == "14 (Bram Oskell and Edda Rhun) and 9 (Neve Aldane) cannot both be so; “9 killed” (Ines Torvald) fits both"


VALUES = [
    ("stage", {"stage": Stage.HYPOTHETICAL}, "only supposed: bombed"),
    ("stage", {}, "told as done: bombed"),
    ("polarity", {"denied": True, "agent": None}, "denied: bombed"),
    ("time", {"when": "2018-03"}, "2018-03 (March 2018)"),
    ("time", {"when": "XXXX-03-22"}, "XXXX-03-22 (22 March of an untold year)"),
]


@pytest.mark.parametrize(("field", "changed", "value"), VALUES)
def test_values_are_plain_words(field: str, changed: dict[str, object], value: str) -> None:
    assert row(compared(BLAST, BLAST._replace(**changed)), field).versions[1].value == value


def test_silent_accounts_are_listed() -> None:
    found = row(compared(BLAST, BLAST._replace(when=None)), "time")
    assert [name.partition("/")[2] for name in found.silent] == ["Neve Aldane"]
    assert [version.source for version in found.versions] == ["Bram Oskell"]


def test_a_cell_of_an_accusation_begins_with_its_source() -> None:
    comparison = compared(BLAST, BLAST._replace(by="Varenia", cue=CueType.ACCUSE))
    for field in ("agent", "blame", "act", "stage"):
        quoted = next(version for version in row(comparison, field).versions if version.source == "Varenia")
        assert quoted.value.startswith("according to Varenia: ")
