"""Times: expressions found and their TIMEX3 values, as in TempEval-3 (UzZaman et al. 2013)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bench.scoring.figures import Figures, Tally
from bench.scoring.spans import aligned

MIDNIGHT = re.compile(r"T00:00(?::00)?$")
"""Midnight stands for the whole day in some corpora's values."""


def score_times(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Found with the same ends (strict), found at all (relaxed), found with the same value."""
    strict, relaxed, valued = Tally(), Tally(), Tally()
    for key, line in gold.items():
        truth, guess = line["times"], list(predictions.get(key, {}).get("times", ()))
        pairs = list(aligned(truth, guess))
        relaxed.add(len(pairs), len(guess), len(truth))
        strict.add(sum(here["start"] == there["start"] and here["end"] == there["end"] for here, there in pairs), len(guess), len(truth))
        valued.add(sum(_same_value(here["value"], there.get("value")) for here, there in pairs), len(guess), len(truth))
    return {"strict": strict.figures(), "relaxed": relaxed.figures(), "value": valued.figures()}


def _same_value(here: str | None, there: str | None) -> bool:
    return bool(here) and _day(here) == _day(there)


def _day(value: str | None) -> str:
    return MIDNIGHT.sub("", (value or "").strip())
