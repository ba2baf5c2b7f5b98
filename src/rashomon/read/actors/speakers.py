"""Speakers: who says the quotation that a word stands in, as far as the words right beside it tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.parse.syntax import subject
from rashomon.read.attributions.cues import spoken_entry
from rashomon.read.attributions.quotations import find_quotations
from rashomon.read.attributions.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Token


def speakers_by_word(doc: Doc) -> dict[int, int]:
    """By the position of each word of a quotation the position of the head of who says it; words that nobody near says are left out.

    The verb of saying stands behind the quotation in its sentence, or else before it, where it may also say the quotation before. Behind
    a full stop a new sentence begins, which may say something else: there what stands before it goes first.
    """
    quotes = [quote for quote in find_quotes(doc, find_quotations(doc)) if quote.is_speech]
    found: dict[int, int] = {}
    for before, quote, behind in _with_neighbours(quotes):
        last = min(behind.first if behind is not None else len(doc.tokens), _sentence_end(doc, quote.last + 2))
        first = max(before.last + 1 if before is not None else 0, doc.tokens[max(quote.first - 2, 0)].sent.start)
        said_before, said_behind = tuple(_says(doc, first, quote.first))[::-1], tuple(_says(doc, quote.last + 1, last))
        is_whole = doc.tokens[quote.last].text == "."
        saying = (*said_before, *said_behind) if is_whole else (*said_behind, *said_before)
        if saying:
            found.update(dict.fromkeys(range(quote.first, quote.last + 1), saying[0].i))
    return found


def _with_neighbours(quotes: list[Quote]) -> Iterator[tuple[Quote | None, Quote, Quote | None]]:
    before = [None, *quotes]
    behind = [*quotes[1:], None]
    yield from zip(before, quotes, behind, strict=False)


def _sentence_end(doc: Doc, place: int) -> int:
    return doc.tokens[place].sent.end if place < len(doc.tokens) else len(doc.tokens)


def _says(doc: Doc, first: int, last: int) -> Iterator[Token]:
    """Who says something there: the subjects of its verbs of saying."""
    for token in doc.tokens[first:last]:
        if spoken_entry(token) is not None and (who := subject(token)) is not None and first <= who.i < last:
            yield who
