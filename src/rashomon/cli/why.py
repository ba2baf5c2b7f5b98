"""`rashomon why`: the grounds of one thing that is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from rashomon import api
from rashomon.cli.terminal import ALIASES_OPTION, OUTPUT, READER_OPTION, Failures, aliases_of, check_folder, gather, told_errors, write
from rashomon.model import Comparison, Record

SVG, HTML = ".svg", ".html"
LINKS = 5


def check_picture(context: click.Context, parameter: click.Parameter, path: str | None) -> str | None:
    """Refuses a picture in a form that cannot be written before anything is read for it."""
    if path is not None and Path(path).suffix not in {SVG, HTML}:
        raise click.BadParameter(f"{path} should end in {SVG} or {HTML}, the forms a picture can have")
    return check_folder(context, parameter, path)


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("identifier", metavar="ID")
@click.option(
    "--picture",
    metavar="FILE",
    type=OUTPUT,
    callback=check_picture,
    help="Write the weights of an incident's links to FILE, .svg or .html.",
)
@click.option(
    "--links",
    metavar="N",
    type=click.IntRange(min=1),
    default=LINKS,
    show_default=True,
    help="How many links of an incident to show: those between articles first, then the strongest.",
)
@ALIASES_OPTION
@READER_OPTION
def why(case: str, identifier: str, picture: str | None, links: int, aliases: str | None, reader: str | None) -> None:
    """Show which words something was taken from, who says it, and why it was linked.

    ID is that of an incident, a series, an actor or a claim (as `compare --to json` prints them), or of an attribution, event,
    actor, time, place or label (as `read --to jsonl` prints them). CASE may also be a file or a folder of articles.
    """
    from rashomon.view.explanation import explain

    failures = Failures()
    with told_errors():
        rows = aliases_of((case,), aliases)
        records = gather((case,), failures, reader)
        comparison = api.compare(records, aliases=rows)
        lines = explain(identifier, records, comparison, links)
        if lines is None:
            _refuse(f"{case} holds nothing with the id {identifier!r}; `rashomon compare {case} --to json` prints the ids")
        click.echo("\n".join(lines))
        if picture is not None:
            write(_picture(identifier, records, comparison, links, page=picture.endswith(HTML)), picture)
    failures.exit()


def _picture(identifier: str, records: Sequence[Record], comparison: Comparison, links: int, *, page: bool) -> str:
    from rashomon.report import render_waterfall
    from rashomon.view.index import build_index
    from rashomon.view.waterfall import waterfalls

    incident = next((one for one in comparison.incidents if one.id == identifier), None)
    falls = waterfalls(incident, build_index(records, comparison)) if incident is not None else ()
    if incident is None or not falls:
        _refuse(f"{identifier} has no picture: only an incident that was linked from several tellings has one")
    title = f"{incident.id}: {incident.title}"
    return render_waterfall(title, falls[:links], hidden=len(falls[links:]), page=page)


def _refuse(message: str) -> NoReturn:
    click.echo(f"rashomon: {message}", err=True)
    sys.exit(2)
