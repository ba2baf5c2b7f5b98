"""Predictions against gold, one scorer a task; each says what it counts and whose measure it is.

A scorer takes gold and predictions as `{key: line}` and gives Figures as fractions. A gold document without a prediction
scores as if nothing had been predicted; predictions for unknown documents are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bench.scoring.attitude import score_attitude
from bench.scoring.attribution import score_attribution
from bench.scoring.basil import score_basil
from bench.scoring.events import score_events
from bench.scoring.figures import Figures, flatten, percent
from bench.scoring.five_w import score_five_w
from bench.scoring.incidents import score_incidents
from bench.scoring.places import score_places
from bench.scoring.pronouns import score_pronouns
from bench.scoring.same_event import score_same_event
from bench.scoring.shared_incidents import score_shared_incidents
from bench.scoring.times import score_times
from bench.tasks import TASKS

Line = Mapping[str, Any]
Keyed = Mapping[Any, Line]

SCORERS: dict[str, Callable[[Keyed, Keyed], Figures]] = {
    "attribution": score_attribution,
    "incidents": score_incidents,
    "events": score_events,
    "five_w": score_five_w,
    "same_event": score_same_event,
    "shared_incidents": score_shared_incidents,
    "times": score_times,
    "places": score_places,
    "attitude": score_attitude,
    "basil": score_basil,
    "pronouns": score_pronouns,
}


def score(task: str, gold: Iterable[Line], predictions: Iterable[Line]) -> Figures:
    """The figures of a task as percentages with one decimal (counts as they are)."""
    key = TASKS[task].key
    return percent(SCORERS[task](_keyed(gold, key), _keyed(predictions, key)))


def _keyed(lines: Iterable[Line], key: tuple[str, ...]) -> dict[Any, Line]:
    return {tuple(line[name] for name in key): line for line in lines}


__all__ = ["SCORERS", "Figures", "flatten", "score"]
