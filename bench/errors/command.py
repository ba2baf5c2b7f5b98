"""`python -m bench errors`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from bench.articles import article_from_text
from bench.errors.find import find_errors
from bench.errors.show import MOST_FREQUENT, Findings, Measured, page, table
from bench.lines import Line, read_lines, replace_file
from bench.terminal import counting
from rashomon.parse import Doc, parse
from rashomon.version import __version__

FILE = click.Path(path_type=Path, dir_okay=False)
TABLE_WIDTH = 120


@click.command("errors")
@click.argument("gold", type=FILE)
@click.argument("predictions", type=FILE, nargs=-1, required=True)
@click.option("--to", type=FILE, help="Write the page of all kinds to this file, such as docs/attribution-errors.md.")
@click.option("--most", type=click.IntRange(min=1), default=MOST_FREQUENT, show_default=True, help="How many kinds to print.")
@click.option("--date", metavar="YYYY-MM-DD", help="The date to write; today's unless given.")
def errors(*, gold: Path, predictions: tuple[Path, ...], to: Path | None, most: int, date: str | None) -> None:
    """Count what fails in attribution, by kind of error.

    PREDICTIONS are files of the task attribution, one a reader; on the page each reader has the name of its file, less the ending.
    """
    lines = read_lines(gold, required=("id", "text", "attributions"))
    readers = {path.stem: {line["id"]: line for line in read_lines(path, required=("id", "attributions"))} for path in predictions}
    docs = _parsed(lines)
    found = [Findings(name, find_errors(docs, lines, predicted)) for name, predicted in readers.items()]
    for each in found:
        click.echo(f"{each.reader}: {len(each.errors)} errors")
        Console(width=TABLE_WIDTH).print(table(each, most))
    if to is not None:
        measured = Measured(
            corpus=gold.stem,
            documents=len(lines),
            gold=sum(len(line["attributions"]) for line in lines),
            date=date or datetime.datetime.now(datetime.UTC).date().isoformat(),
            version=__version__,
        )
        replace_file(to, page(measured, found).encode())


def _parsed(lines: Sequence[Line]) -> list[Doc]:
    docs: list[Doc] = []
    with counting("errors", len(lines)) as on_document:
        for line in lines:
            docs.append(parse(article_from_text(line["id"], line["text"])))
            on_document()
    return docs
