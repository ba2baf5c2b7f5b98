"""The commands: one module a verb, each of which only calls the public functions."""

from __future__ import annotations

import gc

import click

from rashomon.cli.aliases import aliases
from rashomon.cli.compare import compare
from rashomon.cli.read import read
from rashomon.cli.report import report
from rashomon.cli.terminal import tell_warnings
from rashomon.cli.why import why
from rashomon.version import __version__

ALLOCATIONS = (50_000, 20, 20)
"""Between searches for objects that only refer to each other; of tables and records, nearly all of which are kept, Python's own 700
would go over the same ones again and again (3 % of the time a pair takes)."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="rashomon")
def main() -> None:
    """Read articles that disagree; see who did what to whom, when and where, according to whom.

    INPUT is files, folders or - for standard input: plain text or HTML, in English. Results go to standard output,
    everything else to standard error. Exit codes: 0 done; 1 some inputs could not be read (each is named, the
    others were finished); 2 wrong use.
    """
    gc.set_threshold(*ALLOCATIONS)
    tell_warnings()


for verb in (read, compare, report, why, aliases):
    main.add_command(verb)

__all__ = ["main"]
