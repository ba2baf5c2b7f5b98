"""First reading: what quotation marks and the rules tell of an article, before any network looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.attributions.quotations import find_quotations
from rashomon.read.attributions.quotes import Quote, find_quotes
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.rules import find_reports_by_rules

if TYPE_CHECKING:
    from rashomon.encode.encoder import Encoding
    from rashomon.encode.grammar import Grammar
    from rashomon.encode.weights import Labels


@dataclass(frozen=True, eq=False)
class FirstReading:
    """The article's quotations, and the rules' reports, those inside other contents among them."""

    quotes: list[Quote]
    reports: list[Report]


def read_first(doc: Doc) -> FirstReading:
    """The first reading of an article."""
    quotes = find_quotes(doc, find_quotations(doc))
    return FirstReading(quotes, find_reports_by_rules(doc, quotes))


def encode_article(doc: Doc, first: FirstReading) -> Encoding:
    """The article as the shared encoder sees it; every head reads off this one encoding, and waits for it."""
    from rashomon.encode.encoder import encode
    from rashomon.encode.weights import load_settings

    return encode(doc, article_grammar(doc, first, load_settings().labels))


def article_grammar(doc: Doc, first: FirstReading, labels: Labels) -> Grammar:
    """The article's grammar as numbers, with its speech in quotation marks and what the rules read as hints."""
    from rashomon.encode.grammar import read_grammar
    from rashomon.read.attributions.learned.hints import hints_from

    quoted = [(quote.first, quote.last) for quote in first.quotes if quote.is_speech]
    return read_grammar(doc, quoted, hints_from(first.reports), labels)
