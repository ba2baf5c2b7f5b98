"""Who took part in an act, and as what: the places that a pattern names, looked up in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Participant, Role
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent, phrase
from rashomon.read.actor_index import ActorIndex
from rashomon.read.clauses import coordinated, governor, logical_objects, logical_subjects, modifiers
from rashomon.read.event_patterns import Match, is_a, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

EMPTY_WORDS = frozenset({"it", "this", "that", "which", "what", "there", "itself", "who", "whom", "one", "these", "those", "other"})
TIME_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
ACTOR_NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG", "FAC", "LOC"})


@dataclass(frozen=True, eq=False)
class Act:
    """A match with the verb that carries it: itself, or the light verb whose object it is; `host` is None for a bare noun."""

    match: Match
    host: Token | None

    @property
    def head(self) -> Token:
        """The word that names the act."""
        return self.match.head


def read_participants(act: Act, doc: Doc, actors: ActorIndex) -> tuple[Participant, ...]:
    """The act's participants in the order agent, patient, instrument; each coordinated noun is one of its own."""
    pattern = act.match.pattern
    found: list[tuple[Role, Token]] = []
    taken: set[int] = {act.head.i, *(token.i for token in act.match.others)}
    agents = pattern.agent if act.head.pos_ == "VERB" or act.head.tag_.startswith("VB") else (*pattern.agent, "support")
    for role, slots in ((Role.AGENT, agents), (Role.PATIENT, pattern.patient), (Role.INSTRUMENT, pattern.instrument)):
        for noun in _first_filled(act, slots, role, taken, actors):
            taken.add(noun.i)
            found.append((_settled_role(role, noun), noun))
    return tuple(_participant(role, noun, doc, actors) for role, noun in found)


def _settled_role(role: Role, noun: Token) -> Role:
    """A bomb that kills is what the act was done with, not who did it."""
    return Role.INSTRUMENT if role is Role.AGENT and noun.lemma_.lower() in word_class("weapon") and not noun.ent_type_ else role


def _participant(role: Role, noun: Token, doc: Doc, actors: ActorIndex) -> Participant:
    words = phrase(noun, with_conjuncts=False)
    spans = doc.spans(words)
    actor = actors.at(doc.span(noun, noun))
    name = actor.name if actor is not None else " ".join(doc.text[span.start : span.end] for span in spans)
    return Participant(role=role, actor=actor.id if actor is not None else None, name=" ".join(name.split()), spans=spans)


def _first_filled(act: Act, slots: tuple[str, ...], role: Role, taken: set[int], actors: ActorIndex) -> list[Token]:
    for slot in slots:
        nouns = [noun for noun in _fillers(act, slot, actors) if noun.i not in taken and _can_take_part(noun, role)]
        if nouns:
            return nouns
    return []


def _can_take_part(noun: Token, role: Role) -> bool:
    if noun.lower_ in EMPTY_WORDS or noun.ent_type_ in TIME_NAMES and noun.pos_ != "NOUN":
        return False
    if role is Role.INSTRUMENT:
        return is_a(noun, word_class("weapon"))
    return noun.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} or noun.ent_type_ in ACTOR_NAMES or noun.tag_ in {"DT", "CD"}


def _fillers(act: Act, slot: str, actors: ActorIndex) -> Iterator[Token]:
    head = act.head
    if slot == "subj":
        yield from logical_subjects(head)
    elif slot == "support":
        yield from _support(act)
    elif slot == "obj":
        yield from logical_objects(head)
    elif slot == "self":
        yield head
    elif slot == "poss":
        yield from (owner for child in head.children if child.dep_ == "poss" for owner in coordinated(child))
    elif slot == "mod":
        yield from (child for child in modifiers(head) if _names_actor(child, actors))
    elif slot in {"objposs", "objmod"}:
        yield from _around_object(head, slot, actors)
    elif slot in {"comp", "compobj"}:
        yield from _in_complement(head, slot)
    else:
        yield from _behind_preposition(act, slot)


def _support(act: Act) -> Iterator[Token]:
    if act.host is not None and act.host is not act.head:
        yield from logical_subjects(act.host)
        return
    above = governor(act.head)
    if above is not None and above[1].dep_ in {"pcomp", "xcomp", "advcl", "acl"} and above[0] == "obj":
        yield from logical_subjects(above[1])


def _names_actor(token: Token, actors: ActorIndex) -> bool:
    if token.dep_ == "poss":
        return True
    if token.ent_type_ in ACTOR_NAMES or is_a(token, word_class("troops") | word_class("human") | word_class("state")):
        return True
    return token.pos_ == "PROPN" and token.i > token.sent.start


def _around_object(head: Token, slot: str, actors: ActorIndex) -> Iterator[Token]:
    for noun in logical_objects(head):
        if slot == "objposs":
            yield from (owner for child in noun.children if child.dep_ == "poss" for owner in coordinated(child))
        else:
            yield from (child for child in modifiers(noun) if child.dep_ != "poss" and _names_actor(child, actors))


def _in_complement(head: Token, slot: str) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in {"ccomp", "xcomp", "acl"}:
            continue
        subjects = [antecedent(noun) for noun in child.children if noun.dep_ in {"nsubj", "nsubjpass"}]
        if slot == "comp":
            yield from (noun for subject in subjects for noun in coordinated(subject))
            continue
        verbs = [child, *(other for other in child.children if other.dep_ == "xcomp")]
        for verb in reversed(verbs):
            yield from logical_objects(verb)
        for verb in verbs:
            nouns = [verb, *logical_objects(verb)]
            yield from (noun for holder in nouns for noun in _prepositional(holder, ("against", "on", "with", "from", "to", "in")))


def _behind_preposition(act: Act, slot: str) -> Iterator[Token]:
    prepositions = tuple(slot.split("+"))
    holders = [act.head, *act.match.others]
    if act.host is not None:
        holders.append(act.host)
    if "dative" in prepositions:
        yield from (noun for child in act.head.children if child.dep_ == "dative" and child.pos_ != "ADP" for noun in coordinated(child))
    for holder in holders:
        yield from _prepositional(holder, prepositions)
    if act.head.pos_ == "VERB":
        for noun in logical_objects(act.head):
            yield from _prepositional(noun, prepositions)


def _prepositional(holder: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    for child in holder.children:
        if child.lower_ in prepositions and child.dep_ in {"prep", "agent", "dative"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from coordinated(noun)
        elif child.dep_ == "prep" and child.lower_ == "according":
            continue
