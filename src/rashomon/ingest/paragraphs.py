"""Plain text cut into paragraphs: a line each, or several lines where the text was wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.model import Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]*\Z")

MAX_WRAP_WIDTH = 100
MIN_WRAP_WIDTH = 50
MIN_WRAPPED_BREAKS = 3
WIDEST = 0.9
"""The width is that of the line which nine in ten do not exceed: a few overlong words stick out."""
MIN_FULL_SHARE = 0.6
"""From this share of lines on that come near the width, the text may be wrapped."""
MIN_LINE_SHARE = 0.75
MIN_CLOSED_SHARE = 0.85
"""In wrapped text a line of less than this share of the width ends its paragraph; the second goes for a line that ends a sentence."""
MIN_OPEN_SHARE = 0.5
"""In wrapped text most lines end inside a sentence; in a list of short paragraphs most end with one."""


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the paragraphs, without the white space around them, covering all that is not white space."""
    lines = [_trim(text, Span(*match.span())) for match in LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    width = _wrap_width(text, lines)
    starts = [right.start for left, right in pairwise(lines) if not _goes_on(text, left, right, width)]
    ends = [left.end for left, right in pairwise(lines) if not _goes_on(text, left, right, width)]
    if not lines:
        return ()
    return tuple(Span(start, end) for start, end in zip([lines[0].start, *starts], [*ends, lines[-1].end], strict=True))


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width at which the text was wrapped, or None when its line breaks are its author's."""
    inner = [left for left, right in pairwise(lines) if _touch(text, left, right)]
    widths = sorted(_length(line) for line in inner if _length(line) <= MAX_WRAP_WIDTH)
    if len(widths) < MIN_WRAPPED_BREAKS:
        return None
    width = widths[int(len(widths) * WIDEST)]
    full = [line for line in inner if MIN_LINE_SHARE * width <= _length(line) <= MAX_WRAP_WIDTH]
    inside = [line for line in full if not SENTENCE_END.search(text, line.start, line.end)]
    wrapped = width >= MIN_WRAP_WIDTH and len(full) >= MIN_FULL_SHARE * len(inner) and len(inside) >= MIN_OPEN_SHARE * len(full)
    return width if wrapped else None


def _goes_on(text: str, line: Span, below: Span, width: int | None) -> bool:
    """True when the line and the one below it are of one paragraph."""
    if not _touch(text, line, below) or _length(line) > MAX_WRAP_WIDTH:
        return False
    ends = SENTENCE_END.search(text, line.start, line.end) is not None
    if width is not None:
        return _length(line) >= (MIN_CLOSED_SHARE if ends else MIN_LINE_SHARE) * width
    return not ends and text[below.start].islower() and _length(line) >= MIN_WRAP_WIDTH


def _touch(text: str, left: Span, right: Span) -> bool:
    """True when one line break, and no blank line, lies between the two."""
    return len(text[left.end : right.start].replace("\r\n", "\n").strip(" \t\u00a0")) == 1


def _length(line: Span) -> int:
    return line.end - line.start
