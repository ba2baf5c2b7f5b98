"""`python -m bench gate`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec
from rich.console import Console

from bench.gate.floors import Floors, below, check_digests, digests, lowered, raised, read_floors, write_floors
from bench.gate.measure import PAIRS, Measured, measure, measure_pairs
from bench.gate.plan import Corpus, load_plan
from bench.gate.results import Pace, Results, machine_class, write_results
from bench.gate.show import slices, table, write_readme
from bench.paths import DATA, FLOORS, RESULTS
from bench.run import summary, workers
from bench.speed import measure_speeds
from bench.terminal import cores, counting
from rashomon.version import __version__

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
TABLE_WIDTH = 180
"""Columns of the table where no terminal says how wide it is."""


@click.command("gate")
@click.option("--data", type=FOLDER, default=DATA, show_default="../shared/data", help="The folder of the corpora.")
@click.option("--floors", "floors_file", type=FILE, default=FLOORS, show_default="bench/floors.json", help="The file of the floors.")
@click.option(
    "--only", multiple=True, type=click.Choice([*(corpus.name for corpus in load_plan()), PAIRS.name]), help="Measure this corpus alone."
)
@click.option("--jobs", type=click.IntRange(min=1), default=cores, show_default="the cores, at most 4", help="Processes to read with.")
@click.option("--raise", "raise_floors", is_flag=True, help="Raise the floors to what is measured now.")
@click.option("--lower", metavar="CORPUS/FIGURE=VALUE", help="Lower one floor, without measuring; needs --reason.")
@click.option("--reason", default="", help="Why the floor is lowered; kept in the file.")
@click.option("--readme", type=FILE, help="Write the table into this file, and the results beside the floors.")
@click.option("--date", metavar="YYYY-MM-DD", help="The date to write; today's unless given.")
@click.option("--speed/--no-speed", "timed", default=True, help="Time the program against a bare parse as well.")
def gate(
    *,
    data: Path,
    floors_file: Path,
    only: tuple[str, ...],
    jobs: int,
    raise_floors: bool,
    lower: str | None,
    reason: str,
    readme: Path | None,
    date: str | None,
    timed: bool,
) -> None:
    """Measure the readers on every corpus and fail below the floors."""
    date = date or datetime.datetime.now(datetime.UTC).date().isoformat()
    floors = read_floors(floors_file)
    if lower is not None:
        write_floors(floors_file, _lowered(floors, lower, reason, date))
        return
    if readme and (only or not timed):
        raise click.UsageError("--readme writes the whole table: leave out --only and --no-speed")
    corpora = _present(load_plan(only), data) if set(only) != {PAIRS.name} else []
    if not corpora and PAIRS.name not in only:
        click.echo(f"No data in {data}: nothing was measured, nothing can fail.")
        return
    found = digests(corpora, data)
    check_digests(floors, found)
    measured = _measure(corpora, data, jobs, with_pairs=not only or PAIRS.name in only)
    results = _results(measured, date)
    if raise_floors:
        floors = raised(floors, results.rows, found, date=date, version=__version__)
        write_floors(floors_file, floors)
    _print_table(results, measured, floors)
    if timed:
        results = msgspec.structs.replace(results, speed=tuple(_paces(data)))
    wrong = [*_failed(measured), *_fallen(results, floors), *_slow(results)]
    click.echo("\n".join(wrong) or "All figures stand at their floors or above.", err=True)
    if readme:
        write_results(RESULTS, results)
        write_readme(readme, results)
    sys.exit(1 if wrong else 0)


def _lowered(floors: Floors, lower: str, reason: str, date: str) -> Floors:
    figure, _, value = lower.rpartition("=")
    if not value.replace(".", "", 1).isdigit():
        raise click.UsageError(f"--lower {lower}: give CORPUS/FIGURE=VALUE, such as wikiwars/value.f1=77.5")
    return lowered(floors, figure, float(value), reason=reason, date=date)


def _present(corpora: Sequence[Corpus], data: Path) -> list[Corpus]:
    absent = {corpus.name: [path for path in corpus.paths(data) if not path.is_file()] for corpus in corpora}
    present = [corpus for corpus in corpora if not absent[corpus.name]]
    for name, paths in absent.items():
        if present and paths:
            click.echo(f"{name}: no file {' and no file '.join(map(str, paths))}, not measured", err=True)
    return present


def _measure(corpora: Sequence[Corpus], data: Path, jobs: int, *, with_pairs: bool) -> list[Measured]:
    total = sum(len(corpus.lines(data)) for corpus in corpora if not corpus.crossed)
    with counting("gate", total) as on_document, workers(jobs) as executor:
        measured = list(measure(corpora, data, executor, on_document))
        return measured + (list(measure_pairs(executor, lambda: None)) if with_pairs else [])


def _results(measured: Sequence[Measured], date: str) -> Results:
    return Results(
        date=date,
        version=__version__,
        machine=machine_class(),
        documents={each.corpus.name: each.documents for each in measured},
        rows=tuple(row for each in measured for row in each.rows),
    )


def _print_table(results: Results, measured: Sequence[Measured], floors: Floors) -> None:
    console = Console(width=None if sys.stdout.isatty() else TABLE_WIDTH)
    console.print(table(results.rows, floors, slices(each.corpus for each in measured)))


def _failed(measured: Sequence[Measured]) -> Iterator[str]:
    for each in measured:
        yield from (f"{each.corpus.name}, {line}" for line in summary(each.failures))


def _fallen(results: Results, floors: Floors) -> Iterator[str]:
    for row in below(floors, results.rows):
        yield f"{row.corpus}/{row.figure} is {row.value}, its floor {floors.of(row)}"


def _paces(data: Path) -> Iterator[Pace]:
    for found in measure_speeds(data):
        yield Pace(title=found.job.title, ratio=round(found.ratio, 2), limit=found.job.limit)


def _slow(results: Results) -> Iterator[str]:
    for pace in results.speed:
        click.echo(f"Speed: {pace.title} takes {pace.ratio:.2f} times a bare parse (at most {pace.limit}).")
        if pace.ratio > pace.limit:
            yield f"{pace.title} takes {pace.ratio:.2f} times a bare parse, more than {pace.limit}"
