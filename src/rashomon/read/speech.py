"""Speech: ties each quotation to the report that introduces, interrupts or follows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.model import Span
from rashomon.parse import Doc
from rashomon.read.cues import cue_entry, verb_words
from rashomon.read.quotations import Quotation
from rashomon.read.report import Report, in_order
from rashomon.read.sources import verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 30
"""How many words from a quotation's edge its cue may stand."""
SPOKEN = frozenset({"clause", "quote"})


@dataclass(frozen=True, eq=False)
class _Quote:
    quotation: Quotation
    tokens: tuple[Token, ...]

    @property
    def first(self) -> int:
        return self.tokens[0].i

    @property
    def last(self) -> int:
        return self.tokens[-1].i

    def holds(self, token: Token) -> bool:
        return self.first <= token.i <= self.last


def tie_quotations(doc: Doc, reports: Iterable[Report], quotations: Iterable[Quotation]) -> list[Report]:
    """The reports with whole quotations as their content, and new ones for quotations that the parse left alone.

    A quotation whose speaker cannot be found stays without one.
    """
    quotes = [_Quote(found, tokens) for found in quotations if (tokens := tuple(doc.tokens_in([found.span])))]
    bounded = [_within_quote(report, quotes) for report in reports]
    found = [report for report in bounded if report.content]
    last: _Tied | None = None
    for quote in quotes:
        if quote.quotation.depth or not quote.quotation.is_speech(doc.text):
            continue
        place = _introducing(doc, found, quote)
        if place is None:
            report = _adjacent(doc, quote, quotes, found)
            if report is None:
                if last is not None and last.goes_on_in(doc, quote):
                    place = last.place
                else:
                    continue
            else:
                same = next((n for n, other in enumerate(found) if other.head == report.head), None)
                if same is None:
                    found.append(report)
                    place = len(found) - 1
                else:
                    place = same
                    found[place] = report
        found[place] = replace(found[place], content=_with_quote(found[place], quote))
        last = _Tied(place, quote)
    return found


@dataclass(frozen=True, eq=False)
class _Tied:
    place: int
    quote: _Quote

    def goes_on_in(self, doc: Doc, quote: _Quote) -> bool:
        """True when `quote` stands in the same paragraph, or the one after a paragraph that the quotation was left open in."""
        between = doc.text[self.quote.quotation.marked.end : quote.quotation.marked.start]
        if self.quote.quotation.continues:
            return not between.strip()
        start = doc.text[: quote.quotation.marked.start].rstrip()[-1:]
        return "\n" not in between and start in '.!?"\u201d,:;\u2014-' 


def _within_quote(report: Report, quotes: list[_Quote]) -> Report:
    """A report inside a quotation reports nothing outside it."""
    inside = [quote for quote in quotes if quote.holds(report.head)]
    if not inside:
        return report
    quote = max(inside, key=lambda quote: quote.quotation.depth)
    return replace(report, content=tuple(token for token in report.content if quote.holds(token)))


def _introducing(doc: Doc, reports: list[Report], quote: _Quote) -> int | None:
    """The report outside the quotation whose content reaches into it; of several the one whose cue is nearest."""
    reaching = [
        (min(abs(report.head.i - quote.first), abs(report.head.i - quote.last)), place)
        for place, report in enumerate(reports)
        if not quote.holds(report.head) and any(quote.holds(token) for token in report.content)
    ]
    return min(reaching)[1] if reaching else None


def _with_quote(report: Report, quote: _Quote) -> tuple[Token, ...]:
    taken = {*report.cue}
    if report.source is not None:
        taken.update(token for token in report.source.subtree if not quote.holds(token))
    return in_order(token for token in (*report.content, *quote.tokens) if token not in taken)


def _adjacent(doc: Doc, quote: _Quote, quotes: list[_Quote], reports: list[Report]) -> Report | None:
    """The report of a verb that stands right behind or in front of the quotation."""
    after = _outside(doc, quote.last + 1, 1, quotes)
    before = _outside(doc, quote.first - 1, -1, quotes)
    for verb in [*_speaking(after), *_speaking(before)]:
        entry = cue_entry(verb)
        source = verb_source(verb) or _beside(verb)
        if entry is not None and source is not None and not quote.holds(source):
            return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=quote.tokens, source=source)
    return None


def _outside(doc: Doc, start: int, step: int, quotes: list[_Quote]) -> list[Token]:
    """The words from `start` on in one direction, to the end of the sentence, the paragraph or the next quotation."""
    found: list[Token] = []
    place = start
    while 0 <= place < len(doc.tokens) and len(found) < REACH:
        token = doc.tokens[place]
        if any(quote.holds(token) for quote in quotes) or (token.is_space and "\n" in doc.text[token.idx : token.idx + len(token)]):
            break
        if token.text in {".", "!", "?", ";"} and found and any(other.is_alpha for other in found):
            break
        found.append(token)
        place += step
    return found


def _speaking(tokens: list[Token]) -> list[Token]:
    found = []
    for token in tokens:
        entry = cue_entry(token) if token.pos_ == "VERB" else None
        if entry is not None and SPOKEN & set(entry.frames):
            found.append(token)
    return found


def _beside(verb: Token) -> Token | None:
    """The speaker that stands behind the verb, where the parse took it for an object: "said Ana Tal"."""
    return next((child for child in verb.children if child.dep_ in {"dobj", "attr"} and child.i > verb.i), None)
