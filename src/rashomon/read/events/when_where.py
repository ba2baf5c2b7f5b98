"""When and where an act took place, as told: the expression of time or place that belongs to it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Participant, Place, Role, Spans, Time, TimeKind, When, Where, covers
from rashomon.parse import Doc
from rashomon.read.events.clauses import SUBJECTS, governor
from rashomon.read.events.participants import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
SHARED_UPWARD = frozenset({"xcomp", "pcomp", "advcl", "conj", "acl"})
LOCATIVE = (
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "within",
    "throughout",
    "across",
    "around",
    "on",
    "off",
    "along",
    "over",
    "into",
    "to",
    "from",
    "through",
)
GOALS = frozenset({"to", "into", "from"})
"""Where these lead is told of the verb of motion alone, and not of acts beside it ("after the raid they fled to Orsk")."""
NO_TIME = "no time told in this sentence"
NO_PLACE = "no place told in this sentence"
OTHER_TIME = "the times told in this sentence belong to other acts"
OTHER_PLACE = "the places told in this sentence belong to other acts"
DURATION_ONLY = "only a length of time is told in this sentence"


@dataclass(frozen=True, eq=False)
class Attached:
    """An expression with the words it hangs on: from its own head up to and including the first verb; `by` are the prepositions passed."""

    expression: Time | Place
    path: tuple[Token, ...]
    by: tuple[str, ...]

    @property
    def verb(self) -> Token:
        """The verb of the clause the expression stands in, or the top of a clause without one."""
        return self.path[-1]


class Setting:
    """The times and places of an article, found by the sentence they stand in, and the words that name acts."""

    def __init__(self, doc: Doc, times: Sequence[Time], places: Iterable[Place], acts: Iterable[Act]) -> None:
        self._times = _by_sentence(doc, times)
        self._sets = {time.id for time in times if time.kind is TimeKind.SET}
        self._places = _by_sentence(doc, places)
        self._acts = {token.i for act in acts for token in (act.head, act.host, _verb_above(act.head)) if token is not None}

    def when(self, act: Act, content: Spans | None = None) -> When:
        """The act's time; a length of time alone is no date.

        `content` is what the source says, where the act stands in an attribution: a time outside it dates the saying
        ("said on Friday that ..."), not the act.
        """
        told = _within(content, self._times.get(act.head.sent.start, []))
        dated = [
            attached for attached in told if isinstance(attached.expression, Time) and attached.expression.kind is not TimeKind.DURATION
        ]
        if not dated:
            return When(unknown=DURATION_ONLY if told else NO_TIME)
        found = self._belonging(act, dated)
        if not isinstance(found, Time):
            return When(unknown=OTHER_TIME)
        if found.kind is TimeKind.SET:
            return When(time=found.id, unknown=f"recurs {found.expression}; no date told")
        return When(
            time=found.id, edtf=found.edtf, unknown=None if found.edtf else found.unknown or "the expression cannot be told as a date"
        )

    def recurs(self, when: When) -> bool:
        """True when the time told is a set of times, such as "daily"."""
        return when.time in self._sets

    def where(self, act: Act, participants: Sequence[Participant], content: Spans | None = None) -> Where:
        """The act's place: where it is said to be, or the place it was done to; inside `content` as with times."""
        told = _within(content, self._places.get(act.head.sent.start, []))
        if not told:
            return Where(unknown=NO_PLACE)
        there = [attached for attached in told if any(word in LOCATIVE for word in attached.by)]
        ranked = sorted(there, key=_locative_rank)
        arrived = [attached for attached in ranked if "from" not in attached.by]
        found = self._belonging(act, arrived) or self._belonging(act, ranked) or _done_to(told, participants)
        if not isinstance(found, Place):
            return Where(unknown=OTHER_PLACE)
        return Where(place=found.id, name=found.name or found.expression)

    def _belonging(self, act: Act, told: list[Attached]) -> Time | Place | None:
        own = [attached for attached in told if any(token in attached.path for token in (act.head, *act.match.others))]
        verbs = _clause(act)
        clause = [attached for attached in told if attached.verb in (verbs[:1] if GOALS.intersection(attached.by) else verbs)]
        for tier in (own, clause):
            if tier:
                return min(tier, key=_coarseness).expression
        lonely = len(told) == 1 and isinstance(told[0].expression, Time) and self._is_free(told[0])
        return told[0].expression if lonely else None

    def _is_free(self, attached: Attached) -> bool:
        """True when no other act and no verb of saying holds the expression."""
        return not any(token.i in self._acts for token in attached.path) and not any(
            child.dep_ == "ccomp" for child in attached.verb.children
        )


def _within(content: Spans | None, told: list[Attached]) -> list[Attached]:
    return told if content is None else [attached for attached in told if covers(content, attached.expression.spans)]


def _coarseness(attached: Attached) -> int:
    """Of two times for one act, the one told more exactly is meant: "this year it is held on 9 August"."""
    expression = attached.expression
    return -len(expression.edtf or "") if isinstance(expression, Time) else 0


def _done_to(told: list[Attached], participants: Sequence[Participant]) -> Place | None:
    """The place that is itself what the act is done to: "visited Port Selm"."""
    targets = {span for participant in participants if participant.role is Role.PATIENT for span in participant.spans}
    return next((a.expression for a in told if isinstance(a.expression, Place) and targets.intersection(a.expression.spans)), None)


def _locative_rank(attached: Attached) -> int:
    return min(LOCATIVE.index(word) for word in attached.by if word in LOCATIVE)


def _by_sentence(doc: Doc, expressions: Iterable[Time] | Iterable[Place]) -> dict[int, list[Attached]]:
    found: dict[int, list[Attached]] = {}
    for expression in expressions:
        tokens = doc.tokens_in(expression.spans)
        if tokens:
            inside = {token.i for token in tokens}
            root = next((token for token in tokens if token.head.i not in inside or token.head == token), tokens[0])
            found.setdefault(root.sent.start, []).append(_attach(expression, root))
    return found


def _attach(expression: Time | Place, root: Token) -> Attached:
    path = [root]
    prepositions: list[str] = []
    node = root
    while node.head != node and (node == root or node.pos_ not in VERBS):
        node = node.head
        if node.dep_ == "prep" or node.pos_ == "ADP":
            if all(token.dep_ in {"appos", "compound", "nmod"} for token in path[:-1]):
                prepositions.append(node.lower_)
        else:
            path.append(node)
    return Attached(expression, tuple(path), tuple(prepositions))


def _clause(act: Act) -> list[Token]:
    """The verbs that share adjuncts with the act: its own and those it is coordinated with or completes, never one that reports it."""
    node = act.host or _verb_above(act.head)
    if node is None:
        return []
    verbs = [
        node,
        *(child for child in node.children if child.dep_ in {"conj", "xcomp"} and not _has_subject(child) and child.pos_ in VERBS),
    ]
    while node.dep_ in SHARED_UPWARD and not (node.dep_ == "conj" and _has_subject(node)):
        above = governor(node)
        if above is None or above[1].pos_ == "NOUN":
            break
        node = above[1]
        if node.pos_ in VERBS:
            verbs.append(node)
    return verbs


def _verb_above(noun: Token) -> Token | None:
    """The verb a bare noun is subject or object of, unless that verb speaks about it or it stands deeper in the phrase."""
    if noun.pos_ in VERBS:
        return noun
    return noun.head if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and noun.head.pos_ in VERBS else None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
