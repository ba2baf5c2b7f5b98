"""Which of the places with one name is meant: by what contains it, what else the article names, and how many people live there.

The features are those of toponym resolution since Leidner (2007), "Toponym Resolution in Text": containment given in
the text, one sense per discourse, spatial closeness of the places named together, and population.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.parse import Doc
from rashomon.read.places.evidence import Evidence
from rashomon.read.places.gazetteer import Entry
from rashomon.read.places.name_runs import PlaceMention
from rashomon.read.places.words import place_words

EARTH_RADIUS = 6371.0
KIND_PRIOR = {"country": 2.0, "area": 6.0, "sea": 6.0, "capital": 2.5, "region": 1.0, "district": 0.5, "city": 0.0}
MAIN_NAME = 0.7
TOWNS = frozenset({"city", "capital", "district"})
IN_NAMED_COUNTRY = 2.0
IN_NAMED_REGION = 3.0
IN_CONTAINER = 12.0
HOLDS_NEIGHBOUR = 1.0
HOLDS_NAMED = 1.5
CLOSE = 3.0
CLOSE_TO_METROPOLIS = 2.0
"""Near a large city many a small namesake lies by chance, where the article does not name the country besides."""
METROPOLIS = 1_000_000
CLOSE_KM = 150.0
STATED_NEAR = 5.0
STATED_NEAR_KM = 80.0


def resolve(doc: Doc, mentions: Sequence[PlaceMention], containers: Sequence[Sequence[Entry]], told: Evidence) -> list[Entry | None]:
    """For each mention the place it means, or None where the gazetteer knows none of that name.

    `containers` are the places said to contain each mention, `told` where the article is set.
    """
    contents = [mentions[at - 1].candidates if at and containers[at - 1] else () for at in range(len(mentions))]
    surroundings = list(zip(mentions, containers, contents, strict=True))
    first = [_best(mention, told, container, content, ()) for mention, container, content in surroundings]
    first = _one_sense(mentions, first, containers, contents)
    anchors = _anchors(mentions, first)
    second = []
    for at, (mention, container, content) in enumerate(surroundings):
        others = [entry for text, entry in anchors.items() if text != mention.text]
        near = _stated_near(doc, mentions, first, at)
        second.append(_best(mention, told, container, content, others, near))
    return _one_sense(mentions, second, containers, contents)


def distance_km(first: Entry, second: Entry) -> float:
    """The great-circle distance between two places, in kilometres."""
    a, b, c, d = map(math.radians, (first.latitude, first.longitude, second.latitude, second.longitude))
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return EARTH_RADIUS * 2 * math.asin(math.sqrt(min(1.0, chord)))


def _best(
    mention: PlaceMention,
    told: Evidence,
    container: Sequence[Entry],
    content: Sequence[Entry],
    others: Sequence[Entry],
    near: Entry | None = None,
) -> Entry | None:
    if not mention.candidates:
        return None
    scores = {
        entry.id: _prior(entry, mention.candidates) + _score(entry, told, container, others, near) + _held(entry, content, others)
        for entry in mention.candidates
    }
    return max(mention.candidates, key=lambda entry: (scores[entry.id], entry.population, entry.id))


def _prior(entry: Entry, candidates: Sequence[Entry]) -> float:
    """How often a place of that kind is meant; a capital only by its own name, and where no larger town has it."""
    if entry.kind == "capital":
        larger = any(other.main and other.kind in TOWNS and other.population > entry.population for other in candidates)
        return KIND_PRIOR["city" if larger or not entry.main else "capital"]
    return KIND_PRIOR[entry.kind]


def _score(entry: Entry, told: Evidence, container: Sequence[Entry], others: Sequence[Entry], near: Entry | None) -> float:
    score = math.log10(entry.population + 10) + (MAIN_NAME if entry.main else 0)
    score += IN_NAMED_COUNTRY * told.countries.get(entry.country, 0.0)
    if entry.kind in TOWNS:
        score += IN_NAMED_REGION * told.regions.get((entry.country, entry.admin), 0.0)
    if any(_contains(outer, entry) for outer in container):
        score += IN_CONTAINER
    if others and entry.kind in TOWNS:
        score += max(_closeness(entry, other, told) for other in others)
    if near is not None and distance_km(entry, near) < STATED_NEAR_KM:
        score += STATED_NEAR
    return score


def _closeness(entry: Entry, other: Entry, told: Evidence) -> float:
    chance = other.population >= METROPOLIS and entry.country not in told.countries
    weight = CLOSE_TO_METROPOLIS if chance else CLOSE
    return weight * math.exp(-distance_km(entry, other) / CLOSE_KM)


def _held(entry: Entry, content: Sequence[Entry], others: Sequence[Entry]) -> float:
    """How much speaks for a country or region that it holds the place named before it ("Selmouth, Varenia") or others in the article."""
    if entry.kind not in {"country", "region"}:
        return 0.0
    inside = max((inner.population for inner in content if _contains(entry, inner)), default=None)
    named = HOLDS_NAMED if any(_contains(entry, other) for other in others) else 0.0
    return named if inside is None else named + HOLDS_NEIGHBOUR * math.log10(inside + 10)


def _contains(outer: Entry, inner: Entry) -> bool:
    if outer.id == inner.id or outer.country != inner.country or not outer.country:
        return False
    return outer.kind == "country" or (outer.kind == "region" and outer.admin == inner.admin and inner.kind in TOWNS)


def _one_sense(
    mentions: Sequence[PlaceMention],
    found: Sequence[Entry | None],
    containers: Sequence[Sequence[Entry]],
    contents: Sequence[Sequence[Entry]],
) -> list[Entry | None]:
    """One name means one place in an article: the one given with its container, or as one, where there is such a mention."""
    told: dict[str, Entry] = {}
    for mention, entry, container, content in zip(mentions, found, containers, contents, strict=True):
        if entry is None:
            continue
        if any(_contains(outer, entry) for outer in container) or any(_contains(entry, inner) for inner in content):
            told.setdefault(mention.text, entry)
    return [
        entry if container or content else told.get(mention.text, entry)
        for mention, entry, container, content in zip(mentions, found, containers, contents, strict=True)
    ]


def _anchors(mentions: Sequence[PlaceMention], found: Sequence[Entry | None]) -> dict[str, Entry]:
    """The cities and districts named, once each."""
    return {
        mention.text: entry
        for mention, entry in zip(mentions, found, strict=True)
        if entry is not None and entry.kind in TOWNS and entry.population > 0
    }


def _stated_near(doc: Doc, mentions: Sequence[PlaceMention], found: Sequence[Entry | None], at: int) -> Entry | None:
    """The place that the text says this one is near to: "Villeneuve, just outside Selmouth", "Villeneuve, north of Selmouth"."""
    if at + 1 == len(mentions):
        return None
    gap = doc.tokens[mentions[at].last + 1 : mentions[at + 1].first]
    words = [token.lower_ for token in gap]
    bearing = words[-1:] == ["of"] and not place_words("direction").isdisjoint(words)
    return found[at + 1] if len(words) <= 6 and (bearing or {"outside", "near", "from"} & set(words)) else None
