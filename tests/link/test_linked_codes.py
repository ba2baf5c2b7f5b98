"""Codes of one actor across articles: a country that no article contradicts, and every sector that one of them tells."""

from __future__ import annotations

import msgspec
import pytest

from rashomon.link import link_actors
from rashomon.model import ActorKind, Record, Sector
from varenia import record

AGR, LAB = Sector.AGR, Sector.LAB
CASES = [
    (("KEN", (LAB,)), (None, (AGR,)), ("KEN", (AGR, LAB))),
    (("KEN", ()), ("PER", ()), (None, ())),
    ((None, (LAB,)), (None, (LAB,)), (None, (LAB,))),
]


def telling(author: str, country: str | None, sectors: tuple[Sector, ...]) -> Record:
    told = record(author, actors=[("Free Growers", ActorKind.ORGANISATION, ())])
    (actor,) = told.actors
    return msgspec.structs.replace(told, actors=(msgspec.structs.replace(actor, country=country, sectors=sectors),))


@pytest.mark.parametrize(("one", "other", "linked"), CASES)
def test_codes_of_a_linked_actor(one: tuple, other: tuple, linked: tuple) -> None:
    (actor,) = link_actors([telling("Ana Tal", *one), telling("Aldo Kern", *other)])
    assert (actor.country, actor.sectors) == linked
