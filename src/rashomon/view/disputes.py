"""The sharpest contradictions in brief: a line for each incident or claim on which articles contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import Claim, Comparison, Contrast, Incident, Verdict, Version
from rashomon.view.cards import Dispute, Side
from rashomon.view.incidents import contested_first, heading_of, is_met, title_of_claim
from rashomon.view.index import Index, shorten
from rashomon.view.utterances import split_lead
from rashomon.view.words import aspect_words, field_brief

MOST = 5
"""How many lines a reader takes in at a glance."""
LONGEST = 40
"""Characters of a value that such a line holds."""
WORDED = frozenset({"time", "place"})
"""Points whose values are short enough to stand in the line, as counts are; of the others the line only tells who is against whom."""


def disputes(comparison: Comparison, index: Index) -> tuple[Dispute, ...]:
    """The first MOST incidents and claims on which articles contradict each other, in the order of their cards.

    Each has a point for every field in contradiction, with the sources on either side; contradictions within one article are left
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
        sides = tuple(side for positions in contrast.sides for side in _sides(contrast, positions, index))
        repeats = agents and contrast.field == "blame"
        if not repeats and len({siglum for side in sides for _, siglum in side.sources}) > 1:
            yield aspect_words(field_brief(contrast.field)), sides


def _sides(contrast: Contrast, positions: Sequence[int], index: Index) -> Iterator[Side]:
    """One side of a contrast, in parts where its sources tell different values that fit each other."""
    versions = [contrast.versions[position] for position in positions]
    worded = contrast.field.startswith("count:") or contrast.field in WORDED or versions[0].label is not None
    told: dict[object, list[Version]] = {}
    for version in versions:
        told.setdefault(_value(version, index) if worded else None, []).append(version)
    for same in told.values():
        sources = ((index.teller(one.article, one.source, one.source_kind).bare, index.sigla[one.article]) for one in same)
        words = shorten(split_lead(same[0].value)[1], LONGEST) if worded else ""
        yield Side(sources=tuple(dict.fromkeys(sources)), words=words)


def _value(version: Version, index: Index) -> object:
    """The number where a count is told, so that "14" and "fourteen" are one value; else the words."""
    _, event = index.events.get(version.event or "", (None, None))
    counts = event.counts if event else ()
    numbers = ((one.number, one.low, one.high) for one in counts if one.spans == version.spans)
    return next(numbers, None) or split_lead(version.value)[1].casefold()
