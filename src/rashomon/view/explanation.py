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
    Series,
    Spans,
    Time,
    quote,
)
from rashomon.view.index import build_index, origin_of
from rashomon.view.waterfall import Fall, Step, Waterfall, waterfalls
from rashomon.view.words import actor_code

Part = Attribution | Event | Actor | Time | Place | Label
CONTEXT = 60
"""How many characters before and after the words are shown with them."""
BAR = 24
"""Letters from one end of a waterfall's scale to the other."""
SIGNS = {Step.START: ".", Step.FOR: "+", Step.AGAINST: "-", Step.TOTAL: "="}


def explain(identifier: str, records: Sequence[Record], comparison: Comparison, links: int | None = None) -> tuple[str, ...] | None:
    """The lines that answer "why?" for the thing of that id, or None when there is none.

    `identifier` is that of an incident, a series, a linked actor or a claim of the comparison, or of anything in a record. Of an incident's
    links the strongest `links` are shown, all by default; the others are counted.
    """
    by_id = {record.article.id: record for record in records}
    for incident in comparison.incidents:
        if incident.id == identifier:
            return tuple(_incident(incident, by_id, waterfalls(incident, build_index(records, comparison)), links))
    for series in comparison.series:
        if series.id == identifier:
            return tuple(_series(series, by_id, comparison))
    linked: list[LinkedActor | Claim] = [*comparison.actors, *comparison.claims]
    for thing in linked:
        if thing.id == identifier:
            return tuple(_linked(thing, by_id, comparison))
    for record in records:
        parts: tuple[Part, ...] = (*record.attributions, *record.events, *record.actors, *record.times, *record.places, *record.labels)
        for part in parts:
            if part.id == identifier:
                return tuple(_read(part, record))
    return None


def _incident(incident: Incident, records: dict[str, Record], falls: Sequence[Waterfall], links: int | None) -> Iterator[str]:
    yield f"{incident.id}: {incident.title} [{incident.type}]"
    for account in incident.accounts:
        yield f"  account of {account.source} ({account.source_kind}) in {_name(records[account.article])}"
        for event in records[account.article].events:
            if event.id in account.events:
                yield f"    {event.id}: {_in_context(records[account.article], event.trigger.spans)}"
    yield from _links(falls, links)
    for contrast in incident.contrasts:
        yield from _contrast(contrast, records)


def _series(series: Series, records: dict[str, Record], comparison: Comparison) -> Iterator[str]:
    yield f"{series.id}: {series.title} [{series.type}]"
    incidents = {incident.id: incident for incident in comparison.incidents}
    for instance in series.instances:
        yield f"  instance {instance}: {incidents[instance].title}"
    if not series.instances:
        yield "  told as recurring only; no instance is told"
    for done in series.done_to:
        yield f"  done to an instance: {done}: {incidents[done].title}"
    for telling in series.tellings:
        record = records[telling.article]
        yield f"  tells of all together: {telling.event} in {_name(record)}: {_in_context(record, telling.spans)}"
    yield "  why a series: each of these holds; they are conditions, not weights"
    for reason in series.why:
        pairs = ", ".join(one if one == other else f"{one} and {other}" for one, other in reason.links)
        yield f"    {reason.field:<12} {reason.note}" + (f" [{pairs}]" if pairs else "")
    for constant in series.constants:
        yield f"  {constant.field}: {constant.value}" + (f" ({constant.code})" if constant.code else "")
        for version in constant.versions:
            yield f"    {version.source} in {_name(records[version.article])}: {_in_context(records[version.article], version.spans)}"


def _links(falls: Sequence[Waterfall], links: int | None) -> Iterator[str]:
    if not falls:
        yield "  why one: told in a single place, nothing was linked"
        return
    yield f"  why one: {len(falls)} {'link' if len(falls) == 1 else 'links'}, in bits of evidence (each +1 doubles the odds)"
    for fall in falls[:links]:
        one, other = fall.tellings
        yield f"    {one.event} {one.words} and {other.event} {other.words}"
        for bar in fall.falls:
            yield f"      {bar.weight:+6.1f} |{_bar(bar)}| {bar.label}{': ' if bar.note else ''}{bar.note}"
    hidden = len(falls[links:]) if links is not None else 0
    if hidden:
        yield f"    and {hidden} more {'link' if hidden == 1 else 'links'}; --links {len(falls)} shows all"


def _bar(bar: Fall) -> str:
    """The bar in letters: dots for the start, plus for, minus against, equals for the sum."""
    start, end = round(bar.left * BAR), round(bar.right * BAR)
    return f"{' ' * start}{SIGNS[bar.step] * max(end - start, 1)}".ljust(BAR)[:BAR]


def _linked(thing: LinkedActor | Claim, records: dict[str, Record], comparison: Comparison) -> Iterator[str]:
    if isinstance(thing, LinkedActor):
        yield f"{thing.id}: {thing.name} [{thing.kind}]"
        yield "  actors of the articles: " + ", ".join(thing.members)
        yield from _reasons(thing.why)
        yield from _relations(thing, records, {actor.id: actor.name for actor in comparison.actors})
        return
    yield f"{thing.id}: a claim about {', '.join(thing.actors)}"
    yield from _reasons(thing.why)
    for contrast in thing.contrasts:
        yield from _contrast(contrast, records)


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
