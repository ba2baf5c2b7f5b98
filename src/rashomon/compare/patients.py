"""To whom it was done: those whom each account tells, and those whom it says were spared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.compare.accounts import Teller
from rashomon.compare.offices import Office, office_of
from rashomon.compare.participants import are_brought, in_role, is_cleared, words_for
from rashomon.compare.verdicts import ONE, OTHER, Judgement, Statement, contrast
from rashomon.link.actors import is_named
from rashomon.link.names import content_words
from rashomon.model import ActorKind, Certainty, Contrast, Event, Participant, Polarity, Role, Stage, Verdict

BESIDE = re.compile(r"\s(?:in|at|on|near|from|outside|inside|with|who|that|which)\s|,")
"""What these lead in tells where somebody was, and is nothing that two share who were there."""


NONE = re.compile(r"^no\s+", re.IGNORECASE)
GIVING = frozenset({"election", "office"})
"""Modes of acts by which somebody comes into an office."""
Told = tuple[Event, Participant]


class Patient(NamedTuple):
    """One to whom an act is told to have been done, or not: linked actors and words; `sure` where it is told as done for certain.

    `office` is what is told of one person beside the name, `given` whether the act gives it ("elected Ada Krell mayor").
    """

    actors: frozenset[str]
    words: frozenset[str]
    sure: bool = True
    office: Office | None = None
    given: bool = False


class Patients(NamedTuple):
    """Those whom an account tells an act was done to, and those of whom it says that it was not."""

    told: frozenset[Patient]
    spared: frozenset[Patient]


def contrast_patients(tellers: Sequence[Teller]) -> Contrast | None:
    """The row `patient`: to whom it is told to have been done. Whom its outcome befell ("nine were killed") is not judged.

    Somebody is spared where the article tells that the same doers did it to others, and nowhere that it was done to that one too;
    a denial that says no more is compared as what it denies.
    """
    moved = are_brought(tellers)
    found = {teller.name: [(event, one) for event in teller.central for one in _patients(teller, event, moved=moved)] for teller in tellers}
    statements: list[Statement[Patients]] = []
    silent: list[str] = []
    for teller in tellers:
        beside = [(one, each) for one in tellers if one.account.article == teller.account.article for each in found[one.name]]
        spared = [each for each in found[teller.name] if _is_spared(teller, each, beside)]
        told = [each for each in found[teller.name] if each not in spared]
        if not told and not spared:
            silent.append(teller.name)
            continue
        meant = Patients(_meant(teller, told), _meant(teller, spared))
        judged = not all(teller.act(event).is_result for event, _ in (*told, *spared)) or any(one.office for one in meant.told)
        meaning = meant if judged else None
        spans = tuple(span for _, one in (*told, *spared) for span in one.spans)
        version = teller.version(_value(teller, told, spared), (told or spared)[0][0], spans, accused=True)
        statements.append(Statement(version, meaning))
    return contrast("patient", statements, silent, judge_patients)


def judge_patients(one: Patients, other: Patients) -> Judgement:
    """Told in one account and spared in the other contradicts; a shared one agrees, different names differ, other words are unclear.

    Words are shared where the one has all of the other's: "the list" may be the voters' list, but a membership list need not be.
    """
    for mine, its, teller, sparer in ((one, other, ONE, OTHER), (other, one, OTHER, ONE)):
        if any(told.sure and spared.sure and _are_the_same(told, spared) for told in mine.told for spared in its.spared):
            return Judgement(Verdict.CONTRADICT, f"done to them according to {teller}, not to them according to {sparer}")
    if not one.told and not other.told:
        return Judgement(Verdict.AGREE, "both tell to whom it was not done")
    if not one.told or not other.told:
        return Judgement(Verdict.UNCLEAR, f"{OTHER if one.told else ONE} only tells to whom it was not done")
    if _actors(one.told) & _actors(other.told) or any(_share_words(mine, its) for mine in one.told for its in other.told):
        return Judgement(Verdict.AGREE, "both name the same")
    office = _one_office(one.told, other.told)
    if office is not None:
        return Judgement(Verdict.CONTRADICT, f"one office ({office.name}) under two names")
    if _actors(one.told) and _actors(other.told):
        return Judgement(Verdict.DIFFER, f"{ONE} and {OTHER} name different ones")
    return Judgement(Verdict.UNCLEAR, "described in different words, which may mean the same")


def _patients(teller: Teller, event: Event, *, moved: bool) -> tuple[Participant, ...]:
    return in_role(event, Role.PATIENT, moved=moved and teller.act(event).is_moving)


def _is_spared(teller: Teller, each: Told, beside: Sequence[tuple[Teller, Told]]) -> bool:
    """True for those of a denied act, and for the students of "arrested no students", where the act was done to others `beside`."""
    if not _is_not_done(each):
        return False
    event, one = each
    this = _patient(teller, event, one)
    doers = _doers(teller, event)
    done = [(other, told) for other, told in beside if not _is_not_done(told)]
    others = [told for other, told in done if not (doers and _doers(other, told[0]) and not doers & _doers(other, told[0]))]
    return bool(others) and not any(_are_the_same(_patient(other, *told), this) for other, told in done)


def _is_not_done(each: Told) -> bool:
    event, one = each
    return is_cleared(event) or (event.polarity is Polarity.AFFIRMED and NONE.match(one.name) is not None)


def _doers(teller: Teller, event: Event) -> frozenset[str]:
    agents = (one for one in event.participants if one.role is Role.AGENT)
    return frozenset().union(*(teller.lookup.actors_of(teller.account.article, one) for one in agents))


def _meant(teller: Teller, found: Iterable[Told]) -> frozenset[Patient]:
    return frozenset(_patient(teller, event, one) for event, one in found)


def _patient(teller: Teller, event: Event, one: Participant) -> Patient:
    name = NONE.sub("", one.name)
    return Patient(
        actors=teller.lookup.actors_of(teller.account.article, one),
        words=content_words(BESIDE.split(name, maxsplit=1)[0]) or content_words(name),
        sure=event.stage is Stage.ACCOMPLISHED and event.certainty is Certainty.CERTAIN,
        office=_office(teller, one),
        given=event.mode in GIVING,
    )


def _office(teller: Teller, one: Participant) -> Office | None:
    """What is told of a named person beside the name."""
    actor = teller.lookup.actors.get(one.actor or "")
    return office_of(actor.description) if actor is not None and actor.kind is ActorKind.PERSON and is_named(actor) else None


def _are_the_same(told: Patient, spared: Patient) -> bool:
    """True for the same linked actors or the very same words; what is said of some ("unarmed students") is not said of all."""
    if told.actors and spared.actors:
        return bool(told.actors & spared.actors)
    if told.actors or spared.actors:
        named, described = (told, spared) if told.actors else (spared, told)
        return named.words <= described.words
    return told.words == spared.words


def _one_office(one: Iterable[Patient], other: Iterable[Patient]) -> Office | None:
    """The office of which each account names another holder, where each tells of one person alone."""
    mine, its = tuple(one), tuple(other)
    if len(mine) != 1 or len(its) != 1 or not (mine[0].sure and its[0].sure and mine[0].office and its[0].office):
        return None
    given = mine[0].given and its[0].given
    return mine[0].office if mine[0].office.is_same(its[0].office, given=given) else None


def _actors(patients: Iterable[Patient]) -> frozenset[str]:
    return frozenset().union(*(one.actors for one in patients))


def _share_words(one: Patient, other: Patient) -> bool:
    """True for words in common, unless each has others that tell it apart."""
    shared = one.words & other.words
    return bool(shared) and shared in (one.words, other.words)


def _value(teller: Teller, told: Sequence[Told], spared: Sequence[Told]) -> str:
    done, undone = (words_for(teller.text, [one for _, one in found]) for found in (told, spared))
    return "; ".join([*([done] if done else []), *([f"not {NONE.sub('', undone)}"] if undone else [])])
