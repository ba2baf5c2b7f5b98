"""Attitude: negative, neutral or positive toward a target in its sentence, by macro F1 (NewsMTSC, Hamborg & Donnay 2021)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from bench.scoring.figures import Figures, precision_recall, share

LABELS = ("negative", "neutral", "positive")


def score_attitude(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """F1 averaged over the three labels, accuracy, and each label's figures. A target without a prediction counts as neutral."""
    cells = Counter((line["polarity"], predictions.get(key, {}).get("polarity", "neutral")) for key, line in gold.items())
    labels = {label: _label_figures(cells, label) for label in LABELS}
    return {
        "macro_f1": sum(figures["f1"] for figures in labels.values()) / len(LABELS),
        "accuracy": share(sum(cells[label, label] for label in LABELS), cells.total()),
        "labels": labels,
    }


def _label_figures(cells: Counter[tuple[str, str]], label: str) -> Figures:
    predicted = sum(cells[other, label] for other in LABELS)
    gold = sum(cells[label, other] for other in LABELS)
    return precision_recall(share(cells[label, label], predicted), share(cells[label, label], gold))
