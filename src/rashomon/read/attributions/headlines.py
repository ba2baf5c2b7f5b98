"""Headlines that end with their speaker: "Dam is unsafe: engineers", "No talks \u2014 Vale", "Deal is void, court rules"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, listed_entries
from rashomon.read.attributions.line_speakers import line_speaker
from rashomon.read.attributions.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKEN_LINE = CueEntry(lemma=":", frames=(), type=CueType.SAY, addressee="")
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
LONGEST_TAIL = 6
"""More words than this behind the last mark of a headline are what is told, not who tells it."""
SPOKEN = frozenset({"clause", "quote"})


def find_headline(tokens: list[Token]) -> Report | None:
    """The report of a line without a full stop that ends with its speaker, behind a colon, dash, comma or quotation; or None."""
    if len(tokens) < 3 or (tokens[-1].is_punct and not tokens[-1].is_quote):
        return None
    return _behind_mark(tokens) or _behind_comma(tokens)


def _behind_mark(tokens: list[Token]) -> Report | None:
    place = _last(tokens, lambda token: token.text == ":" or (token.text in DASHES and bool(token.whitespace_)))
    if place is None or place < 2:
        return None
    speaker = line_speaker(tokens[place + 1 :], tail=True)
    if speaker is None or (speaker.pos_ == "PROPN" and not _speaks_below(speaker, tokens)):
        return None
    mark = tokens[place]
    return Report(entry=SPOKEN_LINE, head=mark, cue=(mark,), content=tuple(tokens[:place]), source=speaker)


def _speaks_below(name: Token, headline: list[Token]) -> bool:
    """True when the name is the subject of a reporting verb in the text: the other names at a headline's end are the outlet's."""
    return any(token.text == name.text and token.dep_ == "nsubj" and cue_entries(token.head) for token in name.doc[headline[-1].i + 1 :])


def _behind_comma(tokens: list[Token]) -> Report | None:
    """The report of "..., says Vale" and "..., court rules", whose verb a parse of the headline often misses."""
    place = _last(tokens, lambda token: token.text == "," or token.is_quote)
    rest = tokens[place + 1 :] if place else []
    if place is None or len(rest) < 2:
        return None
    for verb, named in ((rest[0], rest[1:]), (rest[-1], rest[:-1])):
        entry = _spoken_entry(verb)
        speaker = line_speaker(named) if entry is not None else None
        if entry is not None and speaker is not None and find_content(verb, entry.frames) is None:
            return Report(entry=entry, head=verb, cue=(verb,), content=tuple(tokens[:place]), source=speaker)
    return None


def _spoken_entry(word: Token) -> CueEntry | None:
    """What a word says as a verb, whatever the tagger takes it for; "rules" is often a noun to it."""
    for lemma in (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s")):
        entry = next((entry for entry in listed_entries(lemma, "VERB") if SPOKEN & set(entry.frames)), None)
        if entry is not None:
            return entry
    return None


def _last(tokens: list[Token], is_mark: Callable[[Token], bool]) -> int | None:
    """The place of the last mark that at most LONGEST_TAIL words, and at least one, stand behind."""
    return next((place for place in range(len(tokens) - 2, max(len(tokens) - LONGEST_TAIL - 2, 0), -1) if is_mark(tokens[place])), None)
