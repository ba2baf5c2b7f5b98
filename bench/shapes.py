"""The shape of a prediction, task by task; what an adapter returns is held against it before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from bench.tasks import TASKS, Prediction
from rashomon.errors import RashomonError

Spans = list[tuple[int, int]]


class ShapeError(RashomonError):
    """A prediction is no answer to its document."""


class Attribution(msgspec.Struct, forbid_unknown_fields=True):
    """One relation; an empty list where the text has no words for that part."""

    source: Spans
    cue: Spans
    content: Spans


class Attributions(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task attribution."""

    attributions: list[Attribution]


class Incidents(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Predictions of the task incidents: entities by role, each the list of its mentions."""

    roles: dict[Literal["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"], list[list[str]]]
    confidence: dict[str, str] = {}


class Event(msgspec.Struct, forbid_unknown_fields=True):
    """One event of the task events."""

    type: str
    trigger: str
    agents: list[str]
    patients: list[str]


class Events(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task events."""

    events: list[Event]


class FiveW(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task five_w: the best phrase for each question, or an empty string."""

    who: str
    what: str
    when: str
    where: str


class SameEvent(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task same_event: the cluster of each mention."""

    clusters: dict[str, str]


class SharedIncidents(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task shared_incidents: the names of the incidents that the article shares with others."""

    incidents: list[str]


class Time(msgspec.Struct, forbid_unknown_fields=True):
    """One expression of time with its TIMEX3 value."""

    start: int
    end: int
    value: str | None


class Times(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task times."""

    times: list[Time]


class Place(msgspec.Struct, forbid_unknown_fields=True):
    """One name of a place; no coordinates where it could not be told which place it is."""

    start: int
    end: int
    lat: float | None
    lon: float | None


class Places(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task places."""

    places: list[Place]


class AttitudeTowards(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task attitude."""

    polarity: Literal["negative", "neutral", "positive"]


class Basil(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task basil: the author's feeling by entity, and the words that name each span's speaker, empty for the author."""

    feelings: dict[str, Literal["neg", "neu", "pos"]]
    speakers: list[str]


class Pronouns(msgspec.Struct, forbid_unknown_fields=True):
    """Predictions of the task pronouns: whether the pronoun stands for the first name, and for the second."""

    a: bool
    b: bool


SHAPES: dict[str, type[msgspec.Struct]] = {
    "attribution": Attributions,
    "incidents": Incidents,
    "events": Events,
    "five_w": FiveW,
    "same_event": SameEvent,
    "shared_incidents": SharedIncidents,
    "times": Times,
    "places": Places,
    "attitude": AttitudeTowards,
    "basil": Basil,
    "pronouns": Pronouns,
}


def shaped(task: str, prediction: Prediction, text: str) -> dict[str, Any]:
    """The prediction as plain lists, dictionaries, numbers and strings, without the fields that the runner adds.

    Raises `msgspec.ValidationError` when it has another shape, ShapeError when one of its spans lies outside `text`.
    """
    plain = msgspec.to_builtins({name: value for name, value in prediction.items() if name not in TASKS[task].key})
    fields: dict[str, Any] = msgspec.to_builtins(msgspec.convert(plain, SHAPES[task]))
    outside = [span for span in _spans(fields) if not 0 <= span[0] < span[1] <= len(text)]
    if outside:
        raise ShapeError(f"spans {outside} are empty or outside the text, which has {len(text)} characters")
    return fields


def _spans(fields: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for relation in fields.get("attributions", ()):
        for spans in relation.values():
            yield from map(tuple, spans)
    for item in (*fields.get("times", ()), *fields.get("places", ())):
        yield item["start"], item["end"]
