"""Places: each name of a place with where it is."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.parse import parse
from rashomon.read.places import read_places


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """`places`: start, end, latitude and longitude of each mention, the last two None where it could not be resolved."""
    article = article_from_text(document["id"], document["text"], document.get("published"))
    places = [
        {"start": place.spans[0].start, "end": place.spans[0].end, "lat": place.latitude, "lon": place.longitude}
        for place in read_places(parse(article))
    ]
    return {"id": document["id"], "places": places}
