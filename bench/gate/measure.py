"""Running the plan and taking down its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.baselines import BASELINES
from bench.gate.crossed import crossed_figures
from bench.gate.plan import Corpus, Wanted
from bench.gate.results import Row
from bench.lines import Line, read_lines
from bench.run import Failure, run_task
from bench.scoring import flatten, score
from bench.tasks import TASKS, Prediction, visible


@dataclass(frozen=True)
class Measured:
    """One run's rows, in the plan's order, how many documents it read, and the documents that could not be read."""

    corpus: Corpus
    documents: int
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]


def measure(corpora: Sequence[Corpus], data: Path, executor: Executor, on_document: Callable[[], None]) -> Iterator[Measured]:
    """Run each corpus of the plan. All are handed to the executor at once, so that no process waits at a corpus's end.

    Of a corpus that the readers were trained on, the figures of its cross-validation are taken.
    """
    lines = {corpus.name: read_lines(corpus.path(data), TASKS[corpus.task].required, corpus.documents) for corpus in corpora}
    longest_first = sorted((corpus for corpus in corpora if not corpus.crossed), key=lambda corpus: not TASKS[corpus.task].collection)
    running = {
        corpus.name: run_task(
            corpus.task, lines[corpus.name], executor, hidden=corpus.hidden, reader=corpus.reader, on_document=on_document
        )
        for corpus in longest_first
    }
    for corpus in corpora:
        found = list(running.get(corpus.name, ()))
        predictions = [each for each in found if not isinstance(each, Failure)]
        values = crossed_figures(corpus.crossed, data) if corpus.crossed else flatten(score(corpus.task, lines[corpus.name], predictions))
        yield Measured(
            corpus=corpus,
            documents=len(lines[corpus.name]),
            rows=_rows(corpus, lines[corpus.name], values),
            failures=tuple(each for each in found if isinstance(each, Failure)),
        )


def _rows(corpus: Corpus, lines: Sequence[Line], values: dict[str, float]) -> tuple[Row, ...]:
    baselines = {name: _baseline(corpus, lines, answer) for name, answer in BASELINES.get(corpus.task, {}).items()}
    return tuple(_row(corpus, wanted, values, baselines) for wanted in corpus.figures)


def _baseline(corpus: Corpus, lines: Sequence[Line], answer: Callable[[Any], Prediction]) -> dict[str, float]:
    task = TASKS[corpus.task]
    predictions = [{**{name: line[name] for name in task.key}, **answer(visible(task, line, corpus.hidden))} for line in lines]
    return flatten(score(corpus.task, lines, predictions))


def _row(corpus: Corpus, wanted: Wanted, values: dict[str, float], baselines: dict[str, dict[str, float]]) -> Row:
    beside = tuple(f"{figures.get(wanted.name, 0.0)} {name}" for name, figures in baselines.items())
    return Row(corpus=corpus.name, figure=wanted.name, title=wanted.title, value=values.get(wanted.name, 0.0), peers=wanted.peers + beside)
