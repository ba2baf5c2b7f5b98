"""Announcements: what stands behind a colon, with or without quotation marks, told by the verb, noun or adjective before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model import BlockKind, CueType
from rashomon.parse import Doc
from rashomon.read.actors.words import nouns
from rashomon.read.attributions.contents import has_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, spoken_entry, verb_words
from rashomon.read.attributions.marks import CLAUSE_ENDS, DASHES
from rashomon.read.attributions.objects import leading_object
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import noun_source, verb_source
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

BULLETS = DASHES | {"*", "\u2022", "\u00b7"}
LONGEST_OPENING = 30
"""So many words before the colon are searched for what announces the words behind it."""
FEWEST_WORDS = 3
"""Fewer words than this behind a colon are a name or a number."""


def find_announced(doc: Doc) -> Iterator[Report]:
    """The reports of words that a colon announces: "Her message was plain: ...", "The union has one demand: ...".

    What the parse already takes for the content of a verb is left to it. Words behind a colon that ends a paragraph are
    the next paragraph, or the list below it.
    """
    blocks = [block for block in doc.blocks() if block.kind is BlockKind.PARAGRAPH]
    tokens = [doc.tokens_in([block.span]) for block in blocks]
    for place, words in enumerate(tokens):
        for opening, told in _parted(words, tokens[place + 1 :]):
            report = _announced(opening, told)
            if report is not None:
                yield report


def _parted(words: list[Token], below: list[list[Token]]) -> Iterator[tuple[list[Token], tuple[Token, ...]]]:
    """Each clause before a colon, with the words that follow the colon."""
    for place, token in enumerate(words):
        if token.text != ":" or not place:
            continue
        start = next((at + 1 for at in range(place - 1, -1, -1) if words[at].text in CLAUSE_ENDS | {":"}), 0)
        opening = words[max(start, place - LONGEST_OPENING) : place]
        if place + 1 == len(words):
            yield opening, tuple(_below(below))
        else:
            end = next((at + 1 for at in range(place + 1, len(words)) if words[at].text in CLAUSE_ENDS), len(words))
            yield opening, tuple(words[place + 1 : end])


def _below(blocks: list[list[Token]]) -> list[Token]:
    """The next paragraph, or all items of the list that starts with it."""
    if not blocks:
        return []
    if blocks[0][0].text not in BULLETS:
        return blocks[0]
    items = 1
    while items < len(blocks) and blocks[items][0].text in BULLETS:
        items += 1
    return [token for block in blocks[:items] for token in block]


def _announced(opening: list[Token], told: tuple[Token, ...]) -> Report | None:
    if sum(token.is_alpha for token in told) < FEWEST_WORDS:
        return None
    for token in reversed(opening):
        report = _READERS[token.pos_](token, told) if token.pos_ in _READERS else None
        if report is not None:
            return report if not has_content(token) else None
    return None


def _of_verb(verb: Token, told: tuple[Token, ...]) -> Report | None:
    entry = spoken_entry(verb)
    source = verb_source(verb)
    if entry is None or source is None or source in told:
        return None
    return Report(entry=entry, head=verb, cue=in_order([*verb_words(verb), *leading_object(verb)]), content=told, source=source)


def _of_noun(noun: Token, told: tuple[Token, ...]) -> Report | None:
    entry = next((entry for entry in cue_entries(noun) if "clause" in entry.frames), None) or announcing_nouns().get(noun.lemma_.lower())
    source = noun_source(noun) if entry is not None else None
    if entry is None or source is None or source in told:
        return None
    return Report(entry=entry, head=noun, cue=(noun,), content=told, source=source)


def _of_adjective(adjective: Token, told: tuple[Token, ...]) -> Report | None:
    """The report of "she was clear: ...": of somebody, and with no other verb before the colon."""
    entry = _announcing_adjectives().get(adjective.lower_) if adjective.dep_ == "acomp" else None
    source = verb_source(adjective.head) if entry is not None else None
    if entry is None or source is None or source in told or not _is_somebody(source):
        return None
    if any(token.pos_ in {"VERB", "AUX"} for token in adjective.doc[adjective.i : told[0].i]):
        return None
    return Report(entry=entry, head=adjective, cue=in_order([*verb_words(adjective.head), adjective]), content=told, source=source)


def _is_somebody(source: Token) -> bool:
    return source.pos_ == "PROPN" or source.lower_ in nouns() or (source.tag_ == "PRP" and source.lower_ != "it")


@cache
def announcing_nouns() -> dict[str, CueEntry]:
    """The nouns that announce words behind a colon, beside those of the table of cues, each with what it says of them."""
    rows = load_table("rashomon.read.attributions", "tables/announcing_nouns.tsv", ("noun", "type"), ("noun",))
    return {row["noun"]: CueEntry(lemma=row["noun"], frames=(), type=CueType(row["type"]), addressee="") for row in rows}


@cache
def _announcing_adjectives() -> dict[str, CueEntry]:
    rows = load_table("rashomon.read.attributions", "tables/announcing_adjectives.tsv", ("adjective", "type"), ("adjective",))
    return {row["adjective"]: CueEntry(lemma=row["adjective"], frames=(), type=CueType(row["type"]), addressee="") for row in rows}


_READERS = {"VERB": _of_verb, "NOUN": _of_noun, "ADJ": _of_adjective}
