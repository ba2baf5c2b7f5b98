"""Reporting phrases without a reporting verb: "according to the union", "in their view", "reportedly", "so-called", "alleged"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from rashomon.model import Commitment, CueType
from rashomon.read.attributions.cues import CueEntry, cue_entries
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.surrounding import around
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

ACCORDING = CueEntry(lemma="according to", frames=(), type=CueType.SAY, addressee="")
HELD = frozenset({"in", "by", "from"})
"""Prepositions of "in her view", "by his account", "from their point of view"."""
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
SELF = "self"


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
            report = _distanced(token)
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


def _distanced(word: Token) -> Report | None:
    """The name that is left to others, in "the so-called peace fleet": up to the noun, with its "of ...", or what is quoted."""
    cue, entry = _distancing(word)
    if entry is None:
        return None
    rest = word.doc[word.i + 1 : word.sent.end]
    if len(rest) and rest[0].is_quote:
        name = tuple(takewhile(lambda token: not token.is_quote, rest[1:]))
    else:
        noun = word.head if word.head.i > word.i else next((token for token in rest if token.pos_ in {"NOUN", "PROPN"}), None)
        name = _named_so(word, noun) if noun is not None else ()
    itself = cue[0] if len(cue) > 1 and cue[0].lower_ == SELF else None
    return Report(entry=entry, head=word, cue=cue if itself is None else cue[1:], content=name, source=itself) if name else None


def _distancing(word: Token) -> tuple[tuple[Token, ...], CueEntry | None]:
    """The words of "so-called" or "alleged", which `word` ends, in front of a noun; and their row of the table.

    Written in two words they hold only where the parse hangs them on a noun: "the island is so called because ...".
    """
    for length in (3, 2, 1) if word.lower_ in _last_parts() else ():
        cue = tuple(word.doc[max(word.i + 1 - length, 0) : word.i + 1])
        entry = _distancing_words().get("-".join(token.lower_ for token in cue if token.text not in HYPHENS))
        if entry is not None and (len(cue) > 2 or (word.dep_ == "amod" and word.head.i > word.i)):
            return cue, entry
    return (), None


def _named_so(word: Token, noun: Token) -> tuple[Token, ...]:
    of = [token for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for token in child.subtree]
    return in_order([*word.doc[word.i + 1 : noun.i + 1], *of])


@cache
def _last_parts() -> frozenset[str]:
    return frozenset(word.rpartition("-")[2] for word in _distancing_words())


@cache
def _distancing_words() -> dict[str, CueEntry]:
    rows = load_table("rashomon.read.attributions", "tables/distancing_words.tsv", ("word", "type"), ("word",))
    return {
        row["word"]: CueEntry(lemma=row["word"], frames=(), type=CueType(row["type"]), addressee="", commitment=Commitment.DISTANCED)
        for row in rows
    }
