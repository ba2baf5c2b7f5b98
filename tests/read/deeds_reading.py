"""What is read at given words of an article, as plain text, for the tests that compare it with what a careful reader marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from passages_reading import place, trimmed, wording

from rashomon.model import Count, Event, Record, Role, Span, Spans

Row = dict[str, Any]
"""One entry of a table of passages."""
Told = dict[str, Any]
"""What was read, by the keys of a table; words and counts are lists."""


def event_told(record: Record, want: Row) -> Told | None:
    """The event with the shortest trigger at the place, one of the kind that is wanted before others."""
    text, at = record.article.text, stands(record.article.text, want["at"]) or []
    found = [event for event in record.events if touches(event.trigger.spans, at)]
    if not found:
        return None
    event = min(found, key=lambda event: (kind_of(event, want) != want.get("kind"), size(event.trigger.spans)))
    places = {place.id: wording(text, place.spans) for place in record.places}
    cues = {attribution.id: wording(text, attribution.cue.spans) for attribution in record.attributions}
    return {
        "kind": kind_of(event, want),
        **{role.value: [wording(text, part.spans) for part in event.participants if part.role is role] for role in Role},
        "stage": event.stage.value,
        "polarity": event.polarity.value,
        "certainty": event.certainty.value,
        "when": event.time.edtf or "",
        "where": [places[event.place.place]] if event.place.place else [],
        "away": event.place.away,
        "said": [cues[event.attribution]] if event.attribution else [],
        "count": sorted(count_told(count) for count in event.counts),
    }


def kind_of(event: Event, want: Row) -> str:
    """Its type and mode; its type alone where only that is wanted."""
    modes = " " in want.get("kind", " ")
    return " ".join(filter(None, (event.type.value, event.mode if modes else None)))


def count_told(count: Count) -> str:
    exact = count.number is not None and count.low == count.high == count.number
    low, high = ("" if edge is None else edge for edge in (count.low, count.high))
    return " ".join(filter(None, (count.what, "" if count.number is None else str(count.number), "" if exact else f"({low}..{high})")))


def time_told(record: Record, want: Row) -> Told | None:
    at = stands(record.article.text, want["words"]) or []
    time = next((time for time in record.times if touches(time.spans, at)), None)
    if time is None:
        return None
    return {
        "words": [wording(record.article.text, time.spans)],
        "value": time.edtf or "",
        "kind": time.kind.value,
        "granularity": time.granularity or "",
        "calendar": time.calendar,
        "anchor": time.anchor.kind.value,
        "from": time.anchor.edtf or "",
    }


def place_told(record: Record, want: Row) -> Told | None:
    at = stands(record.article.text, want["words"]) or []
    found = next((found for found in record.places if touches(found.spans, at)), None)
    if found is None:
        return None
    return {
        "words": [wording(record.article.text, found.spans)],
        "name": found.name or "",
        "country": found.country or "",
        "precision": found.precision or "",
        "unresolved": found.entry is None,
    }


def actor_told(record: Record, want: Row) -> Told | None:
    """The actor of that name, or else the one whom the words refer to; of the mentions that are asked for, those it has."""
    text = record.article.text
    named = [actor for actor in record.actors if want["name"] in (actor.name, *actor.aliases)]
    meant = [actor for actor in record.actors if refers(text, want["name"], (mention.spans for mention in actor.mentions))]
    if not named and not meant:
        return None
    actor = (named or meant)[0]
    spans = [mention.spans for mention in actor.mentions]
    return {
        "name": want["name"],
        "kind": actor.kind.value,
        "aliases": sorted(actor.aliases),
        "description": actor.description or "",
        "country": actor.country or "",
        "sectors": [str(sector) for sector in actor.sectors],
        "mentions": [words for words in want.get("mentions", ()) if refers(text, words, spans)],
        "not_mentions": [words for words in want.get("not_mentions", ()) if not refers(text, words, spans)],
    }


def refers(text: str, words: str, mentions: Iterable[Spans]) -> bool:
    """Whether one of the mentions has just these words; that one, where the words are told with a number."""
    bare, at = words_and_number(words)[0], stands(text, words) or []
    return any(wording(text, spans) == trimmed(bare) and (bare == words or touches(spans, at)) for spans in mentions)


def stands(text: str, words: str) -> list[Span] | None:
    """Where the words stand in the text: "he [2]" is the second "he"."""
    bare, nth = words_and_number(words)
    found = place(text, bare)
    for _ in range(nth - 1):
        found = place(text, bare, found[0].end) if found else None
    return found


def words_and_number(words: str) -> tuple[str, int]:
    match = re.fullmatch(r"(.*) \[(\d+)\]", words)
    return (match[1], int(match[2])) if match else (words, 1)


def touches(one: Iterable[Span], other: Iterable[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
