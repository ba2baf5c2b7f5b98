"""What the text says a place lies in: "Selmouth, Varenia" and "Selmouth, Tex."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.parse import Doc
from rashomon.read.places.gazetteer import Entry, Gazetteer
from rashomon.read.places.name_runs import PlaceMention, regions_by_abbreviation
from rashomon.read.places.words import place_words

AFTER_COMMA = re.compile(r"\s?,\s([A-Z][A-Za-z]*\.?(?:\s?[A-Z][a-z]*\.)*)(?![A-Za-z])")
LONGEST_GAP = 3


def containers_told(doc: Doc, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[tuple[Entry, ...]]:
    """For each mention the countries and regions that may be meant by what follows it; none where nothing does."""
    return [_container(doc, mentions, at, gazetteer) for at in range(len(mentions))]


def _container(doc: Doc, mentions: Sequence[PlaceMention], at: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
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
