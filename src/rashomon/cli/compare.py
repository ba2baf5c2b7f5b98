"""`rashomon compare`: articles or a case in, the accounts side by side out."""

from __future__ import annotations

import click

from rashomon import api
from rashomon.cli.terminal import ALIASES_OPTION, OUTPUT, READER_OPTION, Failures, aliases_of, check_folder, gather, told_errors, write
from rashomon.model.codec import encode_comparison


@click.command()
@click.argument("inputs", metavar="INPUT...|CASE", nargs=-1, required=True)
@click.option(
    "--to", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="How to show the comparison."
)
@click.option(
    "-o", "--output", metavar="FILE", type=OUTPUT, callback=check_folder, default=None, help="Write to FILE instead of standard output."
)
@ALIASES_OPTION
@READER_OPTION
def compare(inputs: tuple[str, ...], form: str, output: str | None, aliases: str | None, reader: str | None) -> None:
    """Show where accounts agree, differ, contradict or stay silent."""
    failures = Failures()
    with told_errors():
        rows = aliases_of(inputs, aliases)
        records = gather(inputs, failures, reader)
        comparison = api.compare(records, aliases=rows)
        if form == "json":
            write(encode_comparison(comparison) + b"\n", output)
        else:
            from rashomon.report import render_report, render_text
            from rashomon.view import build_page

            page = build_page(records, comparison)
            write(render_report(page) if form == "html" else render_text(page), output)
    failures.exit()
