"""Places that only share their name with a place of the article: why they are not taken for it.

An article that tells of places no gazetteer lists is set where the gazetteer does not reach, so that a small namesake
elsewhere needs more than its name (the default referents of Leidner 2007, "Toponym Resolution in Text", are large places).
So does, in any article, a town that is called so only in another language ("Moskau").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rashomon.parse import Doc
from rashomon.read.places.evidence import Evidence, countries_told
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.gazetteer_packages import read_countries
from rashomon.read.places.name_runs import PlaceMention
from rashomon.read.places.names import fold, shortened
from rashomon.read.places.words import place_words

SMALL = 100_000
"""People. A larger place is known by its name alone to readers abroad; below this most names are borne by several places."""


def doubts(
    doc: Doc, mentions: Sequence[PlaceMention], found: Sequence[Entry | None], told_of: Evidence, gazetteer: Gazetteer
) -> list[str | None]:
    """For each mention why the place found for it may not be meant, or None where nothing speaks against it.

    `told_of` is where the article is set.
    """
    towns = (entry for mention, entry in zip(mentions, found, strict=True) if not _is_landmark(mention))
    unlisted = None in towns
    suspects = [
        entry if entry is not None and (_is_namesake(entry, mention.text) or (unlisted and _is_small(entry))) else None
        for mention, entry in zip(mentions, found, strict=True)
    ]
    if not any(suspects):
        return [None] * len(mentions)
    told = countries_told(doc, told_of, gazetteer)
    return [
        _reason(entry)
        if entry is not None and entry.country not in told and not _has_neighbour(entry, here.text, mentions, found)
        else None
        for here, entry in zip(mentions, suspects, strict=True)
    ]


def _has_neighbour(entry: Entry, text: str, mentions: Sequence[PlaceMention], found: Sequence[Entry | None]) -> bool:
    """True where another name means a place in the same country, by its own name."""
    return any(
        other is not None and other.country == entry.country and other.main and there.text != text
        for there, other in zip(mentions, found, strict=True)
    )


def _is_landmark(mention: PlaceMention) -> bool:
    """True for "Selm Crossing": that no gazetteer lists it tells nothing of where the article is set."""
    return mention.text.split()[-1].lower() in place_words("landmark")


def _is_small(entry: Entry) -> bool:
    return entry.kind in {"city", "district"} and entry.population < SMALL


def _is_namesake(entry: Entry, text: str) -> bool:
    """True for a town that is called so in another language only."""
    return entry.kind in {"city", "capital"} and not entry.main and fold(shortened(entry.name)) != fold(text)


def _reason(entry: Entry) -> str:
    called = "of this name" if entry.main else "also called so"
    return f"a town {called} lies in {_country_names().get(entry.country, entry.country)}, but nothing in the article points there"


@cache
def _country_names() -> dict[str, str]:
    return {country.iso: country.name for country in read_countries()}
