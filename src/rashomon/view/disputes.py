"""The sharpest contradictions in brief: a line for each incident or claim on which articles contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import Claim, Comparison, Contrast, Incident, Verdict
from rashomon.view.incidents import contested_first, heading_of, is_met, split_lead, title_of_claim
from rashomon.view.index import Index, shorten
from rashomon.view.page import Dispute, Side
from rashomon.view.words import aspect_words, field_brief

MOST = 5
"""How many lines a reader takes in at a glance."""
LONGEST = 40
"""Characters of a value that such a line holds."""
WORDED = frozenset({"time", "place"})
"""Points whose values are short enough to stand in the line, as counts are; of the others the line only tells who is against whom."""


def disputes(comparison: Comparison, index: Index) -> tuple[Dispute, ...]:
    """The first MOST incidents and claims on which articles contradict each other, in the order of their cards.

    Each has a point for every field in contradiction, with the articles on either side; contradictions within one article are left
    to its card.
    """
    met = sorted((incident for incident in comparison.incidents if is_met(incident)), key=contested_first)
    found = [_dispute(incident, index) for incident in met] + [_dispute(claim, index) for claim in comparison.claims]
    return tuple(dispute for dispute in found if dispute.points)[:MOST]


def _dispute(told: Incident | Claim, index: Index) -> Dispute:
    if isinstance(told, Incident):
        return Dispute(address=f"incident-{told.id}", title=heading_of(told), points=tuple(_points(told.contrasts, index)))
    return Dispute(address=f"claim-{told.id}", title=title_of_claim(told, index), points=tuple(_points(told.contrasts, index)))


def _points(contrasts: Sequence[Contrast], index: Index) -> Iterator[tuple[str, tuple[Side, ...]]]:
    opposed = [contrast for contrast in contrasts if contrast.relation is Verdict.CONTRADICT and len(contrast.sides) > 1]
    agents = any(contrast.field == "agent" for contrast in opposed)
    for contrast in opposed:
        sides = tuple(_side(contrast, positions, index) for positions in contrast.sides)
        repeats = agents and contrast.field == "blame"
        if not repeats and len({siglum for side in sides for siglum in side.sigla}) > 1:
            yield aspect_words(field_brief(contrast.field)), sides


def _side(contrast: Contrast, positions: Sequence[int], index: Index) -> Side:
    versions = [contrast.versions[position] for position in positions]
    worded = contrast.field.startswith("count:") or contrast.field in WORDED or versions[0].label is not None
    return Side(
        sigla=tuple(sorted({index.sigla[version.article] for version in versions}, key=lambda siglum: (len(siglum), siglum))),
        words=shorten(split_lead(versions[0].value)[1], LONGEST) if worded else "",
    )
