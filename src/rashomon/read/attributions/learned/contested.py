"""Contested words: what two reports claim as their content belongs to the one whose cue stands nearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.read.attributions.report import Report


def settle_contested(reports: Sequence[Report]) -> list[Report]:
    """The reports, no word in the contents of two of them, in the order given.

    A report that stands inside the other's content shares its words rightly, and one that would have none left keeps them.
    """
    settled = list(reports)
    for one, other in _rivals(settled):
        first, second = _places(settled[one]), _places(settled[other])
        shared = first & second
        if not shared or _stands_in(settled[one], second) or _stands_in(settled[other], first):
            continue
        loser = one if _distance(settled[one], shared) > _distance(settled[other], shared) else other
        left = tuple(token for token in settled[loser].content if token.i not in shared)
        if any(token.is_alpha for token in left):
            settled[loser] = replace(settled[loser], content=left)
    return settled


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


def _distance(report: Report, places: frozenset[int]) -> int:
    return min(abs(token.i - place) for token in report.cue for place in places)
