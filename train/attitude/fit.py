"""Cross-validates the branch that judges targets, then trains it on everything and writes its network beside the encoder.

    python -m train.attitude.fit --data ../shared/data --base FOLDER_WITH_MODEL [--folds 5] [--work .training]

The shared vectors of word pieces stay as they are, so attribution loses nothing by this head. The corpus is read once and kept in the work
folder; so is each member and each fold's result, so that a run that was stopped goes on, and runs beside each other can share the work
(`--only`).
The figures of the cross-validation go into `cross_validation.json` with the digests of the data and of the networks that they stand for.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.digests import file_digest
from torch import Tensor
from torch.nn.functional import cross_entropy
from train.attitude.dataset import LABELS, Example, read_examples
from train.attitude.figures import Likely, figures, surely
from train.attitude.model import Branch, Deciding, Judging
from train.export import note_head, write_network
from train.kept import kept
from train.minilm import LAYERS, VOCABULARY, load_encoder
from train.padding import NEVER, of_like_length
from train.smoothing import smooth
from train.steps import Steps

from rashomon.encode.encoder import piece_vectors
from rashomon.encode.weights import FOLDER
from rashomon.encode.windows import LARGEST

CORPUS = Path("attitude") / "newsmtsc.train.jsonl"
RESULT = Path(__file__).with_name("cross_validation.json")
SEEDS = (1,)
"""One for each member; their weights are averaged (Wortsman et al. 2022, Model Soups), which costs nothing at run time."""
SETTINGS = {
    "epochs": 3,
    "batch": 16,
    "rate_layers": 7e-5,
    "rate_head": 3e-4,
    "rate_falls_by_layer": 0.95,
    "decay": 0.01,
    "warm_up": 0.06,
    "label_smoothing": 0.1,
    "averaged": 0.99,
}
"""`averaged` is the share of the moving average."""
AVERAGED_EVERY = 2
SEEN = 200
"""So many sentences are read to see how large each layer's inputs are, before weights become 8-bit."""


def main() -> None:
    """Parses the command line, cross-validates, trains on everything, and writes the weights and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument(
        "--only",
        help="Train this member alone (`1-0`: seed 1 without fold 0, `1-all`); keep it in the work folder, and write nothing else.",
    )
    parser.add_argument("--work", type=Path, default=Path(".training"))
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    examples = load_examples(options)
    if options.only is not None:
        seed, _, part = options.only.partition("-")
        member(examples, options, int(seed), None if part == "all" else int(part))
        return
    found: Likely = {}
    by_fold = []
    for fold in range(options.folds):
        likely = cross(examples, options, fold)
        by_fold.append(figures(examples, likely)["macro_f1"])
        found.update(likely)
    crossed = figures(examples, found)
    print(f"{options.folds} folds: macro F1 {by_fold}, together {crossed}", flush=True)
    sure = surely(examples, found)
    write(options.out, trained(examples, options), examples, sure["from"])
    note(options, by_fold, crossed, sure)


def load_examples(options: argparse.Namespace) -> list[Example]:
    """The sentences of the corpus, kept in the work folder under the corpus's digest."""
    path = options.data / CORPUS
    digest = file_digest(path)
    print(f"{path.name}: sha256 {digest}", flush=True)
    name = f"{path.stem}-{digest[:8]}-{options.folds}.pickle"
    return kept(options.work / name, lambda: read_examples(path, options.folds))


def cross(examples: Sequence[Example], options: argparse.Namespace, fold: int) -> Likely:
    """The likelihoods of one fold's targets by a branch that was trained on all other folds."""

    def judged() -> Likely:
        tested = [example for example in examples if example.fold == fold]
        likely = judge(trained(examples, options, fold), tested)
        print(f"fold {fold}: {figures(tested, likely)['macro_f1']}", flush=True)
        return likely

    return kept(_kept(options, f"{'-'.join(map(str, SEEDS))}-{fold}.pickle"), judged)


def trained(examples: Sequence[Example], options: argparse.Namespace, without: int | None = None) -> Branch:
    """The branch that is trained on all folds, or on all but one: the mean of its members' weights."""
    members = [member(examples, options, seed, without) for seed in SEEDS]
    branch = Branch(load_encoder(options.base / "model.safetensors"))
    branch.load_state_dict({name: torch.stack([weights[name] for weights in members]).mean(dim=0) for name in members[0]})
    return branch.eval()


def member(examples: Sequence[Example], options: argparse.Namespace, seed: int, without: int | None) -> dict[str, Tensor]:
    """The weights of one member, kept in the work folder."""
    title = f"{seed}-all" if without is None else f"{seed}-{without}"
    path = _kept(options, f"{title}.pt")
    if not path.exists():
        branch = fit([example for example in examples if example.fold != without], options.base, seed, title)
        torch.save(branch.state_dict(), path)
    weights: dict[str, Tensor] = torch.load(path)
    return weights


def _kept(options: argparse.Namespace, name: str) -> Path:
    settings = hashlib.sha256(json.dumps(SETTINGS).encode()).hexdigest()[:8]
    work: Path = options.work
    return work / f"attitude-{settings}-{options.folds}-{name}"


def fit(examples: Sequence[Example], base: Path, seed: int, title: str) -> Branch:
    """One member."""
    torch.manual_seed(seed)
    drawn = random.Random(seed)  # noqa: S311, no secret
    branch = Branch(load_encoder(base / "model.safetensors"))
    steps = SETTINGS["epochs"] * math.ceil(len(examples) / SETTINGS["batch"])
    optimizer = torch.optim.AdamW(list(_groups(branch)), fused=True)
    warm_up = SETTINGS["warm_up"] * steps
    walk = Steps(branch, optimizer, steps, warm_up=warm_up, averaged=SETTINGS["averaged"], averaged_every=AVERAGED_EVERY)
    started = time.monotonic()
    for epoch in range(SETTINGS["epochs"]):
        branch.train()
        total = 0.0
        for batch in _batches(examples, drawn):
            *inputs, labels = _tensors(batch)
            loss = cross_entropy(branch(*inputs), labels, label_smoothing=SETTINGS["label_smoothing"])
            walk.take(loss)
            total += loss.item()
        print(f"{title} epoch {epoch + 1} loss {total * SETTINGS['epochs'] / steps:.3f} {time.monotonic() - started:.0f} s", flush=True)
    branch.load_state_dict(walk.average)
    return branch.eval()


def _groups(branch: Branch) -> Iterator[dict[str, Any]]:
    """Parameters with their rates: what is farther from the head learns more slowly, and biases and norms do not decay."""
    for name, value in branch.named_parameters():
        rate = SETTINGS["rate_head"]
        if name.startswith("encoder."):
            _, part, number, *_ = (*name.split("."), "")
            above = LAYERS - 1 - int(number) if part == "layers" else LAYERS
            rate = SETTINGS["rate_layers"] * SETTINGS["rate_falls_by_layer"] ** above
        yield {"params": [value], "lr": rate, "weight_decay": SETTINGS["decay"] if value.dim() > 1 else 0.0}


def _batches(examples: Sequence[Example], drawn: random.Random) -> list[list[Example]]:
    """All sentences once, in batches of like length, in any order."""
    shuffled = drawn.sample(list(examples), len(examples))
    batches = list(of_like_length(shuffled, SETTINGS["batch"], lambda example: len(example.pieces)))
    drawn.shuffle(batches)
    return batches


def _tensors(batch: Sequence[Example]) -> tuple[Tensor, ...]:
    """The word pieces' own vectors, mask, targets, sentences and labels of a batch."""
    rows = max(len(example.pieces) for example in batch)
    pieces, inside = torch.zeros(len(batch), rows, dtype=torch.long), torch.zeros(len(batch), rows)
    found = [(number, target) for number, example in enumerate(batch) for target in example.targets]
    targets = torch.zeros(len(found), rows)
    for number, example in enumerate(batch):
        pieces[number, : len(example.pieces)] = torch.tensor(example.pieces)
        inside[number, : len(example.pieces)] = 1
    for number, (_, target) in enumerate(found):
        targets[number, list(target.rows)] = 1 / len(target.rows)
    mask = ((1 - inside) * NEVER)[:, None, None, :]
    labels = torch.tensor([target.label for _, target in found])
    return _embeddings()[pieces], mask, targets, torch.tensor([row for row, _ in found]), labels


@cache
def _embeddings() -> Tensor:
    """The vector of every word piece, [VOCABULARY, WIDTH], as the shipped encoder hands it out."""
    parts = [piece_vectors(range(start, min(start + LARGEST, VOCABULARY))) for start in range(0, VOCABULARY, LARGEST)]
    return torch.from_numpy(np.concatenate(parts))


def judge(branch: Branch, examples: Sequence[Example]) -> Likely:
    """The likelihoods of the attitudes toward each target."""
    found: Likely = {}
    with torch.no_grad():
        for batch in ([example] for example in examples):
            *inputs, _ = _tensors(batch)
            likely = branch(*inputs).softmax(dim=-1).numpy()
            found.update(zip((target.key for example in batch for target in example.targets), likely, strict=True))
    return found


def write(folder: Path, branch: Branch, examples: Sequence[Example], sure: float) -> None:
    """Writes `attitude.onnx` and `deciding.onnx`, and into `settings.json` the new digest and the likelihood from which on one is sure."""
    judging, deciding = Judging(branch).eval(), Deciding(branch).eval()
    smooth(judging, (_alone(example) for example in examples[:: -(-len(examples) // SEEN)]))
    embedded, targets = _alone(examples[0])
    with torch.no_grad():
        likely, below, vectors = judging(embedded, targets)
    write_network(
        folder / "attitude.onnx",
        judging,
        {"embedded": embedded, "targets": targets},
        {"likely": {0: "targets"}, "below": {1: "rows"}, "vectors": {1: "rows"}},
        {"embedded": {1: "rows"}, "targets": {0: "targets", 1: "rows"}},
    )
    write_network(
        folder / "deciding.onnx",
        deciding,
        {"below": below, "vectors": vectors, "targets": targets, "told": likely.argmax(dim=-1)},
        {"weights": {0: "targets", 1: "rows"}},
        {"below": {1: "rows"}, "vectors": {1: "rows"}, "targets": {0: "targets", 1: "rows"}, "told": {0: "targets"}},
    )
    note_head(folder, "attitude", {"labels": list(LABELS), "sure": sure})


def _alone(example: Example) -> tuple[Tensor, Tensor]:
    embedded, _, targets, *_ = _tensors([example])
    return embedded, targets


def note(options: argparse.Namespace, by_fold: Sequence[float], crossed: Mapping[str, Any], sure: Mapping[str, float]) -> None:
    """Writes the cross-validation's figures with the digests of the data and of the networks that were written with them."""
    result = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "data": {str(CORPUS): file_digest(options.data / CORPUS)},
        "weights": {name: file_digest(options.out / name) for name in ("encoder.onnx", "attitude.onnx", "deciding.onnx")},
        "folds": options.folds,
        "seeds": SEEDS,
        "settings": SETTINGS,
        "macro_f1_by_fold": list(by_fold),
        "figures": crossed,
        "sure": dict(sure),
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
