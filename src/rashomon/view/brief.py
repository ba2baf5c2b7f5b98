"""The acts of violence of one article in brief: who is said to have done them, to what and whom, with what."""

from __future__ import annotations

from rashomon.model import ARTICLE, BlamedOrganisation, Filler, Record
from rashomon.view.articles import BriefItem, BriefRole
from rashomon.view.index import Index
from rashomon.view.words import term

MOST_ACCUSERS = 2
"""So many of those who blame an organisation are named; the others are counted."""


def brief_of(record: Record, index: Index) -> tuple[BriefRole, ...]:
    """The filled roles, in the order in which the task of MUC-4 lists them."""
    summary = record.summary
    roles = {
        "individuals": tuple(_item(filler, record, index) for filler in summary.individuals),
        "organisations": tuple(_blamed(blamed, record, index) for blamed in summary.organisations),
        "targets": tuple(_item(filler, record, index) for filler in summary.targets),
        "victims": tuple(_item(filler, record, index) for filler in summary.victims),
        "weapons": tuple(_item(filler, record, index) for filler in summary.weapons),
    }
    return tuple(BriefRole(label=term("role", role), items=items) for role, items in roles.items() if items)


def _item(filler: Filler, record: Record, index: Index) -> BriefItem:
    return BriefItem(words=filler.mentions[0], passage=index.passage(record.article.id, filler.spans[:1]))


def _blamed(blamed: BlamedOrganisation, record: Record, index: Index) -> BriefItem:
    sources = sorted(blamed.according_to, key=lambda name: name != ARTICLE) or [ARTICLE]
    named, more = sources[:MOST_ACCUSERS], len(sources) - MOST_ACCUSERS
    return BriefItem(
        words=blamed.organisation.mentions[0],
        passage=index.passage(record.article.id, blamed.organisation.spans[:1]),
        lead=f"according to {', '.join(named)}{f' and {more} more' if more > 0 else ''}:",
        firmness=str(blamed.blame),
    )
