"""Quotations: the stretches of an article that stand in quotation marks, with those that continue over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from rashomon.model import Block, Span
from rashomon.parse import Doc

MARKS = re.compile(r"''|[\"\u201c\u201d\u201e\u2018\u2019\u201a'\u00ab\u00bb]")
DOUBLE = frozenset({"''", '"', "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"})
OPENING = frozenset({"\u201c", "\u201e", "\u2018", "\u201a", "\u00ab"})
LOW = {"\u201e": "\u201c", "\u201a": "\u2018"}
"""Low opening marks, and the marks that close them and elsewhere open."""
CLOSING = frozenset({"\u201d", "\u00bb"})
PAIRS = (("\u201c", "\u201d"), ("(", ")"), ("[", "]"), ('"', '"'), ("''", "''"))
LONGEST_LINK = 3
"""Words up to this length stay small in names that are set in capitals: "Council of the Oru Coast"."""
REACH = 3
"""How many characters behind a span its closing mark may stand: a full stop comes between in some house styles."""
SCARE_LENGTH = 3
"""Fewer words than this in quotation marks are a name or a distanced word, unless they end as speech does."""


@dataclass(frozen=True)
class Quotation:
    """What stands between two quotation marks; `marked` includes the marks. `depth` is 0 outside all others."""

    span: Span
    marked: Span
    depth: int
    continues: bool = False

    def is_speech(self, text: str) -> bool:
        """True when it can be something said, and is not a name or a word held at a distance."""
        words = text[self.span.start : self.span.end].split()
        if not words:
            return False
        last = words[-1][-1]
        if len(words) < SCARE_LENGTH:
            return last in ",.!?" and self.depth == 0
        if last in ".!?\u2026\u2014":
            return True
        return any(word[0].islower() for word in words[1:] if len(word) > LONGEST_LINK)


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    double: bool
    can_open: bool
    can_close: bool


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of the article in text order.

    A mark that is never closed opens nothing, unless the next paragraph opens with the same mark again, as a
    quotation does that goes on over paragraphs.
    """
    blocks = list(doc.blocks())
    found: list[Quotation] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        found.extend(_in_block(doc.text, block, continued=_opens_with_mark(doc.text, following)))
    return tuple(sorted(found, key=lambda quotation: quotation.marked))


def with_marks(text: str, span: Span) -> Span:
    """The span, with the quotation mark or bracket at its edge whose partner stands inside it."""
    for opening, closing in PAIRS:
        inside = text[span.start : span.end]
        surplus = inside.count(opening) - inside.count(closing) if opening != closing else inside.count(opening) % 2
        before = span.start - len(opening)
        if surplus and (surplus < 0 or opening == closing) and before >= 0 and text.startswith(opening, before):
            return Span(before, span.end)
        after = text.find(closing, span.end, span.end + REACH)
        if surplus > 0 and after >= 0 and not any(map(str.isalnum, text[span.end : after])):
            return Span(span.start, after + len(closing))
    return span


def _opens_with_mark(text: str, block: Block | None) -> bool:
    return block is not None and text.startswith(('"', "\u201c", "\u2018", "\u00ab", "''"), block.span.start)


def _in_block(text: str, block: Block, *, continued: bool) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[_Mark] = []
    marks = [_mark(text, match, block.span) for match in MARKS.finditer(text, block.span.start, block.span.end)]
    for number, mark in enumerate(marks):
        opener = next((other for other in reversed(stack) if other.double == mark.double), None)
        if opener is not None and (mark.can_close or _answers(text, opener, mark)) and _closes(text, mark, marks[number + 1 :]):
            del stack[stack.index(opener) :]
            found.append(_quotation(opener.start, opener.end, mark.start, mark.end, len(stack)))
        elif mark.can_open and (opener is None or _nests(text, mark, stack, marks[number + 1 :])):
            stack.append(mark)
    if stack and continued and stack[0].double:
        end = block.span.end
        found.append(_quotation(stack[0].start, stack[0].end, end, end, 0, continues=True))
    return found


def _quotation(start: int, inner: int, end: int, after: int, depth: int, *, continues: bool = False) -> Quotation:
    return Quotation(span=Span(inner, end), marked=Span(start, after), depth=depth, continues=continues)


def _mark(text: str, match: re.Match[str], within: Span) -> _Mark:
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    opens = mark in OPENING or (mark not in CLOSING and not before.isalnum() and not after.isspace() and before not in ".,!?")
    closes = mark in CLOSING or (mark not in OPENING and not after.isalnum() and not before.isspace())
    if mark in {"'", "\u2018"} and after.isdigit():
        opens = False
    return _Mark(start=start, end=end, double=mark in DOUBLE, can_open=opens, can_close=closes)


def _answers(text: str, opener: _Mark, mark: _Mark) -> bool:
    """True for the high mark that closes what a low one opened."""
    return LOW.get(text[opener.start : opener.end]) == text[mark.start : mark.end]


def _nests(text: str, mark: _Mark, opened: list[_Mark], later: list[_Mark]) -> bool:
    """True for an opening mark inside a quotation with marks of the same kind, where all that are open are closed later."""
    if text[mark.start : mark.end] not in OPENING:
        return False
    same = [other for other in later if other.double == mark.double]
    closing = sum(text[other.start : other.end] in CLOSING for other in same)
    opening = sum(text[other.start : other.end] in OPENING for other in same)
    return closing - opening > sum(other.double == mark.double for other in opened)


def _closes(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """A single mark behind an s may be a possessive ("the voters' choice"): it closes only when no later one does."""
    if mark.double or text[mark.start - 1] != "s" or text[mark.end : mark.end + 1] in {".", ",", "!", "?", ";", ""}:
        return True
    following = next((other for other in later if not other.double), None)
    return following is None or not following.can_close or following.can_open
