"""Silences: what some tell and another, which speaks of the same actors and time, leaves out; by article, by outlet, by source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from rashomon.compare.coverage import MAIN_ROLES, PERSONAL, Coverage, Doing, coverages, doing, main_actors, passages_of, voices_named
from rashomon.compare.dates import plain_period
from rashomon.compare.lookup import Lookup
from rashomon.link.acts import can_be_title
from rashomon.link.periods import DAYS_OF_A_MONTH, Period
from rashomon.model import Event, EventType, Incident, Polarity, Role, Silence, Stage, TellerKind

HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.FOILED, Stage.PLANNED})
"""Stages whose absence elsewhere means something: nobody is silent on what is only asked for or imagined."""
MATERIAL = frozenset(
    {EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE}
    | {EventType.COERCE, EventType.ASSAULT}
)
"""PLOVER's material types, as against what is only said: a word less missed than a deed."""
MUCH_SPOKEN_OF = 10
"""Mentions from which on speaking more of an actor gives no more reason to tell of it."""


def find_silences(incidents: Sequence[Incident], lookup: Lookup) -> tuple[Silence, ...]:
    """A Silence for each incident and each teller that had reason to tell it and does not, the weightiest first.

    Who tells is compared with its like: an article with articles, an outlet that has several with outlets, a source with the
    sources that tell the incident. One had reason to when it speaks of a main participant at some length, or has it act, and
    the whole of the incident's date lies in the time that it tells of itself. An incident without a date must have two participants
    known by name, and the silent one must speak of both or tell another incident that a teller tells. A source says what it is
    asked: only deeds are missed of it, with a date or two participants that it speaks of, where its articles and the tellers' tell
    an incident in common.

    Too vague to be missed is an act that has no name of its own. Not silent is who tells of a like act of the same participants,
    though the two were not taken as one, or names such an act beside them, also where it is denied; nor, of what somebody said, who
    passes on that one's words. What accounts of one incident leave out is in its contrasts.
    """
    field = _Field.of(coverages(incidents, lookup))
    found = [silence for incident in incidents for silence in _silences_on(incident, field, lookup)]
    return tuple(sorted(found, key=lambda silence: -silence.weight))


@dataclass(frozen=True)
class _Field:
    """All who could tell: by the actors that they speak of, by the incidents that they tell; and what each article tells."""

    by_actor: dict[str, list[Coverage]]
    tellers: dict[tuple[TellerKind, str], list[Coverage]]
    told_in: dict[str, frozenset[str]]

    @classmethod
    def of(cls, covered: Iterable[Coverage]) -> _Field:
        by_actor: dict[str, list[Coverage]] = {}
        tellers: dict[tuple[TellerKind, str], list[Coverage]] = {}
        told_in: dict[str, frozenset[str]] = {}
        for coverage in covered:
            if coverage.kind is TellerKind.ARTICLE:
                told_in[coverage.key] = coverage.incidents
            for actor in coverage.actors:
                by_actor.setdefault(actor, []).append(coverage)
            for incident in coverage.incidents:
                tellers.setdefault((coverage.kind, incident), []).append(coverage)
        return cls(by_actor, tellers, told_in)

    def speaking_of(self, actors: Iterable[str]) -> tuple[Coverage, ...]:
        """Those that speak of any of the actors, each once, in their own order."""
        found = {(one.kind, one.key): one for actor in sorted(actors) for one in self.by_actor.get(actor, ())}
        return tuple(found[key] for key in sorted(found))

    def shared_with_tellers(self, coverage: Coverage, incident: str) -> int:
        """The most incidents that it tells together with one of its kind that tells this one."""
        return max((len(one.incidents & coverage.incidents) for one in self.tellers.get((coverage.kind, incident), ())), default=0)


@dataclass(frozen=True)
class _Told:
    """An incident as one kind of teller tells it."""

    incident: Incident
    tellers: tuple[str, ...]
    actors: frozenset[str]
    period: Period | None
    doings: tuple[Doing, ...]
    agents: frozenset[str]
    clear: int


def _silences_on(incident: Incident, field: _Field, lookup: Lookup) -> Iterator[Silence]:
    events = [lookup.events[event] for account in incident.accounts for event in account.events]
    told = {kind: _told(incident, kind, events, lookup) for kind in TellerKind}
    for coverage in field.speaking_of(main_actors(events, lookup)):
        here = told[coverage.kind]
        if here is not None and incident.id not in coverage.incidents and _has_reason(here, coverage, field, lookup):
            yield _silence(here, coverage, field, lookup)


def _told(incident: Incident, kind: TellerKind, events: Sequence[Event], lookup: Lookup) -> _Told | None:
    """The incident by its tellers of a kind; None where none of them tells it as something that happened or is to happen."""
    if kind is TellerKind.SOURCE:
        events = [event for event in events if event.attribution and lookup.source_of(event.attribution).kind in PERSONAL]
    doings = tuple(doing(event, lookup) for event in events)
    named = any(can_be_title(kind) for each in doings for kind in each.act.kinds)
    if not named or not any(event.stage in HAPPENED and event.polarity is Polarity.AFFIRMED for event in events):
        return None
    return _Told(
        incident=incident,
        tellers=tuple(dict.fromkeys(sorted(filter(None, (_teller(event, kind, lookup) for event in events))))),
        actors=main_actors(events, lookup),
        period=min((each.period for each in doings if each.period), key=lambda period: period.days, default=None),
        doings=doings,
        agents=voices_named(((one.actor, one.name) for event in events for one in event.participants if one.role is Role.AGENT), lookup),
        clear=_done(events) + (len({one.role for event in events for one in event.participants} & MAIN_ROLES) > 1),
    )


def _done(events: Iterable[Event]) -> bool:
    return any(event.stage is Stage.ACCOMPLISHED and event.polarity is Polarity.AFFIRMED for event in events)


def _teller(event: Event, kind: TellerKind, lookup: Lookup) -> str:
    """Who tells the event, as a Silence names it: an article's id, an outlet's name, "article/source"."""
    article = lookup.article_of[event.id]
    match kind:
        case TellerKind.ARTICLE:
            return article
        case TellerKind.OUTLET:
            return lookup.articles[article].publisher or ""
        case TellerKind.SOURCE:
            return f"{article}/{lookup.source_name(article, event.attribution)}"


def _has_reason(told: _Told, coverage: Coverage, field: _Field, lookup: Lookup) -> bool:
    shared = told.actors & coverage.actors.keys()
    if coverage.kind is TellerKind.SOURCE and not _is_asked(told, coverage, field):
        return False
    is_word = told.incident.type not in MATERIAL
    if not told.tellers or not shared or any(_alike(mine, its, is_word=is_word) for mine in coverage.doings for its in told.doings):
        return False
    if is_word and told.agents & coverage.voices:
        return False
    if told.period is None:
        is_met = len(shared) > 1 or field.shared_with_tellers(coverage, told.incident.id) > 0
        has_reason = is_met and len(told.actors & lookup.named) > 1
    else:
        has_reason = coverage.told is not None and coverage.told.holds(told.period)
    return has_reason and not _is_touched_on(told, coverage, lookup)


def _is_touched_on(told: _Told, coverage: Coverage, lookup: Lookup) -> bool:
    """True where some sentence names such an act beside its participants, also one that was not read as an event, or is denied."""
    kinds = frozenset(kind for each in told.doings for kind in each.act.kinds if can_be_title(kind))
    return any(passage.tells(kinds, told.actors) for passage in passages_of(coverage, lookup))


def _is_asked(told: _Told, source: Coverage, field: _Field) -> bool:
    """True where it is a deed with a date or two participants that the source speaks of, and the articles tell an incident in common."""
    matters = frozenset().union(*(field.told_in[teller.partition("/")[0]] for teller in told.tellers))
    definite = told.period is not None or len(told.actors & source.actors.keys()) > 1
    return told.incident.type in MATERIAL and definite and any(matters & field.told_in[article] for article in source.articles)


def _alike(mine: Doing, its: Doing, *, is_word: bool) -> bool:
    """True for acts of one kind with a participant in common whose dates are not at odds: they may be one.

    Of a talk or a call, told more loosely than a deed, so may be one that does not say between whom. Deeds of two kinds, of which
    the one may be told as the other, may be one only where both have a date or two participants in common: an attack is not any
    plot of the same state.
    """
    is_loose = is_word and len(mine.actors) < 2
    if not (mine.actors & its.actors or is_loose) or (mine.period and its.period and not mine.period.overlaps(its.period)):
        return False
    if mine.act.stems & its.act.stems or set(mine.act.kinds) & set(its.act.kinds):
        return True
    is_definite = len(mine.actors & its.actors) > 1 or (mine.period is not None and its.period is not None)
    return mine.act.is_near(its.act) and (is_word or is_definite)


def _silence(told: _Told, coverage: Coverage, field: _Field, lookup: Lookup) -> Silence:
    shared = tuple(sorted(told.actors & coverage.actors.keys(), key=lambda actor: (-coverage.actors[actor], lookup.name_of(actor))))
    silent = coverage.key if coverage.kind is TellerKind.ARTICLE else coverage.name
    return Silence(
        incident=told.incident.id,
        told_by=told.tellers,
        silent=f"{coverage.articles[0]}/{coverage.name}" if coverage.kind is TellerKind.SOURCE else silent,
        note=_note(told, shared, coverage, lookup),
        kind=coverage.kind,
        articles=coverage.articles,
        actors=shared,
        weight=round(_weight(told, shared, coverage, field), 1),
    )


def _weight(told: _Told, shared: Sequence[str], coverage: Coverage, field: _Field) -> float:
    """How much reason there was to tell it, in points that only rank.

    One for each shared participant, and up to one more the more it is spoken of; up to one for how many of all are shared; one for a
    date within the time told, and one for another date told within a month of it; the logarithm to base 2 of the tellers, and
    of the other incidents told together with one of them, up to two each; one for a deed as against a word, a half for what
    is told as done, and for who and to whom.
    """
    weight = sum(1 + min(coverage.actors[actor], MUCH_SPOKEN_OF) / MUCH_SPOKEN_OF for actor in shared)
    weight += len(shared) / len(told.actors)
    weight += min(log2(1 + len(told.tellers)), 2) + min(log2(1 + field.shared_with_tellers(coverage, told.incident.id)), 2)
    if told.period is not None and told.period.dated:
        weight += 1 + any(date.period and date.period.gap(told.period) <= DAYS_OF_A_MONTH for date in coverage.doings)
    return weight + (told.incident.type in MATERIAL) + told.clear / 2


def _note(told: _Told, shared: Sequence[str], coverage: Coverage, lookup: Lookup) -> str:
    names = " and ".join(lookup.name_of(actor) for actor in sorted(shared, key=lookup.name_of))
    speaks = f"{coverage.name} speaks of {names}"
    if coverage.kind is TellerKind.SOURCE:
        speaks += ", as far as it is passed on here"
    if told.period is None or coverage.told is None:
        return f"{speaks}; the incident has no date"
    return f"{speaks}, and tells of the time from {plain_period(coverage.told)}, in which it falls"
