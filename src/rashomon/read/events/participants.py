"""Who took part in an act, and as what: the places that a pattern names, looked up in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import EventType, Participant, Role, Span
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import lemma
from rashomon.read.events.nouns import is_a
from rashomon.read.events.pattern_table import load_patterns
from rashomon.read.events.patterns import nouns_of
from rashomon.read.events.slots import ACTOR_NAMES, fillers, prepositional, spoilers
from rashomon.read.events.word_classes import word_class
from rashomon.read.events.wording import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

EMPTY_WORDS = frozenset(
    {"it", "this", "that", "which", "what", "there", "itself", "who", "whom", "one", "these", "those", "other", "you", "everyone", "anyone"}
)
TIME_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
GOALS = frozenset({"from", "to"})
"""Where somebody moves from or to is a place of the act, and no part of who moves."""
ANSWERED = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REQUEST})
"""Acts that are put to whoever did what they are about."""


def read_participants(act: Act, doc: Doc, actors: ActorIndex, dated: frozenset[int]) -> tuple[Participant, ...]:
    """The act's participants in the order agent, patient, instrument; each coordinated noun is one of its own.

    `dated` are the positions of the tokens that tell a time: they are no part of anybody.
    """
    pattern = act.match.pattern
    found: list[tuple[Role, Token]] = []
    taken: set[int] = {act.head.i, *(token.i for token in act.match.others if not _is_counted(token))}
    is_verb = act.head.pos_ == "VERB" or act.head.tag_.startswith("VB")
    agents, patients = pattern.agent, pattern.patient
    if not is_verb and {"of", "poss"} <= set(patients) and _filled(act, "of", actors):
        agents = (*agents, "poss")
    if not is_verb and act.subject is Role.PATIENT:
        patients = ("support", *patients)
    elif not is_verb:
        agents = (*agents, "support")
    instruments = (*pattern.instrument, "using") if pattern.instrument else ()
    for role, slots in ((Role.AGENT, agents), (Role.PATIENT, patients), (Role.INSTRUMENT, instruments)):
        for noun in _first_filled(act, slots, role, taken, actors):
            if role is Role.PATIENT and pattern.type in ANSWERED:
                noun = _answerable(noun, actors)
            if noun.i in taken or noun.i in dated:
                continue
            taken.add(noun.i)
            found.append((_settled_role(role, noun, act, actors), noun))
    parted = GOALS if act.match.pattern.mode == "withdraw" else frozenset()
    read = [_participant(role, noun, doc, actors, dated, parted) for role, noun in found]
    return tuple({(participant.role, participant.actor or participant.spans): participant for participant in reversed(read)}.values())[::-1]


def _is_counted(noun: Token) -> bool:
    """True for the lives of "claimed sixteen lives", which name the act and tell to whom it was done."""
    return any(child.dep_ == "nummod" for child in noun.children)


def _filled(act: Act, slot: str, actors: ActorIndex) -> bool:
    return any(_can_take_part(noun, Role.PATIENT, actors) for noun in fillers(act, slot, actors))


def _answerable(noun: Token, actors: ActorIndex) -> Token:
    """Whoever did what an accusation, a protest or a demand is about: "the crimes committed by the army", "the arrests by the police"."""
    people = word_class("human") | word_class("state")
    if actors.at(Span(noun.idx, noun.idx + len(noun))) is not None or noun.lemma_.lower() in people:
        return noun
    nouns = [noun, *nouns_of(noun)]
    deeds = [*nouns, *(child for told in nouns for child in told.children if child.dep_ == "acl" and child.tag_ == "VBN")]
    # the parser at times hangs the "by" of "criticised the bombing of the village by the army" on the verb
    deeds += [noun.head] if noun.dep_ == "dobj" else []
    return next((doer for deed in deeds for doer in prepositional(deed, ("by",))), noun)


def _settled_role(role: Role, noun: Token, act: Act, actors: ActorIndex) -> Role:
    """A bomb or a lorry that kills is what the act was done with, not who did it; the club that sues a league is who did it."""
    if role is not Role.AGENT or noun.ent_type_:
        return role
    word = noun.lemma_.lower()
    is_somebody = actors.at(Span(noun.idx, noun.idx + len(noun))) is not None or not act.match.pattern.instrument
    if word in word_class("venue") and is_somebody:
        return role
    return Role.INSTRUMENT if word in word_class("weapon") | (word_class("tool") - word_class("troops")) else role


def _participant(role: Role, noun: Token, doc: Doc, actors: ActorIndex, dated: frozenset[int], parted: frozenset[str]) -> Participant:
    words = words_of(noun, dated, parted)
    spans = doc.spans(words)
    is_gathering = not noun.ent_type_ and noun.lemma_.lower() in word_class("gathering")
    actor = actors.at(doc.span(noun, noun)) if not is_gathering else None
    name = actor.name if actor is not None else " ".join(doc.text[span.start : span.end] for span in spans)
    return Participant(role=role, actor=actor.id if actor is not None else None, name=" ".join(name.split()), spans=spans)


def _first_filled(act: Act, slots: tuple[str, ...], role: Role, taken: set[int], actors: ActorIndex) -> list[Token]:
    barred = taken | spoilers(act.head) if role is Role.AGENT else taken
    for slot in slots:
        nouns = [noun for noun in fillers(act, slot, actors) if noun.i not in barred and _can_take_part(noun, role, actors)]
        if nouns:
            return nouns
    return []


def _can_take_part(noun: Token, role: Role, actors: ActorIndex) -> bool:
    known = noun.pos_ == "PRON" and actors.at(Span(noun.idx, noun.idx + len(noun))) is not None
    described = noun.dep_ in {"nsubj", "dobj", "nsubjpass", "pobj"} or any(
        child.dep_ in {"det", "acl"} or child.lower_ == "of" for child in noun.children
    )
    one_of_them = noun.lower_ == "one" and any(child.lower_ in {"no", "of"} for child in noun.children)
    counted = noun.tag_ == "CD" and noun.ent_type_ == "CARDINAL" and described
    if noun.lower_ in EMPTY_WORDS and not known and not one_of_them:
        return False
    if noun.ent_type_ in TIME_NAMES and noun.pos_ != "NOUN" and not counted:
        return False
    if noun.tag_ == "CD" and _is_score(noun):
        return False
    if not noun.ent_type_ and noun.lemma_.lower() in word_class("adjunct"):
        return False
    if role is Role.INSTRUMENT:
        return is_a(noun, word_class("weapon") | word_class("tool"))
    if role is Role.AGENT and not noun.ent_type_ and _does_nothing(noun):
        return False
    return noun.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} or noun.ent_type_ in ACTOR_NAMES or noun.tag_ in {"DT", "CD"}


def _is_score(number: Token) -> bool:
    """True for the 191 of "by a vote of 228 to 191"."""
    return number.i > 1 and number.nbor(-1).lower_ == "to" and number.nbor(-2).like_num


def _does_nothing(noun: Token) -> bool:
    """True for an idea, a deed, and the people of "drew fewer people": they measure the act and are nobody."""
    is_measure = any(child.lower_ in word_class("comparing") for child in noun.children)
    return is_measure or noun.lemma_.lower() in word_class("abstract") or _is_deed(noun)


def _is_deed(noun: Token) -> bool:
    """True for the attacks of "two attacks killed three guards": a deed is done by somebody and does nothing itself."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in word_class("weapon") or is_a(noun, word_class("human") | word_class("fighter")):
        return False
    return any(row.type is EventType.ASSAULT for row in load_patterns().get((lemma(noun), "N"), ()))
