"""To whom it was done: those whom each account tells, and those whom it says were spared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.participants import are_brought, in_role, is_cleared, words_for
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.names import content_words
from rashomon.model import Certainty, Contrast, Event, Participant, Role, Stage, Verdict

BESIDE = re.compile(r"\s(?:in|at|on|near|from|outside|inside|with|who|that|which)\s|,")
"""What these lead in tells where somebody was, and is nothing that two share who were there."""


class Patient(NamedTuple):
    """One to whom an act is told to have been done, or not: linked actors and words; `sure` where it is told as done for certain."""

    actors: frozenset[str]
    words: frozenset[str]
    sure: bool = True


class Patients(NamedTuple):
    """Those whom an account tells an act was done to, and those of whom it says that it was not."""

    told: frozenset[Patient]
    spared: frozenset[Patient]


def contrast_patients(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `patient`: to whom it is told to have been done. Whom its outcome befell ("nine were killed") is not judged."""
    moved = are_brought(tellers)
    telling = {teller.account.article for teller in tellers if any(not is_cleared(event) for event in teller.central)}
    statements: list[Statement[Patients]] = []
    silent: list[str] = []
    for teller in tellers:
        found = [(event, parties) for event in teller.central if (parties := _patients(teller, event, moved=moved))]
        told = [each for each in found if not is_cleared(each[0])]
        spared = [each for each in found if is_cleared(each[0])]
        if spared and not told and teller.account.article not in telling:
            told, spared = spared, []
        if not told and not spared:
            silent.append(teller.name)
            continue
        judged = not all(teller.act(event).is_result for event, _ in found)
        meaning = Patients(_meant(teller, told), _meant(teller, spared)) if judged else None
        first = (told or spared)[0][0]
        spans = tuple(span for _, parties in (*told, *spared) for one in parties for span in one.spans)
        statements.append(Statement(teller.version(_value(teller, told, spared), first, spans, accused=True), meaning))
    return contrast("patient", statements, silent, judge_patients)


def judge_patients(one: Patients, other: Patients) -> Judgement:
    """Told in one account and spared in the other contradicts; a shared one agrees, different names differ, other words are unclear."""
    for mine, its, teller, sparer in ((one, other, ONE, OTHER), (other, one, OTHER, ONE)):
        if any(told.sure and spared.sure and _are_the_same(told, spared) for told in mine.told for spared in its.spared):
            return Judgement(Verdict.CONTRADICT, f"done to them according to {teller}, not to them according to {sparer}")
    if not one.told and not other.told:
        return Judgement(Verdict.AGREE, "both tell to whom it was not done")
    if not one.told or not other.told:
        return Judgement(Verdict.UNCLEAR, f"{OTHER if one.told else ONE} only tells to whom it was not done")
    if _actors(one.told) & _actors(other.told) or _words(one.told) & _words(other.told):
        return Judgement(Verdict.AGREE, "both name the same")
    if _actors(one.told) and _actors(other.told):
        return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} name different ones")
    return Judgement(Verdict.UNCLEAR, "described in different words, which may mean the same")


def _patients(teller: Teller, event: Event, *, moved: bool) -> tuple[Participant, ...]:
    return in_role(event, Role.PATIENT, moved=moved and teller.act(event).is_moving)


def _meant(teller: Teller, found: Iterable[tuple[Event, tuple[Participant, ...]]]) -> frozenset[Patient]:
    return frozenset(_patient(teller, event, one) for event, parties in found for one in parties)


def _patient(teller: Teller, event: Event, one: Participant) -> Patient:
    return Patient(
        actors=teller.lookup.actors_of(teller.account.article, one),
        words=content_words(BESIDE.split(one.name, maxsplit=1)[0]) or content_words(one.name),
        sure=event.stage is Stage.ACCOMPLISHED and event.certainty is Certainty.CERTAIN,
    )


def _are_the_same(told: Patient, spared: Patient) -> bool:
    """True for the same linked actors or the very same words; what is said of some ("unarmed students") is not said of all."""
    if told.actors or spared.actors:
        return bool(told.actors & spared.actors)
    return told.words == spared.words


def _actors(patients: Iterable[Patient]) -> frozenset[str]:
    return frozenset().union(*(one.actors for one in patients))


def _words(patients: Iterable[Patient]) -> frozenset[str]:
    return frozenset().union(*(one.words for one in patients))


def _value(
    teller: Teller, told: Sequence[tuple[Event, tuple[Participant, ...]]], spared: Sequence[tuple[Event, tuple[Participant, ...]]]
) -> str:
    done, undone = (words_for(teller, [one for _, parties in found for one in parties]) for found in (told, spared))
    return "; ".join([*([done] if done else []), *([f"not {undone}"] if undone else [])])
