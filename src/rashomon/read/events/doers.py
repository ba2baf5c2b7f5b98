"""Who does what a verb says, wherever the grammar puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import antecedent, is_passive, passive_agent, passive_subject
from rashomon.read.events.clauses import SUBJECTS, coordinated, governor, lemma, logical_objects, nouns_behind, phrasal
from rashomon.read.events.control import SOMEBODY, answers, judges, places_of_doer
from rashomon.read.events.nouns import is_a
from rashomon.read.events.word_classes import word_class, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECT_CONTROL_PREPOSITIONS = frozenset({"of", "with", "for", "from", "over", "against", "into", "as"})
ARGUMENTS = frozenset({"obj", "subj"})
CLAUSE_STEPS = 6


def logical_subjects(verb: Token) -> list[Token]:
    """Who does what the verb says, coordinated doers each on their own; empty when the text leaves it out."""
    doer = passive_agent(verb) if is_passive(verb) else _doer(verb, CLAUSE_STEPS)
    return coordinated(doer) if doer is not None else []


def senders(verb: Token) -> list[Token]:
    """Who has the doers do it: the League of "the League sent two men to burn the mill"; empty where nobody does."""
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        verb = verb.head
    link, head = governor(verb) or ("", verb)
    if link == "inf" and head.pos_ in {"NOUN", "PROPN"}:
        placed, head = governor(head) or ("", head)
        link = link if placed == "obj" else ""
    if link != "inf" or SOMEBODY not in places_of_doer(lemma(head), "V", link):
        return []
    return logical_subjects(head) if any(_is_somebody(noun) for noun in logical_objects(head)) else []


def _doer(verb: Token, steps: int) -> Token | None:
    """The active subject, shared or controlled ones included: "decided to expel", "charged X with planning to bomb"."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return antecedent(own)
    found = governor(verb)
    if found is None or steps == 0:
        return None
    link, head = found
    if verb.dep_ == "conj" and verb.pos_ in {"VERB", "AUX"} and head.pos_ in {"VERB", "AUX"}:
        return (passive_subject(head) if is_passive(head) else _doer(head, steps - 1)) or _doer(head, steps - 1)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _doer_behind_noun(verb, link, head, steps)
    if head.pos_ not in {"VERB", "AUX"} and not head.tag_.startswith("VB"):
        return _doer(head, steps - 1)
    return _controller(verb, link, head, steps)


def _controller(verb: Token, link: str, head: Token, steps: int) -> Token | None:
    if is_passive(head):
        return passive_subject(head)
    told = places_of_doer(lemma(head), "V", link)
    objects = logical_objects(head)
    object_controls = (link == "inf" and (verb.dep_ in {"xcomp", "ccomp"} or head.lemma_ == "leave")) or link in {
        *OBJECT_CONTROL_PREPOSITIONS,
        "oprd",
    }
    sent = next((noun for noun in objects if noun.i < verb.i and _is_somebody(noun)), None) if SOMEBODY in told else None
    if sent is not None:
        return sent
    if objects and (object_controls or "obj" in told) and "subj" not in told and objects[0].i < verb.i:
        charge = places_of_doer(lemma(objects[0]), "N", link)
        return _addressee(objects[0], charge, steps) if charge else objects[0]
    addressed = next((noun for noun in nouns_behind(head, told) if noun.i < verb.i), None)
    return addressed or _doer(head, steps - 1)


def _is_somebody(noun: Token) -> bool:
    """True for people who are sent or brought to do something; not for those who are sent home."""
    if any(child.lower_ in word_class("homeward") for child in noun.head.children):
        return False
    return is_a(noun, word_classes("human", "troops", "crowd") | {"@pronoun"})


def _doer_behind_noun(verb: Token, link: str, noun: Token, steps: int) -> Token | None:
    """In "the minister's decision to expel" the possessor, in "police arresting him" the noun itself."""
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG"} and link != "inf":
        return noun
    above = governor(noun)
    if above is not None and _is_addressed(noun, link, *above):
        return noun
    told = places_of_doer(lemma(noun), "N", link)
    if told:
        return _addressee(noun, told, steps)
    owner = next((child for child in noun.children if child.dep_ == "poss"), None) or next(nouns_behind(noun, ("by",)), None)
    if owner is not None:
        return owner
    return _doer_above(noun, above, steps) if above is not None and steps else None


def _is_addressed(noun: Token, link: str, link_above: str, head: Token) -> bool:
    """True for the rebels of "appealed to the rebels to free them", on whom the parser sometimes hangs the infinitive."""
    told = places_of_doer(lemma(head), "V" if head.pos_ == "VERB" else "N", link)
    sent = link_above == "obj" and SOMEBODY in told and _is_somebody(noun)
    return (sent or link_above in told) and not (link_above in ARGUMENTS and is_passive(head)) and link_above != "subj"


def _addressee(noun: Token, told: tuple[str, ...], steps: int) -> Token | None:
    """Who is charged or called upon: those who utter an accusation or a demand are not those who do what it is about."""
    if "poss" in told:
        return next(nouns_behind(noun, told), None) or next((child for child in noun.children if child.dep_ == "poss"), None)
    link, head = governor(noun) or ("", noun)
    holders = [noun, head] if link in ARGUMENTS else [noun]
    beside = next((found for holder in holders for found in nouns_behind(holder, told)), None)
    if beside is None and "dative" in told:
        beside = next((child for child in head.children if child.dep_ == "dative" and child.pos_ != "ADP"), None)
    if beside is not None or not steps or head == noun:
        return beside
    if link not in ARGUMENTS and link != "attr":
        return _doer_above(noun, (link, head), steps)
    if not answers(lemma(head)):
        return None
    return passive_agent(head) if is_passive(head) else _doer(head, steps - 1)


def _doer_above(noun: Token, above: tuple[str, Token], steps: int) -> Token | None:
    link, head = above
    if head.pos_ not in {"VERB", "AUX"}:
        return _doer_behind_noun(head, link, head, steps - 1) if head.pos_ == "NOUN" else None
    if link in ARGUMENTS and judges(phrasal(head)):
        return None
    if is_passive(head):
        return passive_subject(head) if link != "obj" else passive_agent(head)
    objects = logical_objects(head)
    if link in OBJECT_CONTROL_PREPOSITIONS | {"on"} and objects and noun not in objects:
        return objects[0]
    return _doer(head, steps - 1)
