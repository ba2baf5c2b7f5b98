"""Statements, motives and sources of two articles as they are read and compared: what a reader sees beside each other."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from rashomon.compare import compare_records
from rashomon.model import Article, Block, BlockKind, Comparison, Span
from rashomon.read import read_article

# one text, another, the verdicts of the claims
CLAIMS = [
    ("The Salt Guild is defunct.", "The Salt Guild is still active.", {"contradict"}),
    ("The Salt Guild has no support in Velm.", "In Velm the Salt Guild enjoys wide support.", {"contradict"}),
    ("Ostria denies that it funds the Salt Guild.", "The Salt Guild is funded by Ostria.", {"contradict"}),
    ("Norda is a subsidiary of the Lanner company.", "The Lanner company is a subsidiary of Norda.", {"contradict"}),
    ("The Salt Guild has 3,000 members.", "The Salt Guild has fewer than 500 members.", {"contradict"}),
    ("Ostria accuses Kerrin of starting the war.", "Kerrin accuses Ostria of starting the war.", {"contradict"}),
    ("Ostria accuses Kerrin of arming rebels.", "Kerrin accuses Ostria of arming rebels.", {"differ"}),
    ("Kerrin is behind the poster campaign.", "Ostria is behind the poster campaign.", {"differ"}),
    ("Kerrin is behind the poster campaign.", "Ostria is behind the radio campaign.", set()),
    ("The Salt Guild is legal in Velm.", "The Salt Guild is banned in Orsk.", {"differ"}),
    ("In 1995 the Salt Guild had 9,000 members.", "The Salt Guild has 500 members.", {"differ"}),
    ("Kerrin may be behind the strike.", "Kerrin is not behind the strike.", {"unclear"}),
    ("The Salt Guild is not very strong.", "The Salt Guild is weak.", {"unclear"}),
    ("Kerrin and Ostria are allies.", "Kerrin is an ally of Ostria.", {"agree"}),
    ("The Salt Guild does not exist.", "The Salt Guild is defunct.", {"agree"}),
    ("The Salt Guild provides clear tax filing guidance.", "The Salt Guild provides clear tax-filing guidance.", {"agree"}),
    ("The Salt Guild is an Ostrian party.", "The Salt Guild is an anti-Ostrian party.", {"differ"}),
    ("The Salt Guild is a for-profit company.", "The Salt Guild is a not-for-profit company.", {"differ"}),
    ("Mara Tolin died in 2003.", "Mara Tolin is alive.", {"contradict"}),
    ("Mara Tolin is dead.", "Mara Tolin is alive and lives in Orsk.", {"contradict"}),
    ("Mara Tolin died in Orsk.", "Mara Tolin died in 2003.", set()),
    ("The Salt Guild was disbanded in 2003.", "The Salt Guild has 500 fighters.", {"contradict"}),
    ("The Salt Guild no longer exists.", "The Salt Guild has 500 fighters.", {"contradict"}),
    ("The Salt Guild has ceased to exist.", "The Salt Guild remains active.", {"contradict"}),
    ("The Salt Guild was dissolved in 2003.", "The Salt Guild is still active.", {"contradict"}),
    ("The Salt Guild is defunct.", "The presence of 300 Salt Guild members worries Orsk.", set()),
    ("The Salt Guild was dissolved in 1990.", "The Salt Guild was active in the war.", {"unclear"}),
    ("The Salt Guild was banned in 2009.", "The Salt Guild is legal.", {"unclear"}),
    ("The Salt Guild was behind the attack.", "The Salt Guild was not behind the attack.", {"contradict"}),
    ("The Salt Guild is behind the attack.", "The mayor said the Salt Guild was not behind the attack.", {"contradict"}),
    ("The Salt Guild was funded by Ostria.", "The Salt Guild is not funded by Ostria.", {"unclear"}),
    ("The Salt Guild is strong.", "The Lake Party is weak.", set()),
    ("The old Salt Guild is defunct.", "The new Salt Guild is active.", set()),
    ("The Salt Guild has 300 employees.", "The Salt Guild has 90,000 members.", set()),
    ("Ostria funds the Salt Guild's newspaper.", "Ostria does not fund the Salt Guild.", set()),
]
# what is told of one act by each, the verdict of the row `motive`; None where there is no such row
MOTIVES = [
    ("for theft", "because of theft", "agree"),
    ("in revenge for a poem", "as retaliation for a poem", "agree"),
    ("for theft", "because of a poem", "differ"),
    ("because of a poem", "for theft and not because of a poem", "contradict"),
    ("because of anti-royalist slogans", "because of pro-royalist songs", "differ"),
    ("for political reasons", "because of a poem", "unclear"),
    ("at dawn", "because of a poem", "silent"),
    ("at dawn", "despite the truce", None),
]
# whoever says so in each, the verdict of the row `source`
SOURCES = [
    ("the Salt Guild", "a spokesman for the Salt Guild", "agree"),
    ("Mayor Hanna Beck", "Hanna Beck", "agree"),
    ("the interior ministry", "the interior ministry", "agree"),
    ("the interior ministry", "the Salt Guild", "differ"),
    ("a senior official", "a senior official", "unclear"),
    ("residents", "some residents", "unclear"),
]


@pytest.mark.parametrize(("one", "other", "verdicts"), CLAIMS)
def test_claims(one: str, other: str, verdicts: set[str]) -> None:
    found = {row.relation.value for claim in _compared(one, other).claims for row in claim.contrasts}
    assert found == verdicts


@pytest.mark.parametrize(("published", "verdict"), [("2015-03-01", "contradict"), ("2003-05-01", "unclear")])
def test_what_two_accounts_tell_of_their_present_may_have_changed_between_them(published: str, verdict: str) -> None:
    one = msgspec.structs.replace(_article("one", "The Salt Guild is legal."), published=published)
    other = msgspec.structs.replace(_article("other", "The Salt Guild is banned."), published="2015-06-01")
    (claim,) = compare_records([read_article(one), read_article(other)]).claims
    assert [row.relation.value for row in claim.contrasts] == [verdict]


def test_who_has_not_claimed_responsibility_does_not_contradict_who_says_that_it_did() -> None:
    told = "responsibility for the bombing of the depot in Velm on 3 June 1994."
    comparison = _compared(f"The Salt Guild claimed {told}", f"The Salt Guild did not claim {told}")
    assert "contradict" not in {row.relation.value for found in (*comparison.incidents, *comparison.claims) for row in found.contrasts}
    comparison = _compared(f"The Salt Guild claimed {told}", f"The Salt Guild denied {told}")
    assert "contradict" in {row.relation.value for incident in comparison.incidents for row in incident.contrasts}


@pytest.mark.parametrize(("one", "other", "verdict"), MOTIVES)
def test_motives(one: str, other: str, verdict: str | None) -> None:
    told = [f"Police arrested the poet Ilse Brannt in Velm on 3 May 2019 {why}." for why in (one, other)]
    assert _verdict("motive", *told) == verdict


@pytest.mark.parametrize(("one", "other", "verdict"), SOURCES)
def test_sources(one: str, other: str, verdict: str) -> None:
    told = "Police arrested nine dockers in Velm on 3 May 2019"
    assert _verdict("source", f"{told}, {one} said.", f"{told} at dawn, {other} said.") == verdict


def _verdict(field: str, one: str, other: str) -> str | None:
    found = [row.relation.value for incident in _compared(one, other).incidents for row in incident.contrasts if row.field == field]
    return found[0] if found else None


def _compared(one: str, other: str) -> Comparison:
    return compare_records([read_article(_article("one", one)), read_article(_article("other", other))])


def _article(origin: str, text: str) -> Article:
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return Article(id=hashlib.sha256((origin + text).encode()).hexdigest()[:16], origin=origin, text=text, blocks=blocks)
