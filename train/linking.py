"""The weights by which two tellings are taken as one happening: `src/rashomon/link/tables/weights.tsv`.

A log-linear model over the outcomes of `comparisons.toml`: one weight an outcome, fitted to the pairs of mentions within each topic of
ECB+ (training half) by L-BFGS. A penalty holds each weight near the one that stands in the table of weights set by hand
(`linking_priors.tsv`), so that what the corpus hardly shows stays where judgement put it. Rows of origin `hand` are kept as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
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
TABLE = Path("src/rashomon/link/tables/weights.tsv")
PRIORS = Path(__file__).parent / "linking_priors.tsv"
SPREAD = 2.0
"""Bits by which a weight may easily leave what was set by hand: the standard deviation of the prior."""
PAIR_WEIGHT = 1.0
"""Pairs of one mention are not independent: so many of them count as one observation against the prior."""


def main() -> None:
    """Fit and rewrite the table; prints the data's digest and what changed most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    corpus = (parser.parse_args().data / "same_event" / "ecbplus.train.jsonl").read_bytes()
    print("sha256", hashlib.sha256(corpus).hexdigest())
    documents = [json.loads(line) for line in corpus.decode("utf-8").splitlines()]
    write(fit(list(examples(documents))))


def examples(documents: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, NDArray[np.int64]], NDArray[np.bool_]]]:
    """For each topic its pairs' outcomes by field and whether they are of one chain: with its matters known, and within sub-topics without."""
    topics: dict[str, list[dict[str, Any]]] = {}
    for document in documents:
        topics.setdefault(document["topic"], []).append(document)
    for topic, told in topics.items():
        tellings, mentions, records = given_tellings(told)
        chains = {(document["id"], mention["id"]): mention["chain"] for document in told for mention in document["mentions"]}
        parts = {document["id"]: document["subtopic"] for document in told}
        chain = np.array([hash(chains[mention]) for mention in mentions])
        part = np.array([hash(parts[document]) for document, _ in mentions])
        found = {name: np.array(values) for name, values in compare_all(tellings, Matters({one.article.id: read_text(one.article) for one in records})).items()}
        left, right = found["telling_l"], found["telling_r"]
        outcomes = {one.field: found[f"gamma_{one.field}"] for one in comparisons()}
        same = chain[left] == chain[right]
        print("topic", topic, len(same), "pairs", int(same.sum()), "of one chain", flush=True)
        yield outcomes, same
        within = part[left] == part[right]
        yield {field: np.full(within.sum(), -1) if field == "matter" else values[within] for field, values in outcomes.items()}, same[within]


def fit(pairs: Sequence[tuple[dict[str, NDArray[np.int64]], NDArray[np.bool_]]]) -> dict[Key, float]:
    """The weight of each outcome in bits."""
    keys: list[Key] = [(PRIOR, ""), *dict.fromkeys((one.field, outcome) for one in comparisons() for outcome, _ in one.outcomes)]
    number = {key: place for place, key in enumerate(keys)}
    hand = {(row[0], row[1]): (float(row[2]), row[3]) for row in _rows(PRIORS)}
    start = np.array([hand[key][0] for key in keys]) * np.log(2)
    free = np.array([hand[key][1] != "hand" for key in keys])
    seen = csr_matrix(np.concatenate([_seen(outcomes, number) for outcomes, _ in pairs]))
    same = np.concatenate([labels for _, labels in pairs]).astype(float)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = seen @ weights
        error = 1 / (1 + np.exp(-odds)) - same
        away = (weights - start) / (SPREAD * np.log(2)) ** 2
        value = PAIR_WEIGHT * float(np.logaddexp(0, odds).sum() - odds @ same) + 0.5 * float(away @ (weights - start))
        return value, np.where(free, PAIR_WEIGHT * (seen.T @ error) + away, 0.0)

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    print("pairs", len(same), "loss", round(found.fun, 1), found.message)
    return {key: float(weight) for key, weight in zip(keys, np.where(free, found.x, start) / np.log(2), strict=True)}


def write(weights: dict[Key, float]) -> None:
    """The table with new weights in the rows that are learned, no two of a field the same."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    taken: dict[str, set[float]] = {}
    written = []
    for line in lines:
        field, _, rest = line.partition("\t")
        cells = [field, *rest.split("\t")]
        if len(cells) == 4 and cells[3] == "ecbplus":  # noqa: PLR2004, the table's columns
            weight = round(weights[(cells[0], cells[1])], DECIMALS)
            while not weight or weight in taken.get(cells[0], set()):
                weight = round(weight - 0.01, DECIMALS)
            taken.setdefault(cells[0], set()).add(weight)
            cells[2] = f"{weight:g}"
            line = "\t".join(cells)
        written.append(line)
    TABLE.write_text("\n".join(written) + "\n", encoding="utf-8")


def _seen(outcomes: dict[str, NDArray[np.int64]], number: dict[Key, int]) -> NDArray[np.float32]:
    length = len(next(iter(outcomes.values())))
    seen = np.zeros((length, len(number)), dtype=np.float32)
    seen[:, number[(PRIOR, "")]] = 1
    for one in comparisons():
        columns = np.array([number[(one.field, outcome)] for outcome, _ in reversed(one.outcomes)])
        told = outcomes[one.field] >= 0
        seen[np.flatnonzero(told), columns[outcomes[one.field][told]]] = 1
    return seen


def _rows(table: Path) -> list[list[str]]:
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


if __name__ == "__main__":
    main()
