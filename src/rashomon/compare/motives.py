"""Why it was done: the reasons that accounts tell for one act, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.synonyms import Synonyms
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.acts import stem
from rashomon.link.names import content_words
from rashomon.model import Contrast, Event, Motive, Polarity, Span, Verdict

SYNONYMS = Synonyms("tables/motives.tsv")


class Ground(NamedTuple):
    """One reason told or denied: the stems of its words, those that mean the same as one, and whether it says enough to compare."""

    stems: frozenset[str]
    denied: bool
    vague: bool


Grounds = frozenset[Ground]


def contrast_motives(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `motive`: the reasons that each account gives for the act, in its own words; no row where none gives any."""
    found = [(teller, [(event, motive) for event in teller.central for motive in event.motives]) for teller in tellers]
    if not any(told for _, told in found):
        return None
    left_out = _taking_part(tellers)
    statements: list[Statement[Grounds]] = []
    silent: list[str] = []
    for teller, told in found:
        if not told:
            silent.append(teller.name)
            continue
        spans: tuple[Span, ...] = tuple(span for _, motive in told for span in motive.spans)
        value = "; ".join(dict.fromkeys(_words(motive, event) for event, motive in told))
        grounds = frozenset(_ground(motive, left_out) for _, motive in told)
        statements.append(Statement(teller.version(value, told[0][0], spans, accused=True), grounds))
    return contrast("motive", statements, silent, judge_motives)


def judge_motives(one: Grounds, other: Grounds) -> Judgement:
    """A reason that both tell agrees, one that the other account denies contradicts; others differ, for both may hold.

    Reasons that are only named ("for political reasons") are unclear beside any other, as is a denial beside another reason.
    """
    for mine in one:
        for its in other:
            if mine.denied != its.denied and _is_same(mine, its):
                telling, denying = (OTHER, ONE) if mine.denied else (ONE, OTHER)
                return Judgement(Verdict.CONTRADICT, f"a reason told by {telling} is denied by {denying}")
    if any(mine.denied == its.denied and _is_shared(mine, its) for mine in one for its in other):
        return Judgement(Verdict.AGREE, "both tell the same reason")
    told = [[ground for ground in side if not ground.denied] for side in (one, other)]
    if not all(told):
        return Judgement(Verdict.UNCLEAR, "one only tells what was not the reason")
    if any(all(ground.vague for ground in side) for side in told):
        return Judgement(Verdict.UNCLEAR, "one names a reason without telling it")
    return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} tell different reasons, which may both hold")


def _is_shared(one: Ground, other: Ground) -> bool:
    """True for a word in common; reasons that tell nothing have none but each other's very words."""
    return one.stems == other.stems if one.vague or other.vague else bool(one.stems & other.stems)


def _is_same(one: Ground, other: Ground) -> bool:
    """True where all that the shorter of the two says stands in the other: a denial is of the very reason that is told."""
    return bool(one.stems) and (one.stems <= other.stems or other.stems <= one.stems)


def _words(motive: Motive, event: Event) -> str:
    if motive.polarity is Polarity.AFFIRMED:
        return motive.words
    return f"{motive.words}, of an act told not to be so" if event.polarity is Polarity.DENIED else f"told not to be so: {motive.words}"


def _taking_part(tellers: Sequence[Teller]) -> frozenset[str]:
    """Stems of those who took part in the act: their names in two reasons are nothing in common."""
    named = (one.name for teller in tellers for event in teller.events for one in event.participants if one.actor)
    return frozenset(stem(word) for name in named for word in content_words(name))


def _ground(motive: Motive, left_out: frozenset[str]) -> Ground:
    stems = SYNONYMS.stems_of(motive.words)
    telling = stems - SYNONYMS.of_class("frame") - left_out or stems - SYNONYMS.of_class("frame") or stems
    return Ground(telling, motive.polarity is Polarity.DENIED, telling <= SYNONYMS.of_class("vague") | SYNONYMS.of_class("frame"))
