"""Trains the weights by which text set in one case gets the capitals of print back, and writes them beside the parser.

    python -m train.truecase --data ../shared/data

Each word of a corpus of print, put into small letters, is one example; the case it had is what is learned. First words of sentences are
left out, for their capital tells nothing, and so are blocks with too many capitals, such as headlines.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import torch
from bench.digests import file_digest
from torch import nn

from rashomon.parse.case_features import BUCKETS, CAPITAL, CAPITALS, SMALL, Word, buckets, cases_before, is_known, words_of
from rashomon.parse.pipeline import is_word
from rashomon.parse.surface import PLAIN

TRAIN = (
    "attribution/polnear.train.jsonl",
    "attitude/newsmtsc.train.jsonl",
    "same_event/ecbplus.train.jsonl",
    "place/lgl.jsonl",
    "time/wikiwars.jsonl",
    "pronoun/gap.dev.jsonl",
)
DEV = ("attribution/polnear.dev.jsonl",)
OUT = Path("src/rashomon/parse/weights/truecase.npz")
FEWEST_WORDS, MOST_CAPITAL, MOST_CAPITALS = 8, 0.45, 0.2
"""A block of fewer words, or with a larger share of words with a capital or in capitals, is no running print."""
SEED, EPOCHS, BATCH, RATE, HIDDEN = 0, 3, 4096, 0.02, 0.15
"""`HIDDEN` is the share of features left out at random, so that words not seen in training are read by their company."""


def main() -> None:
    """Parses the command line, trains, prints precision and recall on the development file and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    rows, cases = examples([options.data / name for name in TRAIN])
    weights = fit(rows, cases)
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    report(small.astype(np.float32) * scale, *examples([options.data / name for name in DEV]))
    options.out.parent.mkdir(exist_ok=True)
    np.savez_compressed(options.out, weights=small, scale=np.float32(scale))


def examples(paths: list[Path]) -> tuple[np.ndarray, np.ndarray]:
    """The rows of the weights that speak for each word, [words, features], and the case of each."""
    known = cache(lambda word: is_known(word, is_word))
    rows: list[list[int]] = []
    told: list[int] = []
    for path in paths:
        print(f"{path.name}: sha256 {file_digest(path)}", flush=True)
        for block in _blocks(path):
            words = words_of(block)
            cases = [_case(block[word.start : word.end]) for word in words]
            for place in _inside(words):
                rows.append(buckets(words, place, cases_before(words, cases, place), known))
                told.append(cases[place])
    return np.array(rows, dtype=np.int32), np.array(told, dtype=np.int64)


def _blocks(path: Path) -> Iterator[str]:
    plain = {key: value for key, value in PLAIN.items() if value != " " or key == 0xA0}
    seen: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for block in re.split(r"\n+", json.loads(line)["text"].translate(plain)):
                words = re.findall(r"[^\W\d_]+", block)
                capital = sum(word[0].isupper() for word in words)
                capitals = sum(word.isupper() for word in words if len(word) > 1)
                running = len(words) >= FEWEST_WORDS and capital <= MOST_CAPITAL * len(words) and capitals <= MOST_CAPITALS * len(words)
                if running and block not in seen:
                    seen.add(block)
                    yield block


def _case(word: str) -> int:
    bare = word.removesuffix("'s")
    return CAPITALS if len(bare) > 1 and bare.isupper() else CAPITAL if word[0].isupper() else SMALL


def _inside(words: list[Word]) -> Iterator[int]:
    return (place for place, word in enumerate(words) if not word.opens)


def fit(rows: np.ndarray, cases: np.ndarray) -> np.ndarray:
    """Weights [BUCKETS, 3] of a log-linear model."""
    torch.manual_seed(SEED)
    model = nn.EmbeddingBag(BUCKETS, 3, mode="sum")
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    steps = EPOCHS * (len(cases) // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.02, steps)
    held, wanted = torch.from_numpy(rows), torch.from_numpy(cases)
    for epoch in range(EPOCHS):
        total, order = 0.0, torch.randperm(len(cases))
        for start in range(0, len(cases) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            inputs = held[chosen].long()
            kept = (torch.rand(inputs.shape) > HIDDEN).float()
            loss = nn.functional.cross_entropy(model(inputs, per_sample_weights=kept), wanted[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}/{EPOCHS} loss {total / (len(cases) // BATCH):.4f}", flush=True)
    return model.weight.detach().numpy()


def report(weights: np.ndarray, rows: np.ndarray, cases: np.ndarray) -> None:
    """Prints how the cases of held-out words are told, the two before each of them given."""
    told = weights[rows].sum(axis=1).argmax(axis=1)
    print(f"{len(cases)} words, right {100 * (told == cases).mean():.2f} %")
    for name, case in (("capital", CAPITAL), ("capitals", CAPITALS)):
        right = ((told == case) & (cases == case)).sum()
        print(
            f"{name}: precision {100 * right / max(1, (told == case).sum()):.1f}, recall {100 * right / max(1, (cases == case).sum()):.1f}"
        )


if __name__ == "__main__":
    main()
