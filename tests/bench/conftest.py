"""Readers that say what they are told to, so that running and gating are tested without models."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import bench.commands
import bench.gate.command
import bench.gate.measure
import pytest
from bench.tasks import TASKS, Document, Prediction
from invented import PREDICTIONS

Reader = Callable[[Document], Prediction]


class Readers:
    """Adapters by task: each notes what it was shown and answers with the invented predictions unless told otherwise."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown: list[dict[str, Any]] = []
        monkeypatch.setattr(bench.gate.measure, "read_pairs", list)
        for task in TASKS:
            monkeypatch.setitem(sys.modules, f"bench.adapters.{task}", self.adapter(task, self.answer(task)))
        self._monkeypatch = monkeypatch

    def reply(self, task: str, reader: Reader) -> None:
        """Let the adapter of `task` answer with `reader` from now on."""
        self._monkeypatch.setitem(sys.modules, f"bench.adapters.{task}", self.adapter(task, reader))

    def answer(self, task: str) -> Reader:
        key = TASKS[task].key
        known = {tuple(line[name] for name in key): {k: v for k, v in line.items() if k not in key} for line in PREDICTIONS[task]}
        return lambda document: known.get(tuple(document[name] for name in key)) or {**EMPTY[task]}

    def adapter(self, task: str, reader: Reader) -> ModuleType:
        def predict(document: Document) -> Prediction:
            self.shown.append(dict(document))
            return reader(document)

        def predict_all(documents: Sequence[Document]) -> Iterator[Prediction]:
            return map(predict, documents)

        module = ModuleType(f"bench.adapters.{task}")
        setattr(module, "predict_all" if TASKS[task].collection else "predict", predict_all if TASKS[task].collection else predict)
        return module


EMPTY: dict[str, Prediction] = {
    "attribution": {"attributions": []},
    "incidents": {"roles": {}},
    "events": {"events": []},
    "five_w": {"who": "", "what": "", "when": "", "where": ""},
    "same_event": {"clusters": {}},
    "shared_incidents": {"incidents": []},
    "times": {"times": []},
    "places": {"places": []},
    "attitude": {"polarity": "neutral"},
    "basil": {"feelings": {}, "speakers": []},
    "pronouns": {"a": False, "b": False},
}


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> Readers:
    """Stand-in adapters for all tasks, run in threads so that what they saw can be looked at."""
    monkeypatch.setattr(bench.commands, "workers", ThreadPoolExecutor)
    monkeypatch.setattr(bench.gate.command, "workers", ThreadPoolExecutor)
    return Readers(monkeypatch)
