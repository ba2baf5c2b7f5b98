"""Choosing: of all weighed wordings those that are told of the roles, one for each person, organisation or thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rashomon.model import Blame, BlamedOrganisation, Filler, IncidentSummary, Record, Role, Span, covers
from rashomon.parse import Doc
from rashomon.read.incidents.candidates import Candidate, wording_key
from rashomon.read.incidents.told import ROLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLAMES = (Blame.FACT, Blame.CLAIMED, Blame.ACCUSED_BY_AUTHORITIES, Blame.ACCUSED, Blame.POSSIBLE, Blame.ACQUITTED)
"""The columns of the head's scores of blame."""
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
    told = {
        role: [_filler(doc, record, group) for group in groups_of(candidates, roles[:, n], least[role])] for n, role in enumerate(ROLES)
    }
    places = {candidate.key: place for place, candidate in enumerate(candidates)}
    organisations = [
        BlamedOrganisation(organisation=filler, blame=BLAMES[int(blame[places[group[0].key]].argmax())], events=_events(filler, record))
        for filler, group in zip(told["organisations"], groups_of(candidates, roles[:, 1], least["organisations"]), strict=True)
    ]
    return IncidentSummary(
        individuals=tuple(told["individuals"]),
        organisations=tuple(organisations),
        targets=tuple(told["targets"]),
        victims=tuple(told["victims"]),
        weapons=tuple(told["weapons"]),
    )


def with_claims(summary: IncidentSummary, by_rules: IncidentSummary) -> IncidentSummary:
    """The summary with the organisations that the rules find to claim an act: whoever says so is told, however unlikely to the head.

    Where both tell of an organisation, the claim settles how firmly it is tied to the act.
    """
    claiming = [blamed for blamed in by_rules.organisations if blamed.blame is Blame.CLAIMED]
    kept = [replace(blamed, blame=Blame.CLAIMED) if _is_told(blamed, claiming) else blamed for blamed in summary.organisations]
    further = [blamed for blamed in claiming if not _is_told(blamed, kept)]
    return replace(summary, organisations=(*kept, *further))


def _is_told(blamed: BlamedOrganisation, others: Iterable[BlamedOrganisation]) -> bool:
    own = [wording_key(words) for words in blamed.organisation.mentions]
    return any(is_same(key, wording_key(words)) for other in others for words in other.organisation.mentions for key in own)


def groups_of(candidates: Sequence[Candidate], likelihood: NDArray[np.float32], least: float) -> list[list[Candidate]]:
    """The candidates that are likely enough, those of one thing together, the likeliest first."""
    groups: list[list[Candidate]] = []
    for place in sorted(range(len(candidates)), key=lambda place: (-likelihood[place], place)):
        if likelihood[place] < least:
            break
        own = next((group for group in groups if any(is_same(candidates[place].key, other.key) for other in group)), None)
        if own is None:
            groups.append([candidates[place]])
        else:
            own.append(candidates[place])
    return groups


def is_same(one: str, other: str) -> bool:
    """True for two wordings that can name the same: one has all words of the other but for number, or is its acronym."""
    first, second = one.split(), other.split()
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
    spans = sorted(_spans(doc, group))
    actor = next((actor for actor in record.actors for mention in actor.mentions if any(span in mention.spans for span in spans)), None)
    mentions = tuple(
        dict.fromkeys(" ".join(doc.text[span.start : span.end].split()) for span in (next(_spans(doc, [one])) for one in group))
    )
    return Filler(mentions=mentions, actor=actor.id if actor is not None else None, spans=tuple(spans))


def _spans(doc: Doc, group: Sequence[Candidate]) -> Iterator[Span]:
    for candidate in group:
        for mention in candidate.mentions:
            yield doc.span(doc.tokens[mention.first], doc.tokens[mention.last])


def _events(filler: Filler, record: Record) -> tuple[str, ...]:
    """The acts that the organisation is told to have done."""
    return tuple(
        event.id
        for event in record.events
        if any(
            participant.role is Role.AGENT and any(covers(participant.spans, (span,)) for span in filler.spans)
            for participant in event.participants
        )
    )
