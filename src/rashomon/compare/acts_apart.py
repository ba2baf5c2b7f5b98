"""Acts apart: kinds of act that two accounts of one happening cannot both be right, or of one mind, about."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from rashomon.model import Verdict
from rashomon.tables import choices, load_table


class Apart(NamedTuple):
    """How two accounts stand to each other by the kinds of act that they tell, and why."""

    relation: Verdict
    why: str


def apart(one: AbstractSet[str], other: AbstractSet[str]) -> Apart | None:
    """How accounts that tell these kinds of act are apart, by the table; None where they are not.

    The one account has no word but of the kinds on one side of a row, and the other has one of those on the other side and none of these.
    """
    found = (row for left, right, row in _rows() for a, b in ((one, other), (other, one)) if _is_only(a, left, b, right))
    return next(found, None)


def _is_only(one: AbstractSet[str], left: frozenset[str], other: AbstractSet[str], right: frozenset[str]) -> bool:
    return bool(one) and one <= left and bool(other & right) and not other & left


@cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str], Apart], ...]:
    rows = load_table("rashomon.compare", "tables/acts_apart.tsv", ("one", "other", "relation", "why"), key=("one",))
    return tuple(
        (frozenset(choices(row["one"])), frozenset(choices(row["other"])), Apart(Verdict(row["relation"]), row["why"])) for row in rows
    )
