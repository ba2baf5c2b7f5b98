"""What kind of act, and how far it got."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.acts_apart import apart
from rashomon.compare.told import told as words_for
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import broader_kinds
from rashomon.model import Contrast, Event, EventType, Polarity, Stage, Verdict, quote
from rashomon.tables import load_table

VAGUE = frozenset({"incident", "accident", "disaster"})
"""Broad words for an act of force that leave out that somebody did it: "incident" beside "attack" is another telling."""


class Wording(NamedTuple):
    """What kinds of act an account's words name."""

    stems: frozenset[str]
    kinds: frozenset[str]
    modes: frozenset[tuple[EventType, str]]


def contrast_acts(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `act`: the words each account has for what happened.

    Those for its outcome alone ("killed") are judged beside others such, and where an act told elsewhere cannot have it ("suicide").
    """
    statements: list[Statement[Wording]] = []
    outcomes = [all(teller.act(told).is_result for told in teller.events) for teller in tellers]
    wordings = [_wording(teller) for teller in tellers]
    acts = [wording for wording, is_outcome in zip(wordings, outcomes, strict=True) if not is_outcome]
    for teller, wording, is_outcome in zip(tellers, wordings, outcomes, strict=True):
        event = teller.events[0]
        words = "; ".join(dict.fromkeys(quote(teller.text, told.trigger.spans) for told in teller.events))
        is_judged = not is_outcome or not acts or any(apart(wording.kinds, act.kinds) for act in acts)
        meaning = wording if is_judged else None
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
    """The row `stage`: how far it got in each account; of an act that is denied nothing is told here."""
    statements = []
    for teller in tellers:
        events = _without_telling(teller.events)
        event = _plainest(events)
        stages = frozenset(_stage_of(told, teller.text) for told in events if told.polarity is event.polarity)
        undone = event.polarity is Polarity.DENIED and event.stage is Stage.ACCOMPLISHED
        told = words_for(event.polarity if undone else _stage_of(event, teller.text))
        value = f"{told}: {quote(teller.text, event.trigger.spans)}"
        statements.append(Statement(teller.version(value, event, event.trigger.spans, accused=True), None if undone else stages))
    return contrast("stage", statements, (), judge_stages)


def judge_wordings(one: Wording, other: Wording) -> Judgement:
    """Words of one kind of act agree, those that only may tell of the same happening differ; an accident is no attack."""
    if (found := apart(one.kinds, other.kinds)) is not None:
        return Judgement(*found)
    if one.stems & other.stems:
        return Judgement(Verdict.AGREE, "the same word is used")
    if one.kinds & other.kinds or one.modes & other.modes:
        return Judgement(Verdict.AGREE, "the words name one kind of act")
    broader = {kind for act in (one, other) for mine in act.kinds for kind in broader_kinds(mine)} & (one.kinds | other.kinds)
    if broader - VAGUE:
        return Judgement(Verdict.AGREE, f"one is a kind of the other: {', '.join(sorted(broader - VAGUE))}")
    return Judgement(Verdict.DIFFER, "the words name different kinds of act")


def _stage_of(event: Event, text: str) -> Stage:
    """The stage of what an event is about: talks that are cancelled did not come about, though somebody did cancel them."""
    words = {quote(text, (span,)).lower() for span in event.trigger.spans}
    is_cancelled = len(event.trigger.spans) > 1 and bool(words & _cancelling()) and event.polarity is Polarity.AFFIRMED
    return Stage.FOILED if is_cancelled and event.stage is Stage.ACCOMPLISHED else event.stage


@cache
def _cancelling() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("rashomon.compare", "tables/cancelling.tsv", ("word",), key=("word",)))


def _without_telling(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events less the threats and demands whose words hold those of the act that they are about ("threatened to strike")."""
    return tuple(event for event in events if not any(_holds(event, other) for other in events)) or tuple(events)


def _holds(event: Event, other: Event) -> bool:
    own, inner = set(event.trigger.spans), set(other.trigger.spans)
    return event.stage is Stage.ACCOMPLISHED and other.stage is not Stage.ACCOMPLISHED and inner < own


def judge_stages(one: frozenset[Stage], other: frozenset[Stage]) -> Judgement:
    """A common stage agrees; others are judged by the table of stages, the mildest pair deciding. What was foiled had been planned."""
    one, other = (stages - {Stage.PLANNED} if Stage.FOILED in stages else stages for stages in (one, other))
    if one & other:
        return Judgement(Verdict.AGREE, "both: " + ", ".join(sorted(words_for(stage) for stage in one & other)))
    pairs = [_stage_pair(mine, its) for mine in sorted(one) for its in sorted(other)]
    mildness = (Verdict.AGREE, Verdict.UNCLEAR, Verdict.DIFFER, Verdict.CONTRADICT)
    return min(pairs, key=lambda judgement: mildness.index(judgement.relation))


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
