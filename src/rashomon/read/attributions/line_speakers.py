"""Speakers: whether the words before a colon or behind a dash name somebody who speaks, or only what a line is about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.actors.words import nouns
from rashomon.read.attributions.announcements import announcing_nouns
from rashomon.read.attributions.cues import line_labels
from rashomon.read.attributions.sources import SUBJECTS
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 8
"""More words than this are no name or description of a speaker."""
TOPIC_PREPOSITIONS = frozenset({"on", "about", "over", "after", "before", "to"})
"""Prepositions between a speaker and what the line is about: "Vale on the flood: ..."."""
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
THEMATIC = frozenset({"VB", "VBN", "VBG", "IN", "TO", "CC", "WRB", "WP"})
"""Tags (Penn Treebank) of words that stand in a heading and not in a name."""
QUANTITIES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
"""Sorts of entities (OntoNotes) that never speak."""


def line_speaker(tokens: list[Token], *, tail: bool = False, trusted: bool = False) -> Token | None:
    """The head word of the speaker that `tokens` name and nothing else, or None.

    A speaker is a proper name, a noun for people or bodies, or a word of `tables/line_speakers.tsv`. Behind a headline
    (`tail`) only a bare noun or name speaks. Where more than the tagger tells of a speaker (`trusted`), any capital makes a
    name that does not stand for words.
    """
    named = _named(tokens)
    if not named or len(named) > LONGEST_NAME or (tail and (named != tokens or named[0].pos_ == "DET")):
        return None
    if named[0].pos_ != "DET" and named[-1].lower_ in line_speakers("end" if tail else "start"):
        return named[-1]
    if any(token.tag_ in VERBS for token in named):
        return None
    head = next((token for token in reversed(named) if token.head not in named), named[-1])
    if head.dep_ in SUBJECTS and head.head in tokens:
        return None  # "Oru, the mayor, said: ..." is a sentence with a verb of its own
    return head if _can_speak(head, trusted=trusted) and (head.lower_ in nouns() or not _is_theme(named)) else None


def _named(tokens: list[Token]) -> list[Token]:
    """The words up to what is set behind the name with a comma, a bracket or a preposition."""
    ends = (
        place
        for place, token in enumerate(tokens)
        if token.text in {",", "("} or (place and token.lower_ in TOPIC_PREPOSITIONS and token.pos_ == "ADP")
    )
    return tokens[: next(ends, len(tokens))]


def _is_theme(named: list[Token]) -> bool:
    """True for capitals that are no name: "Rights Set Aside by Neighbours"."""
    return any(token.tag_ in THEMATIC and token.lower_ != "of" for token in named)


def _can_speak(head: Token, *, trusted: bool) -> bool:
    if head.lemma_.lower() in line_labels() or head.lower_ in line_labels() or head.ent_type_ in QUANTITIES:
        return False
    if head.lower_ in nouns() or head.pos_ == "PROPN":
        return True
    if trusted and head.text[0].isupper() and head.lemma_.lower() not in announcing_nouns():
        return True
    return _is_name_elsewhere(head) or (head.tag_ == "NNS" and head.lower_.endswith(agent_endings()))


def _is_name_elsewhere(head: Token) -> bool:
    """True for a name that the tagger misses at the start of a line, and finds elsewhere in the text."""
    return head.is_title and any(token.text == head.text and token.pos_ == "PROPN" for token in head.doc if token != head)


@cache
def line_speakers(place: str) -> frozenset[str]:
    """The words that stand as the speaker at the "start" or "end" of a line though they name nobody: "Q", "report"."""
    rows = load_table("rashomon.read.attributions", "tables/line_speakers.tsv", ("word", "place"), ("word",))
    return frozenset(row["word"] for row in rows if row["place"] in {place, "both"})


@cache
def agent_endings() -> tuple[str, ...]:
    """The endings of plural nouns for those who do something: "engineers", "economists"."""
    return tuple(row["ending"] for row in load_table("rashomon.read.attributions", "tables/agent_endings.tsv", ("ending",), ("ending",)))
