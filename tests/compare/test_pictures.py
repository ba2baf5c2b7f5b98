"""Two pictures of one actor beside each other, aspect by aspect, where no sentence contradicts another."""

from __future__ import annotations

import hashlib

from rashomon.compare import compare_records
from rashomon.model import Article, Block, BlockKind, Record, Span
from rashomon.read import read_article

ONE = (
    "The Vell Front, which has 3,000 members, is headquartered in Orsk. It wants free elections in Ostria. "
    "The Vell Front was taken off the list of terrorist groups in 2012. Farmers in Velm support the Vell Front, the mayor said."
)
OTHER = (
    "Ostria lists the Vell Front as a terrorist organisation. The banned Vell Front acts on behalf of Kerrin. "
    "It has a long history of violence. "
    "The Vell Front has no support at home. Mara Tolin denies that the Vell Front is funded by Kerrin."
)


def record_of(text: str) -> Record:
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return read_article(Article(id=hashlib.sha256(text.encode()).hexdigest()[:16], origin="invented", text=text, blocks=blocks))


def pictures() -> dict[str, list[str]]:
    """What both articles tell of the Vell Front by aspect."""
    comparison = compare_records([record_of(ONE), record_of(OTHER)])
    names = {actor.id: actor.name for actor in comparison.actors}
    (described,) = (one for one in comparison.descriptions if names[one.actor] == "Vell Front")
    found: dict[str, list[str]] = {}
    for version in described.versions:
        found.setdefault(version.aspect or "", []).append(version.value)
    return found


def test_an_actor_is_pictured_by_aspect() -> None:
    found = pictures()
    assert found["strength"] == ["has 3,000 members"]
    assert found["location"] == ["is headquartered in Orsk"]
    assert found["legality"] == [
        "was taken off the list of terrorist groups in 2012",
        "Ostria lists the Vell Front as a terrorist organisation",
        "banned",
    ]
    assert found["allegiance"] == ["acts on behalf of Kerrin"]
    assert found["violence"] == ["has a long history of violence"]
    assert found["aims"] == ["wants free elections in Ostria"]


def test_a_picture_says_who_gives_it_and_whether_it_is_denied() -> None:
    support = pictures()["support"]
    assert "according to Mara Tolin: denied: is funded by Kerrin" in support
    assert any(words.startswith("according to the mayor") and words.endswith("support the Vell Front") for words in support)
    assert "has no support at home" in support


def test_what_a_label_tells_is_not_told_twice() -> None:
    comparison = compare_records([record_of("The Vell Front is a tool of Ostria."), record_of("The Vell Front is a violent sect.")])
    told = [version.value for one in comparison.descriptions for version in one.versions if "tool of Ostria" in version.value]
    assert told == ["a tool of Ostria"]


def test_a_front_name_is_told_of_both_with_whose_it_is() -> None:
    fronts = "The Dockers Party hires halls under its front name, the Vell Front. The Dockers Party met in Orsk."
    other = "The Vell Front is a choir. The Dockers Party is a club."
    comparison = compare_records([record_of(fronts), record_of(other)])
    names = {actor.id: actor.name for actor in comparison.actors}
    told = {(names[one.actor], version.value) for one in comparison.descriptions for version in one.versions}
    assert {("Vell Front", "its front name (Dockers Party)"), ("Dockers Party", "Vell Front: its front name")} <= told
