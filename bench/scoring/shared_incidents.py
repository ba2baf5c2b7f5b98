"""Shared incidents: of all pairs of articles, those said to share an incident against those on one event.

Pairs and not clusters are counted: an article may share one incident with some articles and another with others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any

from bench.scoring.figures import Figures, Tally

Pair = tuple[int, int]


def score_shared_incidents(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Precision, recall and F1 of the pairs of articles, and how many pairs there are of each sort."""
    truth = _pairs([line["event"]] for line in gold.values())
    guess = _pairs(predictions.get(key, {}).get("incidents", []) for key in gold)
    tally = Tally(len(truth & guess), len(guess), len(truth))
    return {**tally.figures(), "predicted": len(guess), "gold": len(truth)}


def _pairs(named: Iterable[Iterable[Hashable]]) -> set[Pair]:
    """The pairs of articles, by their places, that have a name in common."""
    places: dict[Hashable, list[int]] = {}
    for place, names in enumerate(named):
        for name in dict.fromkeys(names):
            places.setdefault(name, []).append(place)
    return {pair for together in places.values() for pair in combinations(together, 2)}
