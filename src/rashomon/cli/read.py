"""`rashomon read`: articles in, one record an article out."""

from __future__ import annotations

from collections.abc import Callable

import click

from rashomon import api
from rashomon.cli.terminal import CASE_ENDING, READER_OPTION, Failures, progress, told_errors, write
from rashomon.model.codec import encode_record


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--to",
    "target",
    metavar="jsonl|CASE.rashomon",
    default="jsonl",
    show_default=True,
    help="Print JSON Lines, or keep the records in a case file.",
)
@READER_OPTION
def read(inputs: tuple[str, ...], target: str, reader: str | None) -> None:
    """Read articles and print or keep one record of each.

    A case is made if there is none. What it already holds is not read again, so the same command can be repeated after
    a stop or with more inputs.
    """
    if target != "jsonl" and not target.endswith(CASE_ENDING):
        raise click.BadParameter(f"{target!r} is neither jsonl nor a file that ends in {CASE_ENDING}", param_hint="--to")
    failures = Failures()
    with told_errors(), progress("reading") as advance:
        if target == "jsonl":
            for record in api.read(inputs, reader=reader, on_failure=failures):
                write(encode_record(record) + b"\n", None)
                advance(record.article.origin)
        else:
            _into_case(inputs, target, failures, advance, reader)
    failures.exit()


def _into_case(inputs: tuple[str, ...], target: str, failures: Failures, advance: Callable[[str], None], reader: str | None) -> None:
    counts = {True: 0, False: 0}
    with api.open_case(target) as case:
        for article, fresh in case.read(inputs, reader=reader, on_failure=failures):
            counts[fresh] += 1
            advance(article.origin)
        stale = case.stale_corrections()
    click.echo(f"{target}: {counts[True]} read, {counts[False]} there already", err=True)
    for correction in stale:
        click.echo(f"{target}: the correction of {correction.target} by {correction.who} fits nothing any more and is kept aside", err=True)
