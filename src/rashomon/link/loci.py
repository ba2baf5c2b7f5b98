"""Loci: where acts are told to be done, and how two such places stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from rashomon.link.names import fold_name
from rashomon.model import Place


class Standing(Enum):
    """How two places stand to each other: `OPEN` where one is not on the map, so that they may be the same or hold each other."""

    SAME = auto()
    ONE_WITHIN_THE_OTHER = auto()
    OPEN = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class Locus:
    """Where an event is told to be: the folded name, and gazetteer entry, country and precision where it resolved."""

    name: str
    spelling: str
    entry: str | None = None
    country: str | None = None
    precision: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    def standing(self, other: Locus) -> Standing:
        """How the two stand to each other; a place is taken to hold another of its country that is told more precisely."""
        if self.name == other.name or (self.entry and self.entry == other.entry):
            return Standing.SAME
        if not self.country or not other.country:
            return Standing.OPEN
        nested = "country" in {self.precision, other.precision} or self.precision != other.precision
        return Standing.ONE_WITHIN_THE_OTHER if self.country == other.country and nested else Standing.APART


def locus_of(name: str, place: Place | None) -> Locus:
    """The place an event names; its folded name alone where the gazetteer knows no such place."""
    if place is None or place.unknown or not place.entry:
        return Locus(fold_name(name), name)
    return Locus(
        name=fold_name(place.name or name),
        spelling=name,
        entry=place.entry,
        country=place.country,
        precision=place.precision,
        latitude=place.latitude,
        longitude=place.longitude,
    )
