"""Verdicts: the versions of one thing judged pair by pair, and the row as its most opposed pair."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Generic, NamedTuple, TypeVar

from rashomon.model import Contrast, Verdict, Version

Meaning = TypeVar("Meaning", bound=Hashable)
OPPOSITION = (Verdict.CONTRADICT, Verdict.DIFFER, Verdict.UNCLEAR, Verdict.AGREE)
"""From the most opposed down; a row is judged by its most opposed pair of versions."""
PAIRS_JUDGED = 5000
"""With more distinct versions than give this many pairs the first ones decide, so that one row stays affordable."""


class Judgement(NamedTuple):
    """How two versions stand to each other, and by which test."""

    relation: Verdict
    note: str


@dataclass(frozen=True)
class Statement(Generic[Meaning]):
    """One account's version and what of it is compared; `meaning` None is shown but not judged (an unnamed agent)."""

    version: Version
    meaning: Meaning | None


def contrast(
    field: str,
    statements: Sequence[Statement[Meaning]],
    silent: Sequence[str],
    judge: Callable[[Meaning, Meaning], Judgement],
) -> Contrast | None:
    """The row of one field: the versions, who is silent, and the verdict; None where nobody tells anything.

    Fewer than two versions that can be judged make the row silent.
    """
    if not statements:
        return None
    meanings = [statement.meaning for statement in statements if statement.meaning is not None]
    return Contrast(
        field=field,
        relation=(judged := _judge_all(meanings, judge, told=len(statements))).relation,
        versions=tuple(statement.version for statement in statements),
        silent=tuple(silent),
        note=judged.note,
    )


def most_opposed(judgements: Sequence[Judgement]) -> Judgement:
    """The judgement of the most opposed pair, the first of several."""
    return min(judgements, key=lambda judgement: OPPOSITION.index(judgement.relation))


def _judge_all(meanings: Sequence[Meaning], judge: Callable[[Meaning, Meaning], Judgement], told: int) -> Judgement:
    if not meanings and told > 1:
        return Judgement(Verdict.UNCLEAR, "no account is definite enough to compare")
    if len(meanings) < 2:
        return Judgement(Verdict.SILENT, "told by one account only" if told < 2 else "only one account is definite")
    distinct = list(dict.fromkeys(meanings))
    if len(distinct) == 1:
        return judge(distinct[0], distinct[0])
    return most_opposed([judge(one, other) for one, other in islice(combinations(distinct, 2), PAIRS_JUDGED)])
