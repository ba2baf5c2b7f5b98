"""The encoder: each window of an article in, a vector and the light heads' scores for each of its words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.encode.grammar import Grammar
from rashomon.encode.weights import load_network, load_tokenizer
from rashomon.encode.windows import Window, cut_windows
from rashomon.parse import Doc


@dataclass(frozen=True, eq=False)
class Encoded:
    """One window as the encoder sees it: `vectors` [words, width], and for each light head one score a word."""

    window: Window
    vectors: NDArray[np.float32]
    scores: Mapping[str, NDArray[np.float32]]


def encode(doc: Doc, grammar: Grammar) -> Iterator[Encoded]:
    """The article's windows in text order, each encoded by itself, so that none depends on its company."""
    network = load_network("encoder.onnx")
    names = [output.name for output in network.get_outputs()]
    for window in cut_windows(doc, load_tokenizer()):
        inputs = {
            "pieces": np.array([window.pieces], dtype=np.int64),
            "firsts": np.array([window.firsts], dtype=np.int64),
            "grammar": grammar.words[list(window.words)][np.newaxis],
        }
        found = {name: value[0] for name, value in zip(names, network.run(names, inputs), strict=True)}
        yield Encoded(window=window, vectors=found.pop("vectors"), scores=found)
