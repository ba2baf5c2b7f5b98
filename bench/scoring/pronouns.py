"""Pronouns: whether a pronoun stands for each of two names, by F1 over the names (GAP, Webster et al. 2018)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.scoring.figures import Figures, Tally

NAMES = ("a", "b")


def score_pronouns(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Precision, recall and F1 of the names that pronouns were said to stand for."""
    tally = Tally()
    for key, line in gold.items():
        for name in NAMES:
            truth, guess = bool(line[f"{name}_coref"]), bool(predictions.get(key, {}).get(name))
            tally.add(truth and guess, guess, truth)
    return tally.figures()
