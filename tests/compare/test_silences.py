"""Silences by article, outlet and source: who is silent where, who is not, and which come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from rashomon.compare import compare_records
from rashomon.model import Comparison, EventType, Record, RelationKind, Stage, TellerKind
from varenia import Told, record

ARREST = Told("arrested", EventType.COERCE, "arrest", agent="Port Police", patient="Lio Tesk", when="2018-03-24", where="Karsava")
BLAST = Told("bombed", agent="Oru Front", patient="Harbour League", when="2018-03-22", where="Port Selm")
RAID = Told("raided", EventType.COERCE, agent="Port Police", patient="Harbour League", when="2018-03-26")
TALKS = Told("met", EventType.CONSULT, agent="Ostria", patient="Port Police", when="2018-03-20")
MARCH = Told("marched", EventType.PROTEST, agent="Harbour League", when="2018-03-25")


def published(outlet: str, told: Record) -> Record:
    return msgspec.structs.replace(told, article=msgspec.structs.replace(told.article, publisher=outlet))


def silent(comparison: Comparison, kind: TellerKind) -> list[tuple[str, str]]:
    titles = {incident.id: incident.title.partition(",")[0] for incident in comparison.incidents}
    return [(titles[one.incident], one.silent) for one in comparison.silences if one.kind is kind]


def test_what_several_tell_is_missed_where_another_leaves_it_out() -> None:
    records = [record("Bram Oskell", ARREST, TALKS), record("Neve Aldane", ARREST, MARCH), record("Ines Dahl", TALKS, RAID)]
    comparison = compare_records(records)
    found = [one for one in comparison.silences if one.silent == records[2].article.id]
    arrest = next(incident for incident in comparison.incidents if incident.title.startswith("arrest"))
    assert [(one.incident, set(one.told_by)) for one in found if one.incident == arrest.id] == [
        (arrest.id, {records[0].article.id, records[1].article.id})
    ]


def test_an_outlet_is_silent_only_where_none_of_its_articles_tells() -> None:
    post = [published("Selm Post", record("Bram Oskell", ARREST)), published("Selm Post", record("Ada Rhun", TALKS, MARCH))]
    voice = [published("Port Voice", record("Neve Aldane", TALKS)), published("Port Voice", record("Ines Dahl", RAID))]
    comparison = compare_records([*post, *voice])
    assert ("arrest of Lio Tesk", "Port Voice") in silent(comparison, TellerKind.OUTLET)
    assert "Selm Post" not in {name for title, name in silent(comparison, TellerKind.OUTLET) if title.startswith("arrest")}
    assert post[1].article.id in {name for title, name in silent(comparison, TellerKind.ARTICLE) if title.startswith("arrest")}


@pytest.mark.parametrize("outlets", [("Selm Post", "Port Voice"), (None, None)])
def test_an_outlet_with_one_article_or_without_a_name_is_no_teller_of_its_own(outlets: Sequence[str | None]) -> None:
    one, two = record("Bram Oskell", ARREST), record("Neve Aldane", TALKS, RAID)
    records = [published(outlet, told) if outlet else told for outlet, told in zip(outlets, (one, two), strict=True)]
    comparison = compare_records(records)
    assert silent(comparison, TellerKind.OUTLET) == []
    assert silent(comparison, TellerKind.ARTICLE)


LONG = "the whole of the long and cold night of rain and wind on the quay of the old harbour"
"""Words for one to whom nothing happens by name, so that a source says enough."""


def said(by: str, told: Told) -> Told:
    return told._replace(by=by)


SOURCES = [
    # what one source tells, what the other says, and whether it is silent on the first
    (RAID, Told("warned", EventType.THREATEN, agent="Port Police", patient=LONG, when="2018-03-26"), True),
    (RAID, Told("warned", EventType.THREATEN, agent="Port Police", patient="Ostria", when="2018-03-26"), False),
    (RAID, Told("searched", EventType.COERCE, agent="Port Police", patient=LONG, when="2018-03-29"), False),
    (RAID, Told("warned", EventType.THREATEN, agent="Ostria", patient=LONG, when="2018-03-26"), False),
    (TALKS, Told("warned", EventType.THREATEN, agent="Port Police", patient=LONG, when="2018-03-20"), False),
]


@pytest.mark.parametrize(("told", "elsewhere", "is_silence"), SOURCES)
def test_a_source_is_silent_on_a_deed_that_another_source_tells(told: Told, elsewhere: Told, is_silence: bool) -> None:
    one = record("Bram Oskell", said("Harbour League", told), BLAST)
    other = record("Neve Aldane", said("Varenia", elsewhere), BLAST)
    comparison = compare_records([one, other])
    found = [one for one in comparison.silences if one.kind is TellerKind.SOURCE]
    assert [(silence.silent, silence.told_by) for silence in found] == (
        [(f"{other.article.id}/Varenia", (f"{one.article.id}/Harbour League",))] if is_silence else []
    )
    assert all("as far as it is passed on here" in silence.note for silence in found)


def test_sources_of_articles_on_different_matters_are_not_compared() -> None:
    elsewhere = Told("warned", EventType.THREATEN, agent="Port Police", patient=LONG, when="2018-03-26")
    one = record("Bram Oskell", said("Harbour League", RAID), BLAST)
    other = record("Neve Aldane", said("Varenia", elsewhere))
    assert silent(compare_records([one, other]), TellerKind.SOURCE) == []


def test_what_somebody_said_is_not_left_out_by_who_passes_on_those_words() -> None:
    accused = Told("accused", EventType.ACCUSE, agent="Varenia", patient="Oru Front", when="2018-03-23")
    warned = Told("warned", EventType.THREATEN, agent="Port Police", patient="Oru Front", when="2018-03-23")
    one = record("Bram Oskell", accused)
    for by, is_silence in (("Varenia", False), ("Ostria", True)):
        comparison = compare_records([one, record("Neve Aldane", said(by, warned))])
        accusation = next(incident.id for incident in comparison.incidents if incident.type is EventType.ACCUSE)
        assert (accusation in {silence.incident for silence in comparison.silences}) is is_silence


@pytest.mark.parametrize(("patient", "is_silence"), [(None, False), ("Ana Marr", True)])
def test_a_talk_that_does_not_say_with_whom_may_be_the_one_told_elsewhere(patient: str | None, is_silence: bool) -> None:
    talked = Told("talked", EventType.CONSULT, agent="Harbour League", patient=patient, when="2018-03-20")
    comparison = compare_records([record("Bram Oskell", TALKS), record("Neve Aldane", RAID._replace(when="2018-03-19"), talked, ARREST)])
    talks = next(incident.id for incident in comparison.incidents if "Ostria" in incident.title)
    assert (talks in {silence.incident for silence in comparison.silences}) is is_silence


def is_left_out(told: Told, *elsewhere: Told, **more: Any) -> bool:
    """True where an account that tells `elsewhere` is silent on what another tells; both tell of the blast."""
    one = record("Bram Oskell", told, BLAST)
    comparison = compare_records([one, record("Neve Aldane", *elsewhere, BLAST, **more)])
    mine = {event.id for event in one.events[:1]}
    found = {incident.id for incident in comparison.incidents for account in incident.accounts if mine & set(account.events)}
    return bool(found & {silence.incident for silence in comparison.silences if silence.kind is TellerKind.ARTICLE})


BACKING = Told("supported", EventType.SUPPORT, agent="Ostria", patient="Harbour League")
FUNDING = Told("funded", EventType.AID, agent="Ostria", patient="Harbour League")
PAYING = Told("paid", EventType.AID, agent="Ostria", patient="Harbour League")


@pytest.mark.parametrize(
    ("elsewhere", "is_silence"),
    [
        (TALKS, True),
        (PAYING, False),
        (PAYING._replace(denied=True), False),
        (PAYING._replace(patient="Port Police"), True),
        (FUNDING._replace(agent=None, denied=True, by="Ostria"), False),
    ],
)
def test_who_tells_of_a_near_act_of_the_same_two_leaves_nothing_out(elsewhere: Told, *, is_silence: bool) -> None:
    assert is_left_out(FUNDING, elsewhere) is is_silence


@pytest.mark.parametrize(("holder", "is_silence"), [("Ostria", False), ("Lio Tesk", True)])
def test_a_sentence_that_names_the_act_beside_the_same_two_touches_on_it(holder: str, *, is_silence: bool) -> None:
    assert is_left_out(BACKING, TALKS, relations=[(holder, RelationKind.BACKED_BY, "Harbour League")]) is is_silence


@pytest.mark.parametrize(
    ("when", "first", "last", "is_silence"),
    [
        ("2018-03-24", "2018-03-20", "2018-03-26", True),
        ("2018-03-24", "2018-03", "2018-03", True),
        ("2018/2020", "2016-03-20", "2018-06", False),
        ("2018-05/2018-07", "2016-03-20", "2018-06", False),
        ("2018-05-02", "2016-03-20", "2018", False),
        ("2016-05-02", "2016", "2018-06", False),
        ("2017-05-02", "2016", "2018", True),
    ],
)
def test_the_whole_date_must_lie_in_the_time_that_is_told_for_sure(when: str, first: str, last: str, *, is_silence: bool) -> None:
    told = record("Bram Oskell", ARREST._replace(when=when))
    comparison = compare_records([told, record("Neve Aldane", TALKS._replace(when=first), MARCH._replace(when=last))])
    assert ("arrest of Lio Tesk" in {title for title, _ in silent(comparison, TellerKind.ARTICLE)}) is is_silence


def test_an_act_without_a_name_and_what_is_only_wished_for_are_not_missed() -> None:
    for told in (ARREST._replace(trigger="nudged"), ARREST._replace(stage=Stage.DEMANDED), ARREST._replace(denied=True)):
        comparison = compare_records([record("Bram Oskell", told), record("Neve Aldane", TALKS, RAID)])
        assert ("Lio Tesk" in " ".join(title for title, _ in silent(comparison, TellerKind.ARTICLE))) is False


def test_the_weightiest_silence_comes_first() -> None:
    deed, word = ARREST, Told("praised", EventType.SUPPORT, agent="Ostria", patient="Port Police", when="2018-03-24")
    comparison = compare_records([record("Bram Oskell", word, deed), record("Neve Aldane", TALKS._replace(agent="Ana Marr"), RAID)])
    weights = [one.weight for one in comparison.silences]
    assert weights == sorted(weights, reverse=True)
    titles = [title for title, _ in silent(comparison, TellerKind.ARTICLE) if "Port Police" in title or "Tesk" in title]
    assert titles[0].startswith("arrest")


def test_each_silence_says_which_actors_are_shared() -> None:
    comparison = compare_records([record("Bram Oskell", ARREST), record("Neve Aldane", TALKS, RAID)])
    names = {actor.id: actor.name for actor in comparison.actors}
    silence = next(one for one in comparison.silences if "Port Police" in one.note)
    assert [names[actor] for actor in silence.actors] == ["Port Police"]
    assert silence.articles
