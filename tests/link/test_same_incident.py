"""Which two tellings are one happening."""

from __future__ import annotations

import pytest

from rashomon.compare import compare_records
from rashomon.link import link_actors, link_incidents
from rashomon.model import EventType, Stage
from varenia import Told, record

BLAST = Told("bombed", agent="Oru Front", patient="the customs house", when="2018-03-22", where="Port Selm", counts=(("killed", 9, 9, 9),))
ARREST = Told("arrested", EventType.COERCE, "arrest", agent="Port Police", patient="Lio Tesk", when="2018-03-22")
EXPELLED = Told("expelled", EventType.SANCTION, "expel", agent="Varenia", patient="Ana Marr")
ACCUSED = Told("accused", EventType.ACCUSE, agent="Varenia", patient="Ostria", when="2018-03")
RALLY = Told("rallied", EventType.PROTEST, "demo", agent="Oru Front", when="2017-07-01", where="Port Selm")
MARCH = Told("marched", EventType.PROTEST, "demo", agent="Harbour League", when="2018-03-22", where="Port Selm")
MOVED = Told("transferred", EventType.AID, agent="Ostria", patient="Harbour League", where="Ostria")

SAME = {
    "the very same": (BLAST, BLAST),
    "another number of dead": (BLAST, BLAST._replace(counts=(("killed", 14, 14, 14),))),
    "another one blamed": (BLAST, BLAST._replace(agent="Varenia")),
    "nobody blamed": (BLAST, BLAST._replace(agent=None)),
    "a site in one only": (BLAST, BLAST._replace(site="market")),
    "a day and its month": (BLAST, BLAST._replace(when="2018-03")),
    "a day without its year": (BLAST, BLAST._replace(when="XXXX-03-22")),
    "dates a day apart": (BLAST, BLAST._replace(when="2018-03-21")),
    "a city and its country": (BLAST, BLAST._replace(where="Varenia")),
    "another word for it": (BLAST, BLAST._replace(trigger="the explosion")),
    "an attack that was a blast": (BLAST, BLAST._replace(trigger="attacked")),
    "denied by one": (BLAST, BLAST._replace(denied=True, by="Oru Front")),
    "planned in one, demanded in the other": (RALLY._replace(stage=Stage.PLANNED), RALLY._replace(stage=Stage.DEMANDED)),
    "announced in one, demanded in the other": (
        RALLY._replace(trigger="strike ... announced", stage=Stage.PLANNED),
        RALLY._replace(trigger="called ... strike", stage=Stage.DEMANDED),
    ),
    "foiled in one": (BLAST, BLAST._replace(stage=Stage.FOILED)),
    "no date in one, one arrested": (ARREST, ARREST._replace(when=None)),
    "arrested or detained": (ARREST, ARREST._replace(trigger="detained", agent=None)),
    "expelled, no date at all": (EXPELLED, EXPELLED._replace(trigger="the expulsion of")),
    "one accusation": (ACCUSED, ACCUSED._replace(when="2018-03-05")),
    "where it led and where it led from": (MOVED, MOVED._replace(where="Varenia", away=True, when="2016")),
    "one rally": (RALLY, RALLY._replace(trigger="the rally of", when="2017-07")),
}

DIFFERENT = {
    "another year's rally": (RALLY, RALLY._replace(when="2018-07-01")),
    "another year's rally, by year alone": (RALLY, RALLY._replace(when="2016")),
    "the other accuses": (ACCUSED, ACCUSED._replace(agent="Ostria", patient="Varenia")),
    "same place, other bombing": (BLAST, BLAST._replace(when="2018-06-02")),
    "same day and city, other site": (BLAST._replace(site="market"), BLAST._replace(site="station", patient="nine people")),
    "same day, other city": (BLAST, BLAST._replace(where="Karsava", patient="a school")),
    "same day, other country": (BLAST, BLAST._replace(where="Ostria")),
    "moved to another country": (MOVED, MOVED._replace(where="Varenia", when="2016")),
    "moved from another country": (MOVED._replace(away=True), MOVED._replace(where="Varenia", away=True)),
    "another one arrested": (ARREST, ARREST._replace(patient="Ana Marr")),
    "another one expelled": (EXPELLED, EXPELLED._replace(patient="Lio Tesk")),
    "same day and place, another kind of act": (BLAST, MARCH),
    "one word and nothing else": (Told("attacked"), Told("attacked")),
    "roles swapped between groups without a name": (
        Told("attacked", agent="the dockers", patient="the watchmen", when="2018-03-22"),
        Told("attacked", agent="the watchmen", patient="the dockers", when="2018-03-22"),
    ),
    "one actor, two unrelated acts of one day": (RALLY, RALLY._replace(trigger="burned", type=EventType.ASSAULT, patient="two cars")),
    "same actor, other act": (EXPELLED, Told("praised", EventType.SUPPORT, agent="Varenia", patient="Ana Marr")),
    "done and only asked for": (EXPELLED._replace(patient=None), EXPELLED._replace(patient=None, stage=Stage.DEMANDED)),
}

BYSTANDERS = (
    Told("visited", EventType.CONSULT, agent="Ana Marr", patient="Ostria", when="2015"),
    Told("thanked", EventType.SUPPORT, agent="Lio Tesk", patient="Ana Marr"),
    Told("struck", EventType.PROTEST, "strike", agent="Harbour League", when="2014-05"),
    Told("negotiated", EventType.CONSULT, agent="Varenia", patient="Harbour League"),
)


def groups_of(*tellings: tuple[Told, ...]) -> list[set[str]]:
    """The words of the triggers in each group, with the article's number and the event's."""
    records = [record(f"Author {number}", *told) for number, told in enumerate(tellings)]
    place = {event.id: (number, at) for number, one in enumerate(records) for at, event in enumerate(one.events)}
    return [{place[event] for event in group.events} for group in link_incidents(records, link_actors(records))]


@pytest.mark.parametrize("case", SAME)
def test_same(case: str) -> None:
    one, other = SAME[case]
    assert {(0, 0), (1, 0)} in groups_of((one, *BYSTANDERS[:2]), (other, *BYSTANDERS[2:]))


@pytest.mark.parametrize("case", DIFFERENT)
def test_different(case: str) -> None:
    one, other = DIFFERENT[case]
    assert {(0, 0)} in groups_of((one, *BYSTANDERS[:2]), (other, *BYSTANDERS[2:]))


def test_told_twice_in_one_article() -> None:
    again = BLAST._replace(trigger="the bombing", when=None, counts=(), agent=None)
    assert {(0, 0), (0, 1)} in groups_of((BLAST, again, *BYSTANDERS))


def test_one_voice_that_names_other_agents_tells_of_another_act() -> None:
    older = BLAST._replace(when="1994-05-02", patient="the harbour office")
    recent = Told("attacked", agent="Harbour League", where="Port Selm")
    assert {(0, 0)} in groups_of((recent, older, *BYSTANDERS))


def test_what_one_article_tells_as_done_is_not_what_it_only_supposes() -> None:
    supposed = BLAST._replace(trigger="the bombing", stage=Stage.HYPOTHETICAL, when=None)
    assert not any({(0, 0), (0, 1)} <= group for group in groups_of((BLAST, supposed, *BYSTANDERS)))
    across = groups_of((BLAST, supposed), (BLAST._replace(trigger="blew up"), *BYSTANDERS))
    assert not any({(0, 1), (1, 0)} <= group for group in across)


def test_an_act_and_its_result_are_one_happening() -> None:
    dead = Told("died", patient="nine clerks", counts=(("died", 9, 9, 9),))
    assert {(0, 0), (0, 1)} in groups_of((BLAST, dead, *BYSTANDERS))


def test_the_toll_of_another_act_is_not_that_of_this_one() -> None:
    """Where an article tells two acts, what they led to stays with the one beside which it stands."""
    dead = Told("died", patient="nine clerks", counts=(("died", 9, 9, 9),))
    rally = RALLY._replace(when="2018-03-24")
    far = [Told("visited", EventType.CONSULT, agent="Ana Marr", patient="Ostria", when=f"20{year}") for year in range(10, 15)]
    groups = groups_of((BLAST, dead, *far, rally), (BLAST, *BYSTANDERS))
    assert any({(0, 0), (0, 1), (1, 0)} <= group for group in groups)
    assert not any({(0, 1), (0, 7)} <= group for group in groups)


def test_two_accusations_of_one_article_are_not_an_act_and_its_result() -> None:
    mayor = Told("killed", agent="Oru Front", patient="Lio Tesk", when="1994")
    guards = Told("wounded", agent="Oru Front", patient="two guards")
    groups = groups_of((mayor, guards, *BYSTANDERS))
    assert {(0, 0)} in groups
    assert {(0, 1)} in groups


def test_that_nobody_was_killed_there_is_not_told_of_somebody_named() -> None:
    nobody = Told("killed", denied=True, counts=(("killed", 0, 0, 0),))
    mayor = Told("killed", patient="Lio Tesk", when="1994")
    groups = groups_of((BLAST._replace(counts=()), nobody, mayor), BYSTANDERS)
    assert not any({(0, 1), (0, 2)} <= group for group in groups)
    assert {(0, 0), (0, 1)} in groups


def test_who_is_quarrelled_over_in_one_article() -> None:
    """Two sources of one report blame different ones for an act that is dated and placed alike."""
    one, other = BLAST._replace(by="Varenia"), BLAST._replace(agent="Varenia", by="Harbour League")
    assert {(0, 0), (0, 1)} in groups_of((one, other, *BYSTANDERS))


def test_no_chain_over_a_contradiction() -> None:
    """Two rallies a year apart are not joined by a telling that dates neither."""
    undated = RALLY._replace(when=None)
    groups = groups_of((RALLY,), (undated,), (RALLY._replace(when="2018-07-01"), *BYSTANDERS))
    assert not any({(0, 0), (2, 0)} <= group for group in groups)


def test_each_link_says_why() -> None:
    records = [record("Author 1", BLAST, *BYSTANDERS[:2]), record("Author 2", BLAST._replace(trigger="the explosion"), *BYSTANDERS[2:])]
    group = next(group for group in link_incidents(records, link_actors(records)) if len(group.events) == 2)
    notes = {reason.field: reason.note for reason in group.why}
    assert notes["time"] == "both told on 2018-03-22"
    assert notes["place"] == "same place: Port Selm"
    assert notes["act"] == "“bombed” and “the explosion” name one kind of act"
    assert not {"count", "blame", "label", "motive"} & set(notes)


def test_the_reasons_of_a_link_add_up_over_what_it_starts_with() -> None:
    dead = Told("died", patient="nine clerks", counts=(("died", 9, 9, 9),))
    records = [record("Author 1", BLAST, dead, *BYSTANDERS[:2]), record("Author 2", BLAST, *BYSTANDERS[2:])]
    (incident,) = (one for one in compare_records(records).incidents if len(one.accounts) == 2)
    links = incident.links()
    told = {event for account in incident.accounts for event in account.events}
    assert len(links) == len(told) - 1
    assert {event for link in links for event in link.events} == told
    assert all(link.prior < 0 <= link.total for link in links)
    assert [link.total for link in links] == sorted((link.total for link in links), reverse=True)
    for link in links:
        fields = [reason.field for reason in link.reasons]
        assert "act" in fields or fields == ["result"]
        assert "prior" not in fields
        assert len(fields) == len(set(fields))


def test_hundreds_of_articles_are_affordable() -> None:
    def daily(day: int) -> Told:
        return Told("bombed", patient="Lio Tesk", when=f"2018-{1 + day % 12:02d}-{1 + day % 27:02d}", where="Port Selm")

    records = [record(f"Author {number}", *(daily(number + day) for day in range(20))) for number in range(60)]
    groups = link_incidents(records, link_actors(records))
    assert sum(len(group.events) for group in groups) == 60 * 20
    assert len(groups) < 60 * 20 / 3
