"""Questions without quotation marks whose asker is told behind them: "Was the vote rigged? the opposition asked."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import BlockKind
from rashomon.parse import Doc
from rashomon.read.attributions.contents import find_content
from rashomon.read.attributions.cues import CueEntry, cue_entries, is_question, spoken_entry, verb_words
from rashomon.read.attributions.report import Report, in_order
from rashomon.read.attributions.sources import surface_source, verb_source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ENDS = frozenset({"?", "!"})


def find_questions(doc: Doc) -> Iterator[Report]:
    """The reports of the sentences that end with ? or ! in front of one that tells who asks them, in its paragraph.

    That one has a verb of asking with nothing else for its content, or goes on with a small letter, as no sentence of its own
    does; then any verb of saying will do.
    """
    for block in doc.blocks():
        if block.kind is BlockKind.PARAGRAPH:
            tokens = doc.tokens_in([block.span])
            sentences = list({token.sent.start: token.sent for token in tokens if not token.is_space}.values())
            for place, sentence in enumerate(sentences[1:], start=1):
                report = _asked(sentence, sentences[:place])
                if report is not None:
                    yield report


def _asked(sentence: Span, before: list[Span]) -> Report | None:
    verb = sentence.root
    entry = spoken_entry(verb)
    if entry is None or not (is_question(verb) or sentence[0].is_lower) or _has_content(verb, cue_entries(verb)):
        return None
    source = (surface_source(verb) if verb == sentence[0] else None) or verb_source(verb)
    content = _asked_words(before)
    if source is None or not content:
        return None
    return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=content, source=source)


def _has_content(verb: Token, entries: tuple[CueEntry, ...]) -> bool:
    return any(find_content(verb, entry.frames) is not None for entry in entries if not verb.is_sent_start)


def _asked_words(before: list[Span]) -> tuple[Token, ...]:
    """The words of the last sentences that all end with ? or !, none of them in quotation marks."""
    first = len(before)
    while first and _last_text(before[first - 1]) in ENDS:
        first -= 1
    words = [token for sentence in before[first:] for token in sentence if not token.is_space]
    return tuple(words) if not any(token.is_quote for token in words) else ()


def _last_text(sentence: Span) -> str:
    return next((token.text for token in reversed(sentence) if not token.is_space), "")
