"""Speed: the program against a bare parse of the same files, whole process against whole process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bench.lines import read_lines
from bench.paths import DATA, EXAMPLES, SEEDS
from rashomon.errors import RashomonError
from rashomon.parse.pipeline import PIPELINE

ARCHIVE = Path("attribution") / "polnear.dev.jsonl"

BARE_PARSE = f"""
import sys, pathlib, spacy
pipeline = spacy.load({PIPELINE!r})
for name in sys.argv[1:]:
    pipeline(pathlib.Path(name).read_text(encoding="utf-8"))
"""


class SpeedError(RashomonError):
    """A process that was to be timed did not finish well."""


@dataclass(frozen=True)
class Job:
    """What is timed: `rashomon` with `command` and the files, at most `limit` times a bare parse; `rounds` times, median.

    A round that does not count comes first, so that both processes find their files in memory; the median keeps a round out
    in which the machine was busy with something else.
    """

    title: str
    command: tuple[str, ...]
    limit: float
    rounds: int


PAIR = Job(title="comparing a pair", command=("compare", "--to", "json"), limit=2.5, rounds=5)
MANY = Job(title="reading 84 articles", command=("read",), limit=3.0, rounds=3)


@dataclass(frozen=True)
class Speed:
    """Seconds a process, median of the rounds, and the median of the rounds' ratios."""

    job: Job
    bare_s: float
    program_s: float
    ratio: float


@click.command("speed")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=DATA, show_default="../shared/data", help="The corpora.")
def speed(files: tuple[Path, ...], data: Path) -> None:
    """Time the program against loading spaCy and parsing FILES; without FILES, all that the gate times."""
    found = [_measure(PAIR, files)] if files else list(measure_speeds(data))
    for each in found:
        click.echo(
            f"{each.job.title}: bare parse {each.bare_s:.2f} s, rashomon {each.job.command[0]} {each.program_s:.2f} s,"
            f" ratio {each.ratio:.2f} (at most {each.job.limit})"
        )
    sys.exit(1 if any(each.ratio > each.job.limit for each in found) else 0)


def measure_speeds(data: Path) -> Iterator[Speed]:
    """Time comparing the pair of real articles, or the examples where it is absent, and reading an archive where there is one."""
    yield _measure(PAIR, sorted(SEEDS.glob("*.txt")) or sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html"}))
    if (data / ARCHIVE).is_file():
        with _as_files(data / ARCHIVE) as files:
            yield _measure(MANY, files)


@contextmanager
def _as_files(corpus: Path) -> Iterator[list[Path]]:
    """The texts of a corpus, a file each, for as long as they are timed."""
    with TemporaryDirectory() as folder:
        files = []
        for number, line in enumerate(read_lines(corpus, ("id", "text"))):
            files.append(Path(folder) / f"{number:04}.txt")
            files[-1].write_text(line["text"], encoding="utf-8")
        yield files


def _measure(job: Job, files: Sequence[Path]) -> Speed:
    """Time both processes in turn."""
    names = [str(file) for file in files]
    bare = [sys.executable, "-c", BARE_PARSE, *names]
    program = [str(Path(sysconfig.get_path("scripts")) / "rashomon"), *job.command, *names]
    timed = [(_seconds(bare), _seconds(program)) for _ in range(job.rounds + (job.rounds > 1))][-job.rounds :]
    return Speed(
        job=job,
        bare_s=statistics.median(bare_s for bare_s, _ in timed),
        program_s=statistics.median(program_s for _, program_s in timed),
        ratio=statistics.median(program_s / bare_s for bare_s, program_s in timed),
    )


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise SpeedError(
            f"{command[0]} ended with status {done.returncode}: {words[-1] if words else 'no message'}; run it by hand to see why"
        )
    return taken
