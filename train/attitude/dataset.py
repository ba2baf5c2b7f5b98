"""A corpus of targets in sentences as what the head learns from: the encoder's lower vectors of each sentence, alone and in company."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from bench.articles import article_from_text

from rashomon.encode.encoder import lower_vectors
from rashomon.encode.passages import Passage, cut_passages
from rashomon.encode.weights import load_tokenizer
from rashomon.encode.windows import LARGEST, Window, cut_windows
from rashomon.model import Attitude, Span
from rashomon.parse import Doc, parse

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = tuple(Attitude)
"""The attitudes in the order of the head's scores."""
SEED = 1
"""Which sentences keep each other company in a window is drawn at random once."""


@dataclass(frozen=True)
class Target:
    """One target: what joins it to its gold line, its rows among the sentence's, and the number of its attitude in `LABELS`."""

    key: tuple[str, int]
    rows: tuple[int, ...]
    label: int


@dataclass(frozen=True, eq=False)
class Example:
    """One sentence with its targets.

    `alone` and `beside` hold its vectors [rows, width] when it is encoded by itself and when it stands in a window among
    others, as it does in an article. Sentences of one `fold` are never split between training and test.
    """

    alone: NDArray[np.float16]
    beside: NDArray[np.float16]
    targets: tuple[Target, ...]
    fold: int


@dataclass(frozen=True, eq=False)
class _Read:
    """A text of the corpus, parsed and cut."""

    doc: Doc
    windows: list[Window]
    lines: list[dict[str, Any]]


def read_examples(path: Path, folds: int) -> list[Example]:
    """The sentences of a file of the attitude corpus that hold targets, encoded by the shipped encoder."""
    by_text: dict[str, list[dict[str, Any]]] = {}
    for line in map(json.loads, path.open(encoding="utf-8")):
        by_text.setdefault(line["text"], []).append(line)
    tokenizer = load_tokenizer()
    read = []
    for text, lines in by_text.items():
        doc = parse(article_from_text(lines[0]["id"], text))
        read.append(_Read(doc, cut_windows(doc, tokenizer), lines))
    fold_of = _folds([[_origin(line["id"]) for line in each.lines] for each in read], folds)
    alone = [_encoded(each.windows) for each in read]
    beside = list(_in_company([each.windows for each in read]))
    return [example for number, each in enumerate(read) for example in _examples(each, alone[number], beside[number], fold_of[number])]


def _encoded(windows: Sequence[Window]) -> list[NDArray[np.float32]]:
    return lower_vectors([window.pieces for window in windows])


def _in_company(texts: Sequence[Sequence[Window]]) -> Iterator[list[NDArray[np.float32]]]:
    """For each text its windows' vectors where they share a window with other texts, drawn at random, in the texts' order."""
    places = [(text, number) for text, windows in enumerate(texts) for number in range(len(windows))]
    random.Random(SEED).shuffle(places)  # noqa: S311, no secret
    found: dict[tuple[int, int], NDArray[np.float32]] = {}
    packed: list[tuple[int, int]] = []
    for place in [*places, None]:
        sizes = [len(texts[text][number].pieces) - 2 for text, number in packed]
        if packed and (place is None or sum(sizes) + len(texts[place[0]][place[1]].pieces) - 2 > LARGEST):
            found.update(_packed(texts, packed, sizes))
            packed = []
        if place is not None:
            packed.append(place)
    return ([found[text, number] for number in range(len(windows))] for text, windows in enumerate(texts))


def _packed(
    texts: Sequence[Sequence[Window]], packed: Sequence[tuple[int, int]], sizes: Sequence[int]
) -> Iterator[tuple[tuple[int, int], NDArray[np.float32]]]:
    pieces = [texts[text][number].pieces for text, number in packed]
    joined = (pieces[0][0], *(piece for each in pieces for piece in each[1:-1]), pieces[0][-1])
    (vectors,) = lower_vectors([joined])
    start = 1
    for place, size in zip(packed, sizes, strict=True):
        yield place, np.concatenate([vectors[:1], vectors[start : start + size], vectors[-1:]])
        start += size


def _examples(read: _Read, alone: Sequence[Any], beside: Sequence[Any], fold: int) -> Iterator[Example]:
    wanted = [(line, tuple(token.i for token in read.doc.tokens_in([Span(line["start"], line["end"])]))) for line in read.lines]
    for passage in cut_passages(read.doc, read.windows):
        targets = tuple(_targets(passage, wanted))
        if targets:
            rows = list(passage.rows)
            yield Example(
                alone=alone[passage.window][rows].astype(np.float16),
                beside=beside[passage.window][rows].astype(np.float16),
                targets=targets,
                fold=fold,
            )


def _targets(passage: Passage, wanted: Iterable[tuple[dict[str, Any], tuple[int, ...]]]) -> Iterator[Target]:
    """The targets whose first word stands in the passage."""
    for line, places in wanted:
        if places and places[0] in passage.words:
            yield Target((line["id"], line["start"]), passage.rows_of(places), LABELS.index(Attitude(line["polarity"])))


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
