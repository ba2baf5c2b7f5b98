"""Speech: ties each quotation to the report that introduces, interrupts or follows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.cues import spoken_entry, verb_words
from rashomon.read.phrases import spoken_line
from rashomon.read.quotations import Quotation
from rashomon.read.report import Report, in_order
from rashomon.read.sources import surface_source, verb_source

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 30
"""How many words from a quotation's edge its cue may stand."""


@dataclass(frozen=True, eq=False)
class Quote:
    """A quotation with the places of its tokens in the parse."""

    quotation: Quotation
    first: int
    last: int
    is_speech: bool

    def holds(self, place: int) -> bool:
        """True for the place of a token inside the quotation marks."""
        return self.first <= place <= self.last


def find_quotes(doc: Doc, quotations: Iterable[Quotation]) -> list[Quote]:
    """The quotations that hold words, in text order."""
    found = []
    for quotation in quotations:
        tokens = doc.tokens_in([quotation.span])
        if tokens:
            found.append(Quote(quotation, tokens[0].i, tokens[-1].i, quotation.is_speech(doc.text)))
    return found


def tie_quotes(doc: Doc, reports: Iterable[Report], quotes: list[Quote]) -> list[Report]:
    """The reports with whole quotations as their content, and new ones for quotations that the parse left alone.

    A quotation whose speaker cannot be found stays without one.
    """
    found = [report for report in (_within_quote(report, quotes) for report in reports) if report.content]
    outer = [quote for quote in quotes if quote.is_speech and not quote.quotation.depth]
    tied: dict[int, list[Quote]] = {}
    last: tuple[int, Quote] | None = None
    for number, quote in enumerate(outer):
        place = _introducing(found, quote)
        if place is None:
            report = _beside(doc, quote, outer[number - 1] if number else None, outer[number + 1] if number + 1 < len(outer) else None)
            if report is not None:
                place = next((place for place, other in enumerate(found) if other.head == report.head), len(found))
                found[place:] = found[place:] or [report]
            elif last is not None and _goes_on(doc, last[1], quote):
                place = last[0]
        if place is not None:
            tied.setdefault(place, []).append(quote)
            last = place, quote
    for place, held in tied.items():
        found[place] = replace(found[place], content=_with_quotes(doc, found[place], held))
    return found


def _within_quote(report: Report, quotes: list[Quote]) -> Report:
    """A report inside a quotation reports nothing outside it."""
    inside = [quote for quote in quotes if quote.is_speech and quote.holds(report.head.i)]
    if not inside:
        return report
    quote = max(inside, key=lambda quote: quote.quotation.depth)
    return replace(report, content=tuple(token for token in report.content if quote.holds(token.i)))


def _introducing(reports: list[Report], quote: Quote) -> int | None:
    """The report outside the quotation whose content reaches into it; of several the one whose cue is nearest."""
    reaching = [
        (min(abs(report.head.i - quote.first), abs(report.head.i - quote.last)), place)
        for place, report in enumerate(reports)
        if report.content[0].i <= quote.last
        and report.content[-1].i >= quote.first
        and not quote.holds(report.head.i)
        and any(quote.holds(token.i) for token in report.content)
    ]
    return min(reaching)[1] if reaching else None


def _beside(doc: Doc, quote: Quote, previous: Quote | None, following: Quote | None) -> Report | None:
    """The report of a verb, or of a speaker and a colon, right behind or in front of the quotation."""
    after = _stretch(doc, range(quote.last + 1, following.first if following else len(doc.tokens)))
    before = _stretch(doc, range(quote.first - 1, previous.last if previous else -1, -1))
    for verb in (*after, *before):
        entry = spoken_entry(verb)
        if entry is None:
            continue
        source = verb_source(verb) or surface_source(verb)
        if source is not None and not quote.holds(source.i):
            words = tuple(doc.tokens[quote.first : quote.last + 1])
            return Report(entry=entry, head=verb, cue=in_order(verb_words(verb)), content=words, source=source)
    return spoken_line(before[::-1], tuple(doc.tokens[quote.first : quote.last + 1]))


def _stretch(doc: Doc, places: range) -> list[Token]:
    """The words at `places`, in that order, up to the end of the sentence or paragraph."""
    found: list[Token] = []
    for place in places[:REACH]:
        token = doc.tokens[place]
        if token.is_space and "\n" in doc.text[token.idx : token.idx + len(token)]:
            break
        if token.text in {".", "!", "?", ";"}:
            break
        found.append(token)
    return found


def _goes_on(doc: Doc, earlier: Quote, later: Quote) -> bool:
    """True when `later` stands in the same paragraph as a sentence of its own, or takes up a quotation left open."""
    between = doc.text[earlier.quotation.marked.end : later.quotation.marked.start]
    if earlier.quotation.continues:
        return not between.strip()
    return "\n" not in between and (not between.strip() or between.rstrip()[-1] in ".!?,:;\u2014-")


def _with_quotes(doc: Doc, report: Report, quotes: list[Quote]) -> tuple[Token, ...]:
    """The content with its quotations whole.

    Where a quotation that is a sentence of its own meets the cue, what the parse adds outside the quotation marks is dropped.
    """
    quoted = [token for quote in quotes for token in doc.tokens[quote.first : quote.last + 1]]
    places = {token.i for token in quoted}
    outside = [token for token in report.content if token.i not in places]
    nearest = min(quotes, key=lambda quote: min(abs(report.head.i - quote.first), abs(report.head.i - quote.last)))
    low, high = sorted((report.head.i, nearest.first))
    meets = not any(low < token.i < high and not token.is_punct for token in outside)
    if meets and doc.tokens[nearest.first].text[:1].isupper():
        outside = []
    taken = {token.i for token in report.cue}
    if report.source is not None:
        taken.update(token.i for token in report.source.subtree if token.i not in places)
    kept = [token for token in outside if token.i not in taken]
    return in_order([*quoted, *kept, *_joints(doc, quotes)])


def _joints(doc: Doc, quotes: list[Quote]) -> list[Token]:
    """The quotation marks between quotations that follow on each other, so that they make one stretch."""
    joints: list[Token] = []
    for earlier, later in zip(quotes, quotes[1:], strict=False):
        between = doc.tokens[earlier.last + 1 : later.first]
        if all(token.is_punct or token.is_space or token.is_quote for token in between):
            joints.extend(between)
    return joints
