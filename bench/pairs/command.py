"""`python -m bench pairs`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor

import click
from rich.console import Console
from rich.table import Table

from bench.pairs.judge import Found, judge_pair
from bench.pairs.score import CONTRADICT, Judged, false_contradictions, is_right, score_pairs
from bench.pairs.table import Pair, read_pairs
from bench.run import workers
from bench.scoring.figures import Figures, percent
from bench.terminal import cores, counting


@click.command("pairs")
@click.option("--kind", "kinds", multiple=True, help="Only the pairs of this kind of contrast; may be given several times.")
@click.option("--wrong", is_flag=True, help="List the pairs that are judged wrongly, and the contradictions that are none.")
@click.option("--jobs", type=click.IntRange(min=1), default=cores, show_default="the cores, at most 4", help="Processes to read with.")
def pairs(kinds: tuple[str, ...], *, wrong: bool, jobs: int) -> None:
    """Compare pairs of invented accounts and count how often the verdict is a careful reader's."""
    read = read_pairs(kinds)
    with counting("pairs", len(read)) as on_pair, workers(jobs) as executor:
        judged = judge_all(read, executor, on_pair)
    if wrong:
        for line in mistakes(judged):
            click.echo(line)
    _show(judged, percent(score_pairs(judged)))


def judge_all(pairs: Sequence[Pair], executor: Executor, on_pair: Callable[[], None] = lambda: None) -> list[Judged]:
    """Each pair with what the comparison says of it, in the order given."""
    judged = []
    for pair, found in zip(pairs, executor.map(judge_pair, pairs, chunksize=8), strict=True):
        on_pair()
        judged.append((pair, found))
    return judged


def mistakes(judged: Sequence[Judged]) -> Iterator[str]:
    """A line for each pair judged wrongly, and one for each contradiction shown elsewhere that is none."""
    for pair, found in judged:
        known = f" [not yet: {pair.not_yet}]" if pair.not_yet else ""
        if not is_right(pair, found):
            note = f" ({found.note})" if found.note else ""
            yield f"{pair.name}: expected {pair.expect}, found {found.verdict}{note}{known}"
        yield from (f"{pair.name}: no contradiction of {kind} ({note}){known}" for kind, note in _elsewhere(pair, found))


def _elsewhere(pair: Pair, found: Found) -> Iterator[tuple[str, str]]:
    return (false for false in false_contradictions(pair, found._replace(verdict="")))


def _show(judged: Sequence[Judged], figures: Figures) -> None:
    table = Table("kind", "pairs", "right %", "contradictions expected", "found", "false", "not yet", box=None, pad_edge=False)
    for kind, right in figures["right"].items():
        table.add_row(kind, *_row([each for each in judged if each[0].kind == kind], right))
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    told = figures["contradictions"]
    click.echo(f"mean of the kinds {figures['mean']} % right")
    click.echo(f"contradictions: precision {told['precision']} % of {told['shown']} shown, recall {told['recall']} % of {told['expected']}")


def _row(judged: Sequence[Judged], right: float) -> Iterator[str]:
    expected = [found for pair, found in judged if pair.expect == CONTRADICT]
    yield str(len(judged))
    yield f"{right:.1f}"
    yield str(len(expected))
    yield str(sum(found.verdict == CONTRADICT for found in expected))
    yield str(sum(1 for pair, found in judged for _ in false_contradictions(pair, found)))
    yield str(sum(bool(pair.not_yet) for pair, _ in judged))
