"""Small places that only share their name with a place of the article: why they are not taken for it.

An article that tells of places no gazetteer lists is set where the gazetteer does not reach, so that a small namesake
elsewhere needs more than its name (the default referents of Leidner 2007, "Toponym Resolution in Text", are large places).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.gazetteer_packages import read_countries
from rashomon.read.places.mentions import PlaceMention
from rashomon.read.places.resolution import countries_told

SMALL = 100_000
"""People. A larger place is known by its name alone to readers abroad; below this most names are borne by several places."""


def doubts(doc: Doc, mentions: Sequence[PlaceMention], found: Sequence[Entry | None], gazetteer: Gazetteer) -> list[str | None]:
    """For each mention why the place found for it may not be meant, or None where nothing speaks against it."""
    if None not in found or not any(entry is not None and _is_small(entry) for entry in found):
        return [None] * len(mentions)
    told = countries_told(doc, mentions, gazetteer)
    pairs = list(zip(mentions, found, strict=True))
    return [
        _reason(entry)
        if entry is not None
        and _is_small(entry)
        and entry.country not in told
        and all(other is None or other.country != entry.country or there.text == here.text for there, other in pairs)
        else None
        for here, entry in pairs
    ]


def _is_small(entry: Entry) -> bool:
    return entry.kind in {"city", "district"} and entry.population < SMALL


def _reason(entry: Entry) -> str:
    return f"a town of this name lies in {_country_names().get(entry.country, entry.country)}, but nothing in the article points there"


@cache
def _country_names() -> dict[str, str]:
    return {country.iso: country.name for country in read_countries()}
