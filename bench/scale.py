"""Scale: what linking costs as records grow, and whether what it finds stays right, on records drawn from really read ones."""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from bench.articles import article_from_text
from bench.drawn import Drawing, Filed
from bench.lines import read_lines, replace_file
from bench.paths import ROOT
from bench.scoring.figures import precision_recall, share
from bench.terminal import counting
from rashomon.link import LinkedEvents, link_actors, link_incidents
from rashomon.model import Record
from rashomon.model.codec import decode_record, encode_record
from rashomon.read import read_article

FILE = click.Path(path_type=Path, dir_okay=False)
KEPT = ROOT / "bench" / "out" / "scale.records.jsonl"
SIZES = (1_000, 10_000)
GIB = 2**20
"""Kilobytes, in which the system tells memory, to a GiB."""


class Shared(NamedTuple):
    """How well pairs of records that share an incident answer pairs that tell of one happening, as fractions."""

    precision: float
    recall: float


class Stopwatch:
    """Seconds of one core, all stages together; tells those of each stage and peak memory when it is over."""

    def __init__(self) -> None:
        self._last = time.process_time()
        self.seconds = 0.0

    def stop(self, stage: str) -> None:
        """The stage is over, and the next one begins."""
        now = time.process_time()
        taken, self._last = now - self._last, now
        self.seconds += taken
        click.echo(f"    {stage:12} {taken:8.1f} s  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / GIB:6.2f} GiB at most so far")


@click.command()
@click.option("--gold", type=FILE, multiple=True, help="JSON Lines of articles to draw records from; read once and kept.")
@click.option("--kept", type=FILE, default=KEPT, show_default="bench/out", help="Where the read articles are kept.")
@click.option("--size", "sizes", type=int, multiple=True, default=SIZES, show_default=True, help="How many records to link.")
def scale(gold: tuple[Path, ...], kept: Path, sizes: tuple[int, ...]) -> None:
    """Time the linking of actors and incidents of many records.

    The records are drawn from those of the files, five accounts of each happening. For each size: seconds of one core and peak memory
    of each stage, and how the time stands to n log n for n events. Then how right it is, by pairs: of records that share an incident,
    and of the events of two records in one incident, are both of one happening (precision), and which such pairs are found (recall).
    Give the sizes from small to large, for peak memory never falls.
    """
    read = _read(gold, kept)
    rates: list[float] = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            drawing = Drawing(read, size)
            records = Filed(Path(folder) / "records", iter(drawing))
            watch = Stopwatch()
            groups = _linked(records, watch)
        events = sum(len(group.events) for group in groups)
        rates.append(watch.seconds / max(1, events * log2(max(2, events))))
        click.echo(f"{size:7} records  {events:8} events  {len(groups):8} incidents  {watch.seconds:8.1f} s")
        for title, shared in (("records", shared_records(groups, drawing)), ("events", shared_events(groups, drawing))):
            figures = {name: 100 * value for name, value in precision_recall(*shared).items()}
            click.echo(f"    pairs of {title:7} in one incident: P {figures['p']:.1f} R {figures['r']:.1f} F1 {figures['f1']:.1f}")
        click.echo(f"    {1e6 * rates[-1]:.2f} µs a step of n log n, {rates[-1] / rates[0]:.2f} times that of the first size")


def _read(gold: Sequence[Path], kept: Path) -> list[Record]:
    """The articles as they were read, from the file where they are kept unless files are given."""
    if gold:
        lines = [line for path in gold for line in read_lines(path, required=("id", "text"))]
        with counting("read", len(lines)) as on_article:
            found = []
            for line in lines:
                found.append(encode_record(read_article(article_from_text(line["id"], line["text"], line.get("published")))))
                on_article()
        replace_file(kept, b"\n".join(found))
    if not kept.is_file():
        raise click.UsageError(f"{kept}: no articles are kept there; give files of articles with --gold")
    return [decode_record(line) for line in kept.read_bytes().splitlines()]


def _linked(records: Sequence[Record], watch: Stopwatch) -> tuple[LinkedEvents, ...]:
    actors = link_actors(records)
    watch.stop("actors")
    return link_incidents(records, actors, at_end_of=watch.stop)


def shared_records(groups: Iterable[LinkedEvents], drawing: Drawing) -> Shared:
    """Of the pairs of records that share an incident and of those of one happening, how many are both."""
    told: set[tuple[int, int]] = set()
    for group in groups:
        told.update(combinations(sorted({record_number(event) for event in group.events}), 2))
    right = sum(drawing.happening(one) == drawing.happening(other) for one, other in told)
    accounts = Counter(map(drawing.happening, range(len(drawing))))
    return Shared(share(right, len(told)), share(right, sum(map(_pairs, accounts.values()))))


def shared_events(groups: Iterable[LinkedEvents], drawing: Drawing) -> Shared:
    """Of the pairs of two records' events in one incident the share of one happening; of the pairs that are one event the share in one."""
    joined = right = found = 0
    told: Counter[tuple[int, str]] = Counter()
    for group in groups:
        records = Counter(map(record_number, group.events))
        happenings: Counter[int] = Counter()
        for record, events in records.items():
            happenings[drawing.happening(record)] += events
        within = sum(map(_pairs, records.values()))
        joined += _pairs(len(group.events)) - within
        right += sum(map(_pairs, happenings.values())) - within
        same = Counter((drawing.happening(record_number(event)), event.partition("-")[2]) for event in group.events)
        found += sum(map(_pairs, same.values()))
        told.update(same)
    return Shared(share(right, joined), share(found, sum(map(_pairs, told.values()))))


def record_number(event: str) -> int:
    """The number of the drawn record that the event is of, by its id."""
    return int(event.partition("-")[0], 16)


def _pairs(many: int) -> int:
    return many * (many - 1) // 2
