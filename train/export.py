"""Writes the trained networks as the ONNX files that the program reads: weights as 8-bit integers, one scale a channel."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train.attribution.learning import AttributionReader, Item
from train.attribution.model import Asker, Mixer
from train.minilm import WIDTH, Encoder
from train.smoothing import smooth

from rashomon.encode.grammar import relation_sizes, word_sizes
from rashomon.encode.weights import FORMAT, NETWORKS, Labels

OPSET = 17


class Reading(nn.Module):
    """Encoder, mixer and light heads as one network over one window."""

    def __init__(self, encoder: Encoder, mixer: Mixer) -> None:
        super().__init__()
        self.encoder, self.mixer = encoder, mixer
        self.register_buffer("open", torch.zeros(1, 1, 1, 1))

    def forward(self, pieces: Tensor, firsts: Tensor, grammar: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The inputs of `rashomon.encode.encoder`; gives `vectors`, `anchors` and `embedded`."""
        embedded = self.encoder.words(pieces)
        words = self.encoder.gather(self.encoder.read(embedded, self.open), firsts)
        return (*self.mixer(words, grammar, self.open), embedded)


class Asking(nn.Module):
    """The asker over questions about one stretch."""

    def __init__(self, asker: Asker) -> None:
        super().__init__()
        self.asker = asker
        self.register_buffer("open", torch.zeros(1, 1, 1, 1))

    def forward(self, words: Tensor, anchors: Tensor, relations: Tensor) -> Tensor:
        """The inputs of `rashomon.read.attributions.learned.reader`; gives `tags`."""
        return self.asker(words, anchors, relations, self.open)


def export(folder: Path, reader: AttributionReader, labels: Labels, head: Mapping[str, Any], windows: Iterable[Item]) -> None:
    """Writes `encoder.onnx`, `attribution.onnx` and `settings.json` into `folder`.

    What other heads were trained on another encoder's vectors is removed: until they are trained again, the rules read.
    `windows` are read once to see how large each layer's inputs are.
    """
    columns, asked = len(word_sizes(labels)), len(relation_sizes(labels))
    reading = Reading(copy.deepcopy(reader.encoder), copy.deepcopy(reader.mixer)).eval()
    smooth(reading, map(_inputs, windows))
    ones = torch.ones(1, 7, dtype=torch.long)
    write_network(
        folder / "encoder.onnx",
        reading,
        {"pieces": ones, "firsts": ones[:, :5], "grammar": torch.zeros(1, 5, columns, dtype=torch.long)},
        {"vectors": {1: "words"}, "anchors": {1: "words"}, "embedded": {1: "pieces"}},
        {"pieces": {1: "pieces"}, "firsts": {1: "words"}, "grammar": {1: "words"}},
    )
    write_network(
        folder / "attribution.onnx",
        Asking(reader.asker).eval(),
        {"words": torch.zeros(2, 5, WIDTH), "anchors": torch.zeros(2, WIDTH), "relations": torch.zeros(2, 5, asked, dtype=torch.long)},
        {"tags": {0: "questions", 1: "words"}},
        {"words": {0: "questions", 1: "words"}, "anchors": {0: "questions"}, "relations": {0: "questions", 1: "words"}},
    )
    for stale in (folder / name for name in NETWORKS if name not in {"encoder.onnx", "attribution.onnx"}):
        stale.unlink(missing_ok=True)
    settings = {
        "format": FORMAT,
        "digest": digest_of(folder),
        "labels": {name: list(getattr(labels, name)) for name in ("tag", "dep", "entity")},
        "heads": {"attribution": {**head, "moves": np.round(reader.chain.moves.detach().numpy(), 5).tolist()}},
    }
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def digest_of(folder: Path) -> str:
    """The SHA-256 of all networks in the folder, in hex."""
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in NETWORKS if (folder / name).exists())).hexdigest()


def note_head(folder: Path, name: str, settings: Mapping[str, Any]) -> None:
    """Notes in `settings.json` what training fixed of a head besides its networks, and the new digest of them all."""
    path = folder / "settings.json"
    noted = json.loads(path.read_text(encoding="utf-8"))
    noted["heads"][name] = dict(settings)
    noted["digest"] = digest_of(folder)
    path.write_text(json.dumps(noted, indent=1) + "\n", encoding="utf-8")


def _inputs(item: Item) -> tuple[Tensor, Tensor, Tensor]:
    example, window = item
    grammar = example.grammar.words[list(window.words)]
    return torch.tensor([window.pieces]), torch.tensor([window.firsts]), torch.from_numpy(grammar).unsqueeze(0)


def write_network(
    path: Path,
    network: nn.Module,
    inputs: Mapping[str, Tensor],
    outputs: Mapping[str, Mapping[int, str]],
    axes: Mapping[str, Mapping[int, str]],
) -> None:
    """Writes one network, traced on `inputs`; `outputs` and `axes` name which axes of what comes out and goes in have any length."""
    names: Sequence[str] = list(outputs)
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            tuple(inputs.values()),
            str(plain),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=names,
            dynamic_axes={**axes, **outputs},
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
