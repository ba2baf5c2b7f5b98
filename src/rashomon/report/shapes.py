"""Measures of the small pictures: where the parts of a bar lie, how large a mark is, which sign stands for which verdict."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import msgspec

from rashomon.model import SourceKind
from rashomon.view.articles import Segment
from rashomon.view.profiles import Share

VERDICTS = {"agree": "=", "differ": "≈", "contradict": "×", "silent": "–", "unclear": "?"}
"""A sign for each verdict, so that none is told by colour alone."""
ATTITUDES = {"negative": "▼", "neutral": "●", "positive": "▲", "mixed": "◆", "unsure": "◌"}
"""A shape for each attitude."""
MARKS = {"source": "src", "cue": "cue", "content": "con", "nested": "nested", "event": "ev"}
"""The style of each kind of mark in a text; short, for an article has hundreds."""
SMALLEST, LARGEST = 5.0, 14.0
"""Radii of marks in the matrix, in CSS pixels."""
MANY_SENTENCES = 25
"""From this number of sentences on, a mark grows no further."""


class BarPart(msgspec.Struct, frozen=True):
    """One kind of source in a bar: from `left`, `width` and, within it, `quoted` wide, all in per cent of the bar."""

    kind: SourceKind
    left: float
    width: float
    quoted: float


def bar_parts(shares: Sequence[Share]) -> tuple[BarPart, ...]:
    """The parts of a sourcing bar, side by side."""
    parts: list[BarPart] = []
    left = 0.0
    for share in shares:
        parts.append(BarPart(share.kind, round(left, 2), round(100 * share.share, 2), round(100 * share.quoted, 2)))
        left += 100 * share.share
    return tuple(parts)


def mark_size(sentences: int) -> float:
    """The radius of a mark: its area grows with the number of sentences."""
    grown = sqrt(min(sentences, MANY_SENTENCES) / MANY_SENTENCES)
    return round(SMALLEST + (LARGEST - SMALLEST) * grown, 1)


def percent(share: float) -> str:
    """A share as a person reads it: "12%", "under 1%"."""
    return "under 1%" if 0 < share < 0.005 else f"{100 * share:.0f}%"


def percent_of(place: float) -> float:
    """A place or width from 0 to 1 as per cent of its picture."""
    return round(100 * place, 2)


def signed(bits: float) -> str:
    """Bits of evidence with their sign: "+2.8", "−5.5"."""
    return f"{bits:+.1f}".replace("-", "−")


def mark_classes(segment: Segment) -> str:
    """The names of the styles that a run of text carries."""
    return " ".join(MARKS[kind] for kind in segment.classes)
