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
from bench.lines import Line
from bench.pairs.command import judge_all
from bench.pairs.score import score_pairs
from bench.pairs.table import read_pairs
from bench.run import Failure, run_task
from bench.scoring import flatten, score
from bench.scoring.figures import percent
from bench.tasks import TASKS, Prediction, visible

PAIRS = Corpus(
    name="pairs", task="pairs", files=(), in_tokens=False, documents=None, hidden=frozenset(), reader=None, crossed=None, figures=()
)
"""The pairs of bench.pairs, measured beside the corpora; every kind that has pairs is a figure."""
PAIRS_TITLES = {
    "contradictions.precision": "contradictions shown that are ones",
    "contradictions.recall": "contradictions that are shown",
    "mean": "verdicts right, mean of the kinds",
}


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
    lines = {corpus.name: corpus.lines(data) for corpus in corpora}
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


def measure_pairs(executor: Executor, on_pair: Callable[[], None]) -> Iterator[Measured]:
    """The verdicts on the pairs of accounts that the repository holds; nothing where it holds none."""
    pairs = read_pairs()
    if not pairs:
        return
    values = flatten(percent(score_pairs(judge_all(pairs, executor, on_pair))))
    titles = {**PAIRS_TITLES, **{name: f"{name.removeprefix('right.')}: verdicts right" for name in values if name.startswith("right.")}}
    rows = tuple(Row(corpus=PAIRS.name, figure=name, title=title, value=values[name]) for name, title in titles.items())
    yield Measured(corpus=PAIRS, documents=len(pairs), rows=rows, failures=())


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
