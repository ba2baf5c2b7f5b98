"""Who does what an infinitive or a gerund says that has no subject of its own: never who accuses, judges or demands."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of, words_of

from rashomon.model import Role
from rashomon.read.events.control import COLUMNS, control_fault
from rashomon.tables import load_table

# sentence, a word of the trigger, who does it
DOERS = [
    ("The clerks accused the warden of burning the school.", "burning", ["the warden"]),
    ("A tribunal convicted two sergeants of torturing a prisoner.", "torturing", ["two sergeants"]),
    ("The warden has been accused by his rivals of jailing journalists.", "jailing", ["The warden"]),
    ("She was sentenced to nine years in prison for killing a guard.", "killing", ["She"]),
    ("The court found two officers guilty of torturing prisoners.", "torturing", ["two officers"]),
    ("The old judge warned the soldiers against attacking the village.", "attacking", ["the soldiers"]),
    ("The rebels forced the mayor into signing the treaty.", "signing", ["the mayor"]),
    ("The bishop appealed to the rebels to free the hostages.", "free", ["the rebels"]),
    ("The bishop's appeal to the rebels to free the hostages failed.", "free", ["the rebels"]),
    ("The general gave his men orders to shoot the hostages.", "shoot", ["his men"]),
    ("The guards obeyed orders to shoot the hostages.", "shoot", ["The guards"]),
    ("The general's order to shoot the hostages was obeyed.", "shoot", []),
    ("The general gave the order to shoot the hostages.", "shoot", []),
    ("The president praised the plan to expel the envoy.", "expel", []),
    ("The president's plan to expel the envoy failed.", "expel", ["The president's"]),
    ("Opposition leaders made accusations of torturing prisoners.", "torturing", []),
    ("The general denies accusations of torturing prisoners.", "torturing", ["The general"]),
    ("Prosecutors filed charges against three men of murdering the judge.", "murdering", ["three men"]),
    ("Police announced the arrest of three men on charges of bombing the market.", "bombing", ["three men"]),
    ("The minister visited Orsk to sign a treaty.", "sign", ["The minister"]),
    ("The ministry blamed the rebels for the killing of the governor.", "killing", ["the rebels"]),
    ("The court acquitted the captain of the murder of a monk.", "murder", []),
    ("Police arrested the captain for the murder of a monk.", "murder", []),
    ("Police foiled a plot by the Front to bomb the port.", "bomb", []),
    ("Rebels used children for attacking the fort.", "attacking", ["Rebels"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "doers"), DOERS)
def test_the_doer_of_a_clause_without_a_subject(text: str, trigger: str, doers: list[str]) -> None:
    record = record_of(text)
    assert words_of(record, event_at(record, trigger), Role.AGENT) == doers


def test_every_row_of_the_table_of_control_can_be_loaded() -> None:
    key = ("lemma", "pos", "link")
    rows = load_table("rashomon.read.events", "tables/control.tsv", COLUMNS, key=key, fault=control_fault)
    assert all(row["doer"] for row in rows)


@pytest.mark.parametrize(("column", "cell"), [("pos", "A"), ("doer", "nobody")])
def test_a_bad_row_is_told(column: str, cell: str) -> None:
    good = {"lemma": "accuse", "pos": "V", "link": "of", "doer": "obj"}
    assert control_fault(good) is None
    assert f"{column} has '{cell}'" in (control_fault({**good, column: cell}) or "")
