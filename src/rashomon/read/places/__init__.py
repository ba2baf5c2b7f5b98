"""Places of an article: names of places, and where on earth they are."""

from __future__ import annotations

from rashomon.model import Place, make_id
from rashomon.parse import Doc
from rashomon.read.places.containers import containers_told
from rashomon.read.places.doubt import doubts
from rashomon.read.places.evidence import evidence
from rashomon.read.places.gazetteer import open_gazetteer, prepare_gazetteer
from rashomon.read.places.mentions import find_place_mentions
from rashomon.read.places.resolution import resolve

__all__ = ["prepare_gazetteer", "read_places"]

PRECISION = {"country": "country", "city": "city", "capital": "city"}
NOT_LISTED = "the gazetteer lists no place of this name"


def read_places(doc: Doc) -> tuple[Place, ...]:
    """The mentions of places in text order, each with its entry in the gazetteer, or the reason why it has none."""
    gazetteer = open_gazetteer()
    mentions = find_place_mentions(doc, gazetteer)
    containers = containers_told(doc, mentions, gazetteer)
    told_of = evidence(doc, mentions, containers, gazetteer)
    places = []
    found = resolve(doc, mentions, containers, told_of)
    reasons = doubts(doc, mentions, found, told_of, gazetteer)
    for number, (mention, entry, doubt) in enumerate(zip(mentions, found, reasons, strict=True), start=1):
        span = doc.span(doc.tokens[mention.first], doc.tokens[mention.last])
        told = Place(id=make_id(doc.article, "l", number), expression=mention.text, spans=(span,), unknown=doubt or NOT_LISTED)
        if entry is not None and doubt is None:
            told = Place(
                id=told.id,
                expression=told.expression,
                spans=told.spans,
                name=entry.name,
                entry=entry.id,
                country=entry.country or None,
                latitude=entry.latitude,
                longitude=entry.longitude,
                precision=PRECISION.get(entry.kind, "region"),
            )
        places.append(told)
    return tuple(places)
