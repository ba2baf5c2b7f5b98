"""Figures of a score: fractions until they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Figures = dict[str, Any]
"""Figures by name, possibly grouped; fractions are floats between 0 and 1, counts are integers."""


@dataclass
class Tally:
    """How many were right, how many were predicted, how many there are."""

    right: float = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: float, predicted: int, gold: int) -> None:
        """Count one more document."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    def figures(self) -> Figures:
        """Precision, recall and their harmonic mean."""
        return precision_recall(share(self.right, self.predicted), share(self.right, self.gold))


def precision_recall(p: float, r: float) -> Figures:
    """The two and their harmonic mean, 0 when both are 0."""
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def share(part: float, whole: float) -> float:
    """`part / whole`, and 0 where there is nothing to divide."""
    return part / whole if whole else 0.0


def percent(figures: Mapping[str, Any]) -> Figures:
    """The same figures for people: fractions as percentages with one decimal, counts untouched."""
    return {name: percent(value) if isinstance(value, Mapping) else _percent(value) for name, value in figures.items()}


def _percent(value: float | int) -> float | int:
    return round(100 * value, 1) if isinstance(value, float) else value


def flatten(figures: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """Grouped figures as one level: `{"exact": {"cue": {"f1": .7}}}` becomes `{"exact.cue.f1": .7}`."""
    flat: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = value
    return flat
