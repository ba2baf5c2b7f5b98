"""Figures: how often likelihoods of attitudes are right, and from which on one can be told as sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from bench.scoring.attitude import score_attitude
from bench.scoring.figures import percent
from train.attitude.dataset import LABELS, Example

from rashomon.model import Attitude

RIGHT = 0.93
"""Praise and blame are told as sure from the least likelihood from which so many are right, in steps of STEP.

On opinion pieces fewer are right than on the news that was trained on, so this asks for more than the nine in ten that a reader
should be able to count on.
"""
STEP = 0.05

Likely = dict[tuple[str, int], np.ndarray]
"""The likelihoods of the attitudes toward each target, in the order of `LABELS`."""


def figures(examples: Sequence[Example], likely: Mapping[tuple[str, int], np.ndarray]) -> dict[str, Any]:
    """The public measure of the likeliest attitudes, in per cent."""
    gold = {target.key: {"polarity": LABELS[target.label]} for example in examples for target in example.targets}
    told = {key: {"polarity": LABELS[int(values.argmax())]} for key, values in likely.items()}
    return percent(score_attitude({key: line for key, line in gold.items() if key in told}, told))


def surely(examples: Sequence[Example], likely: Mapping[tuple[str, int], np.ndarray]) -> dict[str, float]:
    """From which likelihood on praise and blame are sure, which share of them that is, and which share of those is right."""
    gold = {target.key: LABELS[target.label] for example in examples for target in example.targets}
    told = [(LABELS[int(values.argmax())], float(values.max()), gold[key]) for key, values in likely.items()]
    leaning = [(likelihood, label == known) for label, likelihood, known in told if label is not Attitude.NEUTRAL]
    for steps in range(round(1 / STEP)):
        least = round(steps * STEP, 2)
        sure = [right for likelihood, right in leaning if likelihood >= least]
        if sure and sum(sure) >= RIGHT * len(sure):
            return {"from": least, "share": round(len(sure) / len(leaning), 3), "right": round(sum(sure) / len(sure), 3)}
    raise SystemExit("no likelihood is high enough for praise and blame to be sure")
