"""What linking takes dates, names and trigger words to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.acts import act_of, near_kinds
from rashomon.link.matters import Matters
from rashomon.link.names import acronyms_of, fold_name, fold_person
from rashomon.link.periods import period_of
from rashomon.link.tellings import is_definite
from rashomon.model import Span
from rashomon.tables import choices, load_table

PERIODS = [
    ("2018-03-22", "2018-03-22", 1),
    ("2018-03-22T10:30:00", "2018-03-22", 1),
    ("2018-03", "2018-03", 31),
    ("2018-03-XX", "2018-03", 31),
    ("2018", "2018", 365),
    ("201X", "2010 to 2019", 3652),
    ("2018-22", "2018-06-01 to 2018-08-31", 92),
    ("2018-24", "2018-12-01 to 2019-02-28", 90),
    ("2018-03-20/2018-03-22", "2018-03-20 to 2018-03-22", 3),
    ("2016/2018", "2016 to 2018", 1096),
    ("2018-03-22~", "2018-03-22", 1),
    ("XXXX-03-22", "22 March, year untold", 1),
    ("XXXX-06", "June, year untold", 30),
]


@pytest.mark.parametrize(("edtf", "described", "days"), PERIODS)
def test_period(edtf: str, described: str, days: int) -> None:
    period = period_of(edtf)
    assert period is not None
    assert (period.describe(), period.days) == (described, days)


@pytest.mark.parametrize("edtf", [None, "", "P3D", "XXXX", "XXXX-XX-XX", "2018-13", "2018-02-30", "/", "../..", "2019/2018", "yesterday"])
def test_no_period(edtf: str | None) -> None:
    assert period_of(edtf) is None


UNTOLD_YEARS = [("2018-03-22", True), ("2000-03-22", True), ("2018-03", True), ("2018", True), ("2000-03-23", False), ("XXXX-03", True)]


@pytest.mark.parametrize(("other", "shared"), UNTOLD_YEARS)
def test_an_untold_year_is_no_year(other: str, shared: bool) -> None:
    day, its = period_of("XXXX-03-22"), period_of(other)
    assert day is not None
    assert its is not None
    assert day.overlaps(its) is its.overlaps(day) is shared


def test_an_open_end_is_approximate() -> None:
    period = period_of("2018-03-22/..")
    assert period is not None
    assert period.approximate
    assert period.describe() == "2018-03-22 to now on"


@given(st.dates(), st.dates())
def test_two_days_are_one_or_apart(one: object, other: object) -> None:
    first, second = period_of(str(one)), period_of(str(other))
    if first is not None and second is not None:
        assert first.is_apart(second, same_article=True) is (one != other)
        assert first.is_apart(second) is second.is_apart(first)


NAMES = [
    ("The Oru Front's", "oru front"),
    ("Órú Front", "oru front"),
    ("O.R.U.", "oru"),
    ("Organisation of the Docks", "organization of docks"),
    ("The", "the"),
]


@pytest.mark.parametrize(("name", "folded"), NAMES)
def test_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(("name", "folded"), [("Prime Minister Ana Marr", "ana marr"), ("Mrs. Marr", "marr"), ("President", "president")])
def test_person(name: str, folded: str) -> None:
    assert fold_person(name) == folded


@pytest.mark.parametrize(("name", "acronym"), [("National Council of Oru Dockers", "ncod"), ("The Oru Liberation Army", "ola")])
def test_acronym(name: str, acronym: str) -> None:
    assert acronym in acronyms_of(name)


ACTS = [
    ("gunned down", None, "shooting"),
    ("carrying out the attack", "ASSAULT", "attack"),
    ("strike", "PROTEST", "strike"),
    ("strike", "ASSAULT", "attack"),
    ("led ... protests", "PROTEST", "protest"),
    ("the expulsion of", "SANCTION", "expulsion"),
    ("arrested", "COERCE", "arrest"),
]


@pytest.mark.parametrize(("words", "event_type", "kind"), ACTS)
def test_act(words: str, event_type: str | None, kind: str) -> None:
    assert kind in act_of(words, event_type).kinds


def test_unknown_words_are_known_by_their_stem() -> None:
    assert act_of("quarrelled").kinds == ()
    assert act_of("quarrelled").stems == act_of("their quarrel").stems


def test_the_table_of_acts_names_only_its_own_rows() -> None:
    rows = load_table("rashomon.link", "tables/acts.tsv", ("act", "patient", "types", "within", "near", "untitled", "words"), key=("act",))
    acts = {row["act"] for row in rows}
    assert all({*choices(row["near"]), *choices(row["within"])} <= acts - {row["act"]} for row in rows)
    assert all(act in near_kinds(near) for act in acts for near in near_kinds(act))


DEFINITE = [
    ("They condemned the attack", "attack", True),
    ("They condemned the recent bomb attack", "attack", True),
    ("They planned a bomb attack", "attack", False),
    ("The group attacked", "attacked", None),
    ("Attacks went on", "Attacks", None),
    ("the increase of attacks", "attacks", None),
]


@pytest.mark.parametrize(("text", "trigger", "definite"), DEFINITE)
def test_definite(text: str, trigger: str, definite: bool | None) -> None:
    start = text.rindex(trigger)
    assert is_definite(text, (Span(start, start + len(trigger)),)) is definite


def test_articles_of_one_matter() -> None:
    blast = "On Thursday a bomb went off in Port Selm. The ferry to Karsava was stopped, and minister Dara Velkan came from Karsava."
    regatta = "On Sunday the boats of Lake Orsa raced. Among them the Selwyn of captain Edda Rhun was first, as in Tullmark before."
    matters = Matters({f"blast {n}": blast for n in range(4)} | {f"regatta {n}": regatta for n in range(4)})
    assert matters.closeness("blast 1", "blast 2") == pytest.approx(1)
    assert matters.closeness("regatta 1", "blast 2") < 0.1
    assert matters.closeness("regatta 1", "blast 2") == matters.closeness("blast 2", "regatta 1")
    assert Matters({"blast": blast, "regatta": regatta}).closeness("blast", "regatta") is None


def test_articles_of_one_matter_are_near_though_they_share_few_words() -> None:
    strike = ["dockers struck harbour wages", "harbour wages talks mediator", "mediator talks council vote", "council vote dockers wages"]
    flood = ["river flood villages dikes", "dikes villages boats rescue", "rescue boats river water", "water flood river rescue"]
    told = {f"strike {n}": f"{words} pier" for n, words in enumerate(strike)} | {
        f"flood {n}": f"{words} pier" for n, words in enumerate(flood)
    }
    matters = Matters(told)
    within = [matters.closeness("strike 0", "strike 2"), matters.closeness("flood 0", "flood 2")]
    across = [matters.closeness(f"strike {one}", f"flood {other}") for one in range(4) for other in range(4)]
    assert min(within) > 2 * max(across)
