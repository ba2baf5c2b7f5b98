"""Slots: the nouns that stand where a pattern says that somebody who takes part in an act stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import EventType, Span
from rashomon.parse.syntax import antecedent, is_passive
from rashomon.read.actor_index import ActorIndex
from rashomon.read.events.act import Act
from rashomon.read.events.clauses import coordinated, governor, lemma, logical_objects, modifiers
from rashomon.read.events.control import places_of_doer
from rashomon.read.events.doers import logical_subjects, senders
from rashomon.read.events.nouns import is_a
from rashomon.read.events.pattern_table import load_patterns
from rashomon.read.events.patterns import nouns_of
from rashomon.read.events.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMING = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
"""Acts that are done to somebody, told or not."""
ACTOR_NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG", "FAC", "LOC"})


def charges_with(link: str, verb: Token) -> bool:
    """True for a verb that accuses somebody of the act that hangs on it by `link`: "accused him of", "blamed him for"."""
    rows = load_patterns().get((lemma(verb), "V"), ())
    is_charge = verb.pos_ == "VERB" and any(row.type is EventType.ACCUSE for row in rows)
    return is_charge and "obj" in places_of_doer(lemma(verb), "V", link)


def fillers(act: Act, slot: str, actors: ActorIndex) -> Iterator[Token]:
    """The nouns in a slot, named as in the pattern table; any other name is that of prepositions, joined by "+"."""
    head = act.head
    if "crowd" in slot.split("+"):
        yield from (noun for one in slot.split("+") for noun in (_crowd(act) if one == "crowd" else fillers(act, one, actors)))
    elif slot == "subj":
        yield from (*(logical_subjects(head) or _ensurer(act)), *senders(head))
    elif slot == "support":
        yield from _support(act)
    elif slot == "obj":
        yield from logical_objects(head) or _shared_objects(act)
    elif slot == "using":
        verbs = (child for child in (act.host or head).children if child.dep_ in {"advcl", "acl"} and child.lower_ == "using")
        yield from (noun for verb in verbs for noun in logical_objects(verb))
    elif slot == "clause":
        verb = next((above for above in head.ancestors if above.pos_ == "VERB"), None)
        yield from (logical_subjects(verb) or logical_objects(verb)) if verb is not None else ()
    elif slot in {"self", "poss", "mod"}:
        yield from _at_noun(head, slot)
    elif slot in {"objposs", "objmod", "objowner"}:
        yield from _around_object(head, slot, actors)
    elif slot in {"comp", "compobj"}:
        yield from _in_complement(head, slot)
    elif slot == "objcomp":
        yield from (noun for thing in (*logical_objects(head), *prepositional(head, ("on",))) for noun in _in_complement(thing, "comp"))
    else:
        yield from _behind_preposition(act, slot)


def _at_noun(head: Token, slot: str) -> Iterator[Token]:
    """The noun itself, its owner, or a name before it."""
    if slot == "self":
        yield head
    elif slot == "poss":
        yield from (owner for child in head.children if child.dep_ == "poss" for owner in coordinated(child))
    else:
        yield from (child for child in modifiers(head) if _names_actor(child))


def _shared_objects(act: Act) -> list[Token]:
    """Those whom "shot and killed" names once: the object of the next verb, joined to this one by "and" alone."""
    if act.match.type not in HARMING:
        return []
    joined = (child for child in act.head.children if child.dep_ == "conj" and child.i == act.head.i + 2 and child.tag_ == act.head.tag_)
    return [noun for verb in joined for noun in logical_objects(verb)]


def spoilers(act: Token) -> frozenset[int]:
    """Where those stand who foil the act, straight or through its plan ("averted a plan to bomb the dam"): they are not its doers."""
    above = governor(act)
    if above is not None and above[0] == "inf" and any(noun.lemma_.lower() in word_class("plot") for noun in logical_objects(above[1])):
        above = "obj", above[1]
    if above is not None and above[0] in {"inf", "of"} and above[1].pos_ == "NOUN":
        above = governor(above[1])
    if above is None or above[0] != "obj" or lemma(above[1]) not in word_class("foiling"):
        return frozenset()
    return frozenset(noun.i for noun in logical_subjects(above[1]))


def _ensurer(act: Act) -> list[Token]:
    """Who saw to it that a passive act was done, where the act names no doer ("ensured that they were moved")."""
    return logical_subjects(act.ensured) if act.ensured is not None else []


def _support(act: Act) -> Iterator[Token]:
    if act.part is not None and act.host is not None:
        yield from having_part(act.part, act.host)
        return
    if act.host is not None and act.host != act.head:
        yield from logical_subjects(act.host)
        return
    above = governor(act.head)
    if above is None or act.match.type is EventType.OTHER:
        # who is blamed for a defeat, or hears of a crash, did not do it to anybody
        return
    link, verb = above
    if charges_with(link, verb):
        yield from logical_objects(verb)


def _crowd(act: Act) -> Iterator[Token]:
    """Those who are counted: "a rally with 300 farmers", "a rally of 300"."""
    behind = _behind_preposition(act, "with+of")
    return (noun for noun in behind if noun.tag_ == "CD" or any(child.dep_ == "nummod" for child in noun.children))


def having_part(part: Token, verb: Token) -> Iterator[Token]:
    """Who is told to have had the part: "was behind the attack", "was involved in the attack", "the attack was the work of"."""
    if part.dep_ == "attr" and part.lemma_.lower() in word_class("making"):
        yield from prepositional(part, ("of",))
    elif part == verb and is_passive(verb):
        yield from logical_objects(verb)
    else:
        yield from logical_subjects(verb)


def _names_actor(token: Token) -> bool:
    if token.dep_ == "poss":
        return True
    if token.ent_type_ in ACTOR_NAMES or (token.pos_ == "PROPN" and token.i > token.sent.start):
        return True
    return token.dep_ != "amod" and is_a(token, word_class("troops") | word_class("human") | word_class("state"))


def _around_object(head: Token, slot: str, actors: ActorIndex) -> Iterator[Token]:
    for noun in logical_objects(head):
        if slot == "objowner":
            yield from (owner for child in noun.children if child.lemma_ == "belong" for owner in prepositional(child, ("to",)))
        elif slot == "objposs":
            if actors.at(Span(noun.idx, noun.idx + len(noun))) is not None or is_a(noun, word_class("human")):
                continue
            yield from (owner for child in noun.children if child.dep_ == "poss" for owner in coordinated(child))
        else:
            yield from (child for child in modifiers(noun) if child.dep_ != "poss" and _names_actor(child))


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
        clauses = (other for verb in verbs for other in verb.children if other.dep_ == "ccomp" and other.tag_ == "VB")
        yield from (antecedent(noun) for clause in clauses for noun in clause.children if noun.dep_ == "nsubj")
        for verb in verbs:
            nouns = [verb, *logical_objects(verb)]
            yield from (noun for holder in nouns for noun in prepositional(holder, ("against", "on", "with", "from", "to", "in")))


def _behind_preposition(act: Act, slot: str) -> Iterator[Token]:
    prepositions = tuple(slot.split("+"))
    holders = [act.head, *act.match.others, *([act.host] if act.host is not None and act.host != act.head else [])]
    above = governor(act.head) if act.host is None else None
    if above is not None and above[0] == "obj":
        holders.append(above[1])
    if "dative" in prepositions:
        yield from (noun for child in act.head.children if child.dep_ == "dative" and child.pos_ != "ADP" for noun in coordinated(child))
    for holder in holders:
        # in "the attack was condemned by Orsk" the one behind "by" did not attack
        judging = _accused_behind(holder) if above is not None and holder == above[1] else frozenset()
        judged = judging | {"by"} if above is not None and holder == above[1] and is_passive(holder) else judging
        yield from prepositional(holder, tuple(word for word in prepositions if word not in judged))
    if act.head.pos_ == "VERB":
        objects = logical_objects(act.head)
        for noun in (*objects, *(inner for thing in objects for inner in nouns_of(thing))):
            yield from prepositional(noun, prepositions)
    elif "by" in prepositions:
        # "the expulsion of the envoy by Varenia": the parser hangs "by" on the nearer noun
        for noun in prepositional(act.head, ("of",)):
            yield from prepositional(noun, ("by",))


def _accused_behind(verb: Token) -> frozenset[str]:
    """The prepositions behind which a verb names whom it accuses of the act that is its object: "blamed the attack on"."""
    rows = load_patterns().get((lemma(verb), "V"), ())
    asked = (condition for row in rows if row.type is EventType.ACCUSE for condition in row.conditions if condition.kind == "prep")
    return frozenset().union(*(condition.words for condition in asked))


def prepositional(holder: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns that one of the prepositions ties to the word, with those joined to them."""
    for child in holder.children:
        if child.lower_ in prepositions and child.dep_ in {"prep", "agent", "dative"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from coordinated(noun)
