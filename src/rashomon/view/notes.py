"""What stands in the margin for a marked passage: who says it and how, or the record of an event."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.compare.dates import date_words
from rashomon.model import Attribution, Certainty, Commitment, Event, Participant, Polarity, Record, Spans, Stage
from rashomon.view.articles import Note
from rashomon.view.incidents import is_met
from rashomon.view.index import Index
from rashomon.view.parts import Link, NoteLine
from rashomon.view.words import act_of, actor_code, source_words, term

ELSEWHERE = 6
"""How many other tellings of an incident a note links to; its card has them all."""


def notes(record: Record, index: Index) -> tuple[Note, ...]:
    """A note for each attribution and each event of the article, in that order."""
    times = {time.id: time for time in record.times}
    anchors = {
        name: (time.expression, time.spans, _reckoning(time.anchor.kind, time.anchor.edtf, time.anchor.note))
        for name, time in times.items()
    }
    places = {place.id: (place.expression, place.spans) for place in record.places}
    codes = {actor.id: actor_code(actor) for actor in record.actors}
    attributed = tuple(_attribution_note(attribution, record, index, codes) for attribution in record.attributions)
    return attributed + tuple(_event_note(event, record, index, anchors, places, codes) for event in record.events)


def note_address(identity: str) -> str:
    """The address of the note on the thing with this id."""
    return f"note-{identity}"


def _attribution_note(attribution: Attribution, record: Record, index: Index, codes: dict[str, str]) -> Note:
    source, cue = attribution.source, attribution.cue
    who = source_words(source)
    kind = term("speaker", source.kind)
    verb = term("cue", cue.type) or str(cue.type)
    if attribution.polarity is Polarity.DENIED:
        verb = f"is told not to have done so: {verb}"
    lines = [
        _line("who", f"{source.name} ({kind})" if source.name else kind, record, index, source.spans, codes.get(source.actor or "", "")),
        _line("how", verb, record, index, cue.spans),
    ]
    lines.append(NoteLine(label="quoted", words=term("manner", attribution.manner)))
    if attribution.addressee:
        lines.append(_line("to whom", attribution.addressee.name, record, index, attribution.addressee.spans))
    if cue.commitment is not Commitment.NEUTRAL:
        lines.append(NoteLine(label="reporter", words=term("commitment", cue.commitment)))
    if attribution.certainty is not Certainty.CERTAIN:
        lines.append(NoteLine(label="how sure", words=term("certainty", attribution.certainty)))
    return Note(
        id=attribution.id,
        kind="attribution",
        heading=f"{who}: “{words_at(record, cue.spans)}”" if cue.spans else f"{who} {verb}",
        lines=tuple(lines),
        links=tuple(_chain_links(attribution.parent, index, "as told by")),
    )


def _event_note(
    event: Event,
    record: Record,
    index: Index,
    times: dict[str, tuple[str, Spans, str]],
    places: dict[str, tuple[str, Spans]],
    codes: dict[str, str],
) -> Note:
    act = act_of(event.type, event.mode)
    lines = [NoteLine(label="act", words=act.words, code=act.code)]
    lines += [_participant(part, record, index, codes.get(part.actor or "", "")) for part in event.participants]
    lines.append(_when(event, record, index, times))
    place = places.get(event.place.place or "", ("", ()))
    where = event.place.name or place[0] or f"not told{_because(event.place.unknown)}"
    lines.append(_line("where", where, record, index, place[1]))
    lines += [_line("how many", words_at(record, count.spans), record, index, count.spans) for count in event.counts]
    if event.stage is not Stage.ACCOMPLISHED:
        lines.append(NoteLine(label="how far", words=term("stage", event.stage)))
    if event.polarity is Polarity.DENIED:
        lines.append(NoteLine(label="denied", words="told as not so"))
    if event.certainty is not Certainty.CERTAIN:
        lines.append(NoteLine(label="how sure", words=term("certainty", event.certainty)))
    if event.attribution is None:
        lines.append(NoteLine(label="who says so", words="the author, in their own voice"))
    links = (*_chain_links(event.attribution, index), *_elsewhere(event, index))
    return Note(id=event.id, kind="event", heading=words_at(record, event.trigger.spans), lines=tuple(lines), links=links)


def words_at(record: Record, spans: Spans) -> str:
    """The article's words at the spans."""
    return " ".join(" ".join(record.article.text[span.start : span.end].split()) for span in spans)


def _participant(part: Participant, record: Record, index: Index, code: str) -> NoteLine:
    return _line(term("role", part.role), part.name, record, index, part.spans, code)


def _when(event: Event, record: Record, index: Index, times: dict[str, tuple[str, Spans, str]]) -> NoteLine:
    expression, spans, reckoning = times.get(event.time.time or "", ("", (), ""))
    if event.time.edtf is None:
        return _line("when", f"not told{_because(event.time.unknown)}", record, index, spans)
    words = date_words(event.time.edtf)
    told = f" (“{expression}”{reckoning})" if expression and (reckoning or expression != words) else ""
    return _line("when", words + told, record, index, spans)


def _because(reason: str | None) -> str:
    return f": {reason}" if reason else ""


def _reckoning(kind: str, edtf: str | None, note: str | None) -> str:
    words = {
        "published": f", counted from the date of publication, {date_words(edtf)}",
        "mentioned": f", counted from {date_words(edtf) or 'a date told before'}",
        "inferred": f", counted from a date that was inferred{f': {note}' if note else ''}",
    }
    return words.get(kind, "")


def _line(label: str, words: str, record: Record, index: Index, spans: Spans, code: str = "") -> NoteLine:
    return NoteLine(label=label, words=words, passage=index.passage(record.article.id, spans), code=code)


def _chain_links(attribution: str | None, index: Index, lead: str = "according to") -> Iterator[Link]:
    for outer in index.chain(attribution):
        yield Link(address=note_address(outer.id), words=f"{lead} {source_words(outer.source)}")
        lead = "as told by"


def _elsewhere(event: Event, index: Index) -> Iterator[Link]:
    incident = index.incidents.get(event.id)
    if incident is None:
        return
    words = "the accounts side by side" if is_met(incident) else "told here only"
    yield Link(address=f"incident-{incident.id}", words=words)
    others = [other for account in incident.accounts for other in account.events if other != event.id]
    for other in others[:ELSEWHERE]:
        telling, told = index.events[other]
        passage = index.passage(telling.article.id, told.trigger.spans)
        if passage is not None:
            teller = index.speaker(telling.article.id, told.attribution)
            yield Link(address=passage.address, words=f"{teller.siglum}, {teller.source}: “{passage.words}”", passage=passage)
