"""Which of the places with one name is meant: by what contains it, what else the article names, and how many people live there.

The features are those of toponym resolution since Leidner (2007), "Toponym Resolution in Text": containment given in
the text, one sense per discourse, spatial closeness of the places named together, and population.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.parse import Doc
from rashomon.read.gazetteer import Entry, Gazetteer, fold
from rashomon.read.place_mentions import PlaceMention
from rashomon.tables import choices, load_table

EARTH_RADIUS = 6371.0
KIND_PRIOR = {"country": 3.0, "area": 2.0, "sea": 2.0, "region": 1.5, "district": 0.5, "city": 0.0}
MAIN_NAME = 1.5
IN_NAMED_COUNTRY = 2.0
IN_NAMED_REGION = 3.0
IN_CONTAINER = 12.0
CLOSE = 2.0
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
    evidence = _evidence(doc, mentions, gazetteer)
    containers = [_container(doc, mentions, at) for at in range(len(mentions))]
    first = [_best(mention, evidence, container, ()) for mention, container in zip(mentions, containers, strict=True)]
    first = _one_sense(mentions, first, containers)
    anchors = _anchors(mentions, first)
    second = []
    for at, (mention, container) in enumerate(zip(mentions, containers, strict=True)):
        others = [entry for text, entry in anchors.items() if text != mention.text]
        near = _stated_near(doc, mentions, first, at)
        second.append(_best(mention, evidence, container, others, near))
    return _one_sense(mentions, second, containers)


def distance_km(first: Entry, second: Entry) -> float:
    """The great-circle distance between two places, in kilometres."""
    a, b, c, d = map(math.radians, (first.latitude, first.longitude, second.latitude, second.longitude))
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return EARTH_RADIUS * 2 * math.asin(math.sqrt(min(1.0, chord)))


def _best(
    mention: PlaceMention, evidence: Evidence, container: PlaceMention | None, others: Sequence[Entry], near: Entry | None = None
) -> Entry | None:
    if not mention.candidates:
        return None
    return max(mention.candidates, key=lambda entry: (_score(entry, evidence, container, others, near), entry.population, entry.id))


def _score(entry: Entry, evidence: Evidence, container: PlaceMention | None, others: Sequence[Entry], near: Entry | None) -> float:
    score = math.log10(entry.population + 10) + KIND_PRIOR[entry.kind] + (MAIN_NAME if entry.main else 0)
    score += IN_NAMED_COUNTRY * evidence.countries.get(entry.country, 0.0)
    if entry.kind in {"city", "district"}:
        score += IN_NAMED_REGION * evidence.regions.get((entry.country, entry.admin), 0.0)
    if container is not None and any(_contains(outer, entry) for outer in container.candidates):
        score += IN_CONTAINER
    if others and entry.kind in {"city", "district"}:
        closest = min(distance_km(entry, other) for other in others)
        score += CLOSE * math.exp(-closest / CLOSE_KM)
    if near is not None and distance_km(entry, near) < STATED_NEAR_KM:
        score += STATED_NEAR
    return score


def _contains(outer: Entry, inner: Entry) -> bool:
    if outer.id == inner.id or outer.country != inner.country or not outer.country:
        return False
    return outer.kind == "country" or (outer.kind == "region" and outer.admin == inner.admin and inner.kind in {"city", "district"})


def _container(doc: Doc, mentions: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    """The next mention where only a comma, or a comma and words such as "northern", parts it from this one ("Selmouth, Varenia")."""
    if at + 1 == len(mentions):
        return None
    here, after = mentions[at], mentions[at + 1]
    between = [token.lower_ for token in doc.tokens[here.last + 1 : after.first]]
    if not between or between[0] not in {",", "(", "in"} or len(between) > 3:
        return None
    rest = [word for word in between[1:] if not word.endswith("ern") and word not in {"the", "in", "central"}]
    return after if not rest and after.candidates and not _is_list(doc, mentions, at) else None


def _is_list(doc: Doc, mentions: Sequence[PlaceMention], at: int) -> bool:
    """True when the names stand in a list of three or more."""
    after = mentions[at + 1]
    following = [token.lower_ for token in doc.tokens[after.last + 1 : after.last + 3]]
    third = at + 2 < len(mentions) and mentions[at + 2].first - after.last <= 3
    return third and bool(following) and following[0] in {",", "and", "or"} and after.candidates[:1] != () and after.candidates[0].kind == "city"


def _one_sense(mentions: Sequence[PlaceMention], found: Sequence[Entry | None], containers: Sequence[PlaceMention | None]) -> list[Entry | None]:
    """One name means one place in an article: the one given with its container, where there is one."""
    told: dict[str, Entry] = {}
    for mention, entry, container in zip(mentions, found, containers, strict=True):
        if entry is not None and container is not None and any(_contains(outer, entry) for outer in container.candidates):
            told.setdefault(mention.text, entry)
    return [
        entry if container is not None else told.get(mention.text, entry) for mention, entry, container in zip(mentions, found, containers, strict=True)
    ]


def _anchors(mentions: Sequence[PlaceMention], found: Sequence[Entry | None]) -> dict[str, Entry]:
    """The cities and districts named, once each."""
    return {
        mention.text: entry
        for mention, entry in zip(mentions, found, strict=True)
        if entry is not None and entry.kind in {"city", "district"} and entry.population > 0
    }


def _stated_near(doc: Doc, mentions: Sequence[PlaceMention], found: Sequence[Entry | None], at: int) -> Entry | None:
    """The place that the text says this one is near to: "Villeneuve, just outside Selmouth"."""
    if at + 1 == len(mentions):
        return None
    gap = doc.tokens[mentions[at].last + 1 : mentions[at + 1].first]
    words = [token.lower_ for token in gap]
    return found[at + 1] if len(words) <= 6 and {"outside", "near", "from"} & set(words) else None


def _evidence(doc: Doc, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> Evidence:
    countries: Counter[str] = Counter()
    regions: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        top = mention.candidates[0] if mention.candidates else None
        for entry in mention.candidates:
            if entry.kind == "country" and entry.main:
                countries[entry.country] += 1
                break
        if top is not None and top.kind == "region" and top.main:
            regions[top.country, top.admin] += 1
            countries[top.country] += 1
    countries.update(_peoples(doc, gazetteer))
    return Evidence(_shares(countries), _shares(regions))


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
    rows = load_table("rashomon.read", "tables/states.tsv", ("state", "names", "adjectives", "peoples", "capital"))
    return {word.lower(): row["state"] for row in rows for cell in (row["adjectives"], row["peoples"]) for word in choices(cell)}


def _shares(counts: Mapping[object, int] | Counter[str] | Counter[tuple[str, str]]) -> dict[object, float]:
    """How strongly each is named, from 0 to 1: the most named has 1."""
    top = max(counts.values(), default=0)
    return {key: math.sqrt(number / top) for key, number in counts.items()} if top else {}
