"""Reporting phrases without a reporting verb: "according to the union", "in their view", "reportedly", "Vale: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.contents import around
from rashomon.read.attributions.cues import CueEntry, cue_entries, line_labels
from rashomon.read.attributions.report import Report, in_order

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

ACCORDING = CueEntry(lemma="according to", frames=(), type=CueType.SAY, addressee="")
COLON = CueEntry(lemma=":", frames=(), type=CueType.SAY, addressee="")
HELD = frozenset({"in", "by", "from"})
"""Prepositions of "in her view", "by his account", "from their point of view"."""
SPEAKING = frozenset({"poll", "report", "study", "expert", "official", "survey"})
DASHES = frozenset({"-", "--", "\u2014"})
LONGEST_SPEAKER = 8
"""More words than this before a colon are a sentence, not the name of a speaker."""


def find_phrases(sentence: Sentence) -> Iterator[Report]:
    """The reports of one sentence that hang on a phrase beside the clause."""
    for token in sentence:
        if token.lower_ == "according":
            report = _according(token)
        elif token.pos_ == "ADV":
            report = _adverb(token)
        elif token.dep_ == "pobj" and token.head.lower_ in HELD:
            report = _held(token)
        else:
            report = None
        if report is not None:
            yield report


def _according(token: Token) -> Report | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    return _beside(ACCORDING, token, (token, to), source, token)


def _held(noun: Token) -> Report | None:
    entry = next((entry for entry in cue_entries(noun) if "held" in entry.frames), None)
    if entry is None:
        return None
    source = next((child for child in noun.children if child.dep_ == "poss"), None)
    if source is None:
        owner = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        source = next((child for child in owner.children if child.dep_ == "pobj"), None) if owner is not None else None
    if source is None:
        return None
    return _beside(entry, noun, (noun,), source, noun.head)


def _adverb(adverb: Token) -> Report | None:
    entry = next(iter(cue_entries(adverb)), None)
    if entry is None or adverb.dep_ != "advmod" or adverb.head.pos_ not in {"VERB", "AUX"}:
        return None
    return _beside(entry, adverb, (adverb,), None, adverb)


def _beside(entry: CueEntry, head: Token, cue: tuple[Token, ...], source: Token | None, phrase: Token) -> Report | None:
    clause = phrase.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.dep_ != "ROOT":
        clause = clause.head
    content = around(clause, phrase)
    return (
        Report(entry=entry, head=head, cue=in_order(cue), content=content, source=source, inset=tuple(phrase.subtree)) if content else None
    )


def find_spoken_line(tokens: list[Token]) -> Report | None:
    """The report of a paragraph or headline that opens with its speaker: "Vale: no talks before spring"."""
    colon = next((place for place, token in enumerate(tokens[: LONGEST_SPEAKER + 1]) if token.text == ":"), None)
    if not colon:
        return None
    return spoken_line(tokens[: colon + 1], tuple(tokens[colon + 1 :]))


def spoken_line(opening: list[Token], words: tuple[Token, ...]) -> Report | None:
    """The report of `words` when `opening` is a speaker and a colon, and nothing else."""
    opening = [token for token in opening if not token.is_space and not token.is_quote]
    if len(opening) < 2 or opening[-1].text != ":" or len(words) < 2:
        return None
    dash = max((place for place, token in enumerate(opening[:-1]) if token.text in DASHES), default=-1)
    speaker = opening[dash + 1 : -1]
    if not speaker or len(speaker) > LONGEST_SPEAKER or any(token.pos_ in {"VERB", "AUX"} for token in speaker):
        return None
    head = next((token for token in reversed(speaker) if token.head not in speaker), speaker[-1])
    if head.lemma_.lower() in line_labels() or not (head.pos_ == "PROPN" or head.lemma_.lower() in SPEAKING):
        return None
    return Report(entry=COLON, head=opening[-1], cue=(opening[-1],), content=words, source=head)
