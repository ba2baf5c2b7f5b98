"""Trains the head of incidents on the shipped encoder's vectors, and writes its network and thresholds beside the encoder.

    python -m train.incidents.fit --data ../shared/data [--work .training]

The corpus is read once, as at run time, and kept in the work folder. The encoder stays as it is, so attribution loses nothing by this
head; after the encoder was trained again, this head has to be.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.digests import file_digest
from bench.scoring.incidents import aligned_entities, normalise
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from train.export import note_head, write_network
from train.incidents.dataset import ROLES as GOLD_ROLES
from train.incidents.dataset import UNTOLD, Example, read_examples
from train.incidents.model import Weigher, Weighers
from train.kept import kept
from train.steps import Steps

from rashomon.encode.weights import FOLDER, load_settings
from rashomon.read.incidents.candidates import Candidate
from rashomon.read.incidents.choosing import groups_of
from rashomon.read.incidents.told import ROLES, category_sizes

SEEDS = (1, 2, 3)
EPOCHS = 15
BATCH = 8
"""Articles a step."""
RATE, DECAY = 1e-3, 0.05
PACE = {"warm_up": 100, "slowest": 0.02, "steepest": 2.0, "averaged": 0.99, "settling": 10}
"""As `Steps` takes it."""
ROLE_SHARE, BLAME_SHARE, SMOOTHED = 50.0, 0.1, 0.1
GRID = tuple(round(0.05 * step, 2) for step in range(2, 17))
"""Likelihoods from which a wording may be told."""


def main() -> None:
    """Parses the command line, trains, chooses thresholds on the development file and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".training"))
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    train, dev = (load_examples(options.data / "incidents" / f"muc4.{part}.jsonl", options.work) for part in ("train", "dev"))
    gold = {line["id"]: line for line in map(json.loads, (options.data / "incidents" / "muc4.dev.jsonl").open(encoding="utf-8"))}
    weighers = Weighers([fit(train, seed) for seed in SEEDS]).eval()
    least, figure = choose_thresholds(weighers, dev, gold)
    print(f"development file, the head alone: CEAF-REE F1 {100 * figure:.1f}, told from {least}", flush=True)
    write(options.out, weighers, dev[0], least)


def load_examples(path: Path, work: Path) -> list[Example]:
    """The articles of a corpus as the head is given them, kept in the work folder under the digests of corpus and encoder.

    What the rules read is kept with them: after a change in the rules the folder has to be emptied.
    """
    digest, encoder = file_digest(path), file_digest(FOLDER / "encoder.onnx")
    print(f"{path.name}: sha256 {digest}", flush=True)
    return kept(work / f"{path.stem}-{digest[:8]}-{encoder[:8]}.pickle", lambda: list(read_examples(path)))


def fit(examples: Sequence[Example], seed: int) -> Weigher:
    """One weigher."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)  # noqa: S311, no secret
    weigher = Weigher(category_sizes(load_settings().labels), *_mean_and_spread(examples))
    optimizer = torch.optim.AdamW([value for value in weigher.parameters() if value.requires_grad], lr=RATE, weight_decay=DECAY)
    walk = Steps(weigher, optimizer, EPOCHS * -(-len(examples) // BATCH), **PACE)
    started = time.monotonic()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in _batches(examples, shuffled):
            loss = _loss(weigher, batch)
            walk.take(loss)
            total += loss.item()
        print(
            f"seed {seed} epoch {epoch + 1}/{EPOCHS} loss {total * BATCH / len(examples):.3f} {time.monotonic() - started:.0f} s",
            flush=True,
        )
    weigher.load_state_dict(walk.average)
    return weigher


def _mean_and_spread(examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    pooled = [example.inputs["pooled"].astype(np.float32) for example in examples]
    mean = np.mean([each.mean(axis=0) for each in pooled], axis=0)
    square = np.mean([(each**2).mean(axis=0) for each in pooled], axis=0)
    return torch.from_numpy(mean), torch.from_numpy(np.sqrt(np.maximum(square - mean**2, 0)) + 1e-3)


def _batches(examples: Sequence[Example], shuffled: random.Random) -> Iterator[Sequence[Example]]:
    order = shuffled.sample(range(len(examples)), len(examples))
    for start in range(0, len(order), BATCH):
        yield [examples[place] for place in order[start : start + BATCH]]


def _loss(weigher: Weigher, batch: Sequence[Example]) -> Tensor:
    """Each article is weighed by itself; the mean is over all candidates of the batch, so that long articles count for more."""
    found = [weigher(*_tensors(example)) for example in batch]
    roles = torch.cat([roles for roles, _ in found])
    loss = ROLE_SHARE * binary_cross_entropy_with_logits(roles, torch.from_numpy(np.concatenate([example.roles for example in batch])))
    blame, told = torch.cat([blame for _, blame in found]), torch.from_numpy(np.concatenate([example.blame for example in batch]))
    known = told != UNTOLD
    return loss + BLAME_SHARE * cross_entropy(blame[known], told[known], label_smoothing=SMOOTHED) if known.any() else loss


def _tensors(example: Example) -> tuple[Tensor, ...]:
    floats = {name: torch.from_numpy(values) for name, values in example.inputs.items()}
    return tuple(values if values.dtype == torch.int64 else values.float() for values in floats.values())


def choose_thresholds(weighers: Weighers, examples: Sequence[Example], gold: Mapping[str, Any]) -> tuple[dict[str, float], float]:
    """For each role the likelihood from which a wording is told, and the F1 (CEAF-REE) that all give together."""
    with torch.no_grad():
        likely = {example.id: weighers(*_tensors(example))[0].numpy() for example in examples}
    counts = np.array([[_counts(examples, likely, gold, number, least) for least in GRID] for number in range(len(ROLES))])
    chosen = [GRID.index(0.3)] * len(ROLES)
    for _ in range(3):
        for number in range(len(ROLES)):
            tries = [[*chosen[:number], place, *chosen[number + 1 :]] for place in range(len(GRID))]
            chosen = max(tries, key=lambda places: _f1(counts, places))
    return {role: GRID[place] for role, place in zip(ROLES, chosen, strict=True)}, _f1(counts, chosen)


def _counts(
    examples: Sequence[Example], likely: Mapping[str, Any], gold: Mapping[str, Any], number: int, least: float
) -> tuple[float, int, int]:
    """Right, told and gold entities of one role."""
    right, told, wanted = 0.0, 0, 0
    for example in examples:
        candidates = [Candidate(key, ()) for key in example.keys]
        guess = [frozenset({normalise(group[0].key)}) for group in groups_of(candidates, likely[example.id][:, number], least)]
        truth = [frozenset(map(normalise, entity)) for entity in gold[example.id]["roles"].get(GOLD_ROLES[number], ()) if entity]
        right, told, wanted = right + aligned_entities(truth, guess), told + len(guess), wanted + len(truth)
    return right, told, wanted


def _f1(counts: np.ndarray, places: Sequence[int]) -> float:
    right, told, wanted = counts[range(len(places)), places].sum(axis=0)
    return float(2 * right / (told + wanted))


def write(folder: Path, weighers: Weighers, example: Example, least: Mapping[str, float]) -> None:
    """Writes `incidents.onnx`, and its thresholds and the new digest into `settings.json`."""
    rows = {0: "candidates"}
    write_network(
        folder / "incidents.onnx",
        weighers,
        dict(zip(example.inputs, _tensors(example), strict=True)),
        {"roles": rows, "blame": rows},
        {name: rows for name in example.inputs if name != "article"},
    )
    note_head(folder, "incidents", {"from": dict(least)})


if __name__ == "__main__":
    main()
