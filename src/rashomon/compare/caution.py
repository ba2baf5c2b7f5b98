"""Caution: what takes a verdict on two statements back, that one is only possible or told of another time or place."""

from __future__ import annotations

from rashomon.compare.said import Said
from rashomon.compare.verdicts import Judgement
from rashomon.model import Verdict

NOWHERE = frozenset({"defunct", "dead", "none"})
"""Answers that hold of every place when none is told: "defunct" beside "active in the north"."""
FAR_APART = 365
"""Days between the publications of two accounts: what both tell of their present may have changed by then."""
ENOUGH = 2
"""Words in common from which on an answer that holds all of another one's words says the same."""
ORIGINS = frozenset({"behind"})
"""Answers that name who brought a thing about; two accounts may tell of the thing by the same words alone."""


def cautious(judged: Judgement | None, one: Said, other: Said) -> Judgement | None:
    """The verdict, less where something is only possible, or told of another time or another place."""
    if judged is None or judged.relation in {Verdict.UNCLEAR, Verdict.DIFFER}:
        return judged
    if one.possible or other.possible:
        differently = one.possible != other.possible or one.denied != other.denied
        return Judgement(Verdict.UNCLEAR, "one is told as only possible") if differently else judged
    is_opposed = judged.relation is Verdict.CONTRADICT
    if _may_have_changed(one, other, is_opposed=is_opposed):
        return Judgement(Verdict.DIFFER if one.topic == "size" else Verdict.UNCLEAR, "told of what may be two times")
    if one.topic == "existence" and one.is_person:
        return judged
    if one.scope and other.scope and not one.scope & other.scope:
        return Judgement(Verdict.DIFFER if is_opposed else Verdict.UNCLEAR, "told of two places or groups of people")
    if is_opposed and one.topic == "rank" and not (one.scope <= other.scope or other.scope <= one.scope):
        return Judgement(Verdict.DIFFER, "told among others in each account")
    everywhere = any(said.value in NOWHERE and not said.scope for said in (one, other))
    if is_opposed and bool(one.scope) != bool(other.scope) and not everywhere:
        return Judgement(Verdict.UNCLEAR, "one is told of a single place or group of people only")
    return judged


def _may_have_changed(one: Said, other: Said, *, is_opposed: bool) -> bool:
    """True for two times: one told of the past or both, or published far apart. Who brought a thing about does not change.

    That is so of one thing only: where its words are few ("the attack"), accounts published far apart may tell of two.
    """
    if one.value in ORIGINS and one.value == other.value:
        return is_opposed and _are_far_apart(one, other) and len(one.other_stems & other.other_stems) < ENOUGH
    return one.past != other.past or (is_opposed and (one.past or _are_far_apart(one, other)))


def _are_far_apart(one: Said, other: Said) -> bool:
    if one.published is None or other.published is None:
        return False
    return one.published.gap(other.published) > FAR_APART
