"""A whole comparison: order, titles, claims, descriptions, silences, and what must always hold."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.compare import compare_records
from rashomon.compare.lookup import author_name
from rashomon.model import ActorKind, Attitude, Comparison, CueType, EventType, Incident, Record, RelationKind, Stage, Verdict
from strategies import records as any_records
from varenia import Said, Told, record

BLAST = Told("bombed", agent="Oru Front", patient="the customs house", when="2018-03-22", where="Port Selm", counts=(("killed", 9, 9, 9),))
ARREST = Told("arrested", EventType.COERCE, "arrest", agent="Port Police", patient="Lio Tesk", when="2018-03-24", where="Karsava")
EXPELLED = Told("expelled", EventType.SANCTION, "expel", agent="Varenia", patient="Ana Marr", when="2018-04")
DEMAND = Told("called on", EventType.REQUEST, agent="Harbour League", patient="Varenia", stage=Stage.DEMANDED)

TITLES = [
    (BLAST, "bombing of the customs house, Port Selm, 22 March 2018"),
    (BLAST._replace(stage=Stage.FOILED, when="2018-03"), "foiled bombing of the customs house, Port Selm, March 2018"),
    (BLAST._replace(when="XXXX-03-22", where=None), "bombing of the customs house, 22 March"),
    (BLAST._replace(by="Varenia", when=None), "bombing of the customs house, Port Selm, according to Varenia"),
    (BLAST._replace(denied=True, when="2016/2018"), "no bombing of the customs house, Port Selm, 2016 to 2018"),
    (ARREST, "arrest of Lio Tesk, Karsava, 24 March 2018"),
    (EXPELLED, "expulsion of Ana Marr by Varenia, April 2018"),
    (Told("left", EventType.RETREAT, agent="Harbour League", when="2016"), "departure of Harbour League, 2016"),
    (DEMAND, "call to Varenia by Harbour League"),
    (Told("met", EventType.CONSULT, agent="Ostria", patient="Varenia"), "meeting of Ostria with Varenia"),
    (Told("stymied", EventType.REJECT, agent="Ostria", patient="The talks"), "“stymied”: the talks, by Ostria"),
    (Told("silence", EventType.COERCE, agent="Varenia", patient="critics", stage=Stage.ATTEMPTED), "“silence” (attempted): critics"),
    (Told("plot", EventType.ASSAULT, patient="Ana Marr", stage=Stage.PLANNED), "plot against Ana Marr"),
    (Told("plot", EventType.ASSAULT, patient="Ana Marr", stage=Stage.FOILED), "foiled plot against Ana Marr"),
    (Told("froze", EventType.SANCTION, agent="Ostria", patient="its banks"), "asset freeze on its banks by Ostria"),
    (
        Told("expelled", EventType.SANCTION, patient="Ana Marr", by="A senior official"),
        "expulsion of Ana Marr, according to a senior official",
    ),
    (Told("expelled", EventType.SANCTION, patient="Ana Marr", when="2018?"), "expulsion of Ana Marr, perhaps 2018"),
]


@pytest.mark.parametrize(("told", "title"), TITLES)
def test_title(told: Told, title: str) -> None:
    (incident,) = compare_records([record("Bram Oskell", told)]).incidents
    assert incident.title == title


def test_the_most_contested_incident_comes_first() -> None:
    comparison = compare_records(
        [
            record("Bram Oskell", EXPELLED, ARREST, BLAST),
            record("Neve Aldane", ARREST, BLAST._replace(counts=(("killed", 14, 14, 14),)), DEMAND),
        ]
    )
    assert [incident.title.partition(" ")[0] for incident in comparison.incidents] == ["bombing", "arrest", "expulsion", "call"]
    assert [incident.id for incident in comparison.incidents] == ["I1", "I2", "I3", "I4"]
    assert not comparison.incidents[2].contrasts


def test_each_source_of_an_article_is_an_account() -> None:
    told = record("Ines Torvald", BLAST, BLAST._replace(by="Varenia", cue=CueType.ACCUSE), BLAST._replace(by="hospital staff"))
    (incident,) = compare_records([told]).incidents
    assert [account.source for account in incident.accounts] == ["Ines Torvald", "Varenia", "hospital staff"]
    assert [len(account.events) for account in incident.accounts] == [1, 1, 1]


ACTORS = [
    # names and kinds in one article, in another, and whether they are one actor
    (("National Oru Council", ActorKind.ORGANISATION), ("NOC", ActorKind.ORGANISATION), True),
    (("The Oru Front", ActorKind.ARMED_GROUP), ("Oru Front", ActorKind.ORGANISATION), True),
    (("Organisation of Varenian Dockers", ActorKind.ORGANISATION), ("Organization of Varenian Dockers", ActorKind.ORGANISATION), True),
    (("President Ana Marr", ActorKind.PERSON), ("Ana Marr", ActorKind.PERSON), True),
    (("Ana Marr", ActorKind.PERSON), ("Mrs Marr", ActorKind.PERSON), True),
    (("A. Marr", ActorKind.PERSON), ("Ana Marr", ActorKind.PERSON), True),
    (("Ana Marr", ActorKind.PERSON), ("Ben Marr", ActorKind.PERSON), False),
    (("Ana Marr", ActorKind.PERSON), ("Ana Tesk", ActorKind.PERSON), False),
    (("Oru Front", ActorKind.ARMED_GROUP), ("Oro Front", ActorKind.ARMED_GROUP), False),
    (("Oru Front", ActorKind.ARMED_GROUP), ("Front of Oru Youth", ActorKind.ARMED_GROUP), False),
    (("Marr", ActorKind.PERSON), ("Marr", ActorKind.STATE), False),
    (("experts", ActorKind.POPULATION), ("experts", ActorKind.POPULATION), False),
    (("Varenians", ActorKind.POPULATION), ("Varenians", ActorKind.POPULATION), True),
]


@pytest.mark.parametrize(("one", "other", "same"), ACTORS)
def test_same_actor(one: tuple[str, ActorKind], other: tuple[str, ActorKind], same: bool) -> None:
    records = [record("Bram Oskell", actors=[(*one, ())]), record("Neve Aldane", actors=[(*other, ())])]
    actors = compare_records(records).actors
    assert len(actors) == (1 if same else 2)
    assert all(actor.why for actor in actors) is same


def test_an_alias_joins_and_a_claim_of_a_front_does_not() -> None:
    mine = record("Bram Oskell", actors=[("Oru Front", ActorKind.ARMED_GROUP, ("OF", "Free Oru"))])
    other = record(
        "Neve Aldane", actors=[("Free Oru", ActorKind.ORGANISATION, ())], relations=[("Free Oru", RelationKind.FRONT_OF, "Oru Front")]
    )
    actors = compare_records([mine, other]).actors
    assert len(actors) == 2


def test_a_surname_that_two_bear_joins_neither() -> None:
    people = [("Ana Marr", ActorKind.PERSON, ()), ("Ben Marr", ActorKind.PERSON, ())]
    actors = compare_records([record("Bram Oskell", actors=people), record("Neve Aldane", actors=[("Marr", ActorKind.PERSON, ())])]).actors
    assert len(actors) == 3


def test_relations_of_two_actors_are_paired_as_a_claim() -> None:
    mine = record("Bram Oskell", relations=[("Harbour League", RelationKind.FRONT_OF, "Oru Front")])
    other = record("Neve Aldane", relations=[("Oru Front", RelationKind.PART_OF, "Harbour League")])
    (claim,) = compare_records([mine, other]).claims
    assert [contrast.relation for contrast in claim.contrasts] == [Verdict.DIFFER]
    assert [version.source for version in claim.contrasts[0].versions] == ["Bram Oskell", "Neve Aldane"]


LABELS = [
    (("a defunct group", "strength", Attitude.NEGATIVE), ("an active force", "strength", Attitude.NEUTRAL), Verdict.CONTRADICT),
    (("a peaceful movement", "violence", Attitude.POSITIVE), ("an armed gang", "violence", Attitude.NEGATIVE), Verdict.CONTRADICT),
    (("a gang", "nature", Attitude.NEGATIVE), ("a brave union", "nature", Attitude.POSITIVE), Verdict.DIFFER),
    (("a union", "nature", Attitude.NEUTRAL), ("the union of dockers", "nature", Attitude.NEUTRAL), Verdict.AGREE),
    (("a union", "nature", Attitude.NEUTRAL), ("a club", "nature", Attitude.NEUTRAL), Verdict.UNCLEAR),
    (("a defunct group", "strength", Attitude.NEUTRAL), ("active in the south", "location", Attitude.NEUTRAL), Verdict.UNCLEAR),
]


@pytest.mark.parametrize(("one", "other", "verdict"), LABELS)
def test_description(one: tuple[str, str, Attitude], other: tuple[str, str, Attitude], verdict: Verdict) -> None:
    records = [record("Bram Oskell", labels=[Said("Oru Front", *one)]), record("Neve Aldane", labels=[Said("Oru Front", *other)])]
    comparison = compare_records(records)
    (description,) = comparison.descriptions
    assert description.relation is verdict
    assert [version.value for version in description.versions] == [one[0], other[0]]
    assert bool(comparison.claims) is (verdict is Verdict.CONTRADICT)


SILENCES = [
    (BLAST, [EXPELLED], False),
    (ARREST, [ARREST._replace(trigger="questioned", mode=None, type=EventType.CONSULT, when="2018-03-20"), EXPELLED], True),
    (ARREST, [Told("visited", EventType.CONSULT, agent="Lio Tesk", patient="Ostria", when="2015")], False),
    (ARREST._replace(when=None), [Told("visited", EventType.CONSULT, agent="Lio Tesk", patient="Ostria", when="2015")], False),
    (ARREST._replace(when=None), [Told("warned", EventType.THREATEN, agent="Lio Tesk", patient="Port Police", when="2015")], True),
    (ARREST, [ARREST._replace(trigger="detained", when=None, where="Ostria")], False),
    (
        Told("slurred", agent="Port Police", patient="Lio Tesk"),
        [Told("warned", EventType.THREATEN, agent="Lio Tesk", patient="Port Police")],
        False,
    ),
    (ARREST._replace(stage=Stage.HYPOTHETICAL), [Told("visited", EventType.CONSULT, agent="Lio Tesk", patient="Ostria")], False),
]


@pytest.mark.parametrize(("told", "elsewhere", "is_silence"), SILENCES)
def test_silence(told: Told, elsewhere: Sequence[Told], is_silence: bool) -> None:
    records = [record("Bram Oskell", told), record("Neve Aldane", *elsewhere)]
    comparison = compare_records(records)
    first = next(incident.id for incident in comparison.incidents if incident.accounts[0].article == records[0].article.id)
    found = [silence for silence in comparison.silences if silence.incident == first]
    assert bool(found) is is_silence
    assert all("speaks of" in silence.note and silence.silent == records[1].article.id for silence in found)


def test_plain_names_are_no_picture() -> None:
    named = record("Bram Oskell", labels=[Said("Ostria", "Ostria", "naming")])
    told = record("Neve Aldane", labels=[Said("Ostria", "a poor country")])
    assert compare_records([named, told]).descriptions == ()


def test_an_author_without_a_name_goes_by_the_file_and_not_its_folders() -> None:
    nameless = msgspec.structs.replace(record("x").article, authors=(), origin="articles/of/2018/harbour.txt")
    assert author_name(nameless) == "the author of harbour.txt"


EVENTS = [BLAST, BLAST._replace(counts=(), when=None, by="Varenia"), BLAST._replace(denied=True), ARREST, EXPELLED, DEMAND]
STORIES = st.lists(st.lists(st.sampled_from(EVENTS), max_size=4), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_only_the_order_of_columns(stories: list[list[Told]], shuffle: object) -> None:
    records = [record(f"Author {number}", *told) for number, told in enumerate(stories)]
    shuffled = list(records)
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _unordered(compare_records(records)) == _unordered(compare_records(shuffled))


@settings(max_examples=12, deadline=None)
@given(st.lists(any_records(), max_size=3, unique_by=lambda one: one.article.id[:8]))
def test_every_span_lies_in_its_article(records: list[Record]) -> None:
    comparison = compare_records(records)
    texts = {record.article.id: record.article.text for record in records}
    versions = [version for incident in comparison.incidents for contrast in incident.contrasts for version in contrast.versions]
    versions += [version for claim in comparison.claims for contrast in claim.contrasts for version in contrast.versions]
    versions += [version for description in comparison.descriptions for version in description.versions]
    assert all(0 <= span.start <= span.end <= len(texts[version.article]) for version in versions for span in version.spans)
    assert comparison.articles == tuple(texts)


def test_nothing_to_compare() -> None:
    assert compare_records([]) == Comparison(articles=())


def _unordered(comparison: Comparison) -> object:
    return sorted((_accounts(incident), _rows(incident)) for incident in comparison.incidents)


def _accounts(incident: Incident) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted((account.article, account.source, tuple(sorted(account.events))) for account in incident.accounts)


def _rows(incident: Incident) -> list[tuple[str, Verdict, list[tuple[str, str, str]]]]:
    return sorted(
        (row.field, row.relation, sorted((version.article, version.source, version.value) for version in row.versions))
        for row in incident.contrasts
    )
