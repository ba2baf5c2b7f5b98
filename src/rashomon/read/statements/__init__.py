"""Statements: what the article tells of somebody that is no event, by whom, of whom, and whether it is said to be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from rashomon.model import ActorKind, Attribution, Certainty, CueType, Manner, Party, Polarity, Statement, make_id, quote
from rashomon.parse import Doc
from rashomon.parse.syntax import is_negated, phrase
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import nouns
from rashomon.read.statements.frame import Frame
from rashomon.read.statements.frames import find_frames
from rashomon.read.statements.stated import carrier
from rashomon.read.statements.values import bounds_of, value_of
from rashomon.read.statements.words import words_of
from rashomon.read.voice import voice_of

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSIBLE = frozenset({"may", "might", "could", "can", "perhaps", "possibly", "reportedly", "allegedly"})
UNTOLD = frozenset({CueType.DEMAND, CueType.WANT, CueType.ASK, CueType.PROMISE, CueType.THREATEN})
"""What is demanded or asked there is not stated."""
DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
RESTRICTING = frozenset({"in", "among", "amongst", "within", "on", "outside", "inside", "across", "throughout", "abroad", "at", "for"})
UNRESTRICTED = frozenset({"aims", "nature", "standing", "location", "deed", "listing", "activity"})
"""Topics whose answer holds as a whole; to take sides ("backs", "opposes") may be for one matter only."""
TAKING_SIDES = frozenset({"backs", "opposes"})
OF_WHOM = frozenset({"of", "from"})
"""These restrict a quality and support: "guilty of fraud", "support from Ostria"."""
THINGS = frozenset({"it", "this", "that"})
PAST = frozenset({"VBD"})
HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})


def read_statements(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> tuple[Statement, ...]:
    """The statements in text order, each about somebody with a name; what is asked, wished or supposed there is none."""
    found: list[Statement] = []
    for frame in find_frames(doc):
        voice = voice_of(doc.spans([frame.verb]), attributions) if not frame.gerund else _accuser(frame, doc, attributions)
        if voice is None or voice.cue.type not in UNTOLD:
            statement = _statement(make_id(doc.article, "s", len(found) + 1), frame, voice, doc, actors)
            if statement is not None:
                found.append(statement)
    return tuple(found)


def _statement(identifier: str, frame: Frame, voice: Attribution | None, doc: Doc, actors: ActorIndex) -> Statement | None:
    if _says_of_a_thing(frame):
        return None
    holder = _party(frame.holder, doc, actors)
    other = _thing(frame, _party(frame.other, doc, actors), doc) if frame.other is not None else None
    parties = ((holder, frame.holder), (other, frame.other))
    if any(party is not None and party.actor is None and head is not None and _stands_for_another(head) for party, head in parties):
        return None
    if not (_has_capital(holder.name) or (other is not None and _has_capital(other.name))):
        return None
    if other is not None and other.actor is not None and other.actor == holder.actor:
        return None
    if not all(_is_as_asked(party, head, frame, actors) for party, head in parties):
        return None
    tokens = _words(frame)
    spans = doc.spans(tokens)
    if not spans:
        return None
    value, (low, high) = value_of(frame), bounds_of(frame)
    denied = _is_denied(frame, voice)
    if frame.topic == "support" and value == "none":
        denied = voice is not None and voice.cue.type is CueType.DENY
    partly = denied and _leaves_some(frame)
    return Statement(
        id=identifier,
        topic=frame.topic,
        value=value,
        holder=holder,
        other=other,
        words=quote(doc.text, spans),
        spans=spans,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        certainty=Certainty.POSSIBLE if partly or _is_possible(frame) else Certainty.CERTAIN,
        low=low,
        high=None if frame.part else high,
        scope=_scope(frame, doc),
        past=_is_past(frame, voice),
        outcome=frame.outcome,
        attribution=voice.id if voice is not None else None,
    )


def _says_of_a_thing(frame: Frame) -> bool:
    """True for "it is important" and "that was a mistake": "it" is a matter there more often than an actor, but for a kind of body."""
    if frame.holder.lower_ not in THINGS or frame.topic not in {"nature", "quality"}:
        return False
    return frame.topic == "quality" or frame.word.lemma_.lower() not in nouns()


def _leaves_some(frame: Frame) -> bool:
    """True for "not very strong" and "does not support them openly": it is not told that there is none of it."""
    manner = (child for child in frame.verb.children if child.dep_ == "advmod" and child.tag_ == "RB" and child.i > frame.holder.i)
    if any(child.lower_.endswith("ly") or child.lower_ == "only" for child in manner):
        return True
    return any(child.lower_ in words_of("partly") for child in (*frame.word.children, *frame.verb.children))


def _accuser(frame: Frame, doc: Doc, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The accusation itself, whose content a deed stands in though its accused does not always."""
    return voice_of(doc.spans([frame.word]), attributions)


def _party(head: Token, doc: Doc, actors: ActorIndex) -> Party:
    actor = actors.at(doc.span(head, head))
    spans = doc.spans(token for token in phrase(head, with_conjuncts=False) if token.dep_ != "det" or token.i != head.left_edge.i)
    words = quote(doc.text, spans)
    if actor is None:
        return Party(name=words, spans=spans)
    if any(child.dep_ == "amod" and child.lower_ in words_of("another") for child in head.children):
        return Party(name=words, spans=spans)
    is_fuller = head.pos_ in {"PRON", "PROPN"} or (_has_capital(actor.name) and not _has_capital(words))
    return Party(name=actor.name if is_fuller else words, actor=actor.id, spans=spans)


def _thing(frame: Frame, party: Party, doc: Doc) -> Party:
    """The object with what is told of it right behind, which parsers hang on the verb: "opposes the deal with Ostria"."""
    if frame.other is None or _has_capital(party.name) or frame.other.right_edge.i + 1 >= frame.verb.sent.end:
        return party
    behind = frame.other.right_edge.nbor(1)
    if behind.dep_ != "prep" or behind.head.i != frame.verb.i or behind.lower_ in RESTRICTING:
        return party
    spans = doc.spans([*doc.tokens_in(party.spans), *behind.subtree])
    return msgspec.structs.replace(party, name=quote(doc.text, spans), spans=spans)


def _stands_for_another(head: Token) -> bool:
    """True for "it", "we", "that", "who": without an actor they are nobody known."""
    return head.pos_ == "PRON" or head.tag_ in {"DT", "WDT", "WP", "EX"}


def _is_as_asked(party: Party | None, head: Token | None, frame: Frame, actors: ActorIndex) -> bool:
    """True for a name or no person where the row asks for that, and for one actor as who has an outcome."""
    if party is None or head is None:
        return True
    if frame.outcome and (party.actor is None or any(child.dep_ == "nummod" for child in head.children)):
        return False
    if "body" in frame.asks and head == frame.other and any(one.id == party.actor and one.kind is ActorKind.PERSON for one in actors):
        return False
    return "who" not in frame.asks or party.actor is not None or head.text[0].isupper()


def _has_capital(name: str) -> bool:
    return any(word[0].isupper() for word in name.split())


def _words(frame: Frame) -> list[Token]:
    """From the verb with its helping words to the last word of what is stated; of what stands beside a name only what is stated."""
    if frame.beside:
        return list(
            _before_clause(frame.verb.doc[min(token.i for token in frame.core) : max(token.i for token in frame.core) + 1], frame.word)
        )
    verb = carrier(frame.verb)
    before = [noun.i for noun in (frame.holder, frame.other) if noun is not None and noun.i < verb.i]
    start = max(before, default=verb.i - 1)
    helping = [child for child in verb.children if child.dep_ in HELPING and start < child.i < verb.i]
    parties = [noun for noun in (frame.holder, frame.other) if noun is not None and noun.i > verb.i]
    told = [verb, frame.verb, *helping, *frame.core, *(token for noun in parties for token in phrase(noun))]
    first = min(token.left_edge.i if token in helping else token.i for token in told)
    words = list(frame.verb.doc[first : max(token.i for token in told) + 1])
    while len(words) > 1 and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    return words


def _before_clause(words: Iterable[Token], word: Token) -> Iterator[Token]:
    """The words up to a clause that goes on about something else: "a supporter of the ban, who ..."."""
    return takewhile(lambda token: token.i <= word.i or token.tag_ not in {"WP", "WDT", "WRB"}, words)


def _is_denied(frame: Frame, voice: Attribution | None) -> bool:
    verb = carrier(frame.verb)
    no_longer = any(child.lower_ == "longer" and is_negated(child) for child in verb.children)
    negated = (
        no_longer
        or any(is_negated(one) and not _is_not_only(one) for one in {verb, frame.verb})
        or (frame.word.i != frame.verb.i and is_negated(frame.word))
    )
    rejected = frame.verb.dep_ in {"ccomp", "acl"} and any(node.lemma_.lower() in DENYING for node in frame.verb.ancestors)
    negated = negated != (frame.verb.lemma_ == "lack" and frame.topic != "support")
    negated = negated != _is_called_untrue(frame.verb)
    return negated != (rejected or (voice is not None and voice.cue.type is CueType.DENY))


def _is_not_only(verb: Token) -> bool:
    """True for "was not just behind the strike", which says that it was."""
    return any(child.dep_ == "neg" and child.nbor(1).lower_ in words_of("only") for child in verb.children)


def _is_called_untrue(verb: Token) -> bool:
    """True for the clause of "it is not true that", "it is a lie that"."""
    above = verb.head.head if verb.head.pos_ in {"ADJ", "NOUN"} else verb.head
    if verb.dep_ not in {"ccomp", "acl", "xcomp", "csubj"} or above.lemma_.lower() != "be":
        return False
    words = {child.lemma_.lower() for child in above.children if child.dep_ in {"acomp", "attr"}}
    negated = is_negated(above)
    return (negated and bool(words & words_of("true"))) or (not negated and bool(words & words_of("false")))


def _is_possible(frame: Frame) -> bool:
    return any(child.lower_ in POSSIBLE for child in carrier(frame.verb).children)


def _is_past(frame: Frame, voice: Attribution | None) -> bool:
    """True for "was" in the teller's own words; in reported speech it only follows the tense of the report."""
    verb = carrier(frame.verb)
    past = verb.tag_ in PAST or any(child.dep_ in {"aux", "auxpass"} and child.tag_ in PAST for child in verb.children)
    reported = voice is not None and voice.manner is Manner.INDIRECT
    is_final = frame.outcome and frame.topic == "existence"
    return past and not (reported or frame.gerund or frame.beside or is_final)


def _scope(frame: Frame, doc: Doc) -> str:
    """The words that restrict what is stated: "in Varenia", "among the young", "abroad"."""
    if frame.topic == "rank":
        ranked = frame.word.head
        return quote(doc.text, doc.spans(token for token in phrase(ranked) if token.i >= ranked.i))
    taken = {token.i for token in frame.other.subtree} if frame.other is not None else set()
    found: list[Token] = []
    more = OF_WHOM if frame.word.pos_ == "ADJ" or frame.topic == "support" else frozenset()
    for holder in (frame.verb, frame.word):
        for child in holder.children:
            restricts = child.dep_ in {"prep", "advmod"} and child.lower_ in RESTRICTING | more
            is_date = frame.outcome and any(noun.ent_type_ == "DATE" or noun.like_num for noun in child.children)
            if restricts and not is_date and not taken.intersection(token.i for token in child.subtree):
                found.extend(child.subtree)
    is_bare = frame.topic in UNRESTRICTED and frame.value not in TAKING_SIDES
    return "" if is_bare else quote(doc.text, doc.spans(found))
