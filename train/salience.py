"""Fits the weights by which pronouns are resolved: `src/rashomon/read/actors/tables/salience.tsv`, its rows of origin "gap".

    python -m train.salience ../shared/data/pronoun/gap.dev.jsonl

For each pronoun of the GAP development file the reader lists its candidates with their features, as it does when reading.
A log-linear model over all candidates is fitted to the names that are its gold antecedents (L2 penalty, L-BFGS from zero, so
there is no seed). What earlier pronouns mean is itself a feature, so the fit is done in rounds: the first reads with the
hand-set rows alone, each later one with the weights of the round before. See README.md for data, terms and digest.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from bench.digests import file_digest
from scipy.optimize import minimize

from rashomon.ingest.text import ingest_text
from rashomon.model import MentionForm
from rashomon.parse import Doc, parse
from rashomon.read.actors.aliases import group_names
from rashomon.read.actors.appositions import find_appositions
from rashomon.read.actors.coreference import resolve_references
from rashomon.read.actors.discourse import Discourse, Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import nature_of
from rashomon.read.actors.names import find_names
from rashomon.read.actors.pronouns import candidates
from rashomon.read.actors.proper_name import Name
from rashomon.tables import load_table

TABLE = Path(__file__).parents[1] / "src" / "rashomon" / "read" / "actors" / "tables" / "salience.tsv"
COLUMNS = ("feature", "weight", "origin")
ROUNDS = 3
PENALTY = 0.5
LEAST = 0.15
"""Weights nearer to zero than this are left out of the table."""

Case = tuple[list[list[tuple[str, float]]], list[bool]]
"""The features of each candidate of one pronoun, and which candidates are the gold antecedent."""


def main(path: Path) -> None:
    """Fits on the file at `path` and rewrites the table."""
    print(f"{path.name}: sha256 {file_digest(path)}")
    articles = [
        (document, parse(ingest_text(document["text"].encode(), document["id"])))
        for document in map(json.loads, path.read_bytes().splitlines())
    ]
    by_hand = {
        row["feature"]: row["weight"]
        for row in load_table("rashomon.read.actors", "tables/salience.tsv", COLUMNS)
        if row["origin"] == "hand"
    }
    fixed = {feature: float(weight) for feature, weight in by_hand.items()}
    weights = dict(fixed)
    for number in range(1, ROUNDS + 1):
        cases = [case for document, doc in articles if (case := read_case(document, doc, weights)) is not None]
        fitted = fit(cases, frozenset(fixed))
        weights = fixed | {feature: round(weight, 2) for feature, weight in fitted.items() if abs(weight) >= LEAST}
        print(f"round {number}: {len(cases)} pronouns, {share_right(cases, weights):.1%} resolved")
    write_table({feature: weight for feature, weight in weights.items() if feature not in fixed}, by_hand)


def read_case(document: dict[str, Any], doc: Doc, weights: Mapping[str, float]) -> Case | None:
    """The candidates of the document's pronoun; None when there is no gold antecedent, or it is no candidate."""
    gold = next((document[name] for name in ("a", "b") if document[f"{name}_coref"]), None)
    discourse = read_discourse(doc, weights)
    pronoun = next((token for token in doc.tokens if token.idx == document["pronoun"][0]), None)
    if gold is None or pronoun is None:
        return None
    found = list(candidates(pronoun, discourse))
    covering = [
        reference
        for reference in (*discourse.names_by_head.values(), *(reference for reference, _ in found))
        if _overlaps(doc, reference, gold)
    ]
    named = [reference for reference in covering if reference.form is MentionForm.NAME]
    meant = {reference.key for reference in named or covering}
    right = [reference.key in meant for reference, _ in found]
    return ([features for _, features in found], right) if any(right) else None


def read_discourse(doc: Doc, weights: Mapping[str, float]) -> Discourse:
    """What the reader knows of the article, its pronouns resolved by `weights`."""
    names = find_names(doc)
    keys = group_names(doc, names)
    named: dict[Key, list[Name]] = {}
    for name, key in zip(names, keys, strict=True):
        named.setdefault(key, []).append(name)
    natures = {key: nature_of(key, same) for key, same in named.items()}
    name_at = {token: index for index, name in enumerate(names) for token in range(name.first, name.last + 1)}
    return resolve_references(doc, names, keys, natures, find_appositions(doc, names, name_at), weights)


def _overlaps(doc: Doc, reference: Reference, span: list[int]) -> bool:
    last = doc.tokens[reference.last]
    return doc.tokens[reference.first].idx < span[1] and span[0] < last.idx + len(last)


def fit(cases: list[Case], fixed: frozenset[str]) -> dict[str, float]:
    """The weight of each feature that is not `fixed`, at the least penalised log loss."""
    features = sorted({name for vectors, _ in cases for vector in vectors for name, _ in vector} - fixed)
    column = {feature: number for number, feature in enumerate(features)}
    matrices = [(_matrix(vectors, column), np.array(right)) for vectors, right in cases]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for matrix, right in matrices:
            odds = np.exp(matrix @ weights - (matrix @ weights).max())
            share = odds / odds.sum()
            gold = share[right].sum()
            total -= float(np.log(gold + 1e-12))
            slope = slope - matrix.T @ (np.where(right, share / gold, 0) - share)
        return total, slope

    best = minimize(loss, np.zeros(len(features)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(features, best.tolist(), strict=True))


def _matrix(vectors: list[list[tuple[str, float]]], column: Mapping[str, int]) -> np.ndarray:
    matrix = np.zeros((len(vectors), len(column)))
    for row, vector in enumerate(vectors):
        for name, value in vector:
            if name in column:
                matrix[row, column[name]] += value
    return matrix


def share_right(cases: list[Case], weights: Mapping[str, float]) -> float:
    """The share of the cases whose best single candidate is gold."""
    return sum(right[_best(vectors, weights)] for vectors, right in cases) / len(cases)


def _best(vectors: list[list[tuple[str, float]]], weights: Mapping[str, float]) -> int:
    return max(range(len(vectors)), key=lambda row: sum(weights.get(name, 0.0) * value for name, value in vectors[row]))


def write_table(fitted: Mapping[str, float], by_hand: Mapping[str, str]) -> None:
    """Rewrites the rows of the table under its header; its comments stay."""
    header = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    TABLE.write_text("\n".join([*header, *_rows(fitted, by_hand), ""]), encoding="utf-8")


def _rows(fitted: Mapping[str, float], by_hand: Mapping[str, str]) -> Iterator[str]:
    yield "\t".join(COLUMNS)
    yield from (f"{feature}\t{fitted[feature]:.2f}\tgap" for feature in sorted(fitted))
    yield from (f"{feature}\t{weight}\thand" for feature, weight in by_hand.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
