"""How often the comparison says what a careful reader says, and how far its contradictions can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.pairs.judge import Found
from bench.pairs.table import Pair
from bench.scoring.figures import Figures, share

Judged = tuple[Pair, Found]
CONTRADICT = "contradict"
ONE_VERDICT = {"none": "silent"}
"""Verdicts that a person sees as another one: no row, and a row in which one account says nothing."""


def score_pairs(judged: Sequence[Judged]) -> Figures:
    """Fractions: `right` for each kind and their `mean`; `contradictions` as precision and recall over all kinds.

    Precision is strict: whatever the comparison of a pair shows as a contradiction is wrong where the pair does not expect it, on
    whichever field. Recall is of the pairs that expect one on their own field.
    """
    kinds = {kind: [each for each in judged if each[0].kind == kind] for kind in dict.fromkeys(pair.kind for pair, _ in judged)}
    right = {kind: share(sum(is_right(*each) for each in of_kind), len(of_kind)) for kind, of_kind in kinds.items()}
    return {"contradictions": contradictions(judged), "mean": share(sum(right.values()), len(right)), "right": right}


def contradictions(judged: Sequence[Judged]) -> Figures:
    """Precision and recall of the contradictions shown, and how many there are."""
    wrong = sum(1 for pair, found in judged for _ in false_contradictions(pair, found))
    shown = sum((found.verdict == CONTRADICT) + len(found.others) for _, found in judged)
    expected = [found for pair, found in judged if pair.expect == CONTRADICT]
    return {
        "precision": share(shown - wrong, shown),
        "recall": share(sum(found.verdict == CONTRADICT for found in expected), len(expected)),
        "shown": shown,
        "expected": len(expected),
    }


def is_right(pair: Pair, found: Found) -> bool:
    """True when the verdict on the pair's own field is the one expected."""
    return ONE_VERDICT.get(pair.expect, pair.expect) == ONE_VERDICT.get(found.verdict, found.verdict)


def false_contradictions(pair: Pair, found: Found) -> Iterator[tuple[str, str]]:
    """What is shown as a contradiction and is none, as (kind, note): on the pair's own field and on others."""
    expected = {*pair.also, *((pair.kind,) if pair.expect == CONTRADICT else ())}
    own = ((pair.kind, found.note),) if found.verdict == CONTRADICT else ()
    for kind, note in (*own, *found.others):
        if kind not in expected:
            yield kind, note
