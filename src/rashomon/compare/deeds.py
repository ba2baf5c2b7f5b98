"""What kind of act, how far it got, and whether it was so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.told import told as words_for
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import broader_kinds
from rashomon.link.names import content_words
from rashomon.model import Contrast, Event, EventType, Polarity, Role, Stage, Verdict, quote
from rashomon.tables import choices, load_table

VAGUE = frozenset({"incident", "accident", "disaster"})
"""Broad words for an act of force that leave out that somebody did it: "incident" beside "attack" is another telling."""


class Wording(NamedTuple):
    """What kinds of act an account's words name."""

    stems: frozenset[str]
    kinds: frozenset[str]
    modes: frozenset[tuple[EventType, str]]


class Denial(NamedTuple):
    """Whether an account denies the act, whether of some agent only, the words for those it was done to, and whether with a reason."""

    denied: bool
    of_agent: bool
    patients: frozenset[str]
    of_motive: bool = False


def contrast_acts(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `act`: the words each account has for what happened; those for its outcome alone ("killed") are judged only beside others."""
    statements: list[Statement[Wording]] = []
    outcomes = [all(teller.act(told).is_result for told in teller.events) for teller in tellers]
    for teller, is_outcome in zip(tellers, outcomes, strict=True):
        event = teller.events[0]
        words = "; ".join(dict.fromkeys(quote(teller.text, told.trigger.spans) for told in teller.events))
        meaning = None if is_outcome and not all(outcomes) else _wording(teller)
        statements.append(Statement(teller.version(words, event, event.trigger.spans, accused=True), meaning))
    return contrast("act", statements, (), judge_wordings)


def _wording(teller: Teller) -> Wording:
    acts = [teller.act(told) for told in teller.central]
    return Wording(
        stems=frozenset().union(*(act.stems for act in acts)),
        kinds=frozenset(kind for act in acts for kind in act.kinds),
        modes=frozenset((told.type, told.mode) for told in teller.central if told.mode),
    )


def contrast_stages(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `stage`: how far it got in each account."""
    statements = []
    for teller in tellers:
        event = _plainest(teller.events)
        stages = frozenset(told.stage for told in teller.events if told.polarity is event.polarity)
        value = f"{words_for(event.stage)}: {quote(teller.text, event.trigger.spans)}"
        statements.append(Statement(teller.version(value, event, event.trigger.spans, accused=True), stages))
    return contrast("stage", statements, (), judge_stages)


def contrast_polarities(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `polarity`: who tells that it happened and who denies it.

    To deny that some agent did it is not to deny that it happened: an account that tells it elsewhere tells it as so, and one that
    only clears an agent whom another account names leaves open whether it happened. Both stand in the rows of agents and blame.
    """
    statements = []
    for teller in tellers:
        event = next((told for told in teller.events if told.polarity is Polarity.AFFIRMED), teller.events[0])
        only_clears = _only_clears(teller, tellers)
        polarity = "only told not to be the act of the one named" if only_clears else words_for(event.polarity)
        version = teller.version(f"{polarity}: {quote(teller.text, event.trigger.spans)}", event, event.trigger.spans, accused=True)
        statements.append(Statement(version, None if only_clears else _denial(event)))
    return contrast("polarity", statements, (), judge_denials)


def _denial(event: Event) -> Denial:
    patients = frozenset().union(*(content_words(one.name) for one in event.participants if one.role is Role.PATIENT))
    of_agent = any(one.role is Role.AGENT for one in event.participants)
    return Denial(event.polarity is Polarity.DENIED, of_agent, patients, of_motive=bool(event.motives))


def _only_clears(teller: Teller, tellers: Sequence[Teller]) -> bool:
    """True when all that an account says is that those did not do it whom another one says did."""
    if any(event.polarity is Polarity.AFFIRMED for event in teller.events):
        return False
    blamed = frozenset().union(
        *(_agents(other, event) for other in tellers for event in other.events if event.polarity is Polarity.AFFIRMED)
    )
    return any(_agents(teller, event) & blamed for event in teller.events)


def _agents(teller: Teller, event: Event) -> frozenset[str]:
    agents = [one for one in event.participants if one.role is Role.AGENT]
    return frozenset().union(*(teller.lookup.actors_of(teller.account.article, one) for one in agents))


def judge_wordings(one: Wording, other: Wording) -> Judgement:
    """Words of one kind of act agree, those that only may tell of the same happening differ; an accident is no attack."""
    apart = next((why for left, right, why in _kinds_apart() for a, b in ((one, other), (other, one)) if _is_only(a, left, b, right)), "")
    if apart:
        return Judgement(Verdict.CONTRADICT, apart)
    if one.stems & other.stems:
        return Judgement(Verdict.AGREE, "the same word is used")
    if one.kinds & other.kinds or one.modes & other.modes:
        return Judgement(Verdict.AGREE, "the words name one kind of act")
    broader = {kind for act in (one, other) for mine in act.kinds for kind in broader_kinds(mine)} & (one.kinds | other.kinds)
    if broader - VAGUE:
        return Judgement(Verdict.AGREE, f"one is a kind of the other: {', '.join(sorted(broader - VAGUE))}")
    return Judgement(Verdict.DIFFER, "the words name different kinds of act")


def _is_only(one: Wording, left: frozenset[str], other: Wording, right: frozenset[str]) -> bool:
    """True where the one account has no word but of these kinds, and the other has one of those kinds and none of these."""
    return bool(one.kinds) and one.kinds <= left and bool(other.kinds & right) and not other.kinds & left


@cache
def _kinds_apart() -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    rows = load_table("rashomon.compare", "tables/acts_apart.tsv", ("one", "other", "why"), key=("one",))
    return tuple((frozenset(choices(row["one"])), frozenset(choices(row["other"])), row["why"]) for row in rows)


def judge_stages(one: frozenset[Stage], other: frozenset[Stage]) -> Judgement:
    """A common stage agrees; others are judged by the table of stages, the mildest pair deciding."""
    if one & other:
        return Judgement(Verdict.AGREE, "both: " + ", ".join(sorted(words_for(stage) for stage in one & other)))
    pairs = [_stage_pair(mine, its) for mine in sorted(one) for its in sorted(other)]
    mildness = (Verdict.AGREE, Verdict.UNCLEAR, Verdict.DIFFER, Verdict.CONTRADICT)
    return min(pairs, key=lambda judgement: mildness.index(judgement.relation))


def judge_denials(one: Denial, other: Denial) -> Judgement:
    """A denial contradicts an account that tells it; where it is of one agent only it differs.

    One of another patient is unclear, and so is one with a reason ("not carried out out of hatred").
    """
    if one.denied == other.denied:
        return Judgement(Verdict.AGREE, "denied in both" if one.denied else "told as so in both")
    denying, (telling, teller, denier) = (one, (other, OTHER, ONE)) if one.denied else (other, (one, ONE, OTHER))
    if denying.of_agent:
        return Judgement(Verdict.DIFFER, f"{denier} denies it of somebody whom {teller} does not name")
    if denying.of_motive:
        return Judgement(Verdict.UNCLEAR, f"told as so by {teller}; {denier} denies it with a reason for it, and perhaps only the reason")
    if not denying.patients & telling.patients:
        return Judgement(Verdict.UNCLEAR, f"told as so by {teller} and denied by {denier}, but perhaps not of the same")
    return Judgement(Verdict.CONTRADICT, f"told as so by {teller}, denied by {denier}")


def _plainest(events: Sequence[Event]) -> Event:
    """The event told as furthest along: one told as done before one planned or asked for."""
    order = list(Stage)
    return min(events, key=lambda event: (event.polarity is Polarity.DENIED, order.index(event.stage)))


def _stage_pair(one: Stage, other: Stage) -> Judgement:
    for (first, second), (here, there) in (((one, other), (ONE, OTHER)), ((other, one), (OTHER, ONE))):
        row = _stage_rows().get((first.value, second.value))
        if row is not None:
            return Judgement(Verdict(row["relation"]), row["why"].replace("{first}", here).replace("{second}", there))
    return Judgement(Verdict.DIFFER, f"{words_for(one)} ({ONE}), {words_for(other)} ({OTHER})")


@cache
def _stage_rows() -> dict[tuple[str, str], dict[str, str]]:
    rows = load_table("rashomon.compare", "tables/stages.tsv", ("one", "other", "relation", "why"), key=("one", "other"))
    return {(row["one"], row["other"]): row for row in rows}
