"""Speech: ties each quotation to the report that introduces, interrupts or follows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.model import CueType
from rashomon.parse import Doc
from rashomon.read.attributions.cues import UNSPOKEN, CueEntry, cue_entries, spoken_entry
from rashomon.read.attributions.inquits import fills_line, report_beside, spoken
from rashomon.read.attributions.insets import is_across, is_inset
from rashomon.read.attributions.marks import SENTENCE_ENDS
from rashomon.read.attributions.quotes import Quote, are_listed
from rashomon.read.attributions.report import Report, in_order

if TYPE_CHECKING:
    from spacy.tokens import Token


def tie_quotes(doc: Doc, reports: Iterable[Report], quotes: list[Quote]) -> list[Report]:
    """The reports with whole quotations as their content, and new ones for quotations that the parse left alone.

    A quotation whose speaker cannot be found stays without one.
    """
    insets = [quote for quote in quotes if is_inset(doc, quote)]
    within = (_within_quote(report, quotes) for report in reports if not is_across(report, insets))
    found = list(_once(report for report in within if report.content and not _is_of_title(report, quotes)))
    outer = [quote for quote in quotes if quote.is_speech and not quote.quotation.depth]
    tied: dict[int, list[Quote]] = {}
    last: tuple[int, Quote] | None = None
    starts = [block.span.start for block in doc.blocks()]
    for number, quote in enumerate(outer):
        place = _introducing(found, quote)
        if place is None:
            bounds = _between(outer, number, len(doc.tokens))
            report = report_beside(doc, quote, bounds, frozenset(starts)) or _led_up_to(doc, found, quote, bounds[0], starts)
            if report is not None:
                place = next((place for place, other in enumerate(found) if other.head == report.head), len(found))
                if place == len(found):
                    found.append(report)
            elif last is not None and _goes_on(doc, starts, last[1], quote):
                place = last[0]
        if place is not None:
            tied.setdefault(place, []).append(quote)
            last = place, quote
    for place, held in tied.items():
        found[place] = replace(found[place], content=_with_quotes(doc, found[place], held))
    return found


def _within_quote(report: Report, quotes: list[Quote]) -> Report:
    """A report inside a quotation reports nothing outside it; a label ("Vale: ...") may stand behind the mark that opens its own words."""
    inside = [quote for quote in quotes if quote.is_speech and quote.holds(report.head.i)]
    if not inside or not report.head.is_alpha:
        return report
    quote = max(inside, key=lambda quote: quote.quotation.depth)
    return replace(report, content=tuple(token for token in report.content if quote.holds(token.i)))


def _once(reports: Iterable[Report]) -> Iterator[Report]:
    """The first report of each cue: what a colon announces the parse may have found already."""
    heads: set[int] = set()
    for report in reports:
        if report.head.i not in heads:
            heads.add(report.head.i)
            yield report


def _is_of_title(report: Report, quotes: list[Quote]) -> bool:
    """True for a report of nothing but words of a title: the "called" of a group called "..."."""
    return any(quote.is_title and all(quote.holds(token.i) for token in report.content) for quote in quotes)


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


def _between(quotes: list[Quote], number: int, end: int) -> tuple[int, int]:
    """The places of the last token of the quotation before, and of the first one of the quotation behind."""
    before = quotes[number - 1].last if number else -1
    return before, quotes[number + 1].first if number + 1 < len(quotes) else end


def _led_up_to(doc: Doc, found: list[Report], quote: Quote, last: int, starts: list[int]) -> Report | None:
    """The report of the sentence before a quotation that is a sentence of its own: "Rand disagreed", "Tal said it was lost".

    The sentence stands in the same paragraph, or is the last one of the paragraph before a quotation that fills its own, and
    reports no quotation itself: `last` is the place of the last token of the one before.
    """
    place = quote.first - 1
    while place > last and (doc.tokens[place].is_quote or doc.tokens[place].is_space):
        place -= 1
    if place <= last or doc.tokens[place].text not in SENTENCE_ENDS or not doc.tokens[quote.first].text[:1].isupper():
        return None
    paragraphs = bisect_right(starts, quote.quotation.marked.start) - bisect_right(starts, doc.tokens[place].idx)
    if paragraphs > 1 or not _is_sentence(doc.text, quote) or (paragraphs and not fills_line(doc.text, quote)):
        return None
    sentence = doc.tokens[place].sent
    if last >= sentence.start:
        return None
    telling = [report for report in found if sentence.start <= report.head.i < sentence.end and _can_go_on(report)]
    outermost = [report for report in telling if not any(report.head in other.content for other in telling)]
    if outermost:
        return next((report for report in outermost if report.head == sentence.root), outermost[-1])
    return spoken(sentence.root, spoken_entry(sentence.root) or _answer(sentence.root), tuple(doc.tokens[quote.first : quote.last + 1]))


def _can_go_on(report: Report) -> bool:
    return report.source is not None and report.entry.type not in UNSPOKEN


def _answer(verb: Token) -> CueEntry | None:
    """What "disagreed" or "objected" says, which needs no words of its own."""
    return next((entry for entry in cue_entries(verb) if entry.type is CueType.DENY), None)


def _is_sentence(text: str, quote: Quote) -> bool:
    end, behind = quote.quotation.span.end, quote.quotation.marked.end
    return text[end - 1] in SENTENCE_ENDS | {"\u2026"} or text[behind : behind + 1] in SENTENCE_ENDS


def _goes_on(doc: Doc, starts: list[int], earlier: Quote, later: Quote) -> bool:
    """True when `later` goes on with the same speaker.

    It does as a sentence of its own in the same paragraph, and as the whole of the paragraph behind one that ends with
    `earlier` or its cue.
    """
    between = doc.text[earlier.quotation.marked.end : later.quotation.marked.start].strip()
    paragraphs = bisect_right(starts, later.quotation.marked.start) - bisect_right(starts, earlier.quotation.marked.start)
    if paragraphs == 0:
        return not between or between[-1] in ".!?,:;\u2014-" or are_listed(doc, earlier, later)
    if paragraphs > 1 or later.quotation.marked.start not in starts:
        return False
    return earlier.quotation.continues or (between.count(".") <= 1 and fills_line(doc.text, later))


def _with_quotes(doc: Doc, report: Report, quotes: list[Quote]) -> tuple[Token, ...]:
    """The content with its quotations whole.

    Where a quotation that is a sentence of its own meets the cue, what the parse adds outside the quotation marks is dropped.
    """
    quoted = [token for quote in quotes for token in doc.tokens[quote.first : quote.last + 1]]
    places = {token.i for token in quoted}
    outside = [token for token in report.content if token.i not in places]
    nearest = min(quotes, key=lambda quote: min(abs(report.head.i - quote.first), abs(report.head.i - quote.last)))
    low, high = sorted((report.head.i, nearest.first))
    between = doc.tokens[low + 1 : high]
    meets = not any(token in outside and not token.is_punct for token in between)
    meets = meets and not any(token.text in SENTENCE_ENDS for token in between if token.i not in places)
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
    for earlier, later in pairwise(quotes):
        between = doc.tokens[earlier.last + 1 : later.first]
        if all(token.is_punct or token.is_space or token.is_quote for token in between):
            joints.extend(between)
    return joints
