"""What kind of act, how far it got, whether it was so, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import Judgement, Statement, contrast
from rashomon.link.acts import broader_kinds
from rashomon.link.names import content_words
from rashomon.model import Contrast, Event, EventType, Polarity, Role, Stage, Verdict, quote
from rashomon.tables import load_table

VAGUE = frozenset({"incident", "accident", "disaster"})
"""Broad words for an act of force that leave out that somebody did it: "incident" beside "attack" is another telling."""


class Wording(NamedTuple):
    """What kinds of act an account's words name."""

    stems: frozenset[str]
    kinds: frozenset[str]
    modes: frozenset[tuple[EventType, str]]


class Denial(NamedTuple):
    """Whether an account denies the act, of whom it tells or denies it, and what is said of to whom it was done."""

    denied: bool
    agents: frozenset[str]
    patients: frozenset[str]


class Voice(NamedTuple):
    """Who tells it: the linked actor or name, and in which article where it is the author."""

    key: str
    is_author: bool


def contrast_acts(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `act`: the words each account has for what happened; those for its outcome alone ("killed") are not judged."""
    statements: list[Statement[Wording]] = []
    for teller in tellers:
        event = teller.events[0]
        words = "; ".join(dict.fromkeys(quote(teller.text, told.trigger.spans) for told in teller.events))
        is_outcome = all(teller.act(told).is_result for told in teller.events)
        statements.append(
            Statement(teller.version(words, event, event.trigger.spans, accused=True), None if is_outcome else _wording(teller))
        )
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
        value = f"{event.stage.value}: {quote(teller.text, event.trigger.spans)}"
        statements.append(Statement(teller.version(value, event, event.trigger.spans, accused=True), stages))
    return contrast("stage", statements, (), judge_stages)


def contrast_polarities(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `polarity`: who tells it as so and who denies it."""
    lookup = tellers[0].lookup
    statements = []
    for teller in tellers:
        event = next((told for told in teller.events if told.polarity is Polarity.DENIED), teller.events[0])
        agents = frozenset(
            actor for one in event.participants if one.role is Role.AGENT for actor in lookup.actors_of(teller.account.article, one)
        )
        value = f"{event.polarity.value}: {quote(teller.text, event.trigger.spans)}"
        patients = frozenset().union(*(content_words(one.name) for one in event.participants if one.role is Role.PATIENT))
        denial = Denial(event.polarity is Polarity.DENIED, agents, patients)
        statements.append(Statement(teller.version(value, event, event.trigger.spans, accused=True), denial))
    return contrast("polarity", statements, (), lambda one, other: judge_denials(one, other, lookup))


def contrast_sources(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `source`: who says so in each account."""
    statements = []
    for teller in tellers:
        event = teller.events[0]
        attribution = teller.lookup.attributions.get(event.attribution or "")
        spans = (attribution.source.spans or attribution.cue.spans) if attribution and not teller.is_author else event.trigger.spans
        kind = "the author" if teller.is_author else f"{teller.account.source_kind.value} source"
        key = teller.lookup.source_key(teller.account.article, event.attribution)
        voice = Voice(f"{teller.account.article}/{key}" if teller.is_author else key, teller.is_author)
        statements.append(Statement(teller.version(f"{teller.account.source} ({kind})", event, spans or event.trigger.spans), voice))
    return contrast("source", statements, (), judge_voices)


def judge_wordings(one: Wording, other: Wording) -> Judgement:
    """Words of one kind of act agree, words that only may tell of the same happening differ."""
    if one.stems & other.stems:
        return Judgement(Verdict.AGREE, "the same word is used")
    if one.kinds & other.kinds or one.modes & other.modes:
        return Judgement(Verdict.AGREE, "the words name one kind of act")
    broader = {kind for act in (one, other) for mine in act.kinds for kind in broader_kinds(mine)} & (one.kinds | other.kinds)
    if broader - VAGUE:
        return Judgement(Verdict.AGREE, f"one is a kind of the other: {', '.join(sorted(broader - VAGUE))}")
    return Judgement(Verdict.DIFFER, "the words name different kinds of act")


def judge_stages(one: frozenset[Stage], other: frozenset[Stage]) -> Judgement:
    """A common stage agrees; others are judged by the table of stages, the mildest pair deciding."""
    if one & other:
        return Judgement(Verdict.AGREE, "both: " + ", ".join(sorted(stage.value for stage in one & other)))
    pairs = [_stage_pair(mine, its) for mine in sorted(one) for its in sorted(other)]
    mildness = (Verdict.AGREE, Verdict.UNCLEAR, Verdict.DIFFER, Verdict.CONTRADICT)
    return min(pairs, key=lambda judgement: mildness.index(judgement.relation))


def judge_denials(one: Denial, other: Denial, lookup: Lookup) -> Judgement:
    """A denial contradicts an account that tells it of the same actor, or of anybody where nobody is cleared by name.

    Clearing one actor while the other account names another, or nobody, only differs. Where the two do not tell of the
    same patient it is unclear whether the same is denied.
    """
    if one.denied == other.denied:
        return Judgement(Verdict.AGREE, "denied in both" if one.denied else "told as so in both")
    denying, telling = (one, other) if one.denied else (other, one)
    names = ", ".join(sorted(lookup.name_of(actor) for actor in denying.agents))
    if denying.agents and not denying.agents & telling.agents:
        return Judgement(Verdict.DIFFER, f"denied of {names}, whom the other account does not name")
    if not (one.patients & other.patients or (denying.agents and not (one.patients and other.patients))):
        return Judgement(Verdict.UNCLEAR, "told as so in one account and denied in the other, but perhaps not of the same")
    return Judgement(Verdict.CONTRADICT, f"told of {names or 'somebody'} in one account and denied in the other")


def judge_voices(one: Voice, other: Voice) -> Judgement:
    """One source in both agrees."""
    if one == other:
        return Judgement(Verdict.AGREE, "both go back to one source")
    return Judgement(Verdict.DIFFER, "each has its own source")


def _plainest(events: Sequence[Event]) -> Event:
    """The event told as furthest along: one told as done before one planned or asked for."""
    order = list(Stage)
    return min(events, key=lambda event: (event.polarity is Polarity.DENIED, order.index(event.stage)))


def _stage_pair(one: Stage, other: Stage) -> Judgement:
    row = _stage_rows().get(frozenset({one.value, other.value}))
    if row is None:
        return Judgement(Verdict.DIFFER, f"{one.value} in one account, {other.value} in the other")
    return Judgement(Verdict(row["relation"]), row["why"])


@cache
def _stage_rows() -> dict[frozenset[str], dict[str, str]]:
    rows = load_table("rashomon.compare", "tables/stages.tsv", ("one", "other", "relation", "why"), key=("one", "other"))
    return {frozenset({row["one"], row["other"]}): row for row in rows}
