"""Reporting constructions: the verbs, nouns and adjectives of a sentence that report, with what each takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.model import Commitment, CueType, Polarity
from rashomon.parse.syntax import is_negated, is_passive
from rashomon.read.attributions.clefts import experienced, turned_round
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, verb_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import noun_source, verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

INSET = frozenset({"parataxis", "advcl", "ccomp"})
NOBODY = frozenset({"nobody", "none", "neither"})


def find_reports(sentence: Iterable[Token]) -> Iterator[Report]:
    """The reports of one sentence whose content the parse shows, in text order."""
    last: Report | None = None
    for token in sentence:
        report = _report(token)
        if report is None:
            continue
        joined = _joined(last, report) if last is not None else None
        if joined is not None:
            last = joined
            continue
        if last is not None:
            yield last
        last = report
    if last is not None:
        yield last


def _report(token: Token) -> Report | None:
    reader = _READERS.get(token.pos_)
    if reader is None:
        return None
    return next((report for entry in cue_entries(token) if (report := reader(token, entry)) is not None), None)


def _joined(first: Report, second: Report) -> Report | None:
    """One report for "ask and call for", which share their content, and for "declined to say", where nothing was said."""
    words = first.head.doc[first.cue[0].i : second.cue[-1].i + 1]
    if second.head.dep_ == "conj" and second.head.head == first.head and second.content == first.content:
        return replace(first, cue=in_order(words), entry=second.entry if first.entry.type is CueType.ASK else first.entry)
    if first.entry.polarity is Polarity.DENIED and second.head.dep_ == "xcomp" and second.head.head == first.head:
        return replace(second, cue=in_order(words), source=first.source, denied=True)
    return None


def _of_verb(verb: Token, entry: CueEntry) -> Report | None:
    turned = turned_round(verb, entry) or experienced(verb, entry)
    if turned is not None:
        return turned
    found = find_content(verb, entry.frames)
    if found is None:
        return None
    source = verb_source(verb) or _holder(verb, found.preposition)
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
        denied=is_negated(verb) or (source is not None and _is_nobody(source)),
        inset=tuple(verb.subtree) if found.tokens and verb.dep_ in INSET and verb.head in found.tokens else (),
    )


def _holder(verb: Token, preposition: Token | None) -> Token | None:
    """The noun before "called on both sides", which a parse may take for a participle: only with an object has that a passive sense."""
    if preposition is None or preposition.lower_ == "as":
        return None
    return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" else None


def _of_noun(noun: Token, entry: CueEntry) -> Report | None:
    found = find_content(noun, entry.frames)
    if found is None:
        return None
    source = noun_source(noun)
    if source is None and found.preposition is not None and not (_is_charge(noun, entry) or _is_rumoured(noun, entry)):
        return None
    cue = [noun, *_supporting_words(noun), *([found.preposition] if found.preposition is not None else [])]
    return Report(entry=entry, head=noun, cue=in_order(cue), content=found.tokens, source=source, denied=is_negated(noun))


def _is_charge(noun: Token, entry: CueEntry) -> bool:
    """True for "on the charge of plotting": the law speaks, though nobody is named."""
    return entry.type is CueType.ACCUSE and noun.head.dep_ == "prep" and noun.head.lower_ in {"on", "over"}


def _is_rumoured(noun: Token, entry: CueEntry) -> bool:
    """True for "amid claims of fraud": several claim it, though nobody is named."""
    return entry.commitment is Commitment.DISTANCED and noun.tag_ == "NNS"


def _supporting_words(noun: Token) -> list[Token]:
    """The verb of "the message which it gives is that ...", which belongs to the cue."""
    if noun.dep_ != "nsubj":
        return []
    return [word for child in noun.children if child.dep_ == "relcl" for word in verb_words(child)]


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


def _is_nobody(source: Token) -> bool:
    """True for "nobody said", "neither side said", "no official said"."""
    return source.lower_ in NOBODY or any(child.lower_ in {"no", "neither"} for child in source.children)


def _addressee(verb: Token, entry: CueEntry) -> Token | None:
    if entry.addressee == "object":
        return next((child for child in verb.children if child.dep_ in {"dobj", "dative"}), None)
    if entry.addressee:
        for child in verb.children:
            if child.dep_ in {"prep", "dative"} and child.lower_ == entry.addressee:
                return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


_READERS = {"VERB": _of_verb, "AUX": _of_verb, "NOUN": _of_noun, "ADJ": _of_adjective}
