"""Running a task: documents in, predictions out, spread over processes, in the order of the documents."""

from __future__ import annotations

import importlib
import multiprocessing
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from bench.deadline import deadline
from bench.shapes import ShapeError, shaped
from bench.tasks import TASKS, Document, Prediction, Task, visible

Line = Mapping[str, Any]

DOCUMENT_SECONDS = 120.0
"""Far above what the longest article takes on a slow machine; only a reader that would never finish takes longer."""


@dataclass(frozen=True)
class Failure:
    """A document that could not be read; it is scored as if nothing had been found in it."""

    document: str
    cause: BaseException

    def __str__(self) -> str:
        return f"{self.document}: {self.why()}"

    def why(self) -> str:
        """The cause, and the last line of the program that the worker process was in, as its traceback tells."""
        return f"{type(self.cause).__name__}: {self.cause}{self._where()}"

    def _where(self) -> str:
        frames = re.findall(r'File "([^"]+)", line (\d+), in (\w+)', str(self.cause.__cause__))
        return " ({}, line {}, in {})".format(*frames[-1]) if frames else ""


def summary(failures: Iterable[Failure]) -> Iterator[str]:
    """A line for each cause, with the first document that it befell and how many more."""
    befallen: dict[str, list[str]] = {}
    for failure in failures:
        befallen.setdefault(failure.why(), []).append(failure.document)
    for why, (first, *others) in befallen.items():
        yield f"{first}{f' and {len(others)} more' if others else ''}: {why}"


def workers(jobs: int) -> Executor:
    """`jobs` processes, each of which loads its models once."""
    return ProcessPoolExecutor(max_workers=jobs, mp_context=multiprocessing.get_context("spawn"))


def run_task(
    task: str,
    lines: Sequence[Line],
    executor: Executor,
    *,
    hidden: frozenset[str] = frozenset(),
    reader: str | None = None,
    on_document: Callable[[], None] = lambda: None,
) -> Iterator[Prediction | Failure]:
    """One line of predictions for each line of gold, or the Failure that took its place, in the order of `lines`.

    The adapter of the task sees the permitted fields alone, less the `hidden` ones, and the name of the `reader` that is
    asked for; the gold never leaves this function.
    All documents are handed to the executor at once, before the first result is asked for; `on_document` is called after each.
    """
    definition = TASKS[task]
    asked = {} if reader is None else {"reader": reader}
    documents = [{**visible(definition, line, hidden), **asked} for line in lines]
    found = _collection(task, documents, executor) if definition.collection else _each(task, documents, executor)
    return _joined(definition, lines, found, on_document)


def _each(task: str, documents: Sequence[Document], executor: Executor) -> Iterator[Prediction | Failure]:
    futures = [executor.submit(predict_one, task, document) for document in documents]
    return (_outcome(document, future) for document, future in zip(documents, futures, strict=True))


def _collection(task: str, documents: Sequence[Document], executor: Executor) -> Iterator[Prediction | Failure]:
    return _outcomes(documents, executor.submit(predict_collection, task, documents))


def _outcome(document: Document, future: Future[Prediction]) -> Prediction | Failure:
    cause = future.exception()
    return future.result() if cause is None else Failure(str(document["id"]), cause)


def _outcomes(documents: Sequence[Document], future: Future[list[Prediction]]) -> Iterator[Prediction | Failure]:
    cause = future.exception()
    yield from future.result() if cause is None else (Failure(str(document["id"]), cause) for document in documents)


def _joined(
    definition: Task, lines: Sequence[Line], found: Iterable[Prediction | Failure], on_document: Callable[[], None]
) -> Iterator[Prediction | Failure]:
    for line, prediction in zip(lines, found, strict=True):
        on_document()
        yield prediction if isinstance(prediction, Failure) else {**{name: line[name] for name in definition.key}, **prediction}


def predict_one(task: str, document: Document) -> Prediction:
    """What the adapter of `task` says of one document, in the task's shape. Runs in a worker process."""
    with deadline(DOCUMENT_SECONDS):
        return shaped(task, _adapter(task).predict(document), document["text"])


def predict_collection(task: str, documents: Sequence[Document]) -> list[Prediction]:
    """What the adapter of `task` says of all documents together, one result a document. Runs in a worker process."""
    with deadline(DOCUMENT_SECONDS * len(documents)):
        predictions = list(_adapter(task).predict_all(documents))
    if len(predictions) != len(documents):
        raise ShapeError(f"{len(predictions)} results for {len(documents)} documents; there must be one for each")
    return [shaped(task, prediction, document["text"]) for prediction, document in zip(predictions, documents, strict=True)]


def _adapter(task: str) -> Any:
    return importlib.import_module(f"bench.adapters.{task}")
