"""The gate's table, on a terminal and in the README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.table import Table

from bench.gate.floors import Floors, FloorsError, below
from bench.gate.plan import Corpus
from bench.gate.results import Results, Row
from bench.lines import replace_file

START = "<!-- gate -->"
END = "<!-- /gate -->"


def table(rows: Iterable[Row], floors: Floors, slices: dict[str, str]) -> Table:
    """One row a figure: its value, its floor and what others reached. `slices` says which corpora were read only in part."""
    shown = Table("corpus", "figure", "value", "floor", "others", box=None, pad_edge=False)
    last, rows = "", list(rows)
    fallen = below(floors, rows)
    for row in rows:
        floor = floors.of(row)
        corpus = f"{row.corpus}{slices.get(row.corpus, '')}" if row.corpus != last else ""
        value = f"{row.value:.1f}{' BELOW' if row in fallen else ''}"
        shown.add_row(corpus, row.title, value, "none" if floor is None else f"{floor:.1f}", "; ".join(row.peers))
        last = row.corpus
    return shown


def slices(corpora: Iterable[Corpus]) -> dict[str, str]:
    """What to add to the name of each corpus that is read only in part."""
    return {corpus.name: f" (first {corpus.documents})" for corpus in corpora if corpus.documents is not None}


def readme_block(results: Results) -> str:
    """The table as Markdown, between its markers."""
    return "\n".join([START, *_markdown(results), END])


def write_readme(path: Path, results: Results) -> None:
    """Put the table into the file, between its markers. Raises FloorsError when the file has none."""
    text = path.read_text(encoding="utf-8")
    before, opened, rest = text.partition(START)
    _, closed, after = rest.partition(END)
    if not (opened and closed):
        raise FloorsError(f"{path}: no place for the table; add a line {START} and a line {END}")
    replace_file(path, f"{before}{readme_block(results)}{after}".encode())


def _markdown(results: Results) -> Iterator[str]:
    yield f"Measured {results.date}, version {results.version}, {results.machine}, by `make gate`. Percentages; higher is better."
    yield ""
    yield "| corpus | figure | Rashomon | others |"
    yield "|---|---|---:|---|"
    last = ""
    for row in results.rows:
        corpus = f"{row.corpus} ({results.documents[row.corpus]:,} documents)" if row.corpus != last else ""
        yield f"| {corpus} | {row.title} | {row.value:.1f} | {'; '.join(row.peers)} |"
        last = row.corpus
    for pace in results.speed:
        yield ""
        yield f"Speed: {pace.title} takes {pace.ratio:.2f} times as long as a bare spaCy load and parse (at most {pace.limit})."
