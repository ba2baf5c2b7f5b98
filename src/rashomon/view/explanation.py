"""Why something is shown: the words it was taken from, who says it, and the grounds of each link and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.model import (
    Actor,
    Attribution,
    Claim,
    Comparison,
    Contrast,
    Event,
    Incident,
    Label,
    LinkedActor,
    Place,
    Reason,
    Record,
    Spans,
    Time,
    quote,
)
from rashomon.view.index import origin_of
from rashomon.view.words import actor_code

Part = Attribution | Event | Actor | Time | Place | Label
CONTEXT = 60
"""How many characters before and after the words are shown with them."""


def explain(identifier: str, records: Sequence[Record], comparison: Comparison) -> tuple[str, ...] | None:
    """The lines that answer "why?" for the thing of that id, or None when there is none.

    `identifier` is that of an incident, a linked actor or a claim of the comparison, or of anything in a record.
    """
    linked: list[Incident | LinkedActor | Claim] = [*comparison.incidents, *comparison.actors, *comparison.claims]
    for thing in linked:
        if thing.id == identifier:
            return tuple(_linked(thing, {record.article.id: record for record in records}, comparison))
    for record in records:
        parts: tuple[Part, ...] = (*record.attributions, *record.events, *record.actors, *record.times, *record.places, *record.labels)
        for part in parts:
            if part.id == identifier:
                return tuple(_read(part, record))
    return None


def _linked(thing: Incident | LinkedActor | Claim, records: dict[str, Record], comparison: Comparison) -> Iterator[str]:
    yield f"{thing.id}: {_title(thing)}"
    if isinstance(thing, Incident):
        for account in thing.accounts:
            yield f"  account of {account.source} ({account.source_kind}) in {_name(records[account.article])}"
            for event in records[account.article].events:
                if event.id in account.events:
                    yield f"    {event.id}: {_in_context(records[account.article], event.trigger.spans)}"
    if isinstance(thing, LinkedActor):
        yield "  actors of the articles: " + ", ".join(thing.members)
    yield from _reasons(thing.why)
    if isinstance(thing, LinkedActor):
        yield from _relations(thing, records, {actor.id: actor.name for actor in comparison.actors})
    if not isinstance(thing, LinkedActor):
        for contrast in thing.contrasts:
            yield from _contrast(contrast, records)


def _title(thing: Incident | LinkedActor | Claim) -> str:
    if isinstance(thing, Incident):
        return f"{thing.title} [{thing.type}]"
    return f"{thing.name} [{thing.kind}]" if isinstance(thing, LinkedActor) else "a claim about " + ", ".join(thing.actors)


def _reasons(reasons: Sequence[Reason]) -> Iterator[str]:
    if not reasons:
        yield "  why one: told in a single place, nothing was linked"
        return
    yield "  why one (weights in bits of evidence):"
    for reason in reasons:
        yield f"    {reason.weight:+6.2f}  {reason.field:<12} {reason.note}"
    yield f"    {sum(reason.weight for reason in reasons):+6.2f}  in all"


def _relations(actor: LinkedActor, records: dict[str, Record], names: dict[str, str]) -> Iterator[str]:
    """How the actor is said to stand to others, by whom, in which words; the alias table has a source and no words."""
    for relation in actor.relations:
        record = records.get(relation.article or "")
        where = f" in {_name(record)}: {_in_context(record, relation.spans)}" if record is not None else " (alias table)"
        yield f"  said to be {relation.kind} {relation.other} {names[relation.other]}, according to {relation.source}{where}"


def _contrast(contrast: Contrast, records: dict[str, Record]) -> Iterator[str]:
    yield f"  {contrast.field}: {contrast.relation}" + (f" ({contrast.note})" if contrast.note else "")
    for version in contrast.versions:
        where = ", ".join(f"{span.start}-{span.end}" for span in version.spans)
        yield f"    {version.source} in {_name(records[version.article])}: {version.value} [{where}]"
    for silent in contrast.silent:
        yield f"    silent: {silent}"


def _read(part: Part, record: Record) -> Iterator[str]:
    yield f"{part.id} in {_name(record)}, read by {record.reader}"
    for field, spans in _grounds(part):
        if spans:
            yield f"  {field}: {_in_context(record, spans)}"
    for field, value in _values(part):
        yield f"  {field}: {value}"
    voice = getattr(part, "parent", None) or getattr(part, "attribution", None)
    yield from _chain(voice, record)


def _grounds(part: Part) -> Iterator[tuple[str, Spans]]:
    match part:
        case Attribution():
            yield from (("source", part.source.spans), ("cue", part.cue.spans), ("content", part.content.spans))
        case Event():
            yield "trigger", part.trigger.spans
            for participant in part.participants:
                yield f"{participant.role} ({participant.name})", participant.spans
            for count in part.counts:
                yield f"count of {count.what}", count.spans
        case Actor():
            for mention in part.mentions:
                yield f"mention, {mention.form}", mention.spans
        case _:
            yield "words", part.spans


def _values(part: Part) -> Iterator[tuple[str, Any]]:
    match part:
        case Attribution():
            yield "source", f"{part.source.name or 'not named'} ({part.source.kind})"
            yield "cue type", f"{part.cue.type}, {part.cue.commitment}; {part.manner}, {part.polarity}, {part.certainty}"
        case Event():
            yield "act", f"{part.type}{'-' + part.mode if part.mode else ''}; {part.stage}, {part.polarity}, {part.certainty}"
            yield "time", part.time.edtf or f"unknown: {part.time.unknown}"
            yield "place", part.place.name or f"unknown: {part.place.unknown}"
        case Actor():
            yield "name", f"{part.name} ({part.kind}); also: {', '.join(part.aliases) or 'nothing else'}"
            yield "codes", actor_code(part) or "none told"
        case Time():
            yield "value", part.edtf or f"unknown: {part.unknown}"
            yield "anchor", f"{part.anchor.kind} {part.anchor.edtf or ''} {part.anchor.note or ''}".rstrip()
        case Place():
            yield "entry", f"{part.name} ({part.entry}), {part.latitude}, {part.longitude}" if part.entry else f"unknown: {part.unknown}"
        case Label():
            yield "of", f"{part.actor}; aspect {part.aspect}, attitude {part.attitude}"


def _chain(attribution: str | None, record: Record) -> Iterator[str]:
    said = {each.id: each for each in record.attributions}
    while attribution is not None:
        each = said[attribution]
        yield f"  according to {each.source.name or 'a source that is not named'} ({each.id}: {quote(record.article.text, each.cue.spans)})"
        attribution = each.parent
    yield f"  as told by the author of {_name(record)}"


def _in_context(record: Record, spans: Spans) -> str:
    text = record.article.text
    first, last = spans[0], spans[-1]
    before = " ".join(text[max(0, first.start - CONTEXT) : first.start].split())
    after = " ".join(text[last.end : last.end + CONTEXT].split())
    where = ", ".join(f"{span.start}-{span.end}" for span in spans)
    return f"... {before} >{quote(text, spans)}< {after} ... [{where}]"


def _name(record: Record) -> str:
    return record.article.title or origin_of(record.article)
