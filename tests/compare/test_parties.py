"""Who did it and to whom, on plain sentences through the real readers: bodies of a state, names, those told to have been spared."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.compare import compare_records
from rashomon.model import Article, Block, BlockKind, Contrast, Record, Span, Verdict
from rashomon.read import read_article

AGREE, DIFFER, CONTRADICT, SILENT, UNCLEAR = Verdict
DEED = "arrested nine dockers in Port Selm on 4 March 2018"


def record_of(text: str) -> Record:
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return read_article(Article(id=hashlib.sha256(text.encode()).hexdigest()[:16], origin="invented", text=text, blocks=blocks))


def row(field: str, one: str, other: str) -> Contrast:
    (incident,) = (
        incident
        for incident in compare_records([record_of(one), record_of(other)]).incidents
        if len({account.article for account in incident.accounts}) > 1
    )
    return next(contrast for contrast in incident.contrasts if contrast.field == field)


PARTIES = [
    ("Police", "The police", AGREE),
    ("The army", "The Varenian army", AGREE),
    ("Varenian soldiers", "The Varenian army", AGREE),
    ("Ostria", "The Ostrian government", AGREE),
    ("Ostria", "The Ostrian army", AGREE),
    ("Fighters of the Oru Front", "The Oru Front", AGREE),
    ("The Oru Front's Night Column", "The Oru Front", UNCLEAR),
    ("The Night Column, part of the Varenian army,", "The Varenian army", UNCLEAR),
    ("The authorities", "The Northern Guard", UNCLEAR),
    ("The Interior Ministry", "Varenian police", UNCLEAR),
    ("The army", "The police", DIFFER),
    ("The Varenian army", "The Ostrian army", CONTRADICT),
    ("The Varenian army", "The Oru Front", CONTRADICT),
    ("The Sons of Tolm", "The Coast Watch militia", CONTRADICT),
    ("Gunmen", "The Varenian army", SILENT),
    ("Residents of the Ondra Valley", "The Oru Front", SILENT),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PARTIES)
def test_agents_of_an_arrest(one: str, other: str, verdict: Verdict) -> None:
    found = row("agent", f"{one} {DEED}.", f"{other} {DEED}.")
    assert (found.relation, found.note) == (verdict, found.note)


def test_what_is_only_believed_of_another_is_no_contradiction() -> None:
    assert row("agent", f"Experts believe that the Oru Front {DEED}.", f"The Coast Watch militia {DEED}.").relation is DIFFER


def test_to_fail_is_neither_to_have_done_it_nor_to_be_cleared_of_it() -> None:
    failed = "The Oru Front failed to seize the Kesh dam on 4 March 2018."
    assert row("agent", failed, "Guards prevented the Oru Front from seizing the Kesh dam on 4 March 2018.").relation is AGREE
    assert row("agent", failed, "The Oru Front did not seize the Kesh dam on 4 March 2018.").relation is AGREE


SPARED = [
    ("The rebels attacked the police post in Kesh on 4 March 2018, not the school.", CONTRADICT),
    ("The rebels attacked the police post in Kesh on 4 March 2018. They did not attack the school in Kesh on 4 March 2018.", CONTRADICT),
    ("The rebels attacked the school in Kesh on 4 March 2018, not for the first time.", AGREE),
    ("The rebels attacked the school in Kesh on 4 March 2018, but not the teachers.", AGREE),
    ("The militia attacked the school in Kesh on 4 March 2018. The rebels did not attack the school in Kesh on 4 March 2018.", AGREE),
]


@pytest.mark.parametrize(("other", "verdict"), SPARED)
def test_those_told_in_one_account_and_spared_in_the_other(other: str, verdict: Verdict) -> None:
    found = row("patient", "The rebels attacked the school in Kesh on 4 March 2018.", other)
    assert (found.relation, found.note) == (verdict, found.note)


def test_a_version_says_who_was_spared() -> None:
    found = row(
        "patient", "Rebels attacked the school in Kesh on 4 March 2018.", "Rebels attacked a fort in Kesh on 4 March 2018, not the school."
    )
    assert [version.value for version in found.versions] == ["the school", "a fort; not the school"]


def test_who_foils_a_plot_to_bomb_did_not_plan_to_bomb() -> None:
    found = row(
        "stage",
        "The Oru Front bombed the ferry office in Hallow Bay on 12 July 1986.",
        "Police foiled a plot by the Oru Front to bomb the ferry office in Hallow Bay on 12 July 1986.",
    )
    assert found.relation is CONTRADICT


def test_talks_that_were_cancelled_were_not_held() -> None:
    held = "Ostria and Varenia held talks in Dorrin on 2 December 2009."
    cancelled = "Ostria cancelled the talks with Varenia in Dorrin on 2 December 2009."
    assert row("stage", held, cancelled).relation is CONTRADICT


def test_a_denied_act_has_no_stage() -> None:
    found = row("stage", "The Oru Front seized the Kesh dam on 4 March 2018.", "The Oru Front did not seize the Kesh dam on 4 March 2018.")
    assert (found.relation, [version.value for version in found.versions]) == (SILENT, ["told as done: seized", "denied: seize"])
