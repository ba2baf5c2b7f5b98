"""Occasions: linked events as what can be one of a series, or tell of all of it. Counts, blame and motives are not among it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from rashomon.link.acts import stem
from rashomon.link.kin import Kin
from rashomon.link.loci import Locus, Standing
from rashomon.link.names import content_words
from rashomon.link.periods import DAYS_OF_A_YEAR, Period
from rashomon.link.recurrence import REGULAR, Sign
from rashomon.link.tellings import BLAMED, Telling
from rashomon.model import Event, EventType, Role
from rashomon.tables import load_table

MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})
"""Types in which it says little who is told as agent and who as patient."""
SENTENCES = 5
"""How many sentences behind a telling "the previous year's rally" can lean on it."""
WIDE = frozenset({"country", "region"})
"""Precisions of places in which many acts of one kind are done."""


class Ground(NamedTuple):
    """One field in which two occasions agree, with a telling of each and what both tell (ids of actors, a place's name, words)."""

    field: str
    one: Telling
    other: Telling
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Occasion:
    """Tellings of one incident: those by which it can be an instance of a series, or one that tells of all instances `together`.

    `number` is the incident's place among those given, `parties` those who hold it, by id, `kin` those that accounts say are a part or
    a front of them, or they of those, and `words` what they are called, `names` those that the act has of its own, `period` the
    narrowest date told, no longer than a year; None where none is, `season` the days of an untold year. An incident that one article
    tells as done and others as done every year is several occasions, for only what they tell can say which is an instance of which.
    """

    number: int
    type: EventType
    tellings: tuple[Telling, ...]
    parties: frozenset[str]
    kin: frozenset[str]
    words: frozenset[str]
    loci: tuple[Locus, ...]
    names: frozenset[frozenset[str]]
    period: Period | None
    season: Period | None
    together: bool
    signs: tuple[Sign, ...]

    @property
    def rhythms(self) -> frozenset[str]:
        """How often it recurs, where that is told."""
        return frozenset(sign.rhythm for sign in self.signs) - {REGULAR}

    @property
    def keys(self) -> Iterator[tuple[EventType, str]]:
        """By which of its values others are found that may be of the same series."""
        definite = (locus.name for locus in self.loci if locus.precision not in WIDE)
        named = (word for name in self.names for word in sorted(name))
        return ((self.type, value) for value in (*sorted(self.parties | self.kin), *definite, *named))

    @property
    def profile(self) -> Hashable:
        """All that decides what it is shared with: occasions of one profile need to be compared only once."""
        told = frozenset((one.mode, one.act) for one in self.tellings)
        return (told, self.parties, self.words, self.loci, self.names, self.rhythms, bool(self.signs))

    def shared_with(self, other: Occasion) -> tuple[Ground, ...] | None:
        """The grounds for taking the two as of one series; none where too little agrees, None where they are at odds.

        They are at odds in kind of act, in who holds it, or in place; acts of force need the same place and people that they are done to.
        """
        if not _are_alike(self, other) or not _rhythms_fit(self, other):
            return None
        people = tuple(sorted(self.parties & other.parties))
        akin = () if people else tuple(sorted({*(self.kin & other.parties), *(self.parties & other.kin)}))
        named = any(mine <= its or its <= mine for mine, its in product(self.names, other.names))
        if self.names and other.names and not named:
            return None
        if not people and not akin and not named and self.words and other.words and not self.words & other.words:
            return None
        standings = {mine.standing(its): mine for mine, its in product(self.loci, other.loci)}
        place = standings.get(Standing.SAME)
        moves = named or bool((people or akin) and self.signs and other.signs)
        if standings and not moves and not standings.keys() & {Standing.SAME, Standing.ONE_WITHIN_THE_OTHER}:
            return None
        definite = place is not None and place.precision not in WIDE
        if not (people and definite if self.type in BLAMED else people or akin or definite or named):
            return ()
        one, its = self.tellings[0], other.tellings[0]
        grounds = [Ground("act", one, its, (one.words, its.words))]
        grounds += [Ground("name", one, its, (one.words, its.words))] if named else []
        grounds += [Ground("agent", one, its, people)] if people else []
        grounds += [Ground("standing", one, its, akin)] if akin else []
        grounds += [Ground("place", one, its, (place.spelling,))] if place is not None else []
        return tuple(grounds)


def _are_alike(one: Occasion, other: Occasion) -> bool:
    """True where both are of one kind of act, as far as that is told."""
    if one.type is not other.type:
        return False
    modes = [{telling.mode for telling in side.tellings if telling.mode} for side in (one, other)]
    if all(modes) and not modes[0] & modes[1]:
        return False
    acts = [[telling.act for telling in side.tellings if telling.act.kinds] for side in (one, other)]
    if not all(acts):
        return True
    return any(set(mine.kinds) & set(its.kinds) or mine.is_near(its) for mine, its in product(*acts))


def _rhythms_fit(one: Occasion, other: Occasion) -> bool:
    return not one.rhythms or not other.rhythms or bool(one.rhythms & other.rhythms)


def occasions_of(
    groups: Iterable[Sequence[Telling]], events: Mapping[str, Event], signs: Mapping[str, Sign], kin: Kin
) -> Iterator[Occasion]:
    """The occasions among the incidents, of the types that any sign speaks of; `groups` are the tellings of each incident."""
    groups = list(groups)
    types = {events[event].type for event in signs}
    leaning = _leaning_on(groups, events, signs, types)
    for number, group in enumerate(groups):
        usable = [one for one in group if one.type in types and not one.denied and (one.happened or one.recurring)]
        if not usable:
            continue
        kind = Counter(one.type for one in usable).most_common(1)[0][0]
        told = [one for one in usable if one.type is kind]
        single = tuple(one for one in told if one.period or not one.recurring)
        for tellings in (*((one,) for one in told if one not in single), single):
            if kind is not None and tellings:
                yield _occasion(number, kind, tellings, events, signs, leaning, kin)


def _occasion(
    number: int,
    kind: EventType,
    tellings: tuple[Telling, ...],
    events: Mapping[str, Event],
    signs: Mapping[str, Sign],
    leaning: Mapping[str, Telling],
    kin: Kin,
) -> Occasion:
    grounded = (*tellings, *(leaning[one.event] for one in tellings if one.event in leaning))
    periods = [one.period for one in tellings if one.period and not one.period.yearless and one.period.days <= DAYS_OF_A_YEAR]
    period = min(periods, key=lambda found: (found.days, found.first), default=None)
    seasons = [one.period for one in tellings if one.period and one.period.yearless]
    parties = frozenset().union(*(_parties(one) for one in grounded))
    return Occasion(
        number=number,
        type=kind,
        tellings=tellings,
        parties=parties,
        kin=kin.of(parties),
        words=frozenset().union(*(_words(events[one.event]) for one in grounded)),
        loci=tuple(dict.fromkeys(one.place for one in grounded if one.place)),
        names=frozenset(one.name for one in grounded if one.name),
        period=period,
        season=min(seasons, key=lambda found: (found.days, found.first), default=None),
        together=period is None and all(one.recurring for one in tellings),
        signs=tuple(signs[one.event] for one in tellings if one.event in signs),
    )


def _leaning_on(
    groups: Iterable[Sequence[Telling]], events: Mapping[str, Event], signs: Mapping[str, Sign], types: set[EventType]
) -> dict[str, Telling]:
    """For "the previous year's rally", told without people and place, the telling shortly before it that it continues."""
    articles: dict[str, list[Telling]] = {}
    for one in sorted((one for group in groups for one in group if one.type in types), key=lambda one: one.position):
        articles.setdefault(one.article, []).append(one)
    found: dict[str, Telling] = {}
    for told in articles.values():
        for place, one in enumerate(told):
            if one.event in signs and one.place is None and not _words(events[one.event]):
                before = [other for other in told[:place] if other.type is one.type and _is_near(other, one)]
                if before:
                    found[one.event] = found.get(before[-1].event, before[-1])
    return found


def _is_near(before: Telling, one: Telling) -> bool:
    """True where one is told shortly behind the other, of a kind of act that may be the same."""
    close = one.around.sentence - before.around.sentence <= SENTENCES
    return close and (bool(set(one.act.kinds) & set(before.act.kinds)) or one.act.is_near(before.act))


def _parties(one: Telling) -> frozenset[str]:
    """Who holds it; of acts of force, whose doers are a matter of blame, only the named people that they are done to."""
    if one.type in BLAMED:
        return one.patients & one.known
    return one.agents | one.patients if one.type in MUTUAL else one.agents


@cache
def _crowd() -> frozenset[str]:
    return frozenset(stem(row["word"]) for row in load_table("rashomon.link", "tables/crowd_words.tsv", ("word",), key=("word",)))


def _words(event: Event) -> frozenset[str]:
    """The stems of what its parties are called, without words that fit any crowd."""
    patients = frozenset({Role.PATIENT})
    roles = patients if event.type in BLAMED else patients | {Role.AGENT} if event.type in MUTUAL else frozenset({Role.AGENT})
    names = (one.name for one in event.participants if one.role in roles)
    return frozenset(stem(word) for name in names for word in content_words(name)) - _crowd()
