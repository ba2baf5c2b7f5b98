"""When and where an act took place, as told; a time or place of another act is never lent to it."""

from __future__ import annotations

import pytest
from events_reading import event_at, record_of

WHEN = [
    ("Three students were arrested in Port Selm on 4 May 2019.", "arrested", "2019-05-04"),
    ("On 4 May 2019 Varenia expelled the envoy.", "expelled", "2019-05-04"),
    ("Police said on 5 May 2019 that gunmen attacked the mine on 3 May 2019.", "attacked", "2019-05-03"),
    ("The attack on the mine in June 2018 killed nine people.", "attack", "2018-06"),
    ("After an ambush in May 2019 the governor imposed a curfew in July 2019.", "imposed", "2019-07"),
    ("Nine people were killed when a tram overturned on 4 May 2019.", "killed", "2019-05-04"),
    ("Nine were killed in the attack of 4 May 2019.", "killed", "2019-05-04"),
    ("Nine people were arrested after a rally on 4 May 2019.", "arrested", "2019-05-04"),
    ("On 4 May 2019, police raided the mill, and three men were arrested.", "arrested", "2019-05-04"),
    ("It was the worst raid since May 2004, when rebels killed nine men.", "killed", "2004-05"),
    ("It was on 4 May 2019 that Varenia expelled the envoy.", "expelled", "2019-05-04"),
    ("The army demolished the mill before 20 January 2020.", "demolished", "../2020-01-20"),
    ("Rebels bombed the harbour office on 12 August 1987. Forty clerks were killed.", "killed", "1987-08-12"),
]


@pytest.mark.parametrize(("text", "trigger", "edtf"), WHEN)
def test_the_act_has_its_own_time(text: str, trigger: str, edtf: str) -> None:
    time = event_at(record_of(text), trigger).time
    assert time.edtf == edtf
    assert time.time is not None


UNTOLD = [
    ("The rebels attacked the mine.", "attacked"),
    ("The ministry said on 5 May 2019 that gunmen had attacked the mine.", "attacked"),
    ("The ministry said on 5 May 2019 that nine had died and accused the Front of carrying out the attack.", "attack"),
    ("After an ambush in May 2019 the governor imposed a curfew.", "imposed"),
    ("Rebels attacked the mine before the truce of 3 May 2010.", "attacked"),
    ("Varenia expelled the envoy under a law passed in 1994.", "expelled"),
    ("The senate banned the Oru Front, a movement founded in 1979.", "banned"),
    ("The widows of the 2009 flood marched on the ministry.", "marched"),
    ("Dockers went on strike on 4 May 2019 and have threatened the mayor with a march.", "threatened"),
    ("The town where rebels killed nine men was rebuilt in 1980.", "killed"),
    ("The union threatened to march on the mill on 4 May 2019.", "threatened"),
    ("The court charged two clerks on 5 May 2019 with planning to bomb the fair.", "bomb"),
    ("Parliament praised on 5 May 2019 the minister's decision to expel the envoy.", "expel"),
]


@pytest.mark.parametrize(("text", "trigger"), UNTOLD)
def test_an_untold_time_is_unknown_with_a_reason(text: str, trigger: str) -> None:
    time = event_at(record_of(text), trigger).time
    assert time.edtf is None
    assert time.unknown


def test_an_untold_place_is_unknown_with_a_reason() -> None:
    place = event_at(record_of("The rebels attacked the mine."), "attacked").place
    assert place.place is None
    assert place.unknown


THROUGH_A_NOUN = [
    "in the town of Helsinki",
    "on the outskirts of Helsinki",
    "in the harbour of Helsinki",
    "in the Finnish city of Helsinki",
]


@pytest.mark.parametrize("where", THROUGH_A_NOUN)
def test_a_place_told_through_its_noun_is_where_it_was(where: str) -> None:
    assert event_at(record_of(f"Two men were arrested {where}."), "arrested").place.name == "Helsinki"


@pytest.mark.parametrize("who", ["the mayor of Helsinki", "three sons of Helsinki"])
def test_where_those_come_from_is_not_where_it_was(who: str) -> None:
    assert event_at(record_of(f"Police arrested {who} on 4 May 2019."), "arrested").place.place is None


def test_a_gazetteer_place_after_a_preposition_is_where_it_was() -> None:
    place = event_at(record_of("Two men were arrested in Helsinki on 4 May 2019."), "arrested").place
    assert place.name == "Helsinki"


WHERE = [
    ("In Helsinki, dockers blocked the harbour, and three of them were arrested.", "arrested", "Helsinki"),
    ("Dockers walked to Helsinki, where they protested.", "protested", "Helsinki"),
    ("The bombing of the central market of Helsinki killed nine people.", "bombing", "Helsinki"),
    ("Dockers from Helsinki marched on the town hall.", "marched", None),
    ("Dockers were arrested in Helsinki, and rebels attacked the mine.", "attacked", None),
]


@pytest.mark.parametrize(("text", "trigger", "name"), WHERE)
def test_the_act_has_its_own_place(text: str, trigger: str, name: str | None) -> None:
    assert event_at(record_of(text), trigger).place.name == name


SITES = [
    ("A bomb exploded at the central market of Helsinki on 4 May 2019.", "exploded", "central market", "market", "Helsinki"),
    ("Nine people were beaten in front of a mosque in Port Selm.", "beaten", "mosque", "mosque", "Port Selm"),
    ("A car bomb went off near a police station.", "went", "police station", "police station", None),
    ("The market bombing killed nine people.", "bombing", "market", "market", None),
    ("The market bombing killed nine people.", "killed", "market", "market", None),
    ("A bomb went off on a bus, wounding nine people.", "wounding", "bus", "bus", None),
    ("Nine people were killed when a bomb went off at the bus station.", "killed", "bus station", "station", None),
]


@pytest.mark.parametrize(("text", "trigger", "words", "kind", "name"), SITES)
def test_the_act_has_its_own_site(text: str, trigger: str, words: str, kind: str, name: str | None) -> None:
    place = event_at(record_of(text), trigger).place
    assert place.site is not None
    assert (place.site.words, place.site.kind, place.name) == (words, kind, name)


NO_SITE = [
    ("Soldiers seized the mine, and dockers marched on the ministry.", "marched"),
    ("Tomas Vell died in hospital on 4 May 2019.", "died"),
    ("A bomb went off at a market and a school.", "went"),
    ("The rebels attacked a police station.", "attacked"),
    ("The guards of the market arrested nine people.", "arrested"),
]


@pytest.mark.parametrize(("text", "trigger"), NO_SITE)
def test_a_site_of_something_else_is_not_lent(text: str, trigger: str) -> None:
    assert event_at(record_of(text), trigger).place.site is None


def test_a_set_of_times_is_no_date() -> None:
    event = event_at(record_of("The guild has led daily protests in Port Selm."), "protests")
    assert event.time.time is not None
    assert event.time.edtf is None
    assert event.time.unknown == "recurs daily; no date told"
    assert event.stage == "recurring"
