"""`rashomon aliases`: the table of which names of a case are one actor's."""

from __future__ import annotations

import click

from rashomon import api
from rashomon.cli.terminal import CASE_ENDING, Failures, gather, told_errors, write


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("file", metavar="[FILE]", type=click.Path(exists=True, dir_okay=False), required=False)
@click.option("--propose", is_flag=True, help="Print rows that you may want, with how alike the names are; you decide and name the source.")
def aliases(case: str, file: str | None, *, propose: bool) -> None:
    """Keep a table of names with a case, print the one it has, or propose rows for it.

    FILE is a table in TOML: each row has name, relation, other and source. It takes the place of the table that the case
    has; an empty file takes that away. Relations: alias-of, abbreviation (they are one actor); part-of, successor,
    said-to-be-front-of (two that belong together, by the word of the source); must-not-merge (two, whatever else says).
    """
    from rashomon.link.alias_table import unborne_names, write_aliases
    from rashomon.link.proposals import propose_aliases, write_proposals

    if not case.endswith(CASE_ENDING):
        raise click.BadParameter(f"{case!r} is no case; make one with `rashomon read INPUT... --to NAME{CASE_ENDING}`", param_hint="CASE")
    if file is not None and propose:
        raise click.UsageError("give a FILE to keep, or --propose, not both")
    with told_errors(), api.open_case(case, create=False) as opened:
        if propose:
            records = gather((case,), Failures())
            write(write_proposals(propose_aliases(records, opened.alias_table())), None)
        elif file is None:
            write(write_aliases(opened.aliases()), None)
        else:
            rows = api.load_aliases(file)
            opened.set_aliases(rows)
            click.echo(f"{case}: {len(rows)} {'row' if len(rows) == 1 else 'rows'} kept", err=True)
            for name in unborne_names(rows, opened.records()):
                click.echo(f"{case}: no article of it names {name!r}", err=True)
