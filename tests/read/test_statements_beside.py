"""What is stated beside a name, by a verb with a noun of its own, and by an act whose outcome lasts."""

from __future__ import annotations

import pytest
from events_reading import record_of

from rashomon.model import Polarity

# sentence, topic, value, holder, other
TOLD = [
    ("The banned Vell Front marched through Orsk.", "legality", "illegal", "Vell Front", None),
    ("The Orsk-based Vell Front rejected the deal.", "location", "based in", "Vell Front", "Orsk"),
    ("The Ostrian-funded Vell Front won the vote.", "standing", "funds", "Ostrian", "Vell Front"),
    ("The Vell Front, a tool of Ostria, won the vote.", "standing", "puppet of", "Vell Front", "Ostria"),
    ("The Vell Front, funded by Ostria, won the vote.", "standing", "funds", "Ostria", "Vell Front"),
    ("The Vell Front, headquartered in Orsk, held a vote.", "location", "based in", "Vell Front", "Orsk"),
    ("The Vell Front has been headquartered for thirty years in Orsk.", "location", "based in", "Vell Front", "Orsk"),
    ("The headquarters of the Vell Front are in Orsk.", "location", "based in", "Vell Front", "Orsk"),
    ("The spotlight falls on Ostria, home to the VF headquarters.", "location", "based in", "VF", "Ostria"),
    ("The Dockers Party hires halls under its front name, the Vell Front.", "standing", "front of", "Vell Front", "Dockers Party"),
    ("The Dockers Party uses the Vell Front as a front.", "standing", "front of", "Vell Front", "Dockers Party"),
    ("The Vell Front acts on behalf of Ostria.", "standing", "serves", "Vell Front", "Ostria"),
    ("The Vell Front serves the interests of Ostria.", "standing", "serves", "Vell Front", "Ostria"),
    ("The Vell Front takes orders from Ostria.", "standing", "serves", "Vell Front", "Ostria"),
    ("The Vell Front gets its money from Ostria.", "standing", "funds", "Ostria", "Vell Front"),
    ("The Vell Front was taken off the list of terrorist groups in 2012.", "listing", "unlisted", "Vell Front", None),
    ("Ostria lists the Vell Front as a terrorist organisation.", "listing", "listed", "Vell Front", None),
    ("Ostria banned the Vell Front in 2009.", "legality", "illegal", "Vell Front", None),
    ("The Vell Front laid down its arms in 2003.", "violence", "gave up violence", "Vell Front", None),
    ("The Vell Front has carried out dozens of attacks since 1990.", "violence", "has used violence", "Vell Front", None),
    ("The Vell Front publishes a newspaper.", "activity", "", "Vell Front", None),
    ("The Vell Front fights for an independent Velm.", "aims", "", "Vell Front", None),
    ("The Vell Front is in the pay of Ostria.", "standing", "funds", "Ostria", "Vell Front"),
    ("The Vell Front is committed to free elections.", "aims", "", "Vell Front", None),
    ("The Vell Front continues to cling to an agenda which promotes a coup.", "aims", "", "Vell Front", None),
    ("The Vell Front continues to support Ostria.", "standing", "backs", "Vell Front", "Ostria"),
    ("The Vell Front was not just behind the strike.", "standing", "behind", "Vell Front", "strike"),
    ("The Vell Front has ceased to exist.", "existence", "defunct", "Vell Front", None),
    ("Mara Tolin died in 2003.", "existence", "dead", "Mara Tolin", None),
]
# sentence, the least and the most that it allows
COUNTED = [
    ("The Vell Front, which counts some 3,000 members, held a congress.", 2700, 3300),
    ("The Vell Front's 500 fighters live in Orsk.", 500, 500),
    ("The presence of 3000 radicalised Vell Front members in Orsk worries the town.", 3000, None),
    ("The Vell Front has thousands of members.", 2000, 9999),
    ("The Vell Front claims to have 3,000 members.", 3000, 3000),
]
UNTOLD = [
    "The Vell Front fights for an independent Velm.",
    "Mara Tolin, the Dockers Party front-runner, smiled.",
    "He ran away by pretending that the Vell Front does not exist.",
    "Five members of the Vell Front were arrested in Orsk.",
    "Mara Tolin leads Joren Balt in the polls.",
    "Nobody knows how powerful the Vell Front is.",
    "The Vell Front may not have paid a dime.",
    "It is important for the Vell Front. It was a priority for Ostria.",
]


def test_what_continues_bears_its_negation_and_is_told_whole() -> None:
    (denied,) = record_of("The Vell Front does not continue to fund schools.").statements
    assert (denied.polarity, denied.words) == (Polarity.DENIED, "does not continue to fund schools")
    (told,) = record_of("The Vell Front continues to cling to an agenda which promotes a coup.").statements
    assert told.words == "continues to cling to an agenda which promotes a coup"


@pytest.mark.parametrize(("text", "topic", "value", "holder", "other"), TOLD)
def test_what_is_stated(text: str, topic: str, value: str, holder: str, other: str | None) -> None:
    told = [(one.topic, one.value, one.holder.name, one.other.name if one.other else None) for one in record_of(text).statements]
    assert (topic, value, holder, other) in told


@pytest.mark.parametrize(("text", "low", "high"), COUNTED)
def test_how_many_it_numbers(text: str, low: int, high: int | None) -> None:
    assert [(one.low, one.high) for one in record_of(text).statements if one.topic == "size"] == [(low, high)]


def test_what_stands_beside_a_name_ends_before_a_clause() -> None:
    (told,) = record_of("The Vell Front, a supporter of the ban, which began in 2009, won the vote.").statements
    assert told.words == "a supporter of the ban"


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_supposed_or_of_some_only_is_not_stated(text: str) -> None:
    assert [one for one in record_of(text).statements if one.topic != "aims"] == []
