"""Choosing: of all weighed wordings those that are told of the roles, one for each person, organisation or thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rashomon.model import (
    Blame,
    BlamedOrganisation,
    Event,
    EventType,
    Filler,
    IncidentSummary,
    MentionForm,
    Participant,
    Record,
    Role,
    Span,
    Spans,
    covers,
    quote,
)
from rashomon.parse import Doc
from rashomon.read.incidents.candidates import Candidate, wording_key
from rashomon.read.incidents.told import ROLES, VIOLENT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLAMES = (Blame.FACT, Blame.CLAIMED, Blame.ACCUSED_BY_AUTHORITIES, Blame.ACCUSED, Blame.POSSIBLE, Blame.ACQUITTED)
"""The columns of the head's scores of blame."""
EXPLICIT = frozenset({Blame.CLAIMED, Blame.ACCUSED_BY_AUTHORITIES, Blame.ACCUSED})
"""What somebody says in so many words, and no weighing can take back."""
NAMING = frozenset({MentionForm.NAME, MentionForm.ALIAS})
SMALL = frozenset({"of", "and", "for", "in", "de", "la", "el", "del"})
"""Words that leave no letter in an acronym."""
SHORTEST_ACRONYM, SPARE_LETTERS = 3, 2


def choose(
    doc: Doc,
    record: Record,
    candidates: Sequence[Candidate],
    roles: NDArray[np.float32],
    blame: NDArray[np.float32],
    least: Mapping[str, float],
) -> IncidentSummary:
    """The summary, from a likelihood for each candidate in each of `ROLES` and a score for each of `BLAMES`.

    `least` is the likelihood from which a wording is told, for each role. Several wordings of one thing ("terrorist",
    "terrorists"; a name and its acronym) are told by the likeliest; the others are its further mentions.
    """
    groups = {role: groups_of(candidates, roles[:, number], least[role]) for number, role in enumerate(ROLES)}
    told = {role: tuple(_filler(doc, record, group) for group in found) for role, found in groups.items()}
    places = {candidate.key: place for place, candidate in enumerate(candidates)}
    organisations = (
        BlamedOrganisation(organisation=filler, blame=BLAMES[int(blame[places[group[0].key]].argmax())], events=_events(filler, record))
        for filler, group in zip(told["organisations"], groups["organisations"], strict=True)
    )
    return IncidentSummary(
        individuals=told["individuals"],
        organisations=tuple(organisations),
        targets=told["targets"],
        victims=told["victims"],
        weapons=told["weapons"],
    )


def with_rules_blame(summary: IncidentSummary, by_rules: IncidentSummary) -> IncidentSummary:
    """The summary with what the rules are sure of: an organisation that claims an act, or that somebody accuses, is told so.

    Where both tell of an organisation, a claim settles how firmly it is tied to the act, and what the rules find only to be an
    accusation or possible is not told as a fact.
    """
    kept: list[BlamedOrganisation] = []
    for blamed in summary.organisations:
        ruled = next((other.blame for other in by_rules.organisations if _is_one(blamed, other)), blamed.blame)
        settled = ruled is Blame.CLAIMED or blamed.blame is Blame.FACT
        kept.append(replace(blamed, blame=ruled) if settled else blamed)
    for ruled_in in by_rules.organisations:
        if ruled_in.blame in EXPLICIT and not any(_is_one(ruled_in, blamed) for blamed in kept):
            kept.append(ruled_in)
    return replace(summary, organisations=tuple(kept))


def _is_one(blamed: BlamedOrganisation, other: BlamedOrganisation) -> bool:
    own = [wording_key(words) for words in blamed.organisation.mentions]
    return any(is_same(key, wording_key(words)) for words in other.organisation.mentions for key in own)


def groups_of(candidates: Sequence[Candidate], likelihood: NDArray[np.float32], least: float) -> list[list[Candidate]]:
    """The candidates that are likely enough, those of one thing together, the likeliest first."""
    groups: list[list[Candidate]] = []
    for place in sorted(range(len(candidates)), key=lambda place: (-likelihood[place], place)):
        if likelihood[place] < least:
            break
        own = next((group for group in groups if is_same(candidates[place].key, group[0].key)), None)
        if own is None:
            groups.append([candidates[place]])
        else:
            own.append(candidates[place])
    return groups


def is_same(one: str, other: str) -> bool:
    """True for two wordings that can name the same: one has all words of the other but for number, or is its acronym."""
    first, second = one.split(), other.split()
    if not first or not second:
        return False
    bare = {_singular(word) for word in first}, {_singular(word) for word in second}
    return bare[0] <= bare[1] or bare[1] <= bare[0] or _is_acronym(first, second) or _is_acronym(second, first)


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_acronym(short: Sequence[str], name: Sequence[str]) -> bool:
    """True for letters that stand at the starts of the name's words, in any order: an acronym may come from another language."""
    initials = [word[0] for word in name if word not in SMALL]
    if len(short) != 1 or not SHORTEST_ACRONYM <= len(short[0]) <= len(initials) <= len(short[0]) + SPARE_LETTERS:
        return False
    return not Counter(short[0]) - Counter(initials)


def _filler(doc: Doc, record: Record, group: Sequence[Candidate]) -> Filler:
    spans = sorted(set(_spans(doc, group)))
    whole = tuple(span for span in spans if not any(other != span and other.contains(span) for other in spans))
    lead = set(_spans(doc, group[:1]))
    actor = next((actor for actor in record.actors if any(_ends_with(mention.spans, lead) for mention in actor.mentions)), None)
    names = [mention.spans for mention in actor.mentions if mention.form in NAMING] if actor is not None else []
    wordings = [quote(doc.text, words) for words in (*((next(_spans(doc, [candidate])),) for candidate in group), *names)]
    return Filler(
        mentions=tuple({wording_key(words): words for words in reversed(wordings)}.values())[::-1],
        actor=actor.id if actor is not None else None,
        spans=whole,
    )


def _ends_with(mention: Spans, lead: Iterable[Span]) -> bool:
    """True for "the Oru Front" and "Oru Front": a mention of the actor that ends where the wording ends, and holds it."""
    return any(mention[-1].end == span.end and mention[0].start <= span.start for span in lead)


def _spans(doc: Doc, group: Sequence[Candidate]) -> Iterator[Span]:
    for candidate in group:
        for mention in candidate.mentions:
            yield doc.span(doc.tokens[mention.first], doc.tokens[mention.last])


def _events(filler: Filler, record: Record) -> tuple[str, ...]:
    """The acts that tie the organisation to violence: those that it is told to have done, and accusations of it."""
    return tuple(event.id for event in record.events if any(_is_tied(event, participant, filler) for participant in event.participants))


def _is_tied(event: Event, participant: Participant, filler: Filler) -> bool:
    does = event.type in VIOLENT and participant.role is Role.AGENT
    accused = event.type is EventType.ACCUSE and participant.role is Role.PATIENT
    return (does or accused) and any(covers(participant.spans, (span,)) for span in filler.spans)
