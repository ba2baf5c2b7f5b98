"""Speed: the whole program against a bare parse of the same files, whole process against whole process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench.paths import EXAMPLES, SEEDS
from rashomon.errors import RashomonError
from rashomon.parse.pipeline import PIPELINE

LIMIT = 2.5
"""How many times a bare parse the program may take."""

ROUNDS = 5

BARE_PARSE = f"""
import sys, pathlib, spacy
pipeline = spacy.load({PIPELINE!r})
for name in sys.argv[1:]:
    pipeline(pathlib.Path(name).read_text(encoding="utf-8"))
"""


class SpeedError(RashomonError):
    """A process that was to be timed did not finish well."""


@dataclass(frozen=True)
class Speed:
    """Seconds a process, median of the rounds, and the median of the rounds' ratios."""

    bare_s: float
    program_s: float
    ratio: float


@click.command("speed")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", type=click.IntRange(min=1), default=ROUNDS, show_default=True)
def speed(files: tuple[Path, ...], rounds: int) -> None:
    """Time `rashomon compare FILES` against loading spaCy and parsing FILES."""
    found = measure_speed(files or timed_files(), rounds=rounds)
    click.echo(f"bare parse {found.bare_s:.2f} s, rashomon compare {found.program_s:.2f} s, ratio {found.ratio:.2f} (at most {LIMIT})")
    sys.exit(1 if found.ratio > LIMIT else 0)


def timed_files() -> tuple[Path, ...]:
    """The files that are timed unless others are given: the pair of real articles where it is present, else the examples."""
    return tuple(sorted(SEEDS.glob("*.txt"))) or tuple(sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html"}))


def measure_speed(files: Sequence[Path], *, rounds: int = ROUNDS) -> Speed:
    """Time both processes in turn, after one round that does not count, so that both find their files in memory."""
    names = [str(file) for file in files]
    bare = [sys.executable, "-c", BARE_PARSE, *names]
    program = [str(Path(sysconfig.get_path("scripts")) / "rashomon"), "compare", *names, "--to", "json"]
    timed = [(_seconds(bare), _seconds(program)) for _ in range(rounds + 1)][1:]
    return Speed(
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
