"""What all verbs share: progress and errors on standard error, and inputs that are files or a case."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from rashomon import api
from rashomon.errors import InputError, RashomonError
from rashomon.link.weighing import make_ready
from rashomon.model import AliasRow, Record
from rashomon.read.choice import Reader

CASE_ENDING = ".rashomon"


class Failures:
    """Counts the inputs that could not be read and says each at once."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: InputError) -> None:
        """Say which input failed, why, and what to do."""
        self.count += 1
        click.echo(f"rashomon: {error}", err=True)

    def exit(self) -> NoReturn:
        """End the command: 1 if an input failed, else 0."""
        sys.exit(1 if self.count else 0)


class _Echo(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        click.echo(f"rashomon: {record.getMessage()}", err=True)


def tell_warnings() -> None:
    """Our own warnings go to standard error; those of libraries ("discarding data: None") say nothing to a reader and are dropped."""
    logging.getLogger("rashomon").handlers = [_Echo(logging.WARNING)]
    logging.getLogger().addHandler(logging.NullHandler())


def check_folder(_context: click.Context, _parameter: click.Parameter, path: str | None) -> str | None:
    """Refuses an output file that cannot be written before anything is read for it."""
    if path is not None and path != "-" and not Path(path).parent.is_dir():
        raise click.BadParameter(f"the folder {Path(path).parent} does not exist; make it first")
    return path


READER_OPTION = click.option(
    "--reader",
    type=click.Choice([reader.value for reader in Reader]),
    default=None,
    help="Who finds the attributions: the trained network, or rules over the parse alone.  [default: learned, where installed]",
)
ALIASES_OPTION = click.option(
    "--aliases",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    default=None,
    help="A TOML table of which names are one actor's, for this run; in the place of the table that a case has.",
)
OUTPUT = click.Path(dir_okay=False, writable=True, allow_dash=True)
"""A file to write, or - for standard output."""


@contextmanager
def told_errors() -> Iterator[None]:
    """An error of ours ends the command with its message and exit code 2, without a traceback."""
    try:
        yield
    except RashomonError as error:
        click.echo(f"rashomon: {error}", err=True)
        sys.exit(2)


@contextmanager
def progress(verb: str) -> Iterator[Callable[[str], None]]:
    """A line on the terminal that counts articles and names the latest; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda name: bar.update(task, advance=1, description=f"{verb} {Path(name).name}")


def gather(inputs: tuple[str, ...], failures: Failures, reader: str | None = None) -> list[Record]:
    """The records of a case, or of files read now. Ends with exit code 1 when not one article could be read."""
    cases = [name for name in inputs if name.endswith(CASE_ENDING)]
    if cases and len(inputs) > 1:
        raise click.UsageError(f"{cases[0]} is a case: name it alone, or add articles to it with `rashomon read INPUT... --to {cases[0]}`")
    if cases and reader is not None:
        raise click.UsageError(f"{cases[0]} holds what was read already; choose the reader with `rashomon read INPUT... --to {cases[0]}`")
    records = []
    with progress("reading") as advance:
        for record in _records(inputs, bool(cases), failures, reader):
            records.append(record)
            advance(record.article.origin)
    if not records:
        empty = f"{inputs[0]} holds no articles yet; add some with `rashomon read INPUT... --to {inputs[0]}`"
        click.echo(f"rashomon: {empty if cases else 'nothing could be read, so there is nothing to show'}", err=True)
        sys.exit(1)
    return records


def aliases_of(inputs: tuple[str, ...], path: str | None) -> tuple[AliasRow, ...]:
    """The rows of the alias table in the file at `path`, or else of the case that is the input; none for anything else."""
    if path is not None:
        return api.load_aliases(path)
    if len(inputs) == 1 and inputs[0].endswith(CASE_ENDING):
        with api.open_case(inputs[0], create=False) as case:
            return case.aliases()
    return ()


def _records(inputs: tuple[str, ...], is_case: bool, failures: Failures, reader: str | None) -> Iterator[Record]:  # noqa: FBT001
    if is_case:
        with api.open_case(inputs[0], create=False) as case:
            yield from case.records()
    else:
        make_ready()
        yield from api.read(inputs, reader=reader, on_failure=failures)


def write(text: str | bytes, path: str | None) -> None:
    """Write to the file at `path`, or to standard output when there is none or it is `-`."""
    data = text.encode() if isinstance(text, str) else text
    if path in {None, "-"}:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        Path(str(path)).write_bytes(data)
        click.echo(f"wrote {path}", err=True)
