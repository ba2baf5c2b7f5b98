"""The commands of `python -m bench`: one a task, and score, actors, differences, errors, gate, pairs, scale, speed, tokens."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from bench.actors import actors
from bench.differences import differences
from bench.errors.command import errors
from bench.gate.command import gate
from bench.gate.crossed import is_trained_on
from bench.gate.plan import load_plan
from bench.lines import read_lines, write_lines
from bench.pairs.command import pairs
from bench.run import Failure, run_task, summary, workers
from bench.scale import scale
from bench.scoring import Figures, score
from bench.speed import speed
from bench.tasks import TASKS, Prediction
from bench.terminal import cores, counting
from bench.tokens import tokens
from rashomon.cli.terminal import READER_OPTION
from rashomon.errors import RashomonError

FILE = click.Path(path_type=Path, dir_okay=False)


class Bench(click.Group):
    """A group whose known errors become one clear line instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what the program can explain ends with exit status 2."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            raise click.UsageError(str(error)) from error


@click.group(cls=Bench, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Measure the readers on annotated corpora."""


def task_command(task: str) -> click.Command:
    """The command that runs the readers on one task's documents."""

    @click.command(task, help=f"Run the readers on the documents of the task {task} and write predictions.")
    @click.option("--gold", type=FILE, required=True, help="JSON Lines with the documents; what it says of the answers is not looked at.")
    @click.option("--out", type=FILE, required=True, help="Where to write the predictions.")
    @click.option("--limit", type=click.IntRange(min=1), help="Read only the first N documents.")
    @click.option("--jobs", type=click.IntRange(min=1), default=cores, show_default="the cores, at most 4", help="Processes to read with.")
    @click.option("--hide", multiple=True, metavar="FIELD", help=f"Withhold an optional field from the readers ({_optional(task)}).")
    def command(gold: Path, out: Path, limit: int | None, jobs: int, hide: tuple[str, ...], reader: str | None = None) -> None:
        lines = read_lines(gold, required=TASKS[task].required, limit=limit)
        with counting(task, len(lines)) as on_document, workers(jobs) as executor:
            found = list(run_task(task, lines, executor, hidden=frozenset(hide), reader=reader, on_document=on_document))
        predictions: list[Prediction] = [each for each in found if not isinstance(each, Failure)]
        write_lines(out, predictions)
        failures = [each for each in found if isinstance(each, Failure)]
        for line in summary(failures):
            click.echo(f"{gold.name}, {line}", err=True)
        click.echo(f"{task}: {len(predictions)} of {len(lines)} documents read, predictions in {out}", err=True)
        sys.exit(1 if failures else 0)

    return READER_OPTION(command) if task in {"attribution", "attitude"} else command


@main.command("score")
@click.argument("task", type=click.Choice(list(TASKS)))
@click.argument("gold", type=FILE)
@click.argument("predictions", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def score_command(task: str, gold: Path, predictions: Path, *, as_json: bool) -> None:
    """Compare PREDICTIONS with GOLD; figures are percentages."""
    key = TASKS[task].key
    if any(corpus.task == task and corpus.crossed and is_trained_on(corpus.crossed, gold) for corpus in load_plan()):
        click.echo(
            f"{gold.name} is what the reader learned from: its figures here are no result; the gate has those of a cross-validation",
            err=True,
        )
    figures = score(task, read_lines(gold, required=key), read_lines(predictions, required=key))
    if as_json:
        click.echo(msgspec.json.encode(figures).decode())
    else:
        _show(figures if not _is_leaf(figures) else {task: figures}, click.echo)


def _show(figures: Figures, echo: Callable[[str], None], pad: str = "") -> None:
    for name, value in figures.items():
        if not isinstance(value, dict):
            echo(f"{pad}{name:30} {value}")
        elif _is_leaf(value):
            rest = "".join(f"  {other} {number}" for other, number in value.items() if other not in {"p", "r", "f1"})
            echo(f"{pad}{name:30} P {value['p']:5} R {value['r']:5} F1 {value['f1']:5}{rest}")
        else:
            echo(f"{pad}{name}")
            _show(value, echo, pad + "  ")


def _is_leaf(figures: Figures) -> bool:
    return {"p", "r", "f1"} <= figures.keys()


def _optional(task: str) -> str:
    return ", ".join(name for name in TASKS[task].inputs if name not in TASKS[task].required) or "none here"


for _task in TASKS:
    main.add_command(task_command(_task))
main.add_command(actors)
main.add_command(differences)
main.add_command(errors)
main.add_command(gate)
main.add_command(pairs)
main.add_command(scale)
main.add_command(speed)
main.add_command(tokens)
