"""Weights: the files of the learned readers, and what training fixed besides them. Nothing here needs a network to be loaded."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "weights"
NETWORKS = ("encoder.onnx", "attribution.onnx", "incidents.onnx", "attitude.onnx", "deciding.onnx")
FILES = (*NETWORKS, "tokenizer.json", "settings.json")
"""All that the learned readers need; `weights/CARD.md` says how they were made and under which terms."""
FORMAT = 5
"""Raised when networks or settings change in what they are given or hold; weights of another format are not read."""


@dataclass(frozen=True)
class Labels:
    """The parser's label sets that the networks were trained with, each label with its number; 0 is for any other."""

    tag: Mapping[str, int]
    dep: Mapping[str, int]
    entity: Mapping[str, int]


@dataclass(frozen=True)
class Settings:
    """`digest` is the SHA-256 of the networks, in hex; `heads` holds what each head needs besides its network."""

    digest: str
    labels: Labels
    heads: Mapping[str, Mapping[str, Any]]


def has_weights() -> bool:
    """True when all files of the learned readers are installed, in the format that this version reads."""
    return all((FOLDER / name).is_file() for name in FILES) and _read_settings(FOLDER).get("format") == FORMAT


@cache
def load_settings() -> Settings:
    """The settings that were written with the networks."""
    found = _read_settings(FOLDER)
    return Settings(
        digest=found["digest"],
        labels=Labels(**{name: number_labels(labels) for name, labels in found["labels"].items()}),
        heads=found["heads"],
    )


@cache
def _read_settings(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return found


def number_labels(labels: Sequence[str]) -> dict[str, int]:
    """Each label with its number, in the order given."""
    return {label: number for number, label in enumerate(labels, start=1)}


@cache
def load_tokenizer() -> Tokenizer:
    """The encoder's own word pieces."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
