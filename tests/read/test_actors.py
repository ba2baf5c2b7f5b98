"""Actors: who is told of, under which names, and what kind each is."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest.text import ingest_text
from rashomon.model import Actor, ActorKind, MentionForm, Span, quote
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import read_actors


@cache
def actors_of(text: str) -> tuple[Actor, ...]:
    return read_actors(parse(ingest_text(text.encode(), "test.txt")))


def found(text: str, name: str) -> Actor:
    """The actor that goes by the name."""
    matching = [actor for actor in actors_of(text) if name in (actor.name, *actor.aliases)]
    assert len(matching) == 1, f"{name!r} is {len(matching)} of {[(actor.name, actor.aliases) for actor in actors_of(text)]}"
    return matching[0]


def mentions(text: str, actor: Actor, form: MentionForm) -> list[str]:
    return [quote(text, mention.spans) for mention in actor.mentions if mention.form is form]


SAME = [
    ("The Harbour Workers Council (HWC) met on Monday. The HWC denied it.", "Harbour Workers Council", {"HWC"}),
    ("The Northern Accord met on Monday. The Accord has 40 seats.", "Northern Accord", {"Accord"}),
    ("The Selmian Cultural Circle met on Monday. The Circle has 40 members.", "Selmian Cultural Circle", {"Circle"}),
    ("The People's Harbour League of Varenia (PHLV/HLV) met. The HLV denied it.", "People's Harbour League of Varenia", {"PHLV", "HLV"}),
    ("The Interior Ministry (MOIS) denied the report. Officials of the MOIS met on Friday.", "Interior Ministry", {"MOIS"}),
    ("The Army of National Freedom (ELN) freed six monks. The ELN asked for nothing.", "Army of National Freedom", {"ELN"}),
    ("The Harbour Freedom Front [HFF] marched. The HFF wants pay.", "Harbour Freedom Front", {"HFF"}),
    ("The ERP (People's Red Army) freed six monks. The ERP asked for nothing.", "People's Red Army", {"ERP"}),
    ("Klaus von Ebner left. Von Ebner told nobody why.", "Klaus von Ebner", {"Von Ebner"}),
    ("The National Council of Orsa said no. Later the NCO said yes.", "National Council of Orsa", {"NCO"}),
    ("Prime Minister Daniel Marr resigned. Mr Marr left the capital.", "Daniel Marr", {"Marr"}),
    ("Secretary Tolland praised the decision. Later, Secretary Tollan called for sanctions.", "Tolland", {"Tollan"}),
    ("Michael J. Tesk won the vote. Michael Tesk thanked his voters.", "Michael J. Tesk", {"Michael Tesk"}),
    ("The United States warned Belgium. America has done so before. The US did not explain.", "United States", {"America", "US"}),
    ("Belgium expelled a diplomat. Brussels is calm. The Belgian government said no more.", "Belgium", set()),
]


@pytest.mark.parametrize(("text", "name", "aliases"), SAME)
def test_names_of_one_actor_are_gathered(text: str, name: str, aliases: set[str]) -> None:
    actor = found(text, name)
    assert actor.name == name
    assert set(actor.aliases) == aliases


APART = [
    ("Senator Paul Marr met Senator Anna Tesk on Monday.", "Paul Marr", "Anna Tesk"),
    ("The Oru Liberation Front denied it. The Oru Workers Party agreed.", "Oru Liberation Front", "Oru Workers Party"),
    ("Greece thanked the Greek Football Federation.", "Greece", "Greek Football Federation"),
    ("Norway spoke. The Norwegian people did not agree, and Norwegians protested.", "Norway", "Norwegians"),
    ("Xula Marant (NDF) voted no. The NDF voted yes.", "Xula Marant", "NDF"),
    ("The FAO (Ana Tal) said no. The FAO gave no reason.", "Ana Tal", "FAO"),
    ("Radio Orsk (AFP) reported a fire. The report of AFP was wrong.", "Radio Orsk", "AFP"),
    (
        "The Harbour Guard will use its front name the 'Council of Free Docks' again. The Harbour Guard denies it.",
        "Harbour Guard",
        "Council of Free Docks",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_different_actors_stay_apart(text: str, one: str, other: str) -> None:
    assert found(text, one).id != found(text, other).id


KINDS = [
    ("President Michael Tesk resigned.", "Michael Tesk", ActorKind.PERSON),
    ("Norway rejected the plan.", "Norway", ActorKind.STATE),
    ("The Foreign Ministry rejected the plan.", "Foreign Ministry", ActorKind.GOVERNMENT_BODY),
    ("The Oru Liberation Front rejected the plan.", "Oru Liberation Front", ActorKind.ORGANISATION),
    ("The Orlen Renewal Front is a movement of teachers.", "Orlen Renewal Front", ActorKind.ORGANISATION),
    ("The Selm Fire Brigade praised the bakers. The brigade saved a mill.", "Selm Fire Brigade", ActorKind.ORGANISATION),
    ("The Oru Front, a rebel group, rejected the plan.", "Oru Front", ActorKind.ARMED_GROUP),
    ("The Oru Front is an armed group from the hills. It rejected the plan.", "Oru Front", ActorKind.ARMED_GROUP),
    ("The Oru Front is not an armed group. It rejected the plan.", "Oru Front", ActorKind.ORGANISATION),
    ("The minister said that the Oru Front is an armed group.", "Oru Front", ActorKind.ORGANISATION),
    ("Guerrillas of the Oru Front burnt a mill.", "Oru Front", ActorKind.ARMED_GROUP),
    ("Oru Front fighters burnt a mill.", "Oru Front", ActorKind.ARMED_GROUP),
    ("The Oru Front burnt a mill. The militia denied it.", "Oru Front", ActorKind.ARMED_GROUP),
    ("The Oru Front denied that it had helped the rebels of the north.", "Oru Front", ActorKind.ORGANISATION),
    ("The Karsava Times rejected the plan.", "Karsava Times", ActorKind.OUTLET),
    ("The Dockers Party rejected the plan.", "Dockers Party", ActorKind.ORGANISATION),
    ("Ostria rejected the plan.", "Ostria", ActorKind.STATE),
    ("Thousands of Norwegians rejected the plan.", "Norwegians", ActorKind.POPULATION),
    ("The rebel Oru Rescue Army freed six monks.", "Oru Rescue Army", ActorKind.ARMED_GROUP),
    ("The Supreme Court of Varenia freed the poet.", "Supreme Court of Varenia", ActorKind.GOVERNMENT_BODY),
    ("The National Council of Resistance of Varenia met.", "National Council of Resistance of Varenia", ActorKind.ORGANISATION),
    ("The Central Committee of the Dockers Union met.", "Central Committee of the Dockers Union", ActorKind.ORGANISATION),
    ("The Council of Ministers met.", "Council of Ministers", ActorKind.GOVERNMENT_BODY),
    ("The Ministry of International Trade met.", "Ministry of International Trade", ActorKind.GOVERNMENT_BODY),
    ("Ostria jailed the poet. Critics of the regime say that he stole a goose.", "Ostria", ActorKind.STATE),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text: str, name: str, kind: ActorKind) -> None:
    assert found(text, name).kind is kind


DESCRIBED = [
    ("Norway expelled the envoy. The Norwegian regime said no more. Critics of the regime protested.", "Norway", "the regime"),
    ("The Harbour League marched on Monday. The group wants higher pay.", "Harbour League", "The group"),
    ("Ambassador Paul Hanover left on Friday. The ambassador did not speak.", "Paul Hanover", "The ambassador"),
    ("Selm Shipping fired 200 dockers. The company gave no reason.", "Selm Shipping", "The company"),
    ("The European Union froze the aid. Critics say that the bloc wants it back.", "European Union", "the bloc"),
    (
        "Aldo Kern of Varenia, the president of Varenia, met Ana Vale. The Varenian president brought bread.",
        "Aldo Kern",
        "The Varenian president",
    ),
    ("The European Union spoke on Monday. Critics of the union did not.", "European Union", "the union"),
    (
        'America spoke. We must ask the French government: "What has America done for you? How can the Republic allow it?"',
        "France",
        "the Republic",
    ),
    ("The government was right. The government should now expel the Norwegian envoy.", "the government", "The government"),
    ("The workers marched on Monday. The league of the workers met. Police beat the workers.", "the workers", "the workers"),
    ("Members of the opposition group, the Harbour Workers League, marched.", "Harbour Workers League", "the opposition group"),
]


@pytest.mark.parametrize(("text", "name", "description"), DESCRIBED)
def test_descriptions_lead_back_to_the_actor(text: str, name: str, description: str) -> None:
    assert description in mentions(text, found(text, name), MentionForm.DESCRIPTION)


NOT_DESCRIBED = [
    ("Paul Tesk left the House of Docks. He fears the organized resistance movement.", "the organized resistance movement"),
    ("The Karsava Times met the Norwegian Parliament. Members of the movement marched.", "the movement"),
    ("Norway met three workers on Monday. Belgium met three workers too.", "the workers"),
    ("Selm Shipping met Varo Steel on Monday. The company gave no reason.", "The company"),
    ("Radio Orsk reported a fire. The paper burnt for hours.", "The paper"),
]


@pytest.mark.parametrize(("text", "description"), NOT_DESCRIBED)
def test_a_description_that_fits_nobody_leads_to_nobody(text: str, description: str) -> None:
    described = {words for actor in actors_of(text) for words in mentions(text, actor, MentionForm.DESCRIPTION)}
    assert description not in described


def test_a_body_told_apart_is_another_one() -> None:
    text = "The Supreme Court freed the poet. The court said that the military court had jailed him."
    described = mentions(text, found(text, "Supreme Court"), MentionForm.DESCRIPTION)
    assert described == ["The court"]


def test_a_city_stands_for_the_bloc_seated_there_unless_its_state_is_named_too() -> None:
    alone, both = "The European Union met. Brussels said no.", "Belgium and the European Union met. Brussels said no."
    assert "Brussels" in found(alone, "European Union").aliases
    assert "Brussels" not in (*found(both, "European Union").aliases, *found(both, "Belgium").aliases)


def test_several_that_are_counted_anew_are_other_people() -> None:
    text = "Norway paid three workers on Monday, and they left. Belgium paid two workers on Sunday, and they left."
    assert {"three workers", "two workers"} <= {actor.name for actor in actors_of(text)}


def test_a_name_that_the_publisher_goes_by_is_an_outlet() -> None:
    article = ingest_text(b"Many believe that the Lantern is too harsh.", "test.txt")
    actors = read_actors(parse(msgspec.structs.replace(article, publisher="The Karsava Lantern")))
    assert [actor.kind for actor in actors if actor.name == "Lantern"] == [ActorKind.OUTLET]


def test_the_pronoun_in_a_description_is_found_before_the_description() -> None:
    text = "Paul Tesk resigned on Monday. His daughter gave no reason."
    at = text.index("His")
    meant = ActorIndex(actors_of(text)).at(Span(at, at + 3))
    assert meant is not None
    assert meant.name == "Paul Tesk"


ROLES = [
    ("Norwegian Prime Minister Daniel Marr resigned.", "Daniel Marr", "Norwegian Prime Minister"),
    ("Daniel Marr, the leader of the opposition, resigned.", "Daniel Marr", "leader of the opposition"),
    ("The former member of the Dockers Assembly Patrick Tesk resigned.", "Patrick Tesk", "former member of the Dockers Assembly"),
    ("The minister, Ms Velkan, has resigned.", "Velkan", "minister"),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_role_told_beside_the_name(text: str, name: str, role: str) -> None:
    assert found(text, name).description == role


PLACES = [
    ("Two men were arrested in Norway on Monday.", "Norway"),
    ("The meeting took place outside Paris.", "Paris"),
    ("Police designated the club as Foreign Smugglers Association.", "Foreign Smugglers Association"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_what_only_tells_where_or_as_what_is_no_actor(text: str, name: str) -> None:
    assert name not in {actor.name for actor in actors_of(text)}


def test_a_state_that_no_table_holds_is_known_by_its_adjective() -> None:
    text = "Varenia expelled the envoy. A Varenian official said so. The Varenian government gave no reason."
    actor = found(text, "Varenia")
    assert actor.kind is ActorKind.STATE
    assert "The Varenian government" in mentions(text, actor, MentionForm.DESCRIPTION)


def test_a_capital_that_acts_is_its_state_and_elsewhere_a_place() -> None:
    text = "Norway is calm. Oslo rejected the plan. Two men were arrested in Oslo."
    places = [mention.spans[0].start for mention in found(text, "Norway").mentions]
    assert text.index("Oslo") in places
    assert text.rindex("Oslo") not in places


def test_an_unnamed_participant_is_an_actor_of_its_own() -> None:
    assert "a Norwegian diplomat" in {actor.name for actor in actors_of("Belgium charged a Norwegian diplomat on Monday.")}


def test_ids_follow_the_text() -> None:
    actors = actors_of("Norway thanked Belgium. Belgium thanked Senator Paul Marr.")
    assert [actor.id.rpartition("-")[2] for actor in actors] == [f"p{number}" for number in range(1, len(actors) + 1)]
    firsts = [actor.mentions[0].spans[0] for actor in actors]
    assert firsts == sorted(firsts)


WORDS = [
    "Norway",
    "the regime",
    "Mr Tesk",
    "Paul Tesk",
    "(HWC)",
    "the group",
    "he",
    "its",
    "said",
    "met",
    ",",
    ".",
    "and",
    "Oslo",
    "'s",
    "/",
    "no",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_every_mention_has_its_words_and_ids_are_unique(words: list[str]) -> None:
    text = " ".join(["The", *words, "."])
    actors = actors_of(text)
    assert len({actor.id for actor in actors}) == len(actors)
    for actor in actors:
        assert actor.mentions
        for mention in actor.mentions:
            assert quote(text, mention.spans).strip()
            assert all(0 <= span.start < span.end <= len(text) for span in mention.spans)
    assert actors == read_actors(parse(ingest_text(text.encode(), "test.txt")))
