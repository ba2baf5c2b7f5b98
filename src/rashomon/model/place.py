"""Place: a place name and where on earth it is, if that can be told."""

from __future__ import annotations

import msgspec

from rashomon.model.span import Spans


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of a place. `entry` is the gazetteer's identifier ("geonames:3183875"), or None with `unknown` saying why.

    `latitude` and `longitude` are WGS 84 degrees; `precision` is "city", "region" or "country"; `country` is ISO 3166-1 alpha-2.
    """

    id: str
    expression: str
    spans: Spans
    name: str | None = None
    entry: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    unknown: str | None = None
