"""When and where an act took place, as told: the expression of time or place that belongs to it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import EventType, Participant, Place, Role, Spans, Time, TimeKind, When, Where, covers
from rashomon.parse import Doc
from rashomon.read.events.act import Act
from rashomon.read.events.attachment import VERBS, Attached, attached_by_sentence, bounded_date, dates_a_thing
from rashomon.read.events.clauses import SUBJECTS
from rashomon.read.events.nouns import is_a
from rashomon.read.events.sharing import DURING, Sharing, differs_in_tense, has_subject, sharing_verbs, verb_above
from rashomon.read.events.sites import is_site, site_of, targets
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

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
AWAY_FROM = "from"
"""What leads from a place that an act leaves."""
GOALS = frozenset({"to", "into", "from"})
"""Where these lead is told of the verb of motion alone, and not of acts beside it ("after the raid they fled to Orsk")."""
AWAY = frozenset({"before", "since", "until", "till"})
"""What stands behind these is not when the act took place: "arrested before the rally of 3 May"."""
AFTERWARDS = frozenset({"after", "following"})
NAMED_BY = frozenset({"", "of"})
"""How a date that tells which thing is meant hangs on it: "the 2009 flood", "the coup of 2 August"."""
SAID = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE})
NO_TIME = "no time told in this sentence"
NO_PLACE = "no place told in this sentence"
OTHER_TIME = "the times told in this sentence belong to other acts"
OTHER_PLACE = "the places told in this sentence belong to other acts"
DURATION_ONLY = "only a length of time is told in this sentence"


class Setting:
    """The times and places of an article, found by the sentence they stand in, and the words that name acts."""

    def __init__(self, doc: Doc, times: Sequence[Time], places: Iterable[Place], acts: Iterable[Act]) -> None:
        self._doc = doc
        self._times = attached_by_sentence(doc, times)
        self._sets = {time.id for time in times if time.kind is TimeKind.SET}
        self._places = attached_by_sentence(doc, places)
        acts = tuple(acts)
        self._acts = {token.i for act in acts for token in (act.head, act.host, verb_above(act.head)) if token is not None}
        self._said = frozenset(act.head.i for act in acts if act.match.type in SAID)
        self._sharing: dict[tuple[Token, Token | None], list[Sharing]] = {}
        self._with_sites = {token.sent.start for token in doc.words if is_site(token)}

    def when(self, act: Act, content: Spans | None = None) -> When:
        """The act's time; a length of time alone is no date.

        `content` is what the source says, where the act stands in an attribution: a time outside it dates the saying
        ("said on Friday that ..."), not the act, unless it hangs on the act's own words.
        """
        told = _within(content, act, self._times.get(act.head.sent.start, []))
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
        edtf = bounded_date(found, next(attached for attached in dated if attached.expression is found))
        return When(time=found.id, edtf=edtf, unknown=None if edtf else found.unknown or "the expression cannot be told as a date")

    def recurs(self, when: When) -> bool:
        """True when the time told is a set of times, such as "daily"."""
        return when.time in self._sets

    def where(self, act: Act, participants: Sequence[Participant], content: Spans | None = None) -> Where:
        """The act's place and site: where it is said to be, or the place it was done to; inside `content` as with times."""
        if act.head.sent.start not in self._with_sites:
            return self._place(act, participants, content, ())
        doing = (child for child in act.head.children if child.dep_ in SUBJECTS and child.i in self._acts)
        sharing = (shared.verb for shared in self._sharing_with(act) if not shared.other_subject)
        site = site_of(act, (*doing, *sharing), self._doc, content)
        found = self._place(act, participants, content, [*(self._doc.tokens_in(site.spans) if site else ()), *targets(act)])
        return msgspec.structs.replace(found, site=site)

    def _place(self, act: Act, participants: Sequence[Participant], content: Spans | None, sites: Sequence[Token]) -> Where:
        told = _within(content, act, self._places.get(act.head.sent.start, []))
        if not told:
            return Where(unknown=NO_PLACE)
        there = [attached for attached in told if any(word in LOCATIVE for word in attached.by) and not _is_origin(attached)]
        ranked = sorted(there, key=_locative_rank)
        arrived = [attached for attached in ranked if attached.led_by != AWAY_FROM]
        goal, somewhere = self._belonging(act, arrived), self._belonging(act, ranked)
        found = goal or somewhere or _done_to(told, participants) or _left(act, told) or _around(sites, told)
        if not isinstance(found, Place):
            return Where(unknown=OTHER_PLACE)
        away = goal is None if somewhere else _leaves(act)
        return Where(place=found.id, name=found.name or found.expression, away=away)

    def _belonging(self, act: Act, told: list[Attached]) -> Time | Place | None:
        words = _words_of(act)
        held = [(attached, next((at for at, token in enumerate(attached.path) if token in words), None)) for attached in told]
        own = [attached for attached, at in held if at is not None and not _is_apart(attached, at)]
        sharing = self._sharing_with(act)
        near = [attached for attached in told if not _is_apart(attached, len(attached.path) - 1)]
        clause = [a for a in near if any(shared.lends(a) for shared in (sharing[:1] if GOALS.intersection(a.by) else sharing))]
        for tier in (own, _antecedents(act, told), clause):
            if tier:
                return min(tier, key=_rank).expression
        lonely = len(told) == 1 and bool(near) and isinstance(told[0].expression, Time) and self._is_free(told[0], act)
        return told[0].expression if lonely else None

    def _sharing_with(self, act: Act) -> list[Sharing]:
        words = (act.head, act.host)
        if words not in self._sharing:
            self._sharing[words] = sharing_verbs(act, self._said)
        return self._sharing[words]

    def _is_free(self, attached: Attached, act: Act) -> bool:
        """True when no other act, no verb of saying, no clause about something else and none still to come holds the expression."""
        verb = attached.verb
        if dates_a_thing(attached):
            return False
        above = next((token for token in (act.head, *act.head.ancestors) if token.pos_ in VERBS), None)
        clauses = any(child.dep_ == "ccomp" or (child.dep_ in SUBJECTS and verb != above) for child in verb.children)
        return not clauses and not differs_in_tense(verb, verb.head) and not any(token.i in self._acts for token in attached.path)


def _within(content: Spans | None, act: Act, told: list[Attached]) -> list[Attached]:
    if content is None:
        return told
    return [attached for attached in told if covers(content, attached.expression.spans) or not _words_of(act).isdisjoint(attached.path)]


def _words_of(act: Act) -> frozenset[Token]:
    return frozenset((act.head, *act.match.others))


def _rank(attached: Attached) -> tuple[int, int]:
    """Of two times for one act, the one told more exactly is meant ("this year it is held on 9 August"), then the nearer one."""
    expression = attached.expression
    return (-len(expression.edtf or ""), len(attached.path)) if isinstance(expression, Time) else (0, 0)


def _is_apart(attached: Attached, at: int) -> bool:
    """True for a time that dates another thing than the act, the word at `at` of its path.

    Such are "before the rally on 3 May", "After an ambush in May, ..." and all that names a thing not there with the act ("widows of the
    2009 flood"). Behind the verb "after a rally on Saturday" may date both, for so the day of an arrest is mostly told.
    """
    if not isinstance(attached.expression, Time):
        return False
    named = attached.links[min(1, at)] in NAMED_BY
    fronted = attached.path[0].i < attached.path[at].i
    return any(
        word in AWAY or (fronted and word in AFTERWARDS) or (named and word != "" and word not in DURING)
        for word in attached.links[2 : at + 1]
    ) or (at > 1 and attached.links[1] in AWAY)


def _is_origin(attached: Attached) -> bool:
    """True for where those who act come from: "Skaters from Port Selm marched"."""
    held = next((token for token, link in zip(attached.path, attached.links, strict=True) if link), None)
    return attached.led_by == AWAY_FROM and held is not None and held.dep_ in SUBJECTS


def _antecedents(act: Act, told: list[Attached]) -> list[Attached]:
    """What "where" or "when" of the act's clause points at: "to Geneva, where they protested"."""
    verb = act.host or verb_above(act.head)
    while verb is not None and verb.dep_ == "conj" and not has_subject(verb):
        verb = verb.head
    if verb is None or verb.dep_ != "relcl":
        return []
    asked = {child.lower_ for child in verb.children if child.tag_ == "WRB"}
    kind = Place if "where" in asked else Time if "when" in asked else None
    return [attached for attached in told if kind and isinstance(attached.expression, kind) and verb.head in attached.path[:2]]


def _around(sites: Sequence[Token], told: list[Attached]) -> Place | None:
    """The place that a site is told to be in: "the mosque of Port Selm", "Port Selm's mosque"."""
    return next((a.expression for a in told if isinstance(a.expression, Place) and any(noun in a.path for noun in sites)), None)


def _done_to(told: list[Attached], participants: Sequence[Participant]) -> Place | None:
    """The place that is itself what the act is done to: "visited Port Selm"."""
    targets = {span for participant in participants if participant.role is Role.PATIENT for span in participant.spans}
    return next((a.expression for a in told if isinstance(a.expression, Place) and targets.intersection(a.expression.spans)), None)


def _left(act: Act, told: list[Attached]) -> Place | None:
    """The place that is left: "fled Port Selm"."""
    objects = (attached for attached in told if attached.path[:2] == (attached.path[0], act.head) and attached.path[0].dep_ == "dobj")
    return next((a.expression for a in objects if isinstance(a.expression, Place) and _leaves(act)), None)


def _leaves(act: Act) -> bool:
    return is_a(act.head, word_class("leaving"))


def _locative_rank(attached: Attached) -> int:
    return min(LOCATIVE.index(word) for word in attached.by if word in LOCATIVE)
