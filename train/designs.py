"""Trains two designs of the attribution heads under the same conditions and prints how each reads the development file.

    python -m train.designs --data ../shared/data --base FOLDER_WITH_MODEL [--articles 280] [--epochs 1]

Both begin with the published encoder and see the same articles, in the same order, with the same settings as `fit.py`. What
is printed is the networks' reading alone: an anchor counts from a likelihood of one half, and nothing is mended afterwards.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.scoring import score
from train.attribution.biaffine import BiaffineReader
from train.attribution.dataset import Example
from train.attribution.learning import AttributionReader, Question
from train.fit import BATCH, CYCLES, FROZEN, Head, load_examples, parser_labels, run_cycle
from train.minilm import load_encoder

from rashomon.read.attributions.learned.tags import PARTS

DESIGNS = {"asker and chain": AttributionReader, "biaffine link": BiaffineReader}


def main() -> None:
    """Parses the command line, trains each design and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".training"))
    parser.add_argument("--articles", type=int, default=280)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--design", choices=DESIGNS, help="one of them only")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    labels = parser_labels()
    corpora = options.data / "attribution"
    train, dev = (load_examples(corpora / f"polnear.{part}.jsonl", options, labels) for part in ("train", "dev"))
    windows = [(example, window) for example in train[: options.articles] for window in example.windows]
    gold = [json.loads(line) for line in (corpora / "polnear.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, design in DESIGNS.items():
        if options.design not in {None, name}:
            continue
        for seeded in (random.seed, np.random.seed, torch.manual_seed):
            seeded(options.seed)
        reader = design(load_encoder(options.base / "model.safetensors"), labels)
        for part in FROZEN:
            reader.get_submodule(part).requires_grad_(requires_grad=False)
        head = Head(items=windows, size=lambda item: len(item[1].pieces), loss=reader.loss)
        run_cycle(reader, [head], replace(CYCLES[0], epochs=options.epochs))
        found = [{"id": example.id, "attributions": list(predict(reader.eval(), example))} for example in dev]
        print(name, json.dumps(score("attribution", gold, found)), flush=True)


@torch.no_grad()
def predict(reader: AttributionReader, example: Example) -> Iterator[dict[str, Any]]:
    """The attributions of one article, the likeliest anchors first; rivals for a cue lose."""
    answers = sorted(_answers(reader, example), key=lambda answer: -answer[0])
    cues: set[int] = set()
    contents: set[int] = set()
    for _, parts in answers:
        if parts["content"] and cues.isdisjoint(parts["cue"]) and not contents.issuperset(parts["cue"]):
            cues.update(parts["cue"])
            contents.update(parts["content"])
            yield {part: _spans(example, parts[part]) for part in PARTS}


def _answers(reader: AttributionReader, example: Example) -> Iterator[tuple[float, dict[str, list[int]]]]:
    for window in example.windows:
        items = [(example, window)]
        vectors, scores = reader.read(items)
        anchors = [(place, float(value)) for place, value in enumerate(scores[0]) if value > 0]
        for start in range(0, len(anchors), BATCH):
            batch = anchors[start : start + BATCH]
            questions = [Question(row=0, anchor=window.words[place], answer=None) for place, _ in batch]
            found, places = reader.ask(vectors, items, questions)
            for (place, value), row, about in zip(batch, found.numpy(), places, strict=True):
                told = reader.parts(row[: len(about)], list(about).index(window.words[place]))
                yield value, {part: [int(i) for i, own in zip(about, told, strict=True) if own == part] for part in PARTS}


def _spans(example: Example, places: Iterable[int]) -> list[list[int]]:
    """The places as stretches of characters; words that stand side by side are one stretch."""
    runs: Sequence[list[int]] = [
        [place for _, place in run] for _, run in groupby(enumerate(sorted(places)), key=lambda pair: pair[1] - pair[0])
    ]
    return [[int(example.edges[run[0]][0]), int(example.edges[run[-1]][1])] for run in runs]


if __name__ == "__main__":
    main()
