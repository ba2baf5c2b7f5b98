"""Reporting constructions: the verbs, nouns and adjectives of a sentence that report, with what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import Polarity
from rashomon.parse.syntax import is_negated, is_passive
from rashomon.read.contents import find_content
from rashomon.read.cues import CueEntry, cue_entry, verb_words
from rashomon.read.report import Report, in_order
from rashomon.read.sources import noun_source, verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_reports(sentence: Iterator[Token]) -> Iterator[Report]:
    """The reports of one sentence whose content the parse shows, in text order."""
    for token in sentence:
        entry = cue_entry(token)
        if entry is None:
            continue
        report = _READERS.get(token.pos_, _of_verb)(token, entry)
        if report is not None:
            yield report


def _of_verb(verb: Token, entry: CueEntry) -> Report | None:
    found = find_content(verb, entry.frames)
    if found is None:
        return None
    source = verb_source(verb)
    if source is None and not is_passive(verb):
        return None
    cue = [*verb_words(verb), *([found.preposition] if found.preposition is not None else [])]
    return Report(
        entry=entry,
        head=verb,
        cue=in_order(cue),
        content=found.tokens,
        source=source,
        addressee=_addressee(verb, entry),
        denied=is_negated(verb) or entry.polarity is Polarity.DENIED,
    )


def _of_noun(noun: Token, entry: CueEntry) -> Report | None:
    found = find_content(noun, entry.frames)
    if found is None:
        return None
    source = noun_source(noun)
    if source is None and found.preposition is not None:
        return None
    cue = [noun, *([found.preposition] if found.preposition is not None else [])]
    return Report(entry=entry, head=noun, cue=in_order(cue), content=found.tokens, source=source, denied=is_negated(noun))


def _of_adjective(adjective: Token, entry: CueEntry) -> Report | None:
    verb = adjective.head
    if adjective.dep_ != "acomp":
        return None
    found = find_content(adjective, entry.frames) or find_content(verb, ["clause"])
    source = verb_source(verb)
    if found is None or source is None:
        return None
    cue = [*verb_words(verb), adjective, *([found.preposition] if found.preposition is not None else [])]
    return Report(entry=entry, head=adjective, cue=in_order(cue), content=found.tokens, source=source, denied=is_negated(verb))


def _addressee(verb: Token, entry: CueEntry) -> Token | None:
    if entry.addressee == "object":
        return next((child for child in verb.children if child.dep_ in {"dobj", "dative"}), None)
    if entry.addressee:
        for child in verb.children:
            if child.dep_ in {"prep", "dative"} and child.lower_ == entry.addressee:
                return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


_READERS = {"VERB": _of_verb, "AUX": _of_verb, "NOUN": _of_noun, "ADJ": _of_adjective}
