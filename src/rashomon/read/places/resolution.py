"""Which of the places with one name is meant: by what contains it, what else the article names, and how many people live there.

The features are those of toponym resolution since Leidner (2007), "Toponym Resolution in Text": containment given in
the text, one sense per discourse, spatial closeness of the places named together, and population.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.mentions import PlaceMention, regions_by_abbreviation
from rashomon.read.places.words import place_words
from rashomon.tables import choices, load_table

AFTER_COMMA = re.compile(r"\s?,\s([A-Z][A-Za-z]*\.?(?:\s?[A-Z][a-z]*\.)*)(?![A-Za-z])")
LONGEST_GAP = 3
EARTH_RADIUS = 6371.0
KIND_PRIOR = {"country": 2.0, "area": 6.0, "sea": 6.0, "capital": 2.5, "region": 1.0, "district": 0.5, "city": 0.0}
MAIN_NAME = 0.7
K = TypeVar("K")
TOWNS = frozenset({"city", "capital", "district"})
RIVAL = 100_000
"""A country or region whose name is also that of another place as large as this is no evidence of where the article is set."""
IN_NAMED_COUNTRY = 2.0
IN_NAMED_REGION = 3.0
IN_CONTAINER = 12.0
HOLDS_NEIGHBOUR = 1.0
HOLDS_NAMED = 1.5
CLOSE = 3.0
CLOSE_KM = 150.0
STATED_NEAR = 5.0
STATED_NEAR_KM = 80.0


@dataclass(frozen=True)
class Evidence:
    """What the article tells about where it is set: how often it names each country and each first-order region."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]


def resolve(doc: Doc, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[Entry | None]:
    """For each mention the place it means, or None where the gazetteer knows none of that name."""
    containers = [_containers(doc, mentions, at, gazetteer) for at in range(len(mentions))]
    evidence = _evidence(doc, mentions, containers, gazetteer)
    contents = [mentions[at - 1].candidates if at and containers[at - 1] else () for at in range(len(mentions))]
    surroundings = list(zip(mentions, containers, contents, strict=True))
    first = [_best(mention, evidence, container, content, ()) for mention, container, content in surroundings]
    first = _one_sense(mentions, first, containers, contents)
    anchors = _anchors(mentions, first)
    second = []
    for at, (mention, container, content) in enumerate(surroundings):
        others = [entry for text, entry in anchors.items() if text != mention.text]
        near = _stated_near(doc, mentions, first, at)
        second.append(_best(mention, evidence, container, content, others, near))
    return _one_sense(mentions, second, containers, contents)


def countries_told(doc: Doc, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> frozenset[str]:
    """The countries that the article names, as places or as those who act, also by their peoples and regions."""
    containers = [_containers(doc, mentions, at, gazetteer) for at in range(len(mentions))]
    named = {entry.country for entity in doc.tokens.ents for entry in gazetteer.find(entity.text) if entry.kind in {"country", "region"}}
    return frozenset(named | set(_evidence(doc, mentions, containers, gazetteer).countries))


def distance_km(first: Entry, second: Entry) -> float:
    """The great-circle distance between two places, in kilometres."""
    a, b, c, d = map(math.radians, (first.latitude, first.longitude, second.latitude, second.longitude))
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return EARTH_RADIUS * 2 * math.asin(math.sqrt(min(1.0, chord)))


def _best(
    mention: PlaceMention,
    evidence: Evidence,
    container: Sequence[Entry],
    content: Sequence[Entry],
    others: Sequence[Entry],
    near: Entry | None = None,
) -> Entry | None:
    if not mention.candidates:
        return None
    scores = {entry.id: _score(entry, evidence, container, others, near) + _held(entry, content, others) for entry in mention.candidates}
    return max(mention.candidates, key=lambda entry: (scores[entry.id], entry.population, entry.id))


def _score(entry: Entry, evidence: Evidence, container: Sequence[Entry], others: Sequence[Entry], near: Entry | None) -> float:
    score = math.log10(entry.population + 10) + KIND_PRIOR[entry.kind] + (MAIN_NAME if entry.main else 0)
    score += IN_NAMED_COUNTRY * evidence.countries.get(entry.country, 0.0)
    if entry.kind in TOWNS:
        score += IN_NAMED_REGION * evidence.regions.get((entry.country, entry.admin), 0.0)
    if any(_contains(outer, entry) for outer in container):
        score += IN_CONTAINER
    if others and entry.kind in TOWNS:
        closest = min(distance_km(entry, other) for other in others)
        score += CLOSE * math.exp(-closest / CLOSE_KM)
    if near is not None and distance_km(entry, near) < STATED_NEAR_KM:
        score += STATED_NEAR
    return score


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


def _containers(doc: Doc, mentions: Sequence[PlaceMention], at: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """What the text says this place lies in, where only a comma and words such as "northern" part them ("Selmouth, Tex.")."""
    here = mentions[at]
    shortened = _abbreviated(doc, here)
    if shortened is not None:
        return tuple(entry for entry in gazetteer.find(shortened[1]) if entry.kind == "region" and entry.country == shortened[0])
    if at + 1 == len(mentions):
        return ()
    after = mentions[at + 1]
    between = [token.lower_ for token in doc.tokens[here.last + 1 : after.first]]
    if not between or between[0] not in {",", "(", "in"} or len(between) > LONGEST_GAP:
        return ()
    if any(word not in place_words("direction") | {"the", "in"} for word in between[1:]):
        return ()
    return tuple(entry for entry in after.candidates if entry.kind in {"country", "region"})


def _abbreviated(doc: Doc, mention: PlaceMention) -> tuple[str, str] | None:
    """Country and name of the state or province whose abbreviation follows the name after a comma."""
    start = doc.tokens[mention.last].idx + len(doc.tokens[mention.last])
    match = AFTER_COMMA.match(doc.text, start)
    return regions_by_abbreviation().get(match[1]) if match else None


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
    """The place that the text says this one is near to: "Villeneuve, just outside Selmouth"."""
    if at + 1 == len(mentions):
        return None
    gap = doc.tokens[mentions[at].last + 1 : mentions[at + 1].first]
    words = [token.lower_ for token in gap]
    return found[at + 1] if len(words) <= 6 and {"outside", "near", "from"} & set(words) else None


def _evidence(doc: Doc, mentions: Sequence[PlaceMention], containers: Sequence[Sequence[Entry]], gazetteer: Gazetteer) -> Evidence:
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    for mention, container in zip(mentions, containers, strict=True):
        country = _plain(mention, "country")
        for entry in (country, _plain(mention, "region"), *container):
            if entry is None:
                continue
            countries[entry.country] += 1
            if entry.kind == "region":
                regions[entry.country, entry.admin] += 1
    countries.update(_peoples(doc, gazetteer))
    return Evidence(_shares(countries), _shares(regions))


def _plain(mention: PlaceMention, kind: str) -> Entry | None:
    """The country or region of that name, if no other one and no large city shares it."""
    found = [entry for entry in mention.candidates if entry.kind == kind and entry.main]
    rivals = [entry for entry in mention.candidates if entry.kind in {"city", "capital", "region", "country"} and entry.main]
    shared = any(entry.population >= RIVAL and entry is not found[0] for entry in rivals) if found else True
    return None if shared else found[0]


def _peoples(doc: Doc, gazetteer: Gazetteer) -> Counter[str]:
    known = _people_states()
    named = Counter(known[token.lower_] for token in doc.tokens if token.text[:1].isupper() and token.lower_ in known)
    found: Counter[str] = Counter()
    for state, number in sorted(named.items()):
        country = next((entry.country for entry in gazetteer.find(state) if entry.kind == "country"), None)
        if country:
            found[country] += number
    return found


@cache
def _people_states() -> dict[str, str]:
    """The state that each adjective or people's name belongs to."""
    rows = load_table("rashomon.read", "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital"), ("state",))
    return {word.lower(): row["state"] for row in rows for cell in (row["adjectives"], row["peoples"]) for word in choices(cell)}


def _shares(counts: Counter[K]) -> dict[K, float]:
    """How strongly each is named, from 0 to 1: the most named has 1."""
    top = max(counts.values(), default=0)
    return {key: math.sqrt(number / top) for key, number in counts.items()} if top else {}
