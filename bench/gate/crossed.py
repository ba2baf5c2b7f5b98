"""Figures by cross-validation: of a head that was trained on the very corpus, only what its folds gave is a result.

The training script writes them, with the digests of the data and of the networks that it made in the same run; figures of other data or
other networks are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from bench.digests import file_digest
from bench.paths import ROOT
from bench.scoring import flatten
from rashomon.encode.weights import FOLDER
from rashomon.errors import RashomonError


class CrossedError(RashomonError):
    """The figures of a cross-validation do not stand for what is installed; the message says what to do."""


class Crossed(msgspec.Struct, frozen=True, kw_only=True):
    """What a cross-validation gave: `figures` as the scorer gives them, in per cent; SHA-256 of `data` by file and of `weights` by name."""

    date: str
    folds: int
    data: dict[str, str]
    weights: dict[str, str]
    figures: dict[str, Any]


def crossed_figures(file: str, data: Path) -> dict[str, float]:
    """The figures in `file`, a path below the repository's root, as one level.

    Raises CrossedError where they were made from other data or for other networks than those that are here.
    """
    crossed = msgspec.json.decode((ROOT / file).read_bytes(), type=Crossed)
    _check(file, crossed.data, data, "the data")
    _check(file, crossed.weights, FOLDER, "the networks")
    return flatten(crossed.figures)


def is_trained_on(file: str, gold: Path) -> bool:
    """True when `gold` is a file that the head whose cross-validation stands in `file` was trained on."""
    if not (ROOT / file).is_file():
        return False
    crossed = msgspec.json.decode((ROOT / file).read_bytes(), type=Crossed)
    return file_digest(gold) in crossed.data.values()


def _check(file: str, digests: Mapping[str, str], folder: Path, what: str) -> None:
    changed = [name for name, digest in digests.items() if not (folder / name).is_file() or file_digest(folder / name) != digest]
    if changed:
        raise CrossedError(
            f"{file} is no result of {what} that are here ({', '.join(changed)} differ): run the training script that wrote it"
        )
