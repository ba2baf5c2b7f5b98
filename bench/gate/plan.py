"""What the gate measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.tables import choices, load_table


@dataclass(frozen=True)
class Wanted:
    """A figure that has a floor; `name` is its path in the scorer's output, `peers` say what others reached."""

    name: str
    title: str
    peers: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """One run: the first `documents` (None for all) of a file through a task, some optional inputs withheld."""

    name: str
    task: str
    file: str
    documents: int | None
    hidden: frozenset[str]
    figures: tuple[Wanted, ...]

    def path(self, data: Path) -> Path:
        """Where the file is, below the folder of data."""
        return data / self.file


def load_plan(only: Sequence[str] = ()) -> tuple[Corpus, ...]:
    """The runs of `tables/corpora.tsv` with their figures; of those named in `only`, where any are named."""
    figures = load_table("bench", "tables/figures.tsv", ("corpus", "figure", "title", "peers"), key=("corpus", "figure"))
    corpora = load_table("bench", "tables/corpora.tsv", ("corpus", "task", "file", "documents", "hide"), key=("corpus",))
    return tuple(
        Corpus(
            name=row["corpus"],
            task=row["task"],
            file=row["file"],
            documents=int(row["documents"]) if row["documents"] else None,
            hidden=frozenset(choices(row["hide"])),
            figures=tuple(
                Wanted(each["figure"], each["title"], choices(each["peers"])) for each in figures if each["corpus"] == row["corpus"]
            ),
        )
        for row in corpora
        if not only or row["corpus"] in only
    )
