"""Questions without quotation marks whose asker is told behind them: "Was the vote rigged? the opposition asked."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import BlockKind
from rashomon.parse import Doc
from rashomon.read.attributions.contents import has_content
from rashomon.read.attributions.cues import is_question, spoken_entry, verb_words
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
    for sentence in doc.sentences():
        verb = sentence.root
        entry = spoken_entry(verb)
        if entry is None or not (is_question(verb) or sentence[0].is_lower):
            continue
        inverted = verb == sentence[0]
        if not inverted and has_content(verb):
            continue
        source = (surface_source(verb) if inverted else None) or verb_source(verb)
        content = _asked_words(_sentences_before(sentence, doc))
        if source is not None and content:
            yield Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=content, source=source)


def _sentences_before(sentence: Span, doc: Doc) -> list[Span]:
    """The sentences before this one in its paragraph; none before one that stands in a title, a heading or a caption."""
    here = sentence.root.idx
    paragraph = next(
        (block for block in doc.blocks() if block.kind is BlockKind.PARAGRAPH and block.span.start <= here < block.span.end), None
    )
    tokens = doc.tokens_in([paragraph.span]) if paragraph is not None else []
    return list({token.sent.start: token.sent for token in tokens if token.i < sentence.start}.values())


def _asked_words(before: list[Span]) -> tuple[Token, ...]:
    """The words of the last sentences that all end with ? or !, none of them in quotation marks."""
    first = len(before)
    while first and _last_text(before[first - 1]) in ENDS:
        first -= 1
    words = [token for sentence in before[first:] for token in sentence if not token.is_space]
    return tuple(words) if not any(token.is_quote for token in words) else ()


def _last_text(sentence: Span) -> str:
    return next((token.text for token in reversed(sentence) if not token.is_space), "")
