"""Nesting: attributions numbered in text order, each with the one whose content it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.model import Article, Attribution, Span, Spans, covers, make_id


def number(article: Article, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in text order, with their ids and, for each, the id of the one whose content it stands in.

    That is the innermost of those whose content holds its whole cue (its whole content where it has no cue), and
    following it upwards always ends at an attribution without a parent, which the author reports.
    """
    ordered = _each_once(sorted(attributions, key=_place))
    named = [msgspec.structs.replace(found, id=make_id(article, "a", place)) for place, found in enumerate(ordered, start=1)]
    parents = _parents(named)
    return tuple(msgspec.structs.replace(found, parent=parents.get(found.id)) for found in named)


def _each_once(attributions: list[Attribution]) -> list[Attribution]:
    """Without those that tell by the same cue what the one before tells already: several rules may have found it."""
    seen: set[tuple[Spans, Spans]] = set()
    kept = []
    for attribution in attributions:
        told = attribution.cue.spans, attribution.content.spans
        if told not in seen:
            kept.append(attribution)
        seen.add(told)
    return kept


def _place(attribution: Attribution) -> tuple[Span, Span, Span]:
    content = attribution.content.spans
    cue = _cue(attribution)
    return min(cue[0], content[0]), cue[0], content[0]


def _cue(attribution: Attribution) -> Spans:
    return attribution.cue.spans or attribution.content.spans


def _parents(attributions: list[Attribution]) -> dict[str, str]:
    """The parent of each that has one.

    The longest contents are given theirs first. Two contents can hold each other's cue where one of them was cut wrong or
    leads back to words outside ("Vale says the union denies this"): then the shorter one is inside.
    """
    parents: dict[str, str] = {}
    holders = _holders(attributions)
    for attribution in sorted(attributions, key=_length, reverse=True):
        for holder in sorted(holders[attribution.id], key=_length):
            inside = attribution in holders[holder.id] and _length(holder) < _length(attribution)
            if not inside and attribution.id not in _line(holder.id, parents):
                parents[attribution.id] = holder.id
                break
    return parents


def _holders(attributions: list[Attribution]) -> dict[str, list[Attribution]]:
    """For each attribution, by id, the others whose content holds its cue; one sweep over the text finds them."""
    stretches = sorted((span.start, span.end, place) for place, found in enumerate(attributions) for span in found.content.spans)
    found: dict[str, list[Attribution]] = {}
    reached = 0
    open_stretches: list[tuple[int, int, int]] = []
    for attribution in sorted(attributions, key=lambda attribution: _cue(attribution)[0]):
        cue = _cue(attribution)
        while reached < len(stretches) and stretches[reached][0] <= cue[0].start:
            open_stretches.append(stretches[reached])
            reached += 1
        open_stretches = [stretch for stretch in open_stretches if stretch[1] > cue[0].start]
        others = [attributions[place] for _, _, place in open_stretches]
        found[attribution.id] = [other for other in others if other is not attribution and covers(other.content.spans, cue)]
    return found


def _line(attribution: str, parents: dict[str, str]) -> Iterator[str]:
    """The id itself, its parent's, and so on."""
    at: str | None = attribution
    while at is not None:
        yield at
        at = parents.get(at)


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content.spans)
