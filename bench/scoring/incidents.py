"""Incidents: the entities that fill the MUC-4 roles of an article, and how firmly organisations are tied to the act.

CEAF-REE (Du, Rush & Cardie 2021, "GRIT"): entities are aligned one to one within a role, and a predicted entity is right
when all its mentions are mentions of the gold entity it is aligned with.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from bench.scoring.figures import Figures, Tally, share

PUNCTUATION = str.maketrans("", "", string.punctuation)
ARTICLE = re.compile(r"\b(?:a|an|the)\b")
CONFIDENCE_SLOT = "perp_organization_confidence"


def score_incidents(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """CEAF-REE over all roles and a role; where any confidence was predicted, that slot's figures as well."""
    roles = {role: Tally() for role in sorted({role for line in gold.values() for role in line["roles"]})}
    slot, known = Tally(), Tally()
    for key, line in gold.items():
        prediction = predictions.get(key, {})
        for role, tally in roles.items():
            truth, guess = (_entities(side.get(role, ())) for side in (line["roles"], prediction.get("roles", {})))
            tally.add(aligned_entities(truth, guess), len(guess), len(truth))
        _count_confidence(slot, known, _confidences(line), prediction.get("confidence") or {})
    total = Tally()
    for tally in roles.values():
        total.add(tally.right, tally.predicted, tally.gold)
    figures: Figures = {"ceaf_ree": total.figures(), "roles": {role: tally.figures() for role, tally in roles.items()}}
    if slot.predicted:
        figures["confidence"] = {**slot.figures(), "accuracy_given_organisation": share(known.right, known.gold)}
    return figures


def normalise(mention: str) -> str:
    """A mention without capitals, punctuation and articles, its white space folded."""
    return " ".join(ARTICLE.sub(" ", mention.lower().translate(PUNCTUATION)).split())


def _entities(entities: Sequence[Sequence[str]]) -> list[frozenset[str]]:
    return [frozenset(map(normalise, mentions)) for mentions in entities if mentions]


def aligned_entities(truth: Sequence[frozenset[str]], guess: Sequence[frozenset[str]]) -> float:
    """How many predicted entities can be aligned, one to one, with a gold entity that has all their mentions."""
    if not truth or not guess:
        return 0.0
    inside = np.array([[float(other <= entity) for other in guess] for entity in truth])
    rows, columns = linear_sum_assignment(inside, maximize=True)
    return float(inside[rows, columns].sum())


def _confidences(line: Mapping[str, Any]) -> dict[str, set[str]]:
    """The labels that the article's templates give each organisation."""
    labels: dict[str, set[str]] = {}
    for template in line.get("templates", ()):
        for filler in template["slots"].get(CONFIDENCE_SLOT, ()):
            for name in filler.get("strings", ()):
                labels.setdefault(normalise(name), set()).add(filler.get("value", "").upper())
    return labels


def _count_confidence(slot: Tally, known: Tally, truth: Mapping[str, set[str]], guess: Mapping[str, str]) -> None:
    """`slot` counts organisations with their label, `known` only those that the gold knows."""
    labels = {normalise(name): label.upper() for name, label in guess.items()}
    right = sum(label in truth.get(name, ()) for name, label in labels.items())
    slot.add(right, len(labels), len(truth))
    known.add(right, 0, sum(name in truth for name in labels))
