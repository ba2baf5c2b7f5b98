"""The weights by which two tellings are taken as one happening: `src/rashomon/link/tables/weights.tsv`.

A log-linear model over the outcomes of `comparisons.toml`: one weight an outcome, fitted to the pairs of mentions within each topic of
ECB+ (training half) by L-BFGS-B. A penalty holds each weight near the one that judgement gave it in `linking_priors.tsv`, and each
keeps that one's sign, so that what the corpus hardly shows stays plausible, and nothing that two tellings share ever speaks against
them. Rows of origin `hand` are kept as they are.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.adapters.same_event import given_tellings
from rashomon.link.comparisons import DECIMALS, PRIOR, comparisons
from rashomon.link.incidents import read_text
from rashomon.link.matters import Matters
from rashomon.link.weighing import compare_all

Key = tuple[str, str]
Outcomes = NDArray[np.int8]
"""[pairs, fields]: the number of each field's outcome, the last one 0, MISSING where one of the two tells nothing of it."""
Labels = NDArray[np.bool_]
TABLE = Path("src/rashomon/link/tables/weights.tsv")
PRIORS = Path(__file__).parent / "linking_priors.tsv"
SPREAD = 2.0
"""Bits by which a weight may easily leave what was set by hand: the standard deviation of the prior."""
COLUMNS = ("field", "outcome", "bits", "origin")
MISSING = -1


def main() -> None:
    """Fit and rewrite the table; prints the data's digest and what changed most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    corpus = (parser.parse_args().data / "same_event" / "ecbplus.train.jsonl").read_bytes()
    print("sha256", hashlib.sha256(corpus).hexdigest())
    documents = [json.loads(line) for line in corpus.decode("utf-8").splitlines()]
    write(fit(list(examples(documents))))


def examples(documents: Sequence[dict[str, Any]]) -> Iterator[tuple[Outcomes, Labels]]:
    """For each topic its pairs' outcomes by field and whether they are of one chain: with its matters known, and within sub-topics without."""
    topics: dict[str, list[dict[str, Any]]] = {}
    for document in documents:
        topics.setdefault(document["topic"], []).append(document)
    for topic, told in topics.items():
        tellings, mentions, records = given_tellings(told)
        chains = {(document["id"], mention["id"]): mention["chain"] for document in told for mention in document["mentions"]}
        parts = {document["id"]: document["subtopic"] for document in told}
        chain = _numbered([chains[mention] for mention in mentions])
        part = _numbered([parts[document] for document, _ in mentions])
        found = compare_all(tellings, Matters({one.article.id: read_text(one.article) for one in records}))
        left, right = (np.array(found[side]) for side in ("telling_l", "telling_r"))
        outcomes = np.stack([np.array(found[f"gamma_{one.field}"], dtype=np.int8) for one in comparisons()], axis=1)
        same, within = chain[left] == chain[right], part[left] == part[right]
        print("topic", topic, len(same), "pairs", int(same.sum()), "of one chain", flush=True)
        yield outcomes, same
        alone = outcomes[within].copy()
        alone[:, [one.field for one in comparisons()].index("matter")] = MISSING
        yield alone, same[within]


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    return np.unique(names, return_inverse=True)[1]


def fit(pairs: Sequence[tuple[Outcomes, Labels]]) -> dict[Key, float]:
    """The weight of each outcome in bits."""
    keys: list[Key] = [(PRIOR, ""), *dict.fromkeys((one.field, outcome.name) for one in comparisons() for outcome in one.outcomes)]
    hand = {(row["field"], row["outcome"]): row for row in _priors()}
    start = np.array([float(hand[key]["bits"]) for key in keys]) * np.log(2)
    free = np.array([hand[key]["origin"] != "hand" for key in keys])
    # Many pairs compare alike: each way to compare is looked at once, times how often it is seen.
    ways, which = np.unique(np.concatenate([outcomes for outcomes, _ in pairs]), axis=0, return_inverse=True)
    times = np.bincount(which).astype(float)
    share = np.bincount(which, np.concatenate([same for _, same in pairs])) / times
    seen = _seen(ways, {key: place for place, key in enumerate(keys)})

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = seen @ weights
        error = times * (1 / (1 + np.exp(-odds)) - share)
        away = (weights - start) / (SPREAD * np.log(2)) ** 2
        value = float(times @ (np.logaddexp(0, odds) - odds * share)) + 0.5 * float(away @ (weights - start))
        return value, np.where(free, seen.T @ error + away, 0.0)

    signs = [(0, None) if weight > 0 else (None, 0) if weight < 0 else (None, None) for weight in start]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=signs, options={"maxiter": 500})
    print("pairs", int(times.sum()), "in", len(ways), "ways, loss", round(found.fun, 1), found.message)
    return {key: float(weight) for key, weight in zip(keys, np.where(free, found.x, start) / np.log(2), strict=True)}


def write(weights: dict[Key, float]) -> None:
    """The table with the new weights, no two of a field the same, and none that is learned nothing at all."""
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows, taken = [], set()
    for row in _priors():
        key = (row["field"], row["outcome"])
        weight = float(row["bits"]) if row["origin"] == "hand" else round(weights[key], DECIMALS)
        step = math.copysign(10**-DECIMALS, float(row["bits"]))
        while row["origin"] != "hand" and (not weight or (key[0], weight) in taken):
            weight = round(weight + step, DECIMALS)
        taken.add((key[0], weight))
        rows.append("\t".join((*key, f"{weight:g}", row["origin"])))
    TABLE.write_text("\n".join((*head, "\t".join(COLUMNS), *rows)) + "\n", encoding="utf-8")


def _seen(ways: Outcomes, number: dict[Key, int]) -> csr_matrix:
    """A row for each way to compare with a one for PRIOR and for each field's outcome."""
    columns = [np.zeros(len(ways), dtype=int)]
    rows = [np.arange(len(ways))]
    for place, one in enumerate(comparisons()):
        numbers = np.array([number[(one.field, outcome.name)] for outcome in reversed(one.outcomes)])
        told = np.flatnonzero(ways[:, place] != MISSING)
        rows.append(told)
        columns.append(numbers[ways[told, place]])
    where = (np.concatenate(rows), np.concatenate(columns))
    return csr_matrix((np.ones(len(where[0])), where), shape=(len(ways), len(number)))


def _priors() -> Sequence[dict[str, str]]:
    lines = [line for line in PRIORS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


if __name__ == "__main__":
    main()
