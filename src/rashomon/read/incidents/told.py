"""What is told of each candidate, as numbers: its grammar, the acts that it takes part in, the actor that it names.

The columns are fixed: a head is trained on them, so a change in what one of them holds asks for training again (train/README.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from rashomon.encode.weights import Labels
from rashomon.model import (
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    CueType,
    Event,
    EventType,
    Filler,
    IncidentSummary,
    MentionForm,
    Polarity,
    Record,
    Role,
    Stage,
)
from rashomon.parse import Doc
from rashomon.read.incidents.candidates import Candidate, Mention, wording_key
from rashomon.read.incidents.nouns import likely_kind

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

POS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
MOST_MENTIONS, LAST_SENTENCE, MOST_WORDS = 9, 30, 12
BEFORE, BEHIND = 5, 5
ACTS = (
    frozenset({EventType.ASSAULT}),
    frozenset({EventType.COERCE}),
    frozenset({EventType.ACCUSE}),
    frozenset({EventType.THREATEN}),
    frozenset({EventType.PROTEST, EventType.MOBILIZE}),
)
VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
ACCUSING = frozenset({CueType.ACCUSE, CueType.CLAIM, CueType.THINK})
STANDING = 9
EXACT = 3
"""The value of a mention that is the very wording."""
ACTOR_COLUMNS = len(ActorKind) + 5
ACT_COLUMNS = 2 * (len(ACTS) + 1) + STANDING
ROLES = ("individuals", "organisations", "targets", "victims", "weapons")
TOLD_COLUMNS = ACTOR_COLUMNS + 2 * ACT_COLUMNS + len(ROLES)


def category_sizes(labels: Labels) -> tuple[int, ...]:
    """How many numbers each of the columns of `categories` has."""
    dep, pos, entity = len(labels.dep) + 1, len(POS) + 1, len(labels.entity) + 1
    return dep, pos, entity, MOST_MENTIONS + 1, LAST_SENTENCE + 1, MOST_WORDS + 1, 2, BEFORE, BEHIND, dep, pos, 2


def categories(doc: Doc, candidates: Sequence[Candidate], labels: Labels) -> NDArray[np.int64]:
    """The grammar of each candidate's first mention, one row each; the columns are those of `category_sizes`."""
    rows = [_category(doc, candidate, labels) for candidate in candidates]
    return np.array(rows, dtype=np.int64).reshape(len(candidates), len(category_sizes(labels)))


def _category(doc: Doc, candidate: Candidate, labels: Labels) -> tuple[int, ...]:
    mention = candidate.mentions[0]
    tokens, top = doc.tokens, doc.tokens[mention.top]
    before = tokens[mention.first - 1] if mention.first else None
    behind = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    return (
        labels.dep.get(top.dep_, 0),
        _pos(tokens[mention.first]),
        labels.entity.get(top.ent_type_, 0),
        min(len(candidate.mentions), MOST_MENTIONS),
        min(doc.sentence_numbers[mention.first], LAST_SENTENCE),
        min(mention.last - mention.first + 1, MOST_WORDS),
        int(before is not None and before.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}),
        _before(before),
        _behind(behind),
        labels.dep.get(top.head.dep_, 0),
        _pos(top),
        int(any(token.dep_ == "prep" for token in tokens[mention.first : mention.last + 1])),
    )


def _pos(token: Token) -> int:
    return POS.index(token.pos_) + 1 if token.pos_ in POS else 0


def _before(token: Token | None) -> int:
    if token is None:
        return 0
    return 1 if token.pos_ == "DET" else 2 if token.is_quote else 3 if token.pos_ == "ADP" else 4


def _behind(token: Token | None) -> int:
    if token is None:
        return 0
    return 1 if token.lower_ == "of" else 2 if token.is_punct else 3 if token.pos_ in {"NOUN", "PROPN"} else 4


def told_of(doc: Doc, candidates: Sequence[Candidate], record: Record, by_rules: IncidentSummary) -> NDArray[np.float32]:
    """What was read of each candidate, one row of `TOLD_COLUMNS` numbers each.

    First the actor that it names; then the acts that its own words take part in, and those that any mention of that actor does; last the
    roles that the rules give it.
    """
    actors, acts = _Actors(record.actors), _Acts(record)
    in_roles = [{wording_key(words) for filler in fillers for words in filler.mentions} for fillers in role_fillers(by_rules)]
    rows = np.zeros((len(candidates), TOLD_COLUMNS), dtype=np.float32)
    for row, candidate in zip(rows, candidates, strict=True):
        places = np.array([_characters(doc, mention) for mention in candidate.mentions])
        actor, exact = actors.named_by(places)
        if actor is not None:
            row[:ACTOR_COLUMNS] = _of_actor(actor, candidate.key, exact=exact)
            row[ACTOR_COLUMNS + ACT_COLUMNS : -len(ROLES)] = acts.of_actor(actor)
        row[ACTOR_COLUMNS : ACTOR_COLUMNS + ACT_COLUMNS] = acts.at(places)
        row[-len(ROLES) :] = [candidate.key in keys for keys in in_roles]
    return rows


def role_fillers(summary: IncidentSummary) -> tuple[tuple[Filler, ...], ...]:
    """The fillers of each of `ROLES`."""
    organisations = tuple(blamed.organisation for blamed in summary.organisations)
    return summary.individuals, organisations, summary.targets, summary.victims, summary.weapons


def _characters(doc: Doc, mention: Mention) -> tuple[int, int]:
    last = doc.tokens[mention.last]
    return doc.tokens[mention.first].idx, last.idx + len(last)


class _Actors:
    """Which actor a wording names: the one with a mention that ends where it ends, or that holds all of it."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        found = [(span.start, span.end, actor) for actor in actors for mention in actor.mentions for span in mention.spans]
        self._actors = [actor for _, _, actor in found]
        self._spans = np.array([(start, end) for start, end, _ in found], dtype=np.int64).reshape(len(found), 2)

    def named_by(self, places: NDArray[np.int64]) -> tuple[Actor | None, bool]:
        """The actor, and whether one of its mentions is the very wording; `places` has first and behind-last character of each mention."""
        first, behind = self._spans[:, 0], self._spans[:, 1]
        start, end = places[:, :1], places[:, 1:]
        ends_there = behind == end
        fits = (first < end) & (behind > start) & (ends_there | ((first <= start) & (behind >= end)))
        value = fits * (1 + ends_there + ((first == start) & ends_there))
        if not value.size or not value.any():
            return None, False
        best = int(value.max(axis=0).argmax())
        return self._actors[best], bool(value[:, best].max() == EXACT)


def _of_actor(actor: Actor, key: str, *, exact: bool) -> list[float]:
    forms = {mention.form for mention in actor.mentions}
    likely = likely_kind(actor)
    return [
        *(float(likely is kind) for kind in ActorKind),
        float(np.log1p(len(actor.mentions))),
        float(bool(forms & {MentionForm.NAME, MentionForm.ALIAS})),
        float(wording_key(actor.name) == key),
        float(exact),
        float(bool(forms & {MentionForm.PRONOUN, MentionForm.DESCRIPTION})),
    ]


class _Acts:
    """The parts that words play in acts: agent and patient for each kind of act, and how the violent ones stand."""

    def __init__(self, record: Record) -> None:
        voices = {attribution.id: attribution for attribution in record.attributions}
        found = [
            ((span.start, span.end), _part(event, participant.role, voices.get(event.attribution or "")))
            for event in record.events
            for participant in event.participants
            for span in participant.spans
        ]
        self._spans = np.array([span for span, _ in found], dtype=np.int64).reshape(len(found), 2)
        self._parts = np.array([part for _, part in found], dtype=np.float32).reshape(len(found), ACT_COLUMNS)
        self._known: dict[str, NDArray[np.float32]] = {}

    def at(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """What the words at these characters do, `places` has the first and behind-last one of each mention."""
        overlaps = ((self._spans[:, 0] < places[:, 1:]) & (self._spans[:, 1] > places[:, :1])).any(axis=0)
        found: NDArray[np.float32] = self._parts[overlaps].max(axis=0, initial=0)
        return found

    def of_actor(self, actor: Actor) -> NDArray[np.float32]:
        """What any mention of the actor does."""
        if actor.id not in self._known:
            self._known[actor.id] = self.at(np.array([(span.start, span.end) for mention in actor.mentions for span in mention.spans]))
        return self._known[actor.id]


def _part(event: Event, role: Role, voice: Attribution | None) -> list[float]:
    row = [0.0] * ACT_COLUMNS
    kind = next((number for number, types in enumerate(ACTS) if event.type in types), len(ACTS))
    if role is Role.INSTRUMENT:
        row[-STANDING] = float(kind < len(ACTS))
    elif kind < len(ACTS) or role is Role.AGENT:
        row[2 * kind + (role is not Role.AGENT)] = 1.0
        if event.type in VIOLENT and role is Role.AGENT:
            row[-STANDING + 1 :] = _standing(event, voice)
    return row


def _standing(event: Event, voice: Attribution | None) -> list[float]:
    cue = voice.cue.type if voice is not None else None
    return [
        float(event.certainty is Certainty.PROBABLE),
        float(event.certainty is Certainty.POSSIBLE),
        float(event.stage is not Stage.ACCOMPLISHED),
        float(event.polarity is not Polarity.AFFIRMED),
        float(cue in ACCUSING),
        float(cue is CueType.ADMIT),
        float(cue is CueType.DENY),
        float(voice is None),
    ]
