"""Who did it: agents, and whom accounts blame how firmly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.lookup import Lookup
from rashomon.compare.parties import Party, are_same, exclude_each_other, may_belong_together, parties_of, party_of_actor
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.names import fold_name
from rashomon.link.tellings import BLAMED
from rashomon.model import Certainty, Contrast, CueType, Event, Participant, Polarity, Role, Spans, Stage, Verdict, quote
from rashomon.tables import load_table

DONE_ALONE = frozenset({"expel", "convict"})
"""Modes of acts that one alone does, as those are whose types are blamed on somebody."""
UNDONE = frozenset({Stage.ATTEMPTED, Stage.FOILED})
"""To say of somebody that he failed to do it is not to clear him."""
TOLD_AS_DONE = frozenset({Stage.ACCOMPLISHED, Stage.RECURRING})
"""To deny what somebody else only says was planned is not to contradict it, unless the very plan is denied ("was not behind the plot")."""
INTENDED = frozenset({Stage.PLANNED, Stage.FOILED})
UNSURE_CUES = frozenset({CueType.THINK, CueType.FEEL, CueType.WARN, CueType.WANT, CueType.ASK})
"""What is believed or feared is not told for sure."""


class Parties(NamedTuple):
    """Those an account says did it, with what a verdict on two accounts needs to know."""

    named: frozenset[Party]
    denied: bool
    done: bool
    certain: bool
    firmness: str = ""
    intended: bool = False


def contrast_agents(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `agent`: who is told to have done it. An agent without a name ("gunmen") is shown and not judged."""
    lookup = tellers[0].lookup
    statements: list[Statement[Parties]] = []
    silent: list[str] = []
    moved = are_brought(tellers)
    for teller in tellers:
        told = _told(teller, teller.central, moved=moved)
        if told is None:
            silent.append(teller.name)
            continue
        event, parties = told
        version = teller.version(words_for(teller.text, parties, cleared=is_cleared(event)), event, _spans(parties), accused=True)
        statements.append(Statement(version, _parties(teller, event, parties)))
    return contrast("agent", statements, silent, lambda one, other: judge_agents(one, other, lookup))


def contrast_blame(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `blame`: whom each account blames and how firmly; only where some account is less than firm."""
    lookup = tellers[0].lookup
    statements: list[Statement[Parties]] = []
    silent: list[str] = []
    for teller in tellers:
        told = _told(teller, [event for event in teller.central if event.type in BLAMED])
        if told is None:
            silent.append(teller.name)
            continue
        event, parties = told
        firmness = _firmness(teller, event)
        value = f"{words_for(teller.text, parties, cleared=is_cleared(event))} ({firmness})"
        version = teller.version(value, event, _spans(parties), accused=True)
        statements.append(Statement(version, _parties(teller, event, parties, firmness)))
    if all(statement.meaning is None or statement.meaning.firmness == "told as fact" for statement in statements):
        return None
    return contrast("blame", statements, silent, lambda one, other: judge_blame(one, other, lookup))


def judge_agents(one: Parties, other: Parties, lookup: Lookup) -> Judgement:
    """The same party agrees, unless one account denies that it was; two told for sure to have done it alone contradict."""
    shared = [mine for mine in sorted(one.named) if any(are_same(mine, its) for its in other.named)]
    if shared:
        names = _names(shared)
        if one.denied != other.denied and (one.done or other.done or (one.intended and other.intended)):
            telling, denying = (OTHER, ONE) if one.denied else (ONE, OTHER)
            return Judgement(Verdict.CONTRADICT, f"according to {telling}, {names} did it; according to {denying}, {names} did not")
        return Judgement(Verdict.AGREE, f"both name {names}")
    if one.denied or other.denied:
        return Judgement(
            Verdict.DIFFER, f"{ONE if one.denied else OTHER} clears somebody whom {OTHER if one.denied else ONE} does not name"
        )
    pairs = [(mine, its) for mine in one.named for its in other.named]
    if any(_are_told_related(mine, its, lookup) for mine, its in pairs):
        return Judgement(Verdict.UNCLEAR, "the two named are told to belong together")
    if any(may_belong_together(mine, its) for mine, its in pairs):
        return Judgement(Verdict.UNCLEAR, "the two named may be one, or one may act for the other")
    linked = [[party.key for party in side.named if party.key in lookup.linked_by_id] for side in (one, other)]
    if lookup.may_be_one(*linked):
        return Judgement(Verdict.UNCLEAR, "the two go by one name, which may be one's or two's")
    if one.certain and other.certain and all(exclude_each_other(mine, its) for mine, its in pairs):
        return Judgement(Verdict.CONTRADICT, f"{_names(one.named)} ({ONE}) and {_names(other.named)} ({OTHER}), each said to have done it")
    return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} name different ones")


def judge_blame(one: Parties, other: Parties, lookup: Lookup) -> Judgement:
    """As for agents; the same actor blamed with another firmness differs."""
    shared = any(are_same(mine, its) for mine in one.named for its in other.named)
    if shared and one.denied == other.denied and one.firmness != other.firmness:
        return Judgement(Verdict.DIFFER, f"the same is named, but {one.firmness} ({ONE}) and {other.firmness} ({OTHER})")
    return judge_agents(one, other, lookup)


def _told(teller: Teller, events: Sequence[Event], *, moved: bool = False) -> tuple[Event, tuple[Participant, ...]] | None:
    """The event that names its agents best: with a name before with a description, told as so before told as not so."""
    found = [(event, in_role(event, Role.AGENT, moved=moved and teller.act(event).is_moving)) for event in events]
    filled = [(event, parties) for event, parties in found if parties]
    if not filled:
        return None
    return min(filled, key=lambda told: (not _has_name(told[1], teller), told[0].polarity is Polarity.DENIED))


def are_brought(tellers: Sequence[Teller]) -> bool:
    """True where some account tells who moved the others: those told to have moved of themselves are then the ones moved."""
    moving = (event for teller in tellers for event in teller.central if teller.act(event).is_moving)
    return any({Role.AGENT, Role.PATIENT} <= {one.role for one in event.participants} for event in moving)


def in_role(event: Event, role: Role, *, moved: bool) -> tuple[Participant, ...]:
    """An event's participants in a role; with `moved`, its agents are its patients where it tells no others."""
    parties = {kind: tuple(one for one in event.participants if one.role is kind) for kind in (Role.AGENT, Role.PATIENT)}
    if moved and not parties[Role.PATIENT]:
        return parties[Role.AGENT] if role is Role.PATIENT else ()
    return parties[role]


def is_cleared(event: Event) -> bool:
    """True for an event that is denied, and not only told to have failed."""
    return event.polarity is Polarity.DENIED and event.stage not in UNDONE


def words_for(text: str, parties: Sequence[Participant], *, cleared: bool = False) -> str:
    """The words used; the fuller name before them where they are a pronoun or a part of it. With `cleared`, that these did not do it."""
    said: dict[str, str] = {}
    for one in parties:
        words = quote(text, one.spans)
        is_plain = fold_name(one.name) in fold_name(words) or not words
        said.setdefault(*(words or one.name, "") if is_plain else (one.name, f" (“{words}”)"))
    deed = " did not do it" if cleared else ""
    return "; ".join(f"{name}{deed}{used}" for name, used in said.items())


def _spans(parties: Sequence[Participant]) -> Spans:
    return tuple(span for one in parties for span in one.spans)


def _has_name(parties: Sequence[Participant], teller: Teller) -> bool:
    return any(_named(one, teller) for one in parties)


def _named(one: Participant, teller: Teller) -> tuple[Party, ...]:
    """Whom the words name, as a name of their own or inside ("the fighters of the Front"); nobody for "gunmen"."""
    return parties_of(one, teller.account.article, teller.lookup)


def _are_told_related(one: Party, other: Party, lookup: Lookup) -> bool:
    """True when some article tells a relation between the two, also where it names one of them only by what it is."""
    return any(_is_related_to(mine, its, lookup) for mine, its in ((one, other), (other, one)))


def _is_related_to(one: Party, other: Party, lookup: Lookup) -> bool:
    related = (*lookup.related_to(one.key), *sorted(one.within))
    parties = (party_of_actor(actor, lookup.name_of(actor), lookup) for actor in related)
    return other.key in related or any(party is not None and are_same(party, other) for party in parties)


def _parties(teller: Teller, event: Event, parties: Sequence[Participant], firmness: str = "") -> Parties | None:
    """What is judged of those whom the account names; None where it names nobody."""
    named = frozenset(party for one in parties for party in _named(one, teller))
    if not named:
        return None
    attribution = teller.lookup.attributions.get(event.attribution or "")
    certain = (
        (event.type in BLAMED or event.mode in DONE_ALONE)
        and event.stage is Stage.ACCOMPLISHED
        and event.certainty is Certainty.CERTAIN
        and not (attribution and attribution.cue.type in UNSURE_CUES)
    )
    return Parties(
        named=named,
        denied=is_cleared(event),
        done=event.polarity is Polarity.AFFIRMED and event.stage in TOLD_AS_DONE,
        certain=certain,
        firmness=firmness,
        intended=event.stage in INTENDED,
    )


def _firmness(teller: Teller, event: Event) -> str:
    """How firmly the account ties the act to those it names."""
    if is_cleared(event):
        return "denied"
    attribution = teller.lookup.attributions.get(event.attribution or "")
    firmness = _firmness_by_cue()[attribution.cue.type.value if attribution and not teller.is_author else "author"]
    return firmness if event.certainty is Certainty.CERTAIN else f"{firmness}, as {event.certainty.value}"


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(sorted(party.name for party in parties)) or "somebody"


@cache
def _firmness_by_cue() -> dict[str, str]:
    rows = load_table("rashomon.compare", "tables/firmness.tsv", ("cue", "firmness"), key=("cue",))
    return {row["cue"]: row["firmness"] for row in rows}
