"""`rashomon why`: the grounds of one thing that is shown."""

from __future__ import annotations

import sys

import click

from rashomon import api
from rashomon.cli.terminal import ALIASES_OPTION, READER_OPTION, Failures, aliases_of, gather, told_errors


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("identifier", metavar="ID")
@ALIASES_OPTION
@READER_OPTION
def why(case: str, identifier: str, aliases: str | None, reader: str | None) -> None:
    """Show which words something was taken from, who says it, and why it was linked.

    ID is that of an incident, an actor or a claim (as `compare --to json` prints them), or of an attribution, event,
    actor, time, place or label (as `read --to jsonl` prints them). CASE may also be a file or a folder of articles.
    """
    from rashomon.view.explanation import explain

    failures = Failures()
    with told_errors():
        rows = aliases_of((case,), aliases)
        records = gather((case,), failures, reader)
        lines = explain(identifier, records, api.compare(records, aliases=rows))
        if lines is None:
            click.echo(
                f"rashomon: {case} holds nothing with the id {identifier!r}; `rashomon compare {case} --to json` prints the ids", err=True
            )
            sys.exit(2)
        click.echo("\n".join(lines))
    failures.exit()
