"""Turned-round reporting: what is reported, or the one who reports it, does not stand where the verb has it in plain prose.

"What they demand is ...", "this is what they demand", "what worries them is ...", "it worries them that ...";
"the dam, says Vale, is safe".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.cues import CueEntry, verb_words
from rashomon.read.attributions.report import Report, in_order, without_that
from rashomon.read.attributions.source_kinds import is_document, is_somebody
from rashomon.read.attributions.sources import FINITE, verb_source
from rashomon.read.attributions.surrounding import around

if TYPE_CHECKING:
    from spacy.tokens import Token

EXPERIENCER = "experiencer"
"""The frame of verbs whose object feels or thinks what their subject tells."""
EQUATED = frozenset({"clause", "quote", "inf", "gerund", "object", "idea", EXPERIENCER})
"""The frames of a content that "what" can stand for by itself."""
BEHIND = frozenset({"nsubj", "nsubjpass", "dobj"})
"""What parsers take the one for who is named behind a verb: "says Vale"."""


def turned_round(verb: Token, entry: CueEntry) -> Report | None:
    """The report of a reporting verb inside a free relative clause ("what ...") that is equated with its content."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    copula = first.head
    if copula.lemma_ != "be" or first.dep_ not in {"ccomp", "csubj", "nsubj"}:
        return None
    what = next((token for token in first.subtree if token.lower_ == "what" and token.tag_ == "WP"), None)
    if what is None or not _stands_for_content(verb, entry, copula):
        return None
    if first.i > copula.i:
        content = [token for child in copula.children if child.dep_ == "nsubj" and child.i < copula.i for token in child.subtree]
    else:
        content = [t for child in copula.children if child.dep_ in {"ccomp", "xcomp", "attr"} and child.i > copula.i for t in child.subtree]
    source = _experiencer(verb, copula) if EXPERIENCER in entry.frames else verb_source(verb)
    if not content or source is None or source == what:
        return None
    return Report(entry=entry, head=verb, cue=in_order([*verb_words(verb), *_stranded(verb)]), content=without_that(content), source=source)


def _stands_for_content(verb: Token, entry: CueEntry, copula: Token) -> bool:
    """True when the verb leaves its content to "what": it has no name for it ("what they call progress"), nor lacks a preposition.

    A preposition that leads to the content is left behind: "what they call for".
    """
    behind = [child for child in verb.children if child.i > verb.i]
    if EXPERIENCER not in entry.frames and any(child.dep_ == "nsubj" and verb.i < child.i < copula.i for child in copula.children):
        return False
    if any(child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as") for child in behind):
        return False
    stranded = {child.lower_ for child in _stranded(verb)}
    return any(frame in EQUATED or frame.removeprefix("object+") in stranded for frame in entry.frames)


def _stranded(verb: Token) -> list[Token]:
    """The prepositions behind a verb with nothing behind them."""
    return [child for child in verb.children if child.i > verb.i and child.dep_ in {"prep", "prt"} and child.right_edge == child]


def _experiencer(verb: Token, copula: Token) -> Token | None:
    """The object of "what worries experts is": parsers often take it for the subject of "is"."""
    own = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return own or next((child for child in copula.children if child.dep_ == "nsubj" and verb.i < child.i < copula.i), None)


def experienced(verb: Token, entry: CueEntry) -> Report | None:
    """The report of "it worries her that ..."."""
    if EXPERIENCER not in entry.frames:
        return None
    source = next((child for child in verb.children if child.dep_ == "dobj"), None)
    clause = next((child for child in verb.children if child.dep_ in {"ccomp", "csubj"} and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "expl"}), None)
    if source is None or clause is None or subject is None or subject.lower_ != "it":
        return None
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=without_that(list(clause.subtree)), source=source)


def inverted(verb: Token, entry: CueEntry) -> Report | None:
    """The report of "The dam, says Vale, is safe", where parsers take the subject of what is reported for the one who reports it."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is None or "clause" not in entry.frames or verb.tag_ not in FINITE or verb.nbor(-1).text != ",":
        return None
    source = next((noun for noun in verb.subtree if noun.left_edge.i == verb.i + 1 and noun.dep_ in BEHIND), None)
    inset = _set_in(verb, source) if source is not None else ()
    clauses = [verb.head] if verb.dep_ == "parataxis" else [child for child in verb.children if child.dep_ == "ccomp"]
    clause = next((clause for clause in clauses if inset and clause.i > inset[-1].i), None)
    if source is None or clause is None or not _could_say(source, verb, entry):
        return None
    told = around(clause, verb if verb.head == clause else source)
    left_out = {verb.nbor(-1), *inset}
    content = in_order(token for token in (*subject.subtree, *told) if token not in left_out)
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=content, source=source, inset=inset)


def _set_in(verb: Token, source: Token) -> tuple[Token, ...]:
    """The verb and its own words behind it, the source first, where a comma ends them: "said Vale on Monday"."""
    last = source.right_edge.i
    comma = next((token.i for token in verb.doc[last : verb.sent.end] if token.text == ","), None)
    own = comma is not None and all(verb.is_ancestor(token) for token in verb.doc[last:comma])
    return tuple(verb.doc[verb.i : comma]) if own else ()


def _could_say(source: Token, verb: Token, entry: CueEntry) -> bool:
    """False for what the families are denied or promised in "The families, denied visas, sued", which parsers may take for a past tense."""
    if verb.tag_ == "VBD" and (entry.type is CueType.DENY or (entry.addressee == "object" and source.pos_ != "PROPN")):
        return False
    return is_somebody(source) or is_document(source)
