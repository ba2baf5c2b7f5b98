"""A title tells what the accounts beside it tell: of acts set against each other both, and nobody as doing what nobody tells of him."""

from __future__ import annotations

import pytest

from rashomon.compare.accounts import tellers_of
from rashomon.compare.incidents import contrasts_of
from rashomon.compare.lookup import Lookup
from rashomon.compare.titles import title_of
from rashomon.link import link_actors
from rashomon.model import EventType, Stage, Verdict
from varenia import Told, record

PRAISED = Told("praised", EventType.SUPPORT, agent="Ana Marr", patient="the raid on the harbour")
CONDEMNED = Told("condemned", EventType.ACCUSE, agent="Ana Marr", patient="the raid on the harbour")
BOMBED = Told("bombed", agent="Oru Front", patient="the customs house")
ACCIDENT = Told("accident", EventType.OTHER, patient="the customs house")
SUPPORT, ACCUSE, ASSAULT = EventType.SUPPORT, EventType.ACCUSE, EventType.ASSAULT

CASES = [
    ("one who does both", ACCUSE, [CONDEMNED, PRAISED], "condemnation or praise of the raid on the harbour by Ana Marr"),
    ("the noun is of the incident's type", SUPPORT, [CONDEMNED, PRAISED], "praise or condemnation of the raid on the harbour by Ana Marr"),
    (
        "two who do one each",
        ACCUSE,
        [PRAISED, CONDEMNED._replace(agent="Harbour League")],
        "condemnation or praise of the raid on the harbour",
    ),
    ("one is silent on who", ACCUSE, [PRAISED, CONDEMNED._replace(agent=None)], "condemnation or praise of the raid on the harbour"),
    ("of two things", ACCUSE, [PRAISED._replace(patient="Varenia"), CONDEMNED], "condemnation or praise by Ana Marr"),
    (
        "planned by all",
        ACCUSE,
        [one._replace(stage=Stage.PLANNED) for one in (PRAISED, CONDEMNED)],
        "planned condemnation or praise of the raid on the harbour by Ana Marr",
    ),
    ("an accident or a bombing", ASSAULT, [BOMBED, ACCIDENT], "bombing or accident of the customs house"),
    (
        "nothing opposed",
        ACCUSE,
        [CONDEMNED, CONDEMNED._replace(trigger="denounced")],
        "condemnation of the raid on the harbour by Ana Marr",
    ),
    (
        "another act gives it no doer",
        ACCUSE,
        [CONDEMNED._replace(agent=None), CONDEMNED._replace(agent=None), Told("met", EventType.CONSULT, agent="Ostria", patient="Varenia")],
        "condemnation of the raid on the harbour",
    ),
]


def tellers(*told: Told):
    """The acts as one incident, each told by another article."""
    records = [record(f"Author {number}", one) for number, one in enumerate(told)]
    return tellers_of([one.events[0].id for one in records], Lookup.of(records, link_actors(records)))


@pytest.mark.parametrize(("kind", "told", "title"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_title(kind: EventType, told: list[Told], title: str) -> None:
    assert title_of(tellers(*told), kind, None) == title


def test_praise_and_condemnation_differ_and_the_row_says_why() -> None:
    act = next(row for row in contrasts_of(tellers(PRAISED, CONDEMNED)) if row.field == "act")
    assert (act.relation, act.note) == (Verdict.DIFFER, "approval in one account, disapproval in the other")
    assert {position for side in act.sides for position in side} == {0, 1}
