"""Objects: what a reporting verb speaks about, with what is said of it: "accused Vale of theft", "called the plan a sham"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse.syntax import is_passive, passive_agent, state_verb
from rashomon.read.attributions.cues import deed_nouns, idea_nouns
from rashomon.read.attributions.report import in_order
from rashomon.read.attributions.source_kinds import is_somebody
from rashomon.read.attributions.sources import late_agent

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = frozenset({"as", "for", "of", "against", "over"})
"""Prepositions that tell more of an object that is spoken about; others ("in a speech") tell of the speaking."""
DATED = frozenset({"DATE", "TIME"})
"""Entity labels of what tells when and not what: "called the mayor on Friday" calls on nobody."""
LEADING = frozenset({"following", "this", "these"})
LONGEST_LEAD = 8
"""A colon that a verb leads to stands within so many words behind it."""
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, eq=False)
class Found:
    """The content in one frame, and the preposition that leads to it, which belongs to the cue."""

    tokens: tuple[Token, ...]
    preposition: Token | None = None


def find_object(verb: Token, frame: str) -> Found | None:
    """The content of a verb in one of the frames with an object, as the table of cues describes them; None when it is not filled."""
    if frame in _SORTS:
        return _of_sort(verb, frame)
    if frame == "small":
        return _small_clause(verb)
    required = frame.partition("+")[2]
    return _object(verb, COMPLEMENTS | {required} - {""}, required)


def leading_object(verb: Token) -> tuple[Token, ...]:
    """The words of "the following", "this" right before a colon, as the object of the verb; none for any other object."""
    colon = next((token.i for token in verb.doc[verb.i + 1 : verb.i + LONGEST_LEAD] if token.text == ":"), 0)
    noun = verb.doc[colon - 1]
    if not colon or noun.lower_ not in LEADING or not verb.is_ancestor(noun):
        return ()
    return tuple(token for token in verb.doc[max(verb.i + 1, noun.i - 1) : colon] if token == noun or token.pos_ == "DET")


def _object(verb: Token, prepositions: frozenset[str], required: str = "") -> Found | None:
    named = _named(verb)
    if required == "inf":
        clause = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and is_infinitive(c)), None)
        return Found(in_order([*named, *clause.subtree])) if clause is not None else None
    rest = _complements(verb, prepositions, required)
    if required and required not in {token.lower_ for token in (*rest, *named) if token in rest or token.dep_ in {"prep", "mark"}}:
        return None
    if not named:
        return None
    words = [*named, *(token for child in rest for token in child.subtree)]
    last = max(token.i for token in words)
    words += [
        t for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.left_edge.i == last + 1 and is_infinitive(c) for t in c.subtree
    ]
    free = any(token.tag_ == "WP" and token.lower_ == "what" for token in named)
    link = next((child for child in rest if child.lower_ == "as"), None) if free or is_passive(verb) else None
    left_out = {link, *_agent_words(verb), *(_circumstances(link) if free and link is not None else ())}
    return Found(in_order(token for token in words if token not in left_out), link)


def _complements(verb: Token, prepositions: frozenset[str], required: str) -> list[Token]:
    """What stands behind the verb to tell more of its object.

    That is also what the parse hangs on the agent before it: "as a danger", "of lying" in "was accused by the union of lying".
    """
    found = [child for child in verb.children if child.i > verb.i and _is_complement(child, prepositions)]
    agent = passive_agent(verb)
    if agent is None or any(child.lower_ in {"as", required} for child in found):
        return found
    behind = [child for child in agent.children if child.dep_ == "prep" and child.i > agent.i]
    charge = [child for child in behind if child.lower_ == required and any(verb.dep_ == "pcomp" for verb in child.children)]
    return [*found, *charge, *(child for child in behind if child.lower_ == "as" and not _is_office(child))]


def _is_complement(child: Token, prepositions: frozenset[str]) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in prepositions and (child.lower_ in COMPLEMENTS or not is_dated(child))
    return child.dep_ == "oprd" or (child.dep_ == "advcl" and mark_of(child) in prepositions)


def is_dated(preposition: Token) -> bool:
    """True for the "on" of "on Monday", which tells when."""
    return any(noun.ent_type_ in DATED for noun in preposition.children if noun.dep_ == "pobj")


def _is_office(link: Token) -> bool:
    """True for "by Vale as mayor": a bare noun for somebody tells in what office the agent speaks."""
    noun = next((child for child in link.children if child.dep_ == "pobj"), None)
    return noun is not None and is_somebody(noun) and not any(child.dep_ in {"det", "poss", "amod"} for child in noun.children)


def _agent_words(verb: Token) -> list[Token]:
    """The words of a passive's agent where the parse hangs them on its complement: "described as a danger by engineers"."""
    agent = late_agent(verb) if is_passive(verb) else None
    return list(agent.head.subtree) if agent is not None else []


def _circumstances(link: Token) -> list[Token]:
    """In "what they regard as a victory in their war", the words on when and where: the teller's, who so places the victory."""
    complements = [child for child in link.children if child.dep_ == "pobj"]
    return [
        token
        for complement in complements
        for child in complement.children
        if child.dep_ == "prep" and child.lower_ not in COMPLEMENTS
        for token in child.subtree
    ]


def _named(verb: Token) -> list[Token]:
    """The words of what the verb speaks about: its object, for a passive its subject."""
    if is_passive(verb):
        return passive_subject_words(verb)
    return [token for child in verb.children if child.dep_ == "dobj" for token in child.subtree]


def passive_subject_words(verb: Token) -> list[Token]:
    """What a passive verb speaks about; for a bare participle ("assets frozen in May") the noun phrase in front of it."""
    holder = verb
    while (subject := _passive_subject(holder)) is None:
        if holder.dep_ == "acl":
            return [token for token in holder.head.subtree if token.i < holder.left_edge.i]
        if holder.dep_ not in {"conj", "xcomp"}:
            return []
        holder = holder.head
    return list(subject.subtree) if subject.lower_ != "it" else []


def _passive_subject(verb: Token) -> Token | None:
    """The subject, which in "stands accused" hangs on the other verb."""
    holders = (verb, state_verb(verb) or verb, *(child for child in verb.children if child.dep_ == "auxpass"))
    return next((child for holder in holders for child in holder.children if child.dep_ in {"nsubjpass", "nsubj"}), None)


def _of_sort(verb: Token, sort: str) -> Found | None:
    """The object where its head is a noun of the sort; a passive's own object ("was promised a house") is not read."""
    if is_passive(verb) and any(child.dep_ == "dobj" for child in verb.children):
        return None
    found = _object(verb, frozenset({"that"}))
    if found is None:
        return None
    heads = [token for token in found.tokens if token.head not in found.tokens or token.dep_ == "pobj"]
    return found if _SORTS[sort](heads) else None


def _are_ideas(heads: list[Token]) -> bool:
    return any(token.lemma_.lower() in idea_nouns() for token in heads)


def _are_deeds(heads: list[Token]) -> bool:
    return heads[0].lemma_.lower() in deed_nouns("owned")


def _are_things(heads: list[Token]) -> bool:
    return heads[0].pos_ == "NOUN" and heads[0].ent_type_ not in PLACES and not is_somebody(heads[0])


_SORTS: dict[str, Callable[[list[Token]], bool]] = {"idea": _are_ideas, "deed": _are_deeds, "thing": _are_things}


def _small_clause(verb: Token) -> Found | None:
    """An object with what it is called; in "what the union calls progress" the parse may see two objects."""
    behind = [child for child in verb.children if child.i > verb.i]
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    clause = [child for child in behind if child.dep_ == "ccomp" and _is_small(child)]
    if clause:
        what = [child for child in objects if child.tag_ == "WP"]
        return Found(in_order([*what, *(token for child in clause for token in child.subtree)]))
    predicate = [child for child in behind if child.dep_ in {"oprd", "xcomp", "acomp"} and not is_infinitive(child)]
    named = _named(verb)
    if not named or not (predicate or len(objects) > 1 or any(map(_is_called, objects))):
        return None
    agent = _agent_words(verb)
    return Found(in_order(token for token in (*named, *(token for child in predicate for token in child.subtree)) if token not in agent))


def _is_called(noun: Token) -> bool:
    """True for 'the offer "a joke"': what something is called, in quotation marks, parsers take for an apposition."""
    names = (child.left_edge.i for child in noun.children if child.dep_ == "appos")
    return any(noun.doc[first - 1].is_quote and first - 2 == noun.i for first in names)


def _is_small(predicate: Token) -> bool:
    """True for "the plan a sham": a clause without a verb, as the parser sees it."""
    return predicate.pos_ not in {"VERB", "AUX"} and not any(child.dep_ in {"aux", "cop", "mark"} for child in predicate.children)


def is_infinitive(verb: Token) -> bool:
    """True for a verb with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def mark_of(clause: Token) -> str:
    """The word that leads in a clause ("that", "if"), lower case; "" for none."""
    return next((str(child.lower_) for child in clause.children if child.dep_ == "mark"), "")
