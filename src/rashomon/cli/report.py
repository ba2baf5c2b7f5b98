"""`rashomon report`: a case or articles in, one HTML file out."""

from __future__ import annotations

import click

from rashomon import api
from rashomon.cli.terminal import ALIASES_OPTION, OUTPUT, READER_OPTION, Failures, aliases_of, check_folder, gather, told_errors, write


@click.command()
@click.argument("inputs", metavar="CASE|INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=OUTPUT,
    callback=check_folder,
    default="report.html",
    show_default=True,
    help="The HTML file to write; - for standard output.",
)
@ALIASES_OPTION
@READER_OPTION
def report(inputs: tuple[str, ...], output: str, aliases: str | None, reader: str | None) -> None:
    """Write the report: one HTML file that opens from disk and needs no network."""
    from rashomon.report import render_report
    from rashomon.view import build_page

    failures = Failures()
    with told_errors():
        rows = aliases_of(inputs, aliases)
        records = gather(inputs, failures, reader)
        write(render_report(build_page(records, api.compare(records, aliases=rows))), output)
    failures.exit()
