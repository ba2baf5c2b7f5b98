"""The texts: each article in full, cut into runs that carry the same marks throughout, however marks nest or overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from rashomon.model import Block, BlockKind, Record, Span, Spans
from rashomon.view.articles import ArticleRow, BriefRole, Note, Reading, ReadingBlock, Segment
from rashomon.view.brief import brief_of
from rashomon.view.index import Index
from rashomon.view.notes import notes
from rashomon.view.parts import Passage
from rashomon.view.words import source_words

PRECEDENCE = ("event", "cue", "source", "content")
"""Where several things are marked at one place, the first of these is the one that the place leads to."""


class _Mark(msgspec.Struct, frozen=True):
    span: Span
    kind: str
    note: str
    depth: int


def readings(rows: Sequence[ArticleRow], sections: tuple[object, ...], index: Index) -> tuple[Reading, ...]:
    """The articles as segments, with an anchor wherever a passage starts that `sections` or the margins lead to."""
    margins = {row.id: notes(index.records[row.id], index) for row in rows}
    briefs = {row.id: brief_of(index.records[row.id], index) for row in rows}
    linked: dict[str, dict[str, Passage]] = {}
    for passage in _passages((sections, tuple(margins.values()), tuple(briefs.values()))):
        if passage.spans:
            linked.setdefault(passage.article, {})[passage.address] = passage
    return tuple(_reading(row, margins[row.id], briefs[row.id], index, linked.get(row.id, {})) for row in rows)


def _passages(value: object) -> Iterator[Passage]:
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _passages(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _passages(item)


def _reading(
    row: ArticleRow, margin: tuple[Note, ...], brief: tuple[BriefRole, ...], index: Index, passages: dict[str, Passage]
) -> Reading:
    record = index.records[row.id]
    anchors: dict[int, list[str]] = {}
    for address in sorted(passages):
        anchors.setdefault(_in_block(passages[address].spans[0].start, record.article.blocks), []).append(address)
    cuts = {edge for passage in passages.values() for span in passage.spans for edge in (span.start, span.end)}
    marks = sorted(_marks(record, index), key=lambda mark: (mark.span, mark.note, mark.kind))
    blocks = tuple(_block(block, record, marks, cuts, anchors) for block in record.article.blocks)
    return Reading(article=row, blocks=blocks, notes=margin, brief=brief)


def _in_block(position: int, blocks: Sequence[Block]) -> int:
    """The position, or the start of the nearest block where it lies between two: an address must lead somewhere."""
    following = bisect_right(blocks, position, key=lambda block: block.span.start)
    if following and position < blocks[following - 1].span.end:
        return position
    return blocks[min(following, len(blocks) - 1)].span.start if blocks else position


def _marks(record: Record, index: Index) -> list[_Mark]:
    found: list[_Mark] = []
    for attribution in record.attributions:
        depth = len(index.chain(attribution.id))
        found += _mark_all(attribution.source.spans, "source", attribution.id, depth)
        found += _mark_all(attribution.cue.spans, "cue", attribution.id, depth)
        found += _mark_all(attribution.content.spans, "content", attribution.id, depth)
    for event in record.events:
        found += _mark_all(event.trigger.spans, "event", event.id, 0)
    return found


def _mark_all(spans: Spans, kind: str, note: str, depth: int) -> list[_Mark]:
    return [_Mark(span, kind, note, depth) for span in spans if span.start < span.end]


def _block(block: Block, record: Record, marks: list[_Mark], cuts: set[int], anchors: dict[int, list[str]]) -> ReadingBlock:
    here = [mark for mark in marks if mark.span.overlaps(block.span)]
    edges = {edge for mark in here for edge in (mark.span.start, mark.span.end)} | cuts | set(anchors)
    places = sorted({block.span.start, block.span.end, *(edge for edge in edges if block.span.start < edge < block.span.end)})
    segments = tuple(_segment(Span(start, end), record.article.text[start:end], here, anchors) for start, end in pairwise(places))
    return ReadingBlock(
        kind=block.kind,
        reason=block.reason or ("web furniture" if block.kind is BlockKind.FURNITURE else ""),
        segments=segments,
        voices=_voices(block, record),
    )


def _segment(span: Span, text: str, marks: list[_Mark], anchors: dict[int, list[str]]) -> Segment:
    over = [mark for mark in marks if mark.span.contains(span)]
    if not over:
        return Segment(start=span.start, text=text, anchors=tuple(anchors.get(span.start, ())))
    kinds = [kind for kind in PRECEDENCE if any(mark.kind == kind for mark in over)]
    nested = len({mark.note for mark in over if mark.kind == "content"}) > 1
    leading = min(over, key=lambda mark: (PRECEDENCE.index(mark.kind), -mark.depth, mark.span.end - mark.span.start, mark.note))
    return Segment(
        start=span.start,
        text=text,
        classes=(*kinds, "nested") if nested else tuple(kinds),
        note=leading.note,
        opens=leading.kind in {"event", "cue"} and leading.span.start == span.start,
        anchors=tuple(anchors.get(span.start, ())),
    )


def _voices(block: Block, record: Record) -> tuple[tuple[str, str], ...]:
    """The sources that speak in the block, each with the note on its first words there."""
    found: dict[str, str] = {}
    for attribution in record.attributions:
        if attribution.parent is None and any(span.overlaps(block.span) for span in attribution.content.spans):
            found.setdefault(source_words(attribution.source), attribution.id)
    return tuple((note, name) for name, note in found.items())
