"""What the gate measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.lines import Line, read_lines
from bench.tasks import TASKS
from bench.tokens import read_tokens
from rashomon.tables import choices, load_table


@dataclass(frozen=True)
class Wanted:
    """A figure that has a floor; `name` is its path in the scorer's output, `peers` say what others reached."""

    name: str
    title: str
    peers: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """One run: the first `documents` (None for all) of some files through a task, some optional inputs withheld.

    The files hold one object a document, or, where `in_tokens`, the documents in tokens and then their mentions. `reader` is the one
    asked for, None for the best that is installed. `crossed` is the file of a cross-validation, below the repository's root, where the
    corpus is what the reader was trained on: its figures are taken instead of a run's.
    """

    name: str
    task: str
    files: tuple[str, ...]
    in_tokens: bool
    documents: int | None
    hidden: frozenset[str]
    reader: str | None
    crossed: str | None
    figures: tuple[Wanted, ...]

    def paths(self, data: Path) -> tuple[Path, ...]:
        """Where the files are, below the folder of data."""
        return tuple(data / file for file in self.files)

    def lines(self, data: Path) -> list[Line]:
        """The documents of the run. Raises LinesError when a file has another shape."""
        if self.in_tokens:
            found = read_tokens(*self.paths(data))
        else:
            found = [line for path in self.paths(data) for line in read_lines(path, TASKS[self.task].required, self.documents)]
        return found[: self.documents]


def load_plan(only: Sequence[str] = ()) -> tuple[Corpus, ...]:
    """The runs of `tables/corpora.tsv` with their figures; of those named in `only`, where any are named."""
    figures = load_table("bench", "tables/figures.tsv", ("corpus", "figure", "title", "peers"), key=("corpus", "figure"))
    corpora = load_table(
        "bench", "tables/corpora.tsv", ("corpus", "task", "files", "in tokens", "documents", "hide", "reader", "crossed"), key=("corpus",)
    )
    return tuple(
        Corpus(
            name=row["corpus"],
            task=row["task"],
            files=choices(row["files"]),
            in_tokens=row["in tokens"] == "yes",
            documents=int(row["documents"]) if row["documents"] else None,
            hidden=frozenset(choices(row["hide"])),
            reader=row["reader"] or None,
            crossed=row["crossed"] or None,
            figures=tuple(
                Wanted(each["figure"], each["title"], choices(each["peers"])) for each in figures if each["corpus"] == row["corpus"]
            ),
        )
        for row in corpora
        if not only or row["corpus"] in only
    )
