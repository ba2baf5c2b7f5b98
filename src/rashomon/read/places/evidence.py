"""What an article tells about where it is set: the countries and regions that it names, as places, as those who act, or by their people."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.name_runs import PlaceMention
from rashomon.tables import choices, load_table

if TYPE_CHECKING:
    from spacy.tokens import Span

RIVAL = 100_000
"""A country or region whose name is also that of another place as large as this is no evidence of where the article is set."""
LONGEST_PEOPLE = 3
"""Words of the longest adjective for a people, "Papua New Guinean"."""
K = TypeVar("K")


@dataclass(frozen=True)
class Evidence:
    """How often an article names each country and each first-order region, from 0 to 1."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]


def evidence(doc: Doc, mentions: Sequence[PlaceMention], containers: Sequence[Sequence[Entry]], gazetteer: Gazetteer) -> Evidence:
    """What the mentions, the places said to contain them (`containers`), the states that act and the peoples tell."""
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    for entry in (*_named(mentions, containers), *_acting(doc, mentions, gazetteer), *_peoples(doc, gazetteer)):
        if entry.country:
            countries[entry.country] += 1
        if entry.kind == "region" and entry.admin:
            regions[entry.country, entry.admin] += 1
    regions.update((entry.country, entry.admin) for entry in _called_like_a_country(mentions) if entry.admin)
    return Evidence(_shares(countries), _shares(regions))


def countries_told(doc: Doc, told: Evidence, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries that the article names, as places or as those who act, also by their peoples, regions and capitals."""
    kinds = {"country", "region", "capital"}
    named = {entry.country for entity in doc.tokens.ents for entry in gazetteer.find(entity.text) if entry.kind in kinds}
    return frozenset(named | set(told.countries))


def _named(mentions: Sequence[PlaceMention], containers: Sequence[Sequence[Entry]]) -> Iterator[Entry]:
    for mention, container in zip(mentions, containers, strict=True):
        found = (_plain(mention.candidates, "country"), _plain(mention.candidates, "region"), *container)
        yield from (entry for entry in found if entry is not None)


def _acting(doc: Doc, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> Iterator[Entry]:
    """The countries that stand for their governments, and the countries and regions by which bodies are called: no mentions of a place."""
    places = {at for mention in mentions for at in range(mention.first, mention.last + 1)}
    for entity in doc.tokens.ents:
        if not places.isdisjoint(range(entity.start, entity.end)):
            continue
        if entity.label_ == "GPE":
            yield from filter(None, [_plain(gazetteer.find(entity.text), "country")])
        elif entity.label_ == "ORG" and len(entity) > 1:
            yield from _called_by(entity, gazetteer)


def _called_by(body: Span, gazetteer: Gazetteer) -> Iterator[Entry]:
    """The country or region at the beginning of a body's name: "the Selmshire Department of Health"."""
    for length in (2, 1):
        candidates = gazetteer.find(body[:length].text) if length < len(body) else ()
        found = _plain(candidates, "country") or _plain(candidates, "region")
        if found is not None:
            yield found
            return


def _plain(candidates: Sequence[Entry], kind: str) -> Entry | None:
    """The country or region of that name, if no other one and no large city shares it."""
    found = [entry for entry in candidates if entry.kind == kind and entry.main]
    rivals = [entry for entry in candidates if entry.kind in {"city", "capital", "region", "country"} and entry.main]
    shared = any(entry.population >= RIVAL and entry is not found[0] for entry in rivals) if found else True
    return None if shared else found[0]


def _called_like_a_country(mentions: Sequence[PlaceMention]) -> Iterator[Entry]:
    """The regions whose name a country has too: "Georgia" names neither for sure, and yet speaks for the towns of the region."""
    for mention in mentions:
        named = [entry for entry in mention.candidates if entry.main and entry.kind in {"country", "region"}]
        if any(entry.kind == "country" for entry in named):
            yield from (entry for entry in named if entry.kind == "region")


def _peoples(doc: Doc, gazetteer: Gazetteer) -> Iterator[Entry]:
    """The country or region of each people's name, the longest name at each word: "South African" and not "African"."""
    known, after = _homes_of_peoples(), 0
    for first in doc.words:
        if first.i < after or first.lower_ not in _first_words() or not first.text[:1].isupper():
            continue
        for length in range(LONGEST_PEOPLE, 0, -1):
            name = doc.tokens[first.i : first.i + length].text.lower()
            if name in known:
                yield from _home(known[name], gazetteer)
                after = first.i + length
                break


def _home(home: tuple[str, str], gazetteer: Gazetteer) -> Iterator[Entry]:
    """The country of that name, or else the region; in the country told, where one is."""
    name, country = home
    found = [entry for entry in gazetteer.find(name) if not country or entry.country == country]
    best = next((entry for kind in ("country", "region") for entry in found if entry.kind == kind), None)
    if best is not None:
        yield best


@cache
def _homes_of_peoples() -> dict[str, tuple[str, str]]:
    """The state, or the region and its country, that each adjective or people's name belongs to."""
    states = load_table("rashomon.read", "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital"), ("state",))
    regions = load_table("rashomon.read.places", "tables/region_peoples.tsv", ("country", "region", "words"), ("country", "region"))
    found = {word.lower(): (row["region"], row["country"]) for row in regions for word in choices(row["words"])}
    found.update({word.lower(): (row["state"], "") for row in states for word in (*choices(row["adjectives"]), *choices(row["peoples"]))})
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _homes_of_peoples())


def _shares(counts: Counter[K]) -> dict[K, float]:
    """How strongly each is named, from 0 to 1: the most named has 1."""
    top = max(counts.values(), default=0)
    return {key: math.sqrt(number / top) for key, number in counts.items()} if top else {}
