"""Blaming: how firmly each organisation is tied to the acts of an incident."""

from __future__ import annotations

from rashomon.model import (
    Attribution,
    Blame,
    BlamedOrganisation,
    Certainty,
    CueType,
    Event,
    EventType,
    Record,
    Role,
    SourceKind,
    Spans,
    quote,
)
from rashomon.read.incidents.findings import Found, merged
from rashomon.read.incidents.nouns import group, singulars


def blamed_organisations(found: list[Found], record: Record) -> tuple[BlamedOrganisation, ...]:
    """The organisations among the findings, each with the firmest of the blames that the events put on it."""
    blames: dict[str, list[Found]] = {}
    for item in found:
        if item.role == "organisation":
            blames.setdefault(item.key, []).append(item)
    attributions = {attribution.id: attribution for attribution in record.attributions}
    return tuple(
        BlamedOrganisation(
            organisation=filler,
            blame=min((_blame(item, attributions, record) for item in items), key=list(Blame).index),
            events=tuple(dict.fromkeys(item.event.id for item in items)),
        )
        for items in blames.values()
        for filler in merged(items, "organisation")
    )


def _blame(item: Found, attributions: dict[str, Attribution], record: Record) -> Blame:
    """How firmly this event's own telling ties its agent to it; who was only named near by is possibly meant."""
    event = item.event
    if item.concluded:
        return Blame.POSSIBLE
    voice = attributions.get(event.attribution or "")
    if event.type is EventType.ACCUSE:
        if is_claim(event, record):
            return Blame.CLAIMED
        accusers = [_all_words(one.name, one.spans, record) for one in event.participants if one.role is Role.AGENT]
        return Blame.ACCUSED_BY_AUTHORITIES if any(_is_authority(name) for name in accusers) else Blame.ACCUSED
    tells_itself = voice is not None and item.actor is not None and voice.source.actor == item.actor.id
    if voice is not None and (voice.cue.type is CueType.ADMIT or tells_itself):
        return Blame.CLAIMED
    accused = voice is not None and voice.cue.type in {CueType.ACCUSE, CueType.CLAIM, CueType.THINK}
    if voice is not None and (accused or event.certainty is not Certainty.CERTAIN):
        official = voice.source.kind is not SourceKind.AUTHOR and _is_authority(_all_words(voice.source.name, voice.source.spans, record))
        return Blame.ACCUSED_BY_AUTHORITIES if official else Blame.ACCUSED
    return {Certainty.POSSIBLE: Blame.POSSIBLE, Certainty.PROBABLE: Blame.ACCUSED}.get(event.certainty, Blame.FACT)


def _all_words(name: str | None, spans: Spans, record: Record) -> str:
    """A name with the words used here, for these may hold the office: "Venn", "President Venn"."""
    return f"{name or ''} {quote(record.article.text, spans)}"


def is_claim(event: Event, record: Record) -> bool:
    """True for "claimed responsibility": who does that is the one held to have done it."""
    return not group("claiming").isdisjoint(quote(record.article.text, event.trigger.spans).lower().split())


def _is_authority(name: str) -> bool:
    return any(form in group("authority") for word in name.lower().split() for form in singulars(word))
