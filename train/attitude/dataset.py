"""A corpus of targets in sentences as what the branch learns from: the word pieces of each sentence, and the rows of each target."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bench.articles import article_from_text

from rashomon.encode.passages import Passage, cut_passages
from rashomon.encode.weights import load_tokenizer
from rashomon.encode.windows import Window, cut_windows
from rashomon.model import Article, Attitude, Span
from rashomon.parse import Doc, parse
from rashomon.read import Reader, read_article

LABELS = tuple(Attitude)
"""The attitudes in the order of the head's scores."""


@dataclass(frozen=True)
class Target:
    """One target: its text's id and where it begins, its rows in the sentence, and the number of its attitude in `LABELS`, if known."""

    key: tuple[str, int]
    rows: tuple[int, ...]
    label: int | None


@dataclass(frozen=True)
class Example:
    """One sentence with its targets: the numbers of its word pieces, with the marks at both ends.

    Sentences of one `fold` are never split between training and test; those of no fold are never tested.
    """

    pieces: tuple[int, ...]
    targets: tuple[Target, ...]
    fold: int | None


@dataclass(frozen=True, eq=False)
class _Read:
    """A text of the corpus, parsed and cut."""

    doc: Doc
    windows: list[Window]
    lines: list[dict[str, Any]]


def read_examples(path: Path, folds: int) -> list[Example]:
    """The sentences of a file of the attitude corpus that hold targets."""
    by_text: dict[str, list[dict[str, Any]]] = {}
    for line in map(json.loads, path.open(encoding="utf-8")):
        by_text.setdefault(line["text"], []).append(line)
    read = [_read(article_from_text(lines[0]["id"], text), lines) for text, lines in by_text.items()]
    fold_of = _folds([[_origin(line["id"]) for line in each.lines] for each in read], folds)
    return [example for each, fold in zip(read, fold_of, strict=True) for example in _examples(each, fold)]


def read_unjudged(path: Path, most: int) -> list[Example]:
    """The sentences of a corpus of articles, of `most` of them at most, in which the rules find an actor mentioned."""
    found = []
    for document in islice(map(json.loads, path.open(encoding="utf-8")), most):
        article = article_from_text(document["id"], document["text"])
        record = read_article(article, Reader.RULES)
        mentions = {(stance.target[0].start, stance.target[-1].end) for stance in record.stances}
        lines = [{"id": article.id, "start": start, "end": end} for start, end in sorted(mentions)]
        found.extend(_examples(_read(article, lines), None))
    return found


def _read(article: Article, lines: list[dict[str, Any]]) -> _Read:
    doc = parse(article)
    return _Read(doc, cut_windows(doc, load_tokenizer()), lines)


def _examples(read: _Read, fold: int | None) -> Iterator[Example]:
    wanted = [(line, tuple(token.i for token in read.doc.tokens_in([Span(line["start"], line["end"])]))) for line in read.lines]
    for passage in cut_passages(read.doc, read.windows):
        targets = tuple(_targets(passage, wanted))
        if targets:
            pieces = read.windows[passage.window].pieces
            yield Example(tuple(pieces[row] for row in passage.rows), targets, fold)


def _targets(passage: Passage, wanted: Iterable[tuple[dict[str, Any], tuple[int, ...]]]) -> Iterator[Target]:
    """The targets whose first word stands in the passage."""
    for line, places in wanted:
        if places and places[0] in passage.words:
            label = LABELS.index(Attitude(line["polarity"])) if "polarity" in line else None
            yield Target((line["id"], line["start"]), passage.rows_of(places), label)


def _origin(id: str) -> str:  # noqa: A002, the corpus's own word
    """What a sentence's id tells of where it comes from: its article, or the event that several articles tell."""
    corpus, _, rest = id.partition("_")
    return f"{corpus}_{rest.split('_')[1]}"


def _folds(origins: Sequence[Sequence[str]], folds: int) -> list[int]:
    """The fold of each text: one for all texts that share an origin, by way of others too."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for names in origins:
        for name in names[1:]:
            parent[top(name)] = top(names[0])
    return [int(hashlib.sha256(top(names[0]).encode()).hexdigest(), 16) % folds for names in origins]
