"""Same event: the clusters of event mentions over all documents.

CoNLL F1 (Pradhan et al. 2012) is the mean of MUC (Vilain et al. 1995), B-cubed (Bagga & Baldwin 1998) and entity CEAF
(Luo 2005), here over the gold mentions. The pairs of mentions in different documents are counted as well: they are what
linking articles is for, and the three measures above can look good without any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from bench.scoring.figures import Figures, precision_recall, share

Mention = tuple[Hashable, str]
Clusters = Sequence[frozenset[Mention]]


def score_same_event(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """The three measures and their mean; the same without gold singletons; pairs of mentions across documents."""
    truth: dict[Hashable, set[Mention]] = {}
    guess: dict[Hashable, set[Mention]] = {}
    for key, line in gold.items():
        clusters = predictions.get(key, {}).get("clusters", {})
        for item in line["mentions"]:
            if item["kind"] == "event":
                mention = (key, item["id"])
                truth.setdefault(item["chain"], set()).add(mention)
                guess.setdefault(clusters.get(item["id"], mention), set()).add(mention)
    gold_clusters, predicted = _frozen(truth.values()), _frozen(guess.values())
    shared = [cluster for cluster in gold_clusters if len(cluster) > 1]
    kept = frozenset[Mention]().union(*shared)
    return {
        **conll(gold_clusters, predicted),
        "non_singleton": conll(shared, _frozen(cluster & kept for cluster in predicted)),
        "cross_document_pairs": _cross_document(gold_clusters, predicted),
    }


def _frozen(clusters: Iterable[Iterable[Mention]]) -> list[frozenset[Mention]]:
    return [cluster for cluster in map(frozenset, clusters) if cluster]


def conll(truth: Clusters, guess: Clusters) -> Figures:
    """MUC, B-cubed and entity CEAF as F1, and their mean. Both clusterings hold the same mentions."""
    cells = _cells(truth, guess)
    measures = {"muc": _muc(truth, guess, cells), "b3": _b_cubed(truth, guess, cells), "ceaf_e": _ceaf(truth, guess, cells)}
    return {**measures, "conll": sum(measures.values()) / len(measures)}


def _cells(truth: Clusters, guess: Clusters) -> Counter[tuple[int, int]]:
    """How many mentions each gold and each predicted cluster have in common, by their places in the lists."""
    place = {mention: number for number, cluster in enumerate(guess) for mention in cluster}
    return Counter((number, place[mention]) for number, cluster in enumerate(truth) for mention in cluster)


def _muc(truth: Clusters, guess: Clusters, cells: Counter[tuple[int, int]]) -> float:
    """Each cluster of n mentions is n - 1 links; each part that the other side cuts it into loses one."""
    kept = sum(map(len, truth)) - len(cells)
    links = [sum(map(len, side)) - len(side) for side in (guess, truth)]
    return _f1(share(kept, links[0]), share(kept, links[1]))


def _b_cubed(truth: Clusters, guess: Clusters, cells: Counter[tuple[int, int]]) -> float:
    mentions = sum(map(len, truth))
    precision = sum(common**2 / len(guess[there]) for (_, there), common in cells.items())
    recall = sum(common**2 / len(truth[here]) for (here, _), common in cells.items())
    return _f1(share(precision, mentions), share(recall, mentions))


def _ceaf(truth: Clusters, guess: Clusters, cells: Counter[tuple[int, int]]) -> float:
    """Clusters are aligned one to one; an aligned pair counts by the share of its mentions that both have."""
    likeness = np.zeros((len(truth), len(guess)))
    for (here, there), common in cells.items():
        likeness[here, there] = 2 * common / (len(truth[here]) + len(guess[there]))
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    aligned = float(likeness[rows, columns].sum())
    return _f1(share(aligned, len(guess)), share(aligned, len(truth)))


def _f1(precision: float, recall: float) -> float:
    f1: float = precision_recall(precision, recall)["f1"]
    return f1


def _cross_document(truth: Clusters, guess: Clusters) -> Figures:
    place = {mention: number for number, cluster in enumerate(guess) for mention in cluster}
    both = 0
    for cluster in truth:
        ordered = sorted(cluster, key=place.__getitem__)
        both += sum(_pairs(list(part)) for _, part in groupby(ordered, key=place.__getitem__))
    return precision_recall(share(both, sum(map(_pairs, guess))), share(both, sum(map(_pairs, truth))))


def _pairs(cluster: Iterable[Mention]) -> int:
    """How many pairs of mentions in different documents the cluster has."""
    documents = Counter(document for document, _ in cluster)
    mentions = documents.total()
    return (mentions**2 - sum(count**2 for count in documents.values())) // 2
