"""Span: the exact words a value came from."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A run of characters, `[start, end)` in code points of `Article.text`.

    Written to JSON as the pair `[start, end]`. A value whose words do not stand together holds several spans.
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when `other` lies inside this span, ends included."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


GAP = " ... "
"""What stands between pieces of words that are quoted."""


def quote(text: str, spans: Iterable[Span]) -> str:
    """The words at `spans` as one line: runs of white space folded, a gap between spans shown as ` ... `."""
    return GAP.join(" ".join(text[span.start : span.end].split()) for span in spans)


def covers(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """True when every span of `inner` lies inside some span of `outer`; false when `inner` is empty."""
    outer = tuple(outer)
    inner = tuple(inner)
    return bool(inner) and all(any(o.contains(i) for o in outer) for i in inner)
