"""What the commands show while they work, and how many processes they take."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rashomon.encode.networks import processors

MOST_JOBS = 4
"""Each process holds its own models; more than this many gain little and take much memory."""


def cores() -> int:
    """The cores this process may use, at most MOST_JOBS."""
    return min(MOST_JOBS, processors())


@contextmanager
def counting(title: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal; each call of what it yields counts one more document."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        bar = progress.add_task(title, total=total)
        yield lambda: progress.advance(bar)
