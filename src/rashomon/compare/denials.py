"""Denials: whether each account tells an act as so, denies it, or leaves open whether it happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.told import told as words_for
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.names import all_content_words, content_words
from rashomon.link.tellings import BLAMED
from rashomon.model import Contrast, Event, Polarity, Role, Stage, Verdict, quote
from rashomon.tables import load_table


class Denial(NamedTuple):
    """What an account says of whether it happened.

    `left_open` is True where it is only asked or doubted; `of_all` where nobody is said to have undergone it ("nobody was arrested");
    `own` where the act is nobody's but that of who does it ("resigned"), `of_motive` where a reason for it is denied with it ("not
    carried out out of hatred"). Doers and patients are linked actors and words.
    """

    denied: bool
    left_open: bool
    of_all: bool
    own: bool
    of_agent: bool
    agents: frozenset[str]
    patients: frozenset[str]
    of_motive: bool


def contrast_polarities(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `polarity`: who tells that it happened and who denies it.

    To deny that some agent did it is not to deny that it happened, but for an act that is the agent's own: an account that tells it
    elsewhere tells it as so, and one that only clears an agent whom another account names leaves open whether it happened. Both stand
    in the rows of agents and blame. Nor is it denied that a bomb went off where it is told that nobody was hurt by it.
    """
    statements = []
    silent = []
    has_act = any(not teller.act(event).is_result for teller in tellers for event in teller.events)
    for teller in tellers:
        if has_act and all(teller.act(event).is_result and event.polarity is Polarity.DENIED for event in teller.events):
            silent.append(teller.name)
            continue
        event = min(teller.events, key=_order)
        only_clears = _only_clears(teller, tellers)
        left_open = "left open" if _is_open(event) else words_for(event.polarity)
        polarity = "only told not to be the act of the one named" if only_clears else left_open
        version = teller.version(f"{polarity}: {quote(teller.text, event.trigger.spans)}", event, event.trigger.spans, accused=True)
        statements.append(Statement(version, None if only_clears else _denial(event, teller)))
    return contrast("polarity", statements, silent, judge_denials)


def judge_denials(one: Denial, other: Denial) -> Judgement:
    """A denial contradicts an account that tells it; where it is of one agent only it differs.

    One of another patient is unclear, and so is one with a reason ("not carried out out of hatred").
    """
    if one.left_open and other.left_open:
        return Judgement(Verdict.AGREE, "left open in both")
    if one.left_open or other.left_open:
        return Judgement(Verdict.UNCLEAR, f"{ONE if one.left_open else OTHER} leaves open whether it happened")
    if one.denied == other.denied:
        return Judgement(Verdict.AGREE, "denied in both" if one.denied else "told as so in both")
    denying, (telling, teller, denier) = (one, (other, OTHER, ONE)) if one.denied else (other, (one, ONE, OTHER))
    is_whole = denying.own and (not telling.agents or bool(denying.agents & telling.agents))
    if denying.of_agent and not is_whole and not denying.of_all:
        return Judgement(Verdict.DIFFER, f"{denier} denies it of somebody whom {teller} does not name")
    if denying.of_motive:
        return Judgement(Verdict.UNCLEAR, f"told as so by {teller}; {denier} denies it with a reason for it, and perhaps only the reason")
    is_same = bool(denying.patients & telling.patients) or (is_whole and not (denying.patients and telling.patients))
    if not is_same and not denying.of_all:
        return Judgement(Verdict.UNCLEAR, f"told as so by {teller} and denied by {denier}, but perhaps not of the same")
    return Judgement(Verdict.CONTRADICT, f"told as so by {teller}, denied by {denier}")


def _order(event: Event) -> tuple[bool, bool]:
    return _is_open(event), event.polarity is Polarity.DENIED


def _is_open(event: Event) -> bool:
    return event.stage is Stage.HYPOTHETICAL


def _denial(event: Event, teller: Teller) -> Denial:
    patients = all_content_words(one.name for one in event.participants if one.role is Role.PATIENT)
    return Denial(
        denied=event.polarity is Polarity.DENIED,
        left_open=_is_open(event),
        of_all=_is_of_all(event),
        own=_is_own(event, teller),
        of_agent=any(one.role is Role.AGENT for one in event.participants),
        agents=_agents(teller, event),
        patients=patients,
        of_motive=bool(event.motives),
    )


def _is_of_all(event: Event) -> bool:
    return event.polarity is Polarity.DENIED and any(count.number == 0 for count in event.counts)


def _is_own(event: Event, teller: Teller) -> bool:
    """True where no other could have done it: whom the police did not arrest was not arrested, whom the rebels did not kill may be dead."""
    return event.type not in BLAMED or bool(_own_acts().intersection(teller.act(event).kinds))


def _only_clears(teller: Teller, tellers: Sequence[Teller]) -> bool:
    """True when all that an account says is that those did not do it whom another one says did."""
    if any(event.polarity is Polarity.AFFIRMED or _is_of_all(event) or _is_own(event, teller) for event in teller.events):
        return False
    blamed = frozenset().union(
        *(_agents(other, event) for other in tellers for event in other.events if event.polarity is Polarity.AFFIRMED)
    )
    return any(_agents(teller, event) & blamed for event in teller.events)


def _agents(teller: Teller, event: Event) -> frozenset[str]:
    """The linked actors that are named as doers; of a doer without a name ("the army") the words too."""
    named = teller.lookup.named
    found: set[str] = set()
    for one in event.participants:
        if one.role is Role.AGENT:
            actors = teller.lookup.actors_of(teller.account.article, one)
            found |= actors if actors & named else actors | content_words(one.name)
    return frozenset(found)


@cache
def _own_acts() -> frozenset[str]:
    return frozenset(row["act"] for row in load_table("rashomon.compare", "tables/own_acts.tsv", ("act",), key=("act",)))
