"""By whom each organisation is blamed: who tells the acts that tie it to violence, or accuses it of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rashomon.model import ARTICLE, BlamedOrganisation, Event, EventType, IncidentSummary, Record, Role, SourceKind, quote


def with_accusers(summary: IncidentSummary, record: Record) -> IncidentSummary:
    """The summary with the names of those by whom each organisation is blamed, in text order."""
    organisations = (replace(blamed, according_to=_accusers(blamed, record)) for blamed in summary.organisations)
    return replace(summary, organisations=tuple(organisations))


def _accusers(blamed: BlamedOrganisation, record: Record) -> tuple[str, ...]:
    names = (name for event in record.events if event.id in blamed.events for name in _tellers(event, record))
    return tuple({name.casefold(): name for name in names}.values())


def _tellers(event: Event, record: Record) -> Iterator[str]:
    voice = next((attribution for attribution in record.attributions if attribution.id == event.attribution), None)
    if voice is None or voice.source.kind is SourceKind.AUTHOR:
        yield from () if event.type is EventType.ACCUSE else (ARTICLE,)
    else:
        yield voice.source.name or quote(record.article.text, voice.source.spans) or f"{voice.source.kind} source"
    if event.type is EventType.ACCUSE:
        yield from (participant.name for participant in event.participants if participant.role is Role.AGENT)
