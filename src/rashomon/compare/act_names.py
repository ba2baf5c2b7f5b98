"""Act names: the noun for what several accounts tell, which of their events it names, and which are set against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.compare.accounts import Teller, acts_of
from rashomon.compare.acts_apart import apart
from rashomon.link.acts import can_be_title, fits_type, own_name, patient_preposition, related_kinds
from rashomon.link.names import content_words
from rashomon.model import Event, EventType, Participant, Role, quote
from rashomon.tables import load_table

ToldEvent = tuple[Teller, Event]


@dataclass(frozen=True)
class NamedAct:
    """An act's noun and the preposition that joins those it is done to, None where only the article's own words name it.

    `events` are those that it names, `near` those that may tell the same by other words, `opposed` those that it is set against.
    """

    noun: tuple[str, str] | None
    events: tuple[ToldEvent, ...]
    near: tuple[ToldEvent, ...] = ()
    opposed: tuple[ToldEvent, ...] = ()

    def shared(self, events: Sequence[ToldEvent], role: Role) -> Sequence[ToldEvent]:
        """Those of the events whose participants in the role take part in what is set against the act as well; all where nothing is."""
        if not self.opposed:
            return events
        others = [(teller, one) for teller, event in self.opposed for one in event.participants if one.role is role]
        return [
            (teller, event)
            for teller, event in events
            if any(_is_one(teller, one, *other) for one in event.participants if one.role is role for other in others)
        ]


def name_act(tellers: Sequence[Teller], type_: EventType) -> NamedAct:
    """What the act of an incident of that type is called: "bombing", "condemnation or praise"; or nothing but its own words."""
    told = acts_of(tellers)
    noun = noun_of(told, type_)
    if noun is None:
        stems = tellers[0].act(tellers[0].events[0]).stems
        return NamedAct(None, tuple((teller, event) for teller, event in told if teller.act(event).stems & stems))
    kind = noun[0]
    events = tuple((teller, event) for teller, event in told if kind in teller.act(event).kinds)
    if not events:
        return NamedAct(noun, tuple(told))
    opposed = tuple((teller, event) for teller, event in told if apart({kind}, set(teller.act(event).kinds)))
    near = tuple((teller, event) for teller, event in told if _is_near(kind, teller.act(event).kinds))
    rival = next((other for teller, event in opposed for other in teller.act(event).kinds if can_be_title(other)), None)
    return NamedAct((f"{kind} or {rival}" if rival else kind, noun[1]), events, near, opposed)


def noun_of(told: Sequence[ToldEvent], type_: EventType) -> tuple[str, str] | None:
    """The happening's own name, or the noun for most of the events of the type; with the preposition of those it is done to, or None."""
    named = next((name for teller, event in told if (name := own_name(quote(teller.text, event.trigger.spans)))), None)
    if named is not None:
        return named, "of"
    kinds = _kinds(one for one in told if one[1].type is type_) or _kinds(told)
    if kinds:
        kind = max(kinds, key=lambda found: kinds[found])
        return kind, patient_preposition(kind)
    return _type_nouns().get(type_.value)


def _kinds(told: Iterable[ToldEvent]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for teller, event in told:
        kinds.update(kind for kind in teller.act(event).kinds if fits_type(kind, event.type.value) and can_be_title(kind))
    return kinds


def _is_near(kind: str, kinds: Sequence[str]) -> bool:
    return kind not in kinds and (not kinds or not related_kinds(kind).isdisjoint(kinds))


def _is_one(teller: Teller, one: Participant, other_teller: Teller, other: Participant) -> bool:
    """True for the same linked actor, or two that go by one name; words in common where one of the two is none."""
    mine = teller.lookup.actors_of(teller.account.article, one)
    its = other_teller.lookup.actors_of(other_teller.account.article, other)
    if mine and its:
        return bool(mine & its) or teller.lookup.may_be_one(mine, its)
    return bool(content_words(one.name) & content_words(other.name))


@cache
def _type_nouns() -> dict[str, tuple[str, str]]:
    rows = load_table("rashomon.compare", "tables/act_nouns.tsv", ("type", "noun", "patient"), key=("type",))
    return {row["type"]: (row["noun"], row["patient"]) for row in rows}
