"""Contested words: what two reports claim as their content belongs to the one whose cue stands nearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import combinations

from rashomon.read.attributions.report import Report


def settle_contested(reports: Sequence[Report]) -> list[Report]:
    """The reports, no word in the contents of two of them, in the order given; each run of shared words is settled by itself.

    A report that stands inside the other's content shares its words rightly, and one that would have none left keeps them.
    """
    settled = list(reports)
    for one, other in _rivals(settled):
        first, second = _places(settled[one]), _places(settled[other])
        if _stands_in(settled[one], second) or _stands_in(settled[other], first):
            continue
        lost: dict[int, set[int]] = {one: set(), other: set()}
        for run in _runs(first & second):
            loser = one if _distance(settled[one], run) > _distance(settled[other], run) else other
            lost[loser].update(run)
        for loser, places in lost.items():
            left = tuple(token for token in settled[loser].content if token.i not in places)
            if any(token.is_alpha for token in left):
                settled[loser] = replace(settled[loser], content=left)
    return settled


def _runs(places: Iterable[int]) -> list[set[int]]:
    """The places in runs without a gap."""
    runs: list[set[int]] = []
    for place in sorted(places):
        if runs and place - 1 in runs[-1]:
            runs[-1].add(place)
        else:
            runs.append({place})
    return runs


def _rivals(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """The pairs of reports, by their places in the list, that claim a word both."""
    claims = defaultdict(list)
    for number, report in enumerate(reports):
        for token in report.content:
            claims[token.i].append(number)
    return sorted({pair for numbers in claims.values() for pair in combinations(numbers, 2)})


def _places(report: Report) -> frozenset[int]:
    return frozenset(token.i for token in report.content)


def _stands_in(report: Report, places: frozenset[int]) -> bool:
    return places.issuperset(token.i for token in report.cue)


def _distance(report: Report, places: Set[int]) -> int:
    return min(abs(token.i - place) for token in report.cue for place in places)
