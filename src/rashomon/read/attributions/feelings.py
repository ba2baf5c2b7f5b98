"""Feelings: what somebody is told to feel or think by a participle: "was shocked by the report", "feel abandoned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.parse.syntax import antecedent
from rashomon.read.actors.words import nouns
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, listed_entries, verb_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.source_kinds import POINTING, QUANTIFIERS
from rashomon.read.attributions.sources import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

FELT = "participle"
"""The frame of verbs whose participle tells how their subject feels."""
PREDICATES = frozenset({"acomp", "oprd", "xcomp"})
AUXILIARY = "auxpass"
DESCRIBING = frozenset({"VBN", "JJ"})
BESIDE = frozenset({"punct", "cc", "conj", "advcl", "parataxis"})
"""What hangs on a participle that tells how somebody feels, but is no part of it."""


def find_feeling(token: Token) -> Report | None:
    """The report of a participle that the table knows as an adjective ("is convinced that"), or of "feel" with any participle."""
    states = listed_entries(token.lower_, "ADJ") if token.tag_ == "VBN" else ()
    feelings = (entry for entry in cue_entries(token) if FELT in entry.frames)
    readings = (*(_of_participle(token, entry) for entry in states), *(_of_feeling(token, entry) for entry in feelings))
    return next((report for report in readings if report is not None), None)


def _of_participle(participle: Token, entry: CueEntry) -> Report | None:
    """The report of "was shocked by ...", "is convinced that ..."; "has shocked the town" tells of no state."""
    first = _first(participle)
    holder = first.head if first.dep_ in PREDICATES else first
    source = _subject(holder)
    if source is None or not (holder != first or _is_state(first)) or not _is_state(participle):
        return None
    has_clause = any(child.dep_ == "ccomp" for child in participle.children)
    found = find_content(participle, [frame for frame in entry.frames if has_clause or frame != "clause"])
    if found is None:
        return None
    cue = [*verb_words(participle), *(verb_words(holder) if participle in holder.children else ())]
    cue += [found.preposition] if found.preposition is not None else []
    return Report(entry=entry, head=participle, cue=in_order(cue), content=found.tokens, source=source)


def _of_feeling(verb: Token, entry: CueEntry) -> Report | None:
    """The report of "residents feel abandoned", where the parser takes "feel" for the participle's auxiliary or for its head."""
    below = (child for child in verb.children if child.dep_ in PREDICATES and child.tag_ == "VBN")
    felt = verb.head if verb.dep_ == AUXILIARY else next(below, verb)
    source = _subject(_first(verb)) or _subject(_first(felt))
    if felt.i <= verb.i or listed_entries(felt.lower_, "ADJ") or source is None or not _can_feel(source):
        return None
    parts = [child for child in felt.children if child.i > verb.i and (child.dep_ not in BESIDE or _goes_on(child, felt))]
    content = [felt, *(token for part in parts for token in part.subtree)]
    cue = [token for token in {*verb_words(verb), *verb_words(felt)} if token.i < felt.i]
    return Report(entry=entry, head=verb, cue=in_order(cue), content=in_order(content), source=source)


def _goes_on(part: Token, felt: Token) -> bool:
    """True for "and" and "cheated" in "feel ignored and cheated", not for what else they do."""
    joined = [child for child in felt.children if child.dep_ == "conj"]
    return part.dep_ in {"cc", "conj"} and all(child.tag_ in DESCRIBING and _subject(child) is None for child in joined)


def _is_state(participle: Token) -> bool:
    """False for "has shocked the town": a participle that makes a perfect."""
    auxiliaries = {child.dep_ for child in participle.children if child.dep_ in {"aux", AUXILIARY}}
    return auxiliaries != {"aux"} and (bool(auxiliaries) or participle.dep_ in {"conj", *PREDICATES})


def _first(verb: Token) -> Token:
    while verb.dep_ == "conj" and _subject(verb) is None:
        verb = verb.head
    return verb


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _can_feel(source: Token) -> bool:
    """True for persons, groups and bodies, by name, pronoun or a noun of the tables."""
    noun = antecedent(source)
    if noun.pos_ == "PRON":
        return noun.lower_ not in POINTING
    return noun.pos_ == "PROPN" or noun.lower_ in {*nouns(), *QUANTIFIERS}
