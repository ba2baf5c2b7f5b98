"""Sources: who a reporting word belongs to, which words name that source, and what sort of source it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse.syntax import is_passive, passive_agent
from rashomon.read.attributions.coordination import reporting_verb
from rashomon.read.attributions.cues import cue_entries

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANSWERS = frozenset({CueType.DENY, CueType.CRITICISE})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def verb_source(verb: Token) -> Token | None:
    """The head word of who says it: the subject, for a passive the agent; None when the sentence leaves it out.

    A relative pronoun is returned as it stands; participles and infinitives take the subject of the clause they belong to.
    """
    agent = passive_agent(verb)
    if agent is not None or is_passive(verb):
        return agent or _hidden_agent(verb) or _circle(verb)
    return _subject(verb)


def _hidden_agent(verb: Token) -> Token | None:
    """The noun behind the first "by" that the parse hangs on an adverbial of the passive verb: "promoted ad nauseam by"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {"dobj", "npadvmod", "advmod", "oprd"}:
            by = next((grandchild for grandchild in child.children if grandchild.lower_ == "by"), None)
            if by is not None:
                return next((token for token in by.children if token.dep_ == "pobj"), None)
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
        elif holder.dep_ not in {"conj", "advcl", "prep", "relcl"} or _is_controlled(holder):
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
    if place < len(tokens) and tokens[place].pos_ in {"PROPN", "DET", "PRON"}:
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
