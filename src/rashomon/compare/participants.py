"""Who did it and to whom: agents, patients, and whom accounts blame how firmly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.names import content_words, fold_name
from rashomon.link.tellings import BLAMED
from rashomon.model import ActorKind, Certainty, Contrast, Event, Participant, Polarity, Role, Stage, Verdict, quote
from rashomon.tables import load_table

ACTING_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP})
"""Kinds of actor of which one alone is taken to have done an act; a person may act for any of them."""


class Parties(NamedTuple):
    """Those an account names in one role: linked actors and words, with what a verdict on two accounts needs to know."""

    actors: frozenset[str]
    words: frozenset[str]
    denied: bool
    exclusive: bool
    firmness: str = ""


def contrast_agents(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `agent`: who is told to have done it. An agent without a name ("gunmen") is shown and not judged."""
    lookup = tellers[0].lookup
    return _contrast_role("agent", Role.AGENT, tellers, lambda one, other: judge_agents(one, other, lookup))


def contrast_patients(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `patient`: to whom it is told to have been done. Whom its outcome befell ("nine were killed") is not judged."""
    return _contrast_role("patient", Role.PATIENT, tellers, judge_patients)


def contrast_blame(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `blame`: whom each account blames and how firmly; only where some account is less than firm."""
    lookup = tellers[0].lookup
    statements: list[Statement[Parties]] = []
    silent: list[str] = []
    for teller in tellers:
        told = _told(teller, Role.AGENT, [event for event in teller.central if event.type in BLAMED])
        if told is None:
            silent.append(teller.name)
            continue
        event, parties = told
        firmness = _firmness(teller, event)
        value = f"{_words(teller, parties, cleared=event.polarity is Polarity.DENIED)} ({firmness})"
        meaning = _parties(teller, event, parties)._replace(firmness=firmness) if _has_name(parties, teller) else None
        version = teller.version(value, event, tuple(span for one in parties for span in one.spans), accused=True)
        statements.append(Statement(version, meaning))
    if all(statement.meaning is None or statement.meaning.firmness == "told as fact" for statement in statements):
        return None
    return contrast("blame", statements, silent, lambda one, other: judge_blame(one, other, lookup))


def judge_agents(one: Parties, other: Parties, lookup: Lookup) -> Judgement:
    """The same actor agrees, unless one account denies that it was; two groups told for sure to have done it alone contradict."""
    if one.actors & other.actors:
        names = _names(one.actors & other.actors, lookup)
        if one.denied != other.denied:
            telling, denying = (OTHER, ONE) if one.denied else (ONE, OTHER)
            return Judgement(Verdict.CONTRADICT, f"according to {telling}, {names} did it; according to {denying}, {names} did not")
        return Judgement(Verdict.AGREE, f"both name {names}")
    if one.denied or other.denied:
        return Judgement(
            Verdict.DIFFER, f"{ONE if one.denied else OTHER} clears somebody whom {OTHER if one.denied else ONE} does not name"
        )
    if lookup.are_related(one.actors, other.actors):
        return Judgement(Verdict.UNCLEAR, "the two named are told to belong together")
    if lookup.may_be_one(one.actors, other.actors):
        return Judgement(Verdict.UNCLEAR, "the two go by one name, which may be one's or two's")
    if one.exclusive and other.exclusive:
        return Judgement(
            Verdict.CONTRADICT,
            f"{_names(one.actors, lookup)} ({ONE}) and {_names(other.actors, lookup)} ({OTHER}), each said to have done it",
        )
    return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} name different ones")


def judge_patients(one: Parties, other: Parties) -> Judgement:
    """A shared actor or word agrees; different names differ; descriptions without a word in common are unclear."""
    if one.actors & other.actors or one.words & other.words:
        return Judgement(Verdict.AGREE, "both name the same")
    if one.actors and other.actors:
        return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} name different ones")
    return Judgement(Verdict.UNCLEAR, "described in different words, which may mean the same")


def judge_blame(one: Parties, other: Parties, lookup: Lookup) -> Judgement:
    """As for agents; the same actor blamed with another firmness differs."""
    if one.actors & other.actors and one.denied == other.denied and one.firmness != other.firmness:
        return Judgement(Verdict.DIFFER, f"the same is named, but {one.firmness} ({ONE}) and {other.firmness} ({OTHER})")
    return judge_agents(one, other, lookup)


def _contrast_role(field: str, role: Role, tellers: Sequence[Teller], judge: Callable[[Parties, Parties], Judgement]) -> Contrast | None:
    statements: list[Statement[Parties]] = []
    silent: list[str] = []
    moved = any(_is_brought(event, teller) for teller in tellers for event in teller.central)
    for teller in tellers:
        told = _told(teller, role, teller.central, moved=moved)
        if told is None:
            silent.append(teller.name)
            continue
        event, parties = told
        denied = role is Role.AGENT and event.polarity is Polarity.DENIED
        value = _words(teller, parties, cleared=denied)
        version = teller.version(value, event, tuple(span for one in parties for span in one.spans), accused=True)
        judged = not teller.act(event).is_result if role is Role.PATIENT else _has_name(parties, teller)
        statements.append(Statement(version, _parties(teller, event, parties) if judged else None))
    return contrast(field, statements, silent, judge)


def _told(teller: Teller, role: Role, events: Sequence[Event], *, moved: bool = False) -> tuple[Event, tuple[Participant, ...]] | None:
    """The event that names the role best: one with an actor before one with a description, told as so before told as not so.

    With `moved`, those told to have moved of themselves are the ones moved, as another account has it.
    """
    found = [(event, _in_role(event, role, moved=moved and teller.act(event).is_moving)) for event in events]
    filled = [(event, parties) for event, parties in found if parties]
    if not filled:
        return None
    return min(filled, key=lambda told: (not _has_name(told[1], teller), told[0].polarity is Polarity.DENIED))


def _is_brought(event: Event, teller: Teller) -> bool:
    return teller.act(event).is_moving and {Role.AGENT, Role.PATIENT} <= {one.role for one in event.participants}


def _in_role(event: Event, role: Role, *, moved: bool) -> tuple[Participant, ...]:
    parties = {kind: tuple(one for one in event.participants if one.role is kind) for kind in (Role.AGENT, Role.PATIENT)}
    if moved and not parties[Role.PATIENT]:
        return parties[Role.AGENT] if role is Role.PATIENT else ()
    return parties[role]


def _has_name(parties: Sequence[Participant], teller: Teller) -> bool:
    return any(_is_named(one, teller) for one in parties)


def _actors(one: Participant, teller: Teller) -> frozenset[str]:
    return teller.lookup.actors_of(teller.account.article, one)


def _is_named(one: Participant, teller: Teller) -> bool:
    """True for an actor with a name, or named in its words ("the fighters of the Front"); "gunmen" are not."""
    return bool(_actors(one, teller) & teller.lookup.named)


def _parties(teller: Teller, event: Event, parties: Sequence[Participant]) -> Parties:
    lookup = teller.lookup
    named = [one for one in parties if _is_named(one, teller)]
    exclusive = (
        event.type in BLAMED
        and event.stage is Stage.ACCOMPLISHED
        and event.certainty is Certainty.CERTAIN
        and bool(named)
        and all(lookup.linked_by_id[actor].kind in ACTING_KINDS for one in named for actor in _actors(one, teller))
    )
    return Parties(
        actors=frozenset().union(*(_actors(one, teller) for one in parties)),
        words=frozenset().union(*(content_words(one.name) for one in parties)),
        denied=event.polarity is Polarity.DENIED,
        exclusive=exclusive,
    )


def _words(teller: Teller, parties: Sequence[Participant], *, cleared: bool) -> str:
    """The words used; the fuller name before them where they are a pronoun or a part of it. With `cleared`, that these did not do it."""
    said: dict[str, str] = {}
    for one in parties:
        words = quote(teller.text, one.spans)
        is_plain = fold_name(one.name) in fold_name(words) or not words
        said.setdefault(*(words or one.name, "") if is_plain else (one.name, f" (“{words}”)"))
    deed = " did not do it" if cleared else ""
    return "; ".join(f"{name}{deed}{used}" for name, used in said.items())


def _firmness(teller: Teller, event: Event) -> str:
    """How firmly the account ties the act to those it names."""
    if event.polarity is Polarity.DENIED:
        return "denied"
    attribution = teller.lookup.attributions.get(event.attribution or "")
    firmness = _firmness_by_cue()[attribution.cue.type.value if attribution and not teller.is_author else "author"]
    return firmness if event.certainty is Certainty.CERTAIN else f"{firmness}, as {event.certainty.value}"


def _names(actors: frozenset[str], lookup: Lookup) -> str:
    return ", ".join(sorted(lookup.name_of(actor) for actor in actors)) or "somebody"


@cache
def _firmness_by_cue() -> dict[str, str]:
    rows = load_table("rashomon.compare", "tables/firmness.tsv", ("cue", "firmness"), key=("cue",))
    return {row["cue"]: row["firmness"] for row in rows}
