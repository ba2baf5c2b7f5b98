"""The headline: how many incidents articles tell together, and on how many points they agree, differ or contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import Verdict
from rashomon.view.cards import Card, OneSide
from rashomon.view.page import Headline

COUNTED = (Verdict.CONTRADICT, Verdict.DIFFER, Verdict.AGREE)
"""In the order in which they are told; what is silent or unclear is no meeting."""


def headline(cards: Sequence[Card], sides: Sequence[OneSide]) -> Headline:
    """The counts at the head of the page. What meets only within one article is counted as that and not by its points."""
    met = [card for card in cards if not card.within_one_article]
    found = Counter(row.verdict for card in met for row in card.rows if row.between_articles)
    return Headline(
        met=len(met),
        within=len(cards) - len(met),
        alone=sum(len(side.singles) for side in sides),
        points=tuple((verdict, found[verdict]) for verdict in COUNTED if found[verdict]),
    )
