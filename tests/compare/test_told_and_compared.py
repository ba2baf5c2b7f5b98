"""Statements, motives and sources of two articles as they are read and compared: what a reader sees beside each other."""

from __future__ import annotations

import hashlib

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
