"""Series: incidents that are instances of one act that comes again, such as a yearly rally.

Likeness alone makes no series: two bombings in one town are two bombings. There must be a sign, words of an article that say that the
act recurs (`rashomon.link.recurrence`). What bears a sign is gathered by kind of act, people and place; what is like it and lies in
another year (month, week, day) is then an instance too. No weights are added up: each condition holds or does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rashomon.link.incidents import LinkedEvents
from rashomon.link.kin import Kin, kin_of
from rashomon.link.occasions import Ground, Occasion, occasions_of
from rashomon.link.periods import DAYS_OF_A_MONTH, Period, period_of
from rashomon.link.recurrence import REGULAR, Sign, signs_of, unit_of
from rashomon.link.series_reasons import reasons_for_series
from rashomon.model import EventType, LinkedActor, Reason, Record


@dataclass(frozen=True)
class LinkedSeries:
    """Incidents that are instances of one series, by their places among those given, in order of time, undated ones last.

    `together` are the events that tell of its instances as a whole ("rallies every June"), `events` all that it was made from,
    `parties` the ids of linked actors that are stable, `akin` of those that hold an instance and are said to be a part or a front
    of them, or they of those, `place` the name of the stable place, `signs` the words that say it recurs.
    """

    type: EventType
    mode: str | None
    rhythm: str
    instances: tuple[int, ...]
    together: tuple[str, ...]
    events: tuple[str, ...]
    parties: tuple[str, ...]
    akin: tuple[str, ...]
    place: str | None
    signs: tuple[Sign, ...]
    why: tuple[Reason, ...]


def link_series(records: Iterable[Record], groups: Sequence[LinkedEvents], actors: Iterable[LinkedActor]) -> tuple[LinkedSeries, ...]:
    """The series among the incidents that `link_incidents` made of the records, in the order of their first sign.

    An incident is of one series at most. Counts, blame, motives and labels are never looked at, and what is missing is not different:
    a rally without a date is an instance only where its own words say that it recurs. `actors` are the linked ones with how accounts
    say that they stand to each other: what a part or a front of a body holds may be an instance of what the body holds.
    """
    records = tuple(records)
    signs = {event: sign for record in records for event, sign in signs_of(record).items()}
    if not signs:
        return ()
    events = {event.id: event for record in records for event in record.events}
    actors = tuple(actors)
    kin = kin_of(actors)
    occasions = list(occasions_of((group.tellings for group in groups), events, signs, kin))
    names = {actor.id: actor.name for actor in actors}
    order = {event: number for number, event in enumerate(signs)}
    made = [one for gathered in _gather(occasions) if (one := _linked(gathered, order, names, kin)) is not None]
    return tuple(sorted(made, key=lambda one: order[one.signs[0].event]))


@dataclass(eq=False)
class _Gathering:
    """The occasions of one series found so far, with the grounds on which each came in."""

    occasions: list[Occasion] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    distinct: dict[Hashable, Occasion] = field(default_factory=dict)

    def take(self, occasion: Occasion, grounds: Iterable[Ground] = ()) -> None:
        """Take in an occasion."""
        self.occasions.append(occasion)
        self.grounds.extend(grounds)
        self.distinct.setdefault(occasion.profile, occasion)

    def grounds_for(self, occasion: Occasion) -> tuple[Ground, ...]:
        """What it has in common with those that bear a sign; nothing where it is at odds with any."""
        most: tuple[Ground, ...] = ()
        for one in self.distinct.values():
            found = one.shared_with(occasion)
            if found is None:
                return ()
            if one.signs and len(found) > len(most):
                most = found
        return most


def _gather(occasions: Sequence[Occasion]) -> list[_Gathering]:
    """What bears a sign, the fullest first; then what is like exactly one of those."""
    bearing = sorted((one for one in occasions if one.signs), key=lambda one: (not (one.parties and one.loci), one.number))
    found: list[_Gathering] = []
    by_key: dict[tuple[EventType, str], dict[_Gathering, None]] = {}
    for occasion in (*bearing, *(one for one in occasions if not one.signs)):
        keys = list(occasion.keys)
        gathering, grounds = _best(dict.fromkeys(one for key in keys for one in by_key.get(key, ())), occasion)
        if gathering is None and occasion.signs:
            gathering = _Gathering()
            found.append(gathering)
        if gathering is not None:
            gathering.take(occasion, grounds)
        if gathering is not None and occasion.signs:
            for key in keys:
                by_key.setdefault(key, {})[gathering] = None
    return found


def _best(near: Iterable[_Gathering], occasion: Occasion) -> tuple[_Gathering | None, tuple[Ground, ...]]:
    """The gathering with which it has most in common; none where two have as much."""
    told = sorted(((one, one.grounds_for(occasion)) for one in near), key=lambda told: -len(told[1]))
    if not told or not told[0][1] or (len(told) > 1 and len(told[1][1]) == len(told[0][1])):
        return None, ()
    return told[0]


def _linked(gathered: _Gathering, order: Mapping[str, int], names: Mapping[str, str], kin: Kin) -> LinkedSeries | None:
    """The series, or None where nothing says by itself that it recurs and no second instance is told; `order` is that of the signs."""
    signs = sorted((sign for one in gathered.occasions for sign in one.signs), key=lambda sign: order[sign.event])
    rhythm = next((sign.rhythm for sign in signs if sign.rhythm != REGULAR), REGULAR)
    instances = _instances(gathered.occasions, rhythm, signs)
    dated = {_unit(one.period, unit_of(rhythm)) for one in instances if one.period}
    if not any(sign.alone for sign in signs) and len(dated) < 2:
        return None
    members = [*(one for one in gathered.occasions if one.together), *instances]
    tellings = [telling for one in members for telling in one.tellings]
    modes = Counter(telling.mode for telling in tellings if telling.mode)
    kept = {telling.event for telling in tellings}
    told = tuple(sign for sign in signs if sign.event in kept)
    holders = frozenset(_stable([one.parties for one in members if one.parties and one.signs]))
    akin = [one for one in members if one.kin & holders and not one.parties & holders]
    grounds = [one for one in gathered.grounds if {one.one.event, one.other.event} <= kept]
    return LinkedSeries(
        type=members[0].type,
        mode=min(modes, key=lambda mode: (-modes[mode], mode), default=None),
        rhythm=rhythm,
        instances=tuple(one.number for one in instances),
        together=tuple(telling.event for telling in tellings if telling.recurring and telling.period is None),
        events=tuple(telling.event for telling in tellings),
        parties=_stable([one.parties for one in members if one.parties and one not in akin]),
        akin=_stable([one.parties & kin.of(holders) for one in akin]),
        place=_place(members),
        signs=told,
        why=reasons_for_series(told, grounds, [one.period for one in instances if one.period], rhythm, names, kin),
    )


def _instances(occasions: Iterable[Occasion], rhythm: str, signs: Sequence[Sign]) -> list[Occasion]:
    """In order of time; of several in one year the one that bears a sign, or that the told month fits, and none where neither tells."""
    unit = unit_of(rhythm)
    single = [one for one in occasions if not one.together]
    dated: dict[object, list[Occasion]] = {}
    for one in single:
        if one.period is not None and (_unit(one.period, unit) or one.signs):
            dated.setdefault(_unit(one.period, unit) or one.number, []).append(one)
    usual = [period for sign in signs if (period := period_of(sign.edtf)) is not None]
    kept = [one for found in dated.values() for one in _of_one_unit(found, usual)]
    near = [*usual, *(one.period for one in kept if one.period)]
    undated = [one for one in single if one.period is None and (any(sign.alone for sign in one.signs) or _is_in_season(one, near))]
    return [*sorted(kept, key=lambda one: (one.period.first, one.period.last, one.number) if one.period else ()), *undated]


def _of_one_unit(found: Sequence[Occasion], usual: Sequence[Period]) -> Sequence[Occasion]:
    if not _are_apart(found):
        return found
    signed = [one for one in found if one.signs]
    in_season = [one for one in found if one.period and any(one.period.gap(period) <= DAYS_OF_A_MONTH for period in usual)]
    return signed or ([] if _are_apart(in_season) else in_season)


def _is_in_season(one: Occasion, near: Iterable[Period]) -> bool:
    """True for a day or month of an untold year, where the series is told for about that time of the year."""
    return one.season is not None and any(period.dated and one.season.gap(period) <= DAYS_OF_A_MONTH for period in near)


def _are_apart(occasions: Iterable[Occasion]) -> bool:
    periods = [one.period for one in occasions if one.period]
    return any(one.is_apart(other) for one, other in combinations(periods, 2))


def _unit(period: Period | None, unit: str) -> tuple[int, ...] | None:
    """The year, month, week or day that a period lies in; None where it does not lie in one."""
    if period is None:
        return None
    first, last = (_unit_of_day(date.fromordinal(day), unit) for day in (period.first, period.last))
    return first if first == last else None


def _unit_of_day(day: date, unit: str) -> tuple[int, ...]:
    match unit:
        case "year":
            return (day.year,)
        case "month":
            return (day.year, day.month)
        case "week":
            return day.isocalendar()[:2]
        case _:
            return (day.toordinal(),)


def _stable(told: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """Who is told in all of them, or else in most."""
    counted = Counter(party for parties in told for party in parties)
    most = max(counted.values(), default=0)
    return tuple(sorted(party for party, times in counted.items() if times == most))


def _place(members: Iterable[Occasion]) -> str | None:
    """The finest place told where all that tell one agree."""
    loci = [locus for one in members for locus in one.loci]
    fine = [locus for locus in loci if locus.precision != "country"] or loci
    return fine[0].spelling if len({locus.entry or locus.name for locus in fine}) == 1 else None
