"""Trains the shared encoder and the heads on it, and writes the weights that the program reads.

    python -m train.fit --data ../shared/data --base FOLDER_WITH_MODEL [--work .training]

`FOLDER_WITH_MODEL` holds `model.safetensors` and `tokenizer.json` of MiniLM-L6 (README.md says which package has them).
Parsed corpora and a checkpoint an epoch are kept in the work folder, so a run that was stopped goes on with the epoch it was in.
Heads take turns batch by batch, each on its own data: a new head is one more row in `heads` with its items and its loss.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import torch
from bench.digests import file_digest
from tokenizers import Tokenizer
from torch import Tensor, nn
from train.attribution.dataset import read_examples
from train.attribution.learning import AttributionReader
from train.export import export
from train.kept import kept
from train.minilm import load_encoder
from train.padding import of_like_length
from train.steps import Steps

from rashomon.encode.weights import FOLDER, Labels, number_labels
from rashomon.parse.pipeline import load_pipeline

BATCH = 16
RATES = {"encoder": 2e-4, "mixer": 5e-4, "asker": 5e-4, "chain": 5e-3}
WARM_UP = 0.06
DECAY = 0.01
AVERAGE, AVERAGED_EVERY = 0.98, 4
"""The weights that are kept are a moving average over every fourth step's."""
FROZEN = ("encoder.words", "encoder.positions")
"""What keeps the published weights: half of all parameters, of which a small corpus touches few."""
SEEN_WINDOWS = 100
"""At most so many windows are read to see how large each layer's inputs are."""
DECODING = {"asked_from": -3.5, "margin_weight": 0.35, "margin_cap": 10.0, "kept_from": -1.7, "unlisted_from": -0.3}
"""How the two stages' scores are put together, and what score they must reach, the second one for cues that no table knows; chosen on
the development file."""


@dataclass(frozen=True)
class Cycle:
    """So many epochs with rates that rise and fall once.

    `rate` is the factor on `RATES`, `hidden` the share of word pieces that are hidden from the reader while it learns, `share`
    the weight of the cycle's end among those that are averaged in the end.
    """

    epochs: int
    rate: float
    hidden: float
    share: float


CYCLES = (
    Cycle(epochs=4, rate=1.0, hidden=0.08, share=0.0),
    Cycle(epochs=3, rate=0.6, hidden=0.08, share=0.25),
    Cycle(epochs=1, rate=0.6, hidden=0.08, share=0.25),
    Cycle(epochs=3, rate=0.6, hidden=0.15, share=0.5),
)
"""Gentler starts from where the one before came to rest (Loshchilov & Hutter 2017); all ends are averaged (Wortsman et al. 2022)."""


@dataclass(frozen=True)
class Head:
    """What one head learns from."""

    items: Sequence[Any]
    size: Callable[[Any], int]
    loss: Callable[[Sequence[Any]], Tensor]


def main() -> None:
    """Parses the command line, trains, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".training"))
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    labels = parser_labels()
    reader = AttributionReader(load_encoder(options.base / "model.safetensors"), labels)
    for part in FROZEN:
        reader.get_submodule(part).requires_grad_(requires_grad=False)
    examples = load_examples(options.data / "attribution" / "polnear.train.jsonl", options, labels)
    windows = [(example, window) for example in examples for window in example.windows]
    heads = [Head(items=windows, size=lambda item: len(item[1].pieces), loss=reader.loss)]
    fit(reader, heads, work=options.work)
    export(options.out, reader.eval(), labels, DECODING, windows[:: -(-len(windows) // SEEN_WINDOWS)])


def parser_labels() -> Labels:
    """The label sets of the parser, each in alphabetical order."""
    pipeline = load_pipeline()
    names = {"tag": "tagger", "dep": "parser", "entity": "ner"}
    return Labels(**{kind: number_labels(sorted(pipeline.get_pipe(pipe).labels)) for kind, pipe in names.items()})


def fit(reader: AttributionReader, heads: Sequence[Head], *, work: Path) -> None:
    """Trains in place, cycle by cycle: each begins where the one before ended, and what is kept is the mean of their ends."""
    kept = work / "checkpoint.pt"
    done = torch.load(kept) if kept.exists() else {"cycle": 0, "epoch": 0}
    if "reader" in done:
        reader.load_state_dict(done["reader"])
    for number, cycle in enumerate(CYCLES):
        if number >= done["cycle"]:

            def keep(state: dict[str, Any], number: int = number) -> None:
                torch.save({**state, "cycle": number}, kept)

            run_cycle(reader, heads, cycle, done if number == done["cycle"] else {"epoch": 0}, keep)
            torch.save(reader.state_dict(), work / f"cycle-{number}.pt")
            torch.save({"reader": reader.state_dict(), "cycle": number + 1, "epoch": 0}, kept)
    ends = [torch.load(work / f"cycle-{number}.pt") for number in range(len(CYCLES))]
    reader.load_state_dict({name: _mean([end[name] for end in ends]) for name in ends[0]})


def run_cycle(
    reader: AttributionReader,
    heads: Sequence[Head],
    cycle: Cycle,
    done: Mapping[str, Any] = MappingProxyType({"epoch": 0}),
    keep: Callable[[dict[str, Any]], None] | None = None,
) -> None:
    """Trains in place for one cycle, from what is `done` of it; `keep` is handed the state behind each epoch."""
    reader.hidden_share = cycle.hidden
    steps = cycle.epochs * sum(math.ceil(len(head.items) / BATCH) for head in heads)
    optimizer = torch.optim.AdamW(list(_groups(reader, cycle.rate)), fused=True)
    walk = Steps(reader, optimizer, steps, warm_up=WARM_UP * steps, averaged=AVERAGE, averaged_every=AVERAGED_EVERY)
    if done["epoch"]:
        walk.go_on_from(done)
    started = time.monotonic()
    for epoch in range(done["epoch"], cycle.epochs):
        reader.train()
        for head, items in _batches(heads):
            loss = head.loss(items)
            walk.take(loss)
            if walk.done % 10 == 0:
                print(f"epoch {epoch + 1} step {walk.done}/{steps} loss {loss.item():.3f} {time.monotonic() - started:.0f} s", flush=True)
        if keep is not None:
            keep({"reader": reader.state_dict(), **walk.state(), "epoch": epoch + 1})
    reader.load_state_dict(walk.average)


def _mean(values: Sequence[Tensor]) -> Tensor:
    return sum((cycle.share * value for cycle, value in zip(CYCLES, values, strict=True)), torch.zeros_like(values[0]))


def load_examples(path: Path, options: argparse.Namespace, labels: Labels) -> list[Any]:
    """The articles of a corpus, parsed; they are kept in the work folder under the corpus's digest."""
    digest = file_digest(path)
    print(f"{path.name}: sha256 {digest}", flush=True)

    def read() -> list[Any]:
        tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return list(read_examples(path, tokenizer, labels))

    return kept(options.work / f"{path.stem}-{digest[:8]}.pickle", read)


def _groups(reader: nn.Module, factor: float) -> Iterator[dict[str, Any]]:
    """Parameters by part and by whether they decay: biases and norms do not."""
    for part, rate in RATES.items():
        named = list(reader.get_submodule(part).named_parameters())
        still = [value for name, value in named if value.requires_grad and _is_still(name)]
        decaying = [value for name, value in named if value.requires_grad and not _is_still(name)]
        yield {"params": decaying, "lr": rate * factor, "weight_decay": DECAY}
        yield {"params": still, "lr": rate * factor, "weight_decay": 0.0}


def _is_still(name: str) -> bool:
    return name.endswith("bias") or "norm" in name


def _batches(heads: Sequence[Head]) -> Iterator[tuple[Head, Sequence[Any]]]:
    """All items of all heads once, in batches of items of like length, the heads' batches shuffled among each other."""
    batches = []
    for head in heads:
        items = random.sample(list(head.items), len(head.items))
        batches += [(head, batch) for batch in of_like_length(items, BATCH, head.size)]
    return iter(random.sample(batches, len(batches)))


if __name__ == "__main__":
    main()
