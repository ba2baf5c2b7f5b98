"""Clashes: what keeps two groups of tellings from being of one happening, however alike the rest is."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import TypeVar

from rashomon.link.acts import related_kinds
from rashomon.link.periods import Period
from rashomon.link.tellings import Telling

Key = TypeVar("Key")
Value = TypeVar("Value")
Voice = tuple[str, str | None]
PERIODS_KEPT = 1 << 16
"""Pairs of periods whose outcome is kept."""


@dataclass(slots=True)
class Told:
    """The distinct values of a group that another must not be at odds with, each with the articles or voices that tell it."""

    periods: dict[Period, set[str]]
    agents: set[str]
    patients: set[str]
    agents_by_voice: dict[Voice, set[frozenset[str]]]
    happened: dict[str, set[bool]]
    kinds: dict[str, set[str]]
    sites: set[str]

    @property
    def articles(self) -> KeysView[str]:
        """The articles that tell it."""
        return self.happened.keys()

    @classmethod
    def of(cls, telling: Telling) -> Told:
        """What one telling tells; what cannot be quarrelled about decides nothing."""
        moving, period = telling.act.is_moving, telling.period
        return cls(
            periods={period: {telling.article}} if period is not None and not period.yearless else {},
            agents=set() if moving else set(telling.agents),
            patients=set() if moving else set(telling.patients & telling.known),
            agents_by_voice={(telling.article, telling.voice): {telling.agents}} if telling.agents and not moving else {},
            happened={telling.article: {telling.happened}},
            kinds={telling.article: set(telling.act.kinds)},
            sites={telling.site} if telling.site is not None else set(),
        )

    @classmethod
    def of_all(cls, tellings: Iterable[Telling]) -> Told:
        """What several tell together."""
        return reduce(cls.with_all, map(cls.of, tellings))

    def with_all(self, other: Told) -> Told:
        """What both tell. The larger takes in the smaller, and neither is used any more."""
        large, small = (self, other) if len(self.happened) >= len(other.happened) else (other, self)
        large.agents |= small.agents
        large.patients |= small.patients
        large.sites |= small.sites
        _take_in(large.periods, small.periods)
        _take_in(large.agents_by_voice, small.agents_by_voice)
        _take_in(large.happened, small.happened)
        _take_in(large.kinds, small.kinds)
        return large

    def clashes_with(self, other: Told) -> bool:
        """True when some telling of one is at odds with some telling of the other."""
        return (
            self._tells_another_time_than(other)
            or self._swaps_roles_with(other)
            or self._names_other_agents_than(other)
            or self._supposes_what_is_done(other)
            or self._tells_other_acts_than(other)
            or self._stands_elsewhere_than(other)
        )

    def _tells_another_time_than(self, other: Told) -> bool:
        return any(
            _are_apart(mine, its, same_article=False) or (_are_apart(mine, its, same_article=True) and not articles.isdisjoint(others))
            for mine, articles in self.periods.items()
            for its, others in other.periods.items()
        )

    def _swaps_roles_with(self, other: Told) -> bool:
        return bool(self.agents & other.patients and other.agents & self.patients) and not self.patients & other.patients

    def _names_other_agents_than(self, other: Told) -> bool:
        """True when one voice tells of different agents in the two, for a voice does not quarrel with itself."""
        return any(
            not agents & others
            for voice in self.agents_by_voice.keys() & other.agents_by_voice.keys()
            for agents in self.agents_by_voice[voice]
            for others in other.agents_by_voice[voice]
        )

    def _supposes_what_is_done(self, other: Told) -> bool:
        """True when one article tells one of the two as a happening and the other as only supposed, demanded or usual."""
        return any(len(self.happened[article] | other.happened[article]) > 1 for article in self.happened.keys() & other.happened.keys())

    def _tells_other_acts_than(self, other: Told) -> bool:
        """True when one article tells both, by words for acts that have nothing to do with each other ("struck" and "burned")."""
        return any(
            self.kinds[article] and other.kinds[article] and other.kinds[article].isdisjoint(_related(self.kinds[article]))
            for article in self.kinds.keys() & other.kinds.keys()
        )

    def _stands_elsewhere_than(self, other: Told) -> bool:
        """True when both are told of sites, and of none of one kind: the blast at the market is not the one at the bus station."""
        return bool(self.sites and other.sites) and self.sites.isdisjoint(other.sites)


def _take_in(large: dict[Key, set[Value]], small: Mapping[Key, set[Value]]) -> None:
    for key, values in small.items():
        large.setdefault(key, set()).update(values)


def _related(kinds: Iterable[str]) -> set[str]:
    return {other for kind in kinds for other in related_kinds(kind)}


@lru_cache(maxsize=PERIODS_KEPT)
def _are_apart(one: Period, other: Period, *, same_article: bool) -> bool:
    return one.is_apart(other, same_article=same_article)
