"""Sources: who a reporting word belongs to, which words name that source, and what sort of source it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse.syntax import is_passive, passive_agent, prepositional_object
from rashomon.read.attributions.coordination import reporting_verb
from rashomon.read.attributions.cues import cue_entries, deed_nouns
from rashomon.read.attributions.source_kinds import is_somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANSWERS = frozenset({CueType.DENY, CueType.CRITICISE})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ADVERBIALS = frozenset({"dobj", "npadvmod", "advmod", "oprd"})
"""What may stand between a passive and its agent: "called a traitor by them", "promoted ad nauseam by"."""


def verb_source(verb: Token) -> Token | None:
    """The head word of who says it: the subject, for a passive the agent; None when the sentence leaves it out.

    A relative pronoun is returned as it stands; participles and infinitives take the subject of the clause they belong to.
    """
    agent = passive_agent(verb)
    if agent is not None or is_passive(verb):
        return agent or late_agent(verb) or _circle(verb)
    return _subject(verb)


def late_agent(verb: Token) -> Token | None:
    """The head word of a passive's agent that the parse hangs on what stands before it: "seen as a danger by them".

    It is none where the noun in front of it names what somebody does ("described as an attack by the Front").
    """
    behind = [child for child in verb.children if child.i > verb.i]
    complements = [child for child in behind if child.dep_ in ADVERBIALS]
    complements += [noun for child in behind if child.lower_ == "as" and (noun := prepositional_object(child)) is not None]
    return next((agent for complement in complements if (agent := _at_end(complement)) is not None), None)


def _at_end(complement: Token) -> Token | None:
    """The noun of the "by ..." that ends a complement."""
    for by in complement.subtree:
        noun = prepositional_object(by) if by.lower_ == "by" and by.dep_ == "prep" else None
        if noun is None or noun.dep_ != "pobj" or by.right_edge != complement.right_edge or not is_somebody(noun):
            continue
        before = [token for token in by.ancestors if token == complement or complement.is_ancestor(token)]
        return None if any(token.lemma_.lower() in deed_nouns("done") for token in before) else noun
    return None


def _circle(verb: Token) -> Token | None:
    """Among whom something is known or held: "known inside the movement as"."""
    if verb.lemma_ not in {"know", "see", "regard", "view", "consider"}:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"inside", "within", "among", "to"}:
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def noun_source(noun: Token) -> Token | None:
    """The head word of whose claim it is: "his", "Vale's", "by the union", or the subject of "made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
        if child.dep_ == "relcl":
            return next((other for other in child.children if other.dep_ == "nsubj" and other.tag_ not in {"WDT", "WP"}), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and not _answers(verb):
        return _subject(verb)
    return None


def _answers(verb: Token) -> bool:
    """True for "rejected the accusations of fraud": whoever rejects them did not raise them."""
    return any(entry.type in ANSWERS for entry in cue_entries(verb))


def _subject(verb: Token) -> Token | None:
    holder = reporting_verb(verb) or verb
    for _ in range(6):
        own = next((child for child in holder.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if holder.dep_ == "acl":
            return holder.head if holder.tag_ == "VBG" else None
        if holder.dep_ == "pcomp":
            holder = holder.head
        elif holder.dep_ == "xcomp":
            controller = next((child for child in holder.head.children if child.dep_ == "dobj"), None)
            if controller is not None and holder.tag_ == "VB":
                return controller
        elif holder.dep_ not in {"conj", "advcl", "advmod", "prep", "relcl"} or _is_controlled(holder):
            return None
        if holder.dep_ == "ROOT":
            return None
        holder = holder.head
    return None


def _is_controlled(holder: Token) -> bool:
    """True for "hired a crowd to wave and applaud": who applauds is the object, if anybody."""
    if holder.dep_ != "advcl" or not any(child.tag_ == "TO" for child in holder.children):
        return False
    return any(child.dep_ == "dobj" and child.i < holder.i for child in holder.head.children)


def surface_source(verb: Token) -> Token | None:
    """The noun right behind or in front of a finite verb, for a verb that the parse left without a subject."""
    if verb.tag_ not in FINITE:
        return None
    tokens = verb.doc
    place = verb.i + 1
    if place < len(tokens) and tokens[place].pos_ in {"PROPN", "DET", "PRON", "NUM"}:
        while place + 1 < len(tokens) and tokens[place].pos_ in {"DET", "ADJ"}:
            place += 1
        while place + 1 < len(tokens) and tokens[place + 1].pos_ in {"PROPN", "NOUN"}:
            place += 1
        return tokens[place]
    place = verb.i - 1
    while place > 0 and (tokens[place].pos_ in {"ADV", "AUX"} or tokens[place].text in {",", '"', "''", "-"}):
        place -= 1
    if place >= 0 and tokens[place].pos_ in {"PROPN", "NOUN", "PRON"}:
        noun = tokens[place]
        while noun.dep_ in {"pobj", "appos", "compound", "conj"} and noun.head.i < noun.i:
            noun = noun.head if noun.dep_ != "pobj" else noun.head.head
        return noun if noun.pos_ in {"PROPN", "NOUN", "PRON"} else tokens[place]
    return None
