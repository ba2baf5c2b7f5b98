"""Datelines: which openings of a dispatch are one, which places they name, and that nobody acts in them."""

from __future__ import annotations

import pytest

from rashomon.model import ActorKind, Article, Block, BlockKind, Record, Span
from rashomon.parse import parse
from rashomon.read import read_article

SAID = "The council said on Tuesday that it would raise the harbour dues."

DATELINES = [
    ("TOLM — ", ["TOLM"]),
    ("TOLM – ", ["TOLM"]),
    ("TOLM - ", ["TOLM"]),
    ("(TOLM) ", ["TOLM"]),
    ("PORT SELM -- ", ["PORT SELM"]),
    ("TOLM, Ostria — ", ["TOLM", "Ostria"]),
    ("TOLM/OSTRAVA — ", ["TOLM", "OSTRAVA"]),
    ("TOLM (Agency) — ", ["TOLM"]),
    ("TOLM, March 3 (Agency) - ", ["TOLM"]),
    ("TOLM, Mar. 3, 2021 /SNA/ -- ", ["TOLM"]),
    ("TOLM, Ostria, 3 March 2021 – ", ["TOLM", "Ostria"]),
    ("TOLM, Wed., March 3 — ", ["TOLM"]),
    ("TOLM. March 3. ", ["TOLM"]),
    ("ST. TOLM, Ostria (SNA) — ", ["ST. TOLM", "Ostria"]),
    ("Tolm, 3 March 2021 (SNA) - ", ["Tolm"]),
    ("TOLM, OS--(Newsline - 3 March 2021) - ", ["TOLM", "OS"]),
]

NO_DATELINES = [
    ("a label", ["UPDATE — The council of Tolm said that it would pay."]),
    ("an acronym of few letters", ["HFF — The group said that it would pay."]),
    ("an acronym that the text goes on to use", ["TOLMF — The group said no.", "A speaker of the TOLMF said so again."]),
    ("speakers in turn", ["VELL — We will not pay.", "PELL — You will.", "VELL — We said no on Tuesday."]),
    ("a definition", ["Oru Front (OF) - the group that said no - met in Tolm."]),
    ("a heading all in capitals", ["TOLM — THE COUNCIL SAYS NO"]),
    ("far down", ["One.", "Two.", "Three.", "TOLM — The council said no."]),
    ("none", [SAID]),
]


def article(*paragraphs: str) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n"
    return Article(id="d" * 16, origin="invented", text=text, blocks=tuple(blocks))


def read(*paragraphs: str) -> Record:
    return read_article(article(*paragraphs))


@pytest.mark.parametrize(("opening", "places"), DATELINES)
def test_the_places_of_a_dateline_are_places_and_nobody_in_it_acts(opening: str, places: list[str]) -> None:
    doc = parse(article(opening + SAID))
    assert doc.dateline is not None
    assert [doc.text[span.start : span.end] for span in doc.dateline.places] == places
    assert doc.text[doc.dateline.span.start : doc.dateline.span.end].strip() == opening.strip()
    record = read(opening + SAID)
    actors = [actor.name for actor in record.actors]
    assert "the council" in actors
    assert not set(actors).intersection(places)
    assert not any(actor.kind is ActorKind.PERSON for actor in record.actors)
    assert record.attributions[0].source.name == "The council"
    assert places[-1] in {place.expression for place in record.places}


@pytest.mark.parametrize("paragraphs", [case[1] for case in NO_DATELINES], ids=[case[0] for case in NO_DATELINES])
def test_what_is_no_dateline(paragraphs: list[str]) -> None:
    assert parse(article(*paragraphs)).dateline is None


def test_a_dateline_is_no_part_of_a_name_behind_it() -> None:
    record = read("TOLM – Ostrava's council said that it would raise the dues.")
    assert "TOLM" not in " ".join(actor.name for actor in record.actors)
    assert record.attributions[0].source.name == "Ostrava's council"


def test_a_place_of_a_dateline_that_acts_later_is_an_actor_there() -> None:
    record = read("KARSAVA, Varenia — The council met on Tuesday.", "Varenia condemned the council, and Varenia expelled its envoy.")
    (varenia,) = (actor for actor in record.actors if actor.name == "Varenia")
    assert min(mention.spans[0].start for mention in varenia.mentions) > len("KARSAVA, Varenia — ")
