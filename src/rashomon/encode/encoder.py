"""The encoder: each window of an article in, a vector and the light heads' scores for each of its words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.encode.grammar import COLUMNS, Grammar
from rashomon.encode.networks import run_network, start_network
from rashomon.encode.weights import load_tokenizer
from rashomon.encode.windows import Window, cut_windows
from rashomon.parse import Doc


@dataclass(frozen=True, eq=False)
class Encoded:
    """One window as the encoder sees it: `vectors` [words, width], and for each light head one score a word.

    `embedded` [pieces, width] are the word pieces' own vectors, before any layer; heads with layers of their own read on from there.
    """

    window: Window
    vectors: NDArray[np.float32]
    embedded: NDArray[np.float32]
    scores: Mapping[str, NDArray[np.float32]]


class Encoding:
    """One article as every head sees it: its grammar, and its windows in text order."""

    def __init__(self, grammar: Grammar, coming: Iterator[Encoded]) -> None:
        self.grammar = grammar
        self._coming = coming

    @cached_property
    def windows(self) -> list[Encoded]:
        """Waits for the encoder."""
        return list(self._coming)


def encode(doc: Doc, grammar: Grammar) -> Encoding:
    """Begin to encode the article, each window by itself, so that none depends on its company."""
    windows = cut_windows(doc, load_tokenizer())
    found = start_network("encoder.onnx", [_inputs(window, grammar) for window in windows])
    return Encoding(grammar, map(_encoded, windows, found))


def _inputs(window: Window, grammar: Grammar) -> dict[str, NDArray[Any]]:
    return {
        "pieces": np.array([window.pieces], dtype=np.int64),
        "firsts": np.array([window.firsts], dtype=np.int64),
        "grammar": grammar.words[list(window.words)][np.newaxis],
    }


def _encoded(window: Window, outputs: Mapping[str, NDArray[np.float32]]) -> Encoded:
    found = {name: value[0] for name, value in outputs.items()}
    return Encoded(window=window, vectors=found.pop("vectors"), embedded=found.pop("embedded"), scores=found)


def piece_vectors(pieces: Sequence[int]) -> NDArray[np.float32]:
    """The word pieces' own vectors, [pieces, width]: for training, where no parse is looked at."""
    inputs = {
        "pieces": np.array([pieces], dtype=np.int64),
        "firsts": np.zeros((1, 1), dtype=np.int64),
        "grammar": np.zeros((1, 1, len(COLUMNS)), dtype=np.int64),
    }
    (found,) = run_network("encoder.onnx", [inputs])
    vectors: NDArray[np.float32] = found["embedded"][0]
    return vectors
