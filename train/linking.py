"""The weights by which two tellings are taken as one happening: `src/rashomon/link/tables/weights.tsv`.

    python -m train.linking [--data ../shared/data]

A log-linear model over the outcomes of `comparisons.toml`: one weight an outcome, fitted to pairs of mentions of ECB+ (training half)
by L-BFGS-B. A penalty holds each weight near the one that judgement gave it in `linking_priors.tsv`, and each
keeps that one's sign, so that what the corpus hardly shows stays plausible, and nothing that two tellings share ever speaks against
them. Rows of origin `hand` are kept as they are.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bench.adapters.same_event import given_tellings, read_document
from bench.digests import file_digest
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from rashomon.link.comparisons import DECIMALS, comparisons
from rashomon.link.incidents import read_text
from rashomon.link.matters import Matters
from rashomon.link.tellings import Telling
from rashomon.link.weighing import compare_all
from rashomon.model import PRIOR, Record

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
TOGETHER_COUNTS = 3.0
"""A pair of one sub-topic counts so often: there are few of them, and a case is mostly articles that somebody put together."""
SAMPLES = 8


def main() -> None:
    """Fit and rewrite the table; prints the data's digest and what changed most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    corpus = parser.parse_args().data / "same_event" / "ecbplus.train.jsonl"
    print("sha256", file_digest(corpus))
    documents = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    write(fit(list(examples(documents))))


class Seen(NamedTuple):
    """Pairs of tellings: how they compare, which of them are of one chain, and what each counts."""

    outcomes: Outcomes
    same: Labels
    weight: float = 1.0


def examples(documents: Sequence[dict[str, Any]]) -> Iterator[Seen]:
    """The pairs within each topic; those within each sub-topic again, as if handed over together; and those of samples of all topics.

    So the weights stand for three collections that people link: some dozens of articles on two alike matters, a few on one, and a
    folder of everything.
    """
    topics: dict[str, list[dict[str, Any]]] = {}
    for document in documents:
        topics.setdefault(document["topic"], []).append(document)
    read = {document["id"]: read_document(document) for document in documents}
    matter = [one.field for one in comparisons()].index("matter")
    together = len(comparisons()[matter].outcomes) - 1
    for topic, told in topics.items():
        records = [read[document["id"]] for document in told]
        tellings, mentions = given_tellings(told, records)
        outcomes, same, left, right = _compared(tellings, mentions, told, matters_of(records))
        print("topic", topic, len(same), "pairs", int(same.sum()), "of one chain", flush=True)
        yield Seen(outcomes, same)
        parts = {document["id"]: document["subtopic"] for document in told}
        part = _numbered([parts[document] for document, _ in mentions])
        within = part[left] == part[right]
        alone = outcomes[within].copy()
        alone[alone[:, matter] != MISSING, matter] = together
        yield Seen(alone, same[within], TOGETHER_COUNTS)
    yield from _samples(list(topics.values()), read)


def _samples(topics: Sequence[Sequence[dict[str, Any]]], read: Mapping[str, Record]) -> Iterator[Seen]:
    """An equal part of each topic's documents, among the matters of them all."""
    drawn = random.Random(1)  # noqa: S311, no secret
    whole = matters_of([read[document["id"]] for told in topics for document in told])
    for sample in range(SAMPLES):
        told = [document for topic in topics for document in drawn.sample(topic, max(1, len(topic) // SAMPLES))]
        tellings, mentions = given_tellings(told, [read[document["id"]] for document in told])
        outcomes, same, _, _ = _compared(tellings, mentions, told, whole)
        print("sample", sample, len(same), "pairs", int(same.sum()), "of one chain", flush=True)
        yield Seen(outcomes, same)


def matters_of(records: Sequence[Record]) -> Matters:
    """The matters of the articles read."""
    return Matters({record.article.id: read_text(record.article) for record in records})


def _compared(
    tellings: Sequence[Telling], mentions: Sequence[tuple[str, str]], told: Sequence[dict[str, Any]], matters: Matters
) -> tuple[Outcomes, Labels, NDArray[np.int64], NDArray[np.int64]]:
    """How all pairs compare, which are of one chain, and which two of the tellings they are."""
    chains = {(document["id"], mention["id"]): mention["chain"] for document in told for mention in document["mentions"]}
    chain = _numbered([chains[mention] for mention in mentions])
    found = compare_all(tellings, matters)
    left, right = (np.array(found[side]) for side in ("telling_l", "telling_r"))
    outcomes = np.stack([np.array(found[f"gamma_{one.field}"], dtype=np.int8) for one in comparisons()], axis=1)
    return outcomes, chain[left] == chain[right], left, right


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    return np.unique(names, return_inverse=True)[1]


def fit(pairs: Sequence[Seen]) -> dict[Key, float]:
    """The weight of each outcome in bits."""
    keys: list[Key] = [(PRIOR, ""), *dict.fromkeys((one.field, outcome.name) for one in comparisons() for outcome in one.outcomes)]
    hand = {(row["field"], row["outcome"]): row for row in _priors()}
    start = np.array([float(hand[key]["bits"]) for key in keys]) * np.log(2)
    free = np.array([hand[key]["origin"] != "hand" for key in keys])
    # Many pairs compare alike: each way to compare is looked at once, times how often it is seen.
    ways, which = np.unique(np.concatenate([one.outcomes for one in pairs]), axis=0, return_inverse=True)
    counted = np.concatenate([np.full(len(one.same), one.weight) for one in pairs])
    times = np.bincount(which, counted)
    share = np.bincount(which, counted * np.concatenate([one.same for one in pairs])) / times
    seen = _seen(ways, {key: place for place, key in enumerate(keys)})

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = seen @ weights
        error = times * (1 / (1 + np.exp(-odds)) - share)
        away = (weights - start) / (SPREAD * np.log(2)) ** 2
        value = float(times @ (np.logaddexp(0, odds) - odds * share)) + 0.5 * float(away @ (weights - start))
        return value, np.where(free, seen.T @ error + away, 0.0)

    signs = [(0, None) if weight > 0 else (None, 0) if weight < 0 else (None, None) for weight in start]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=signs, options={"maxiter": 500})
    print("pairs", len(counted), "in", len(ways), "ways, loss", round(found.fun, 1), found.message)
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
