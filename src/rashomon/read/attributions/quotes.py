"""Quotes: quotations with the places of their tokens in the parse, told apart by whether somebody says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.parse import Doc
from rashomon.read.attributions.quotations import Quotation
from rashomon.read.attributions.works import is_title

JOINING = frozenset({"and", "or"})
"""What stands between quotations of one list."""


@dataclass(frozen=True, eq=False)
class Quote:
    """A quotation with the places of its tokens in the parse."""

    quotation: Quotation
    first: int
    last: int
    is_speech: bool
    is_title: bool = False

    def holds(self, place: int) -> bool:
        """True for the place of a token inside the quotation marks."""
        return self.first <= place <= self.last


def find_quotes(doc: Doc, quotations: Iterable[Quotation]) -> list[Quote]:
    """The quotations that hold words, in text order."""
    found = []
    for quotation in quotations:
        tokens = doc.tokens_in([quotation.span])
        if tokens:
            title = is_title(tokens[0])
            found.append(Quote(quotation, tokens[0].i, tokens[-1].i, quotation.is_speech(doc.text) and not title, title))
    return _with_lists(doc, found)


def _with_lists(doc: Doc, quotes: list[Quote]) -> list[Quote]:
    """The quotations, with a short one said where it stands in a list with one that is: "death to the tyrant" and "freedom now"."""
    said = {
        id(quote)
        for pair in pairwise(quotes)
        if any(quote.is_speech for quote in pair) and are_listed(doc, *pair) and all(_has_small_words(doc, quote) for quote in pair)
        for quote in pair
    }
    return [replace(quote, is_speech=True) if id(quote) in said else quote for quote in quotes]


def _has_small_words(doc: Doc, quote: Quote) -> bool:
    """True for two words or more that are not the capitals of a title."""
    words = [token for token in doc.tokens[quote.first : quote.last + 1] if token.is_alpha]
    return len(words) > 1 and any(token.is_lower for token in words)


def are_listed(doc: Doc, earlier: Quote, later: Quote) -> bool:
    """True for two quotations with nothing but a comma, an "and" or an "or" between them."""
    return doc.text[earlier.quotation.marked.end : later.quotation.marked.start].strip(" ,") in JOINING
