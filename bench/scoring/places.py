"""Places: names found, and how many of them are put within 161 km of where they are (Gritta et al. 2018)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from bench.scoring.figures import Figures, Tally, share
from bench.scoring.spans import aligned

NEAR_KM = 161
EARTH_RADIUS_KM = 6371


def score_places(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Names found; accuracy within 161 km over all names and over those found; how many were given coordinates."""
    found, near, placed = Tally(), Tally(), 0
    for key, line in gold.items():
        truth, guess = line["places"], list(predictions.get(key, {}).get("places", ()))
        pairs = list(aligned(truth, guess))
        found.add(len(pairs), len(guess), len(truth))
        near.add(sum(there.get("lat") is not None and distance_km(here, there) <= NEAR_KM for here, there in pairs), len(pairs), len(truth))
        placed += sum(place.get("lat") is not None for place in guess)
    return {
        "found": found.figures(),
        "accuracy_at_161km": share(near.right, near.gold),
        "accuracy_at_161km_given_found": share(near.right, near.predicted),
        "placed": placed,
        "gold": found.gold,
    }


def distance_km(here: Mapping[str, Any], there: Mapping[str, Any]) -> float:
    """The great-circle distance between two places in km, by the haversine formula on a sphere."""
    lat, lon, other_lat, other_lon = (math.radians(place[name]) for place in (here, there) for name in ("lat", "lon"))
    haversine = math.sin((other_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, haversine)))
