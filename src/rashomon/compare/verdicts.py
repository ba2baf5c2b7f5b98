"""Verdicts: the versions of one thing judged pair by pair, and the row as its most opposed pair."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Generic, NamedTuple, TypeVar

from rashomon.model import Contrast, Verdict, Version

Meaning = TypeVar("Meaning", bound=Hashable)
OPPOSED = frozenset({Verdict.CONTRADICT, Verdict.DIFFER})
OPPOSITION = (Verdict.CONTRADICT, Verdict.DIFFER, Verdict.UNCLEAR, Verdict.AGREE)
"""From the most opposed down; a row is judged by its most opposed pair of versions."""
PAIRS_JUDGED = 5000
"""With more distinct versions than give this many pairs the first ones decide, so that one row stays affordable."""
ONE, OTHER = "{one}", "{other}"
"""In a note, whoever tells the one version and the other."""
NAMED = 3
"""How many accounts a note names; it counts further ones."""


class Judgement(NamedTuple):
    """How two versions stand to each other, and by which test; the note may hold ONE and OTHER, for who tells them."""

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
    telling: dict[Meaning, list[int]] = {}
    for position, statement in enumerate(statements):
        if statement.meaning is not None:
            telling.setdefault(statement.meaning, []).append(position)
    pair = _deciding_pair(list(telling), judge)
    judged = judge(*pair) if sum(map(len, telling.values())) > 1 else _unjudged(len(statements), len(telling))
    versions = tuple(statement.version for statement in statements)
    sides = _sides(judged.relation, pair, telling, judge) if pair else _Sides((), (), ())
    return Contrast(
        field=field,
        relation=judged.relation,
        versions=versions,
        silent=tuple(silent),
        note=_with_names(judged, sides, versions),
        sides=(sides.one, sides.other) if judged.relation in OPPOSED else (),
    )


class _Sides(NamedTuple):
    """Positions of the versions on either side of a row, and of those that fit both."""

    one: tuple[int, ...]
    other: tuple[int, ...]
    both: tuple[int, ...]


def _deciding_pair(meanings: Sequence[Meaning], judge: Callable[[Meaning, Meaning], Judgement]) -> tuple[Meaning, ...]:
    """The most opposed two, the first of several; one meaning stands beside itself."""
    if len(meanings) < 2:
        return tuple(meanings) * 2
    pairs = islice(combinations(meanings, 2), PAIRS_JUDGED)
    return min(pairs, key=lambda pair: OPPOSITION.index(judge(*pair).relation))


def _unjudged(told: int, definite: int) -> Judgement:
    if told < 2:
        return Judgement(Verdict.SILENT, "told by one account only")
    if definite:
        return Judgement(Verdict.SILENT, "only one account is definite")
    return Judgement(Verdict.UNCLEAR, "no account is definite enough to compare")


def _sides(
    relation: Verdict,
    pair: tuple[Meaning, ...],
    telling: dict[Meaning, list[int]],
    judge: Callable[[Meaning, Meaning], Judgement],
) -> _Sides:
    """Where the versions differ or contradict, a further one takes the side that it alone agrees with."""
    one, other = pair
    if relation not in OPPOSED:
        return _Sides(tuple(telling[one]), tuple(telling[other]), ())
    found: tuple[list[int], list[int], list[int]] = ([], [], [])
    for meaning, positions in telling.items():
        fits_one = meaning == one or (meaning != other and judge(meaning, one).relation is Verdict.AGREE)
        fits_other = meaning == other or (meaning != one and judge(meaning, other).relation is Verdict.AGREE)
        if fits_one or fits_other:
            found[2 if fits_one and fits_other else 0 if fits_one else 1].extend(positions)
    return _Sides(*(tuple(sorted(positions)) for positions in found))


def _with_names(judged: Judgement, sides: _Sides, versions: Sequence[Version]) -> str:
    """The note with the accounts on either side, and those that fit both."""
    here, there, both = ([versions[position] for position in side] for side in sides)
    one, other = _names(here), _names(there)
    if one == other:
        one, other = f"{one} in one article", f"{other} in another"
    fitting = f"; “{both[0].value}” ({_names(both)}) fits both" if both else ""
    return judged.note.replace(ONE, one).replace(OTHER, other) + fitting


def _names(versions: Sequence[Version]) -> str:
    """Whose versions they are: "A", "A and B", "A, B, C and 4 more"."""
    names = list(dict.fromkeys(version.source for version in versions))
    named, more = names[:NAMED], len(names) - NAMED
    last = f"{more} more" if more > 0 else named.pop() if len(named) > 1 else ""
    return ", ".join(named) + (f" and {last}" if last else "")
