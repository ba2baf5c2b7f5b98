"""Reasons for a series: the words that say that it recurs, and the fields in which its instances agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.link.kin import Kin
from rashomon.link.occasions import Ground
from rashomon.link.periods import Period
from rashomon.link.recurrence import Sign, unit_of
from rashomon.model import Reason

ORDER = ("recurrence", "act", "name", "agent", "standing", "place", "time")
"""The order in which a person reads them."""


def reasons_for_series(
    signs: Iterable[Sign], grounds: Iterable[Ground], dates: Sequence[Period], rhythm: str, names: Mapping[str, str], kin: Kin
) -> tuple[Reason, ...]:
    """A Reason for each sign and each field that agrees; all weigh 0, for they are conditions that hold, and add up to no odds.

    `links` are the pairs of events that a reason speaks of; that of a sign pairs its event with itself. `names` are the linked
    actors' names by id, `kin` tells who says that they stand to each other.
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for sign in signs:
        found.setdefault(("recurrence", f"“{sign.words}” says that it recurs ({sign.rhythm})"), []).append((sign.event, sign.event))
    for ground in grounds:
        found.setdefault((ground.field, _note(ground, names, kin)), []).append((ground.one.event, ground.other.event))
    for note in _told_apart(dates, rhythm):
        found["time", note] = []
    ordered = sorted(found.items(), key=lambda told: ORDER.index(told[0][0]))
    return tuple(Reason(field=field, weight=0.0, note=note, links=tuple(links)) for (field, note), links in ordered)


def _note(ground: Ground, names: Mapping[str, str], kin: Kin) -> str:
    told = list(dict.fromkeys(names.get(value, value) for value in ground.shared))
    if ground.field == "standing":
        return f"of {' and '.join(told)}, one is a part or a front of the other according to {', '.join(kin.sources(ground.shared))}"
    if ground.field not in {"act", "name"}:
        return f"{', '.join(told)} in both"
    return f"both are told as “{told[0]}”" if len(told) == 1 else f"told as “{told[0]}” and as “{told[1]}”"


def _told_apart(dates: Sequence[Period], rhythm: str) -> Iterator[str]:
    told = list(dict.fromkeys(date.describe() for date in dates))
    if len(told) > 1:
        yield f"told for {', '.join(told)}: one a {unit_of(rhythm)}"
