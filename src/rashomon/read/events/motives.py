"""Why an act was done, as whoever tells it says: the words behind "because of", "in revenge for", "to protest against"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Attribution, Event, Motive, Polarity, Span, Spans, quote
from rashomon.parse import Doc
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import lemma
from rashomon.read.events.control import SOMEBODY, places_of_doer
from rashomon.read.events.motive_wordings import Told, first_joined, noun_of, nouns_of_class, root_of, wordings_in
from rashomon.read.events.nouns import is_a
from rashomon.read.events.participants import TIME_NAMES
from rashomon.read.events.slots import ACTOR_NAMES
from rashomon.read.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYS_NO_MORE = frozenset({"be", "come", "have", "follow", "happen", "occur", "begin", "serve", "take"})
"""Verbs that only say of the act in their subject that it was so: "the bombing was in revenge", "the raid had nothing to do with"."""
NEGATIONS = frozenset({"not", "n't", "never"})
STEPS = 8
"""Words that may stand between a wording and the act, one hanging on the other."""


def with_motives(
    told: Sequence[tuple[Act, Event]], events: Sequence[Event], doc: Doc, attributions: Sequence[Attribution], dated: frozenset[int]
) -> Iterator[Event]:
    """The events with the motives that their own sentence tells, in text order; `dated` are the tokens that tell a time.

    `told` gives each event's act, in the same order as `events`. A reason hangs on one act: that for saying something stays with the
    saying, and that for one of two acts with that one. What names the act itself ("called for a strike") is no reason for it.
    """
    by_token = {token.i: number for number, (act, _) in reversed(list(enumerate(told))) for token in _tokens(act)}
    found: dict[int, list[Motive]] = {}
    sentences = {act.head.sent.start: act.head.sent for act, _ in told}
    reporting = frozenset(token.i for one in attributions for token in doc.tokens_in(one.cue.spans))
    for sentence in sentences.values():
        taken = -1
        for wording in wordings_in(sentence):
            number = _act_of(wording, by_token, reporting, dated)
            if number is None or wording.first.i <= taken or not _fits(wording, told[number][0], dated):
                continue
            tokens = _words(wording, dated)
            if tokens and not any(token in tokens for token in _tokens(told[number][0])):
                taken = tokens[-1].i
                found.setdefault(number, []).append(_motive(wording, tokens, events[number], doc, attributions))
    for number, event in enumerate(events):
        yield msgspec.structs.replace(event, motives=tuple(found[number])) if number in found else event


def _tokens(act: Act) -> Iterator[Token]:
    yield act.head
    yield from act.match.others
    if act.host is not None:
        yield act.host


def _act_of(told: Told, by_token: dict[int, int], reporting: frozenset[int], dated: frozenset[int]) -> int | None:
    """The number of the act that a reason is told of: what it hangs on, from the wording's own words outward."""
    root = root_of(told)
    if root.i < told.behind and (own := _subject_act(root, by_token)) is not None:
        return own
    root = first_joined(root, by_token)
    above = root.head
    if above.i == root.i:
        return None
    for _ in range(STEPS):
        if above.i in by_token:
            return by_token[above.i] if told.wording.reach != "verb" or above.pos_ in {"VERB", "AUX"} else None
        if above.i in reporting:
            return _told_before(told, above, by_token)
        if above.pos_ in {"VERB", "AUX"}:
            return _subject_act(above, by_token) if lemma(above) in SAYS_NO_MORE else None
        if told.wording.is_near and not _is_passed(above, dated):
            return None
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def _is_passed(token: Token, dated: frozenset[int]) -> bool:
    """True for a date or a name of a place, on which parsers hang what belongs to the verb: "arrested on 1 May for theft"."""
    return token.i in dated or token.dep_ == "prep" or token.pos_ in {"NUM", "PROPN"}


def _told_before(told: Told, cue: Token, by_token: dict[int, int]) -> int | None:
    """What is said before its reason, which the parser hangs on the saying behind: "they shot him because of a debt, she said"."""
    if told.first.i > cue.i or any(child.dep_ == "nsubj" and child.i < told.first.i for child in cue.children):
        return None
    before = [i for i in by_token if cue.sent.start <= i < told.first.i]
    return by_token[max(before)] if before else None


def _subject_act(verb: Token, by_token: dict[int, int]) -> int | None:
    subjects = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return next((by_token[noun.i] for noun in subjects if noun.i in by_token), None)


def _fits(told: Told, act: Act, dated: frozenset[int]) -> bool:
    wording = told.wording
    if wording.types and act.match.type not in wording.types:
        return False
    if wording.follows == "verb" and wording.is_near:
        return _is_purpose(told, act)
    if wording.follows not in {"reason", "feeling"}:
        return True
    noun = noun_of(told)
    if noun is None or noun.i in dated:
        return False
    if noun.tag_ == "VBG":
        return wording.follows == "reason"
    if wording.follows == "feeling":
        return noun.lemma_.lower() in nouns_of_class("feeling")
    is_site = wording.words == ("over",) and (noun.lemma_.lower() in nouns_of_class("site") or noun.ent_type_ in {"GPE", "LOC", "FAC"})
    is_name = noun.ent_type_ in ACTOR_NAMES | TIME_NAMES or noun.pos_ in {"PROPN", "PRON", "NUM", "ADJ", "ADV"}
    is_somebody = wording.words in {("for",), ("against",)} and is_a(noun, frozenset({"@someone"}))
    other = noun.lemma_.lower() in nouns_of_class("extent") | nouns_of_class("share")
    return not (is_site or is_name or is_somebody or other)


def _is_purpose(told: Told, act: Act) -> bool:
    """True for "marched to demand" and not for "tried to march", "were told to march" or "forced him to march", "only to march"."""
    verb = first_joined(root_of(told), ())
    if act.head.pos_ == "NOUN" and (act.host is None or verb.head.i == act.head.i):
        return verb.dep_ == "advcl"
    if told.first.i and told.first.nbor(-1).lower_ == "only":
        return False
    if act.head.pos_ == "VERB" and set(places_of_doer(lemma(act.head), "V", "inf")) - {SOMEBODY}:
        return False
    between = told.first.i - verb.head.i
    return verb.dep_ == "advcl" or (verb.dep_ in {"xcomp", "relcl", "acl"} and between > 1)


def _words(told: Told, dated: frozenset[int]) -> list[Token]:
    """The wording and what hangs on it, up to a date or a semicolon."""
    root = root_of(told)
    doc = told.first.doc
    tokens: list[Token] = list(doc[told.first.i : told.behind])
    if told.wording.follows == "nothing":
        return tokens
    inside = {token.i for word in (root, *tokens) for token in word.subtree}
    for token in doc[told.behind : told.first.sent.end]:
        if token.i not in inside or token.i in dated or token.text == ";" or _turns(token):
            break
        tokens += [] if token.is_space else [token]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in {"prep", "cc"}) and len(tokens) > len(told.wording.words):
        tokens.pop()
    return tokens if len(tokens) > len(told.wording.words) else []


def _turns(token: Token) -> bool:
    """True for the "but" or "and" before another reason that is told not to be so, or that is the true one."""
    behind = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    return token.dep_ == "cc" and (token.lower_ == "but" or behind in NEGATIONS)


def _motive(told: Told, tokens: Sequence[Token], event: Event, doc: Doc, attributions: Sequence[Attribution]) -> Motive:
    spans: Spans = (Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])),)
    voice = voice_of(spans, attributions)
    denied = told.wording.denied or _is_negated(told) or event.polarity is Polarity.DENIED
    return Motive(
        kind=told.wording.kind,
        words=quote(doc.text, spans),
        spans=spans,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        attribution=voice.id if voice is not None else None,
    )


def _is_negated(told: Told) -> bool:
    before = told.first.i - 1
    return before >= told.first.sent.start and told.first.doc[before].lower_ in NEGATIONS
