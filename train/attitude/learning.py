"""Learning: what the branch and its teacher have in common: sentences in batches, what is to come of their targets, and the steps."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from train.attitude.dataset import LABELS, Example
from train.attitude.figures import Likely
from train.padding import NEVER, of_like_length
from train.steps import Steps

AVERAGED_EVERY = 2


@dataclass(frozen=True)
class Course:
    """How something is trained; `averaged` is the share of the moving average, `smoothing` what of a known attitude goes to all."""

    epochs: int
    rate_layers: float
    rate_falls_by_layer: float
    rate_head: float = 3e-4
    batch: int = 16
    decay: float = 0.01
    warm_up: float = 0.06
    averaged: float = 0.99
    smoothing: float = 0.1
    seed: int = 1


class Lesson(NamedTuple):
    """A sentence, and how likely each attitude toward each of its targets should be held: [targets, attitudes]."""

    example: Example
    goals: np.ndarray


class Batch(NamedTuple):
    """Sentences as tensors.

    `pieces` [sentences, rows] are filled up with 0; `inside` [sentences, rows] is 1 where they are not; `targets` [targets, rows] holds
    the share of each row in the target's mean, and `sentence` [targets] says in which sentence it stands.
    """

    pieces: Tensor
    inside: Tensor
    targets: Tensor
    sentence: Tensor

    @property
    def mask(self) -> Tensor:
        """What is added to attention scores, [sentences, 1, 1, rows]."""
        return ((1 - self.inside) * NEVER)[:, None, None, :]


Judge = Callable[[Batch], Tensor]
"""Gives scores [targets, attitudes]."""


def lessons_of(examples: Iterable[Example], course: Course, told: Likely | None = None, known: float = 1.0) -> Iterator[Lesson]:
    """What to make of the targets: the known attitude for a share of `known`, and for the rest what a teacher `told`.

    Of a target whose attitude is not known all comes from the teacher.
    """
    for example in examples:
        goals = []
        for target in example.targets:
            by_hand = None if target.label is None else _smoothed(target.label, course.smoothing)
            taught = None if told is None else told[target.key].astype(np.float32)
            share = 0.0 if by_hand is None else 1.0 if taught is None else known
            goals.append(sum(part * weight for part, weight in ((by_hand, share), (taught, 1 - share)) if part is not None))
        yield Lesson(example, np.stack(goals))


def _smoothed(label: int, smoothing: float) -> np.ndarray:
    goal = np.full(len(LABELS), smoothing / len(LABELS), dtype=np.float32)
    goal[label] += 1 - smoothing
    return goal


def learn(network: nn.Module, judge: Judge, lessons: Sequence[Lesson], course: Course, groups: list[dict[str, Any]], title: str) -> None:
    """Trains the network, by which `judge` judges; `groups` are its parameters with their rates.

    Products are taken in 16 bits (bfloat16), which saves up to half of the time; weights stay in 32.
    """
    drawn = random.Random(course.seed)  # noqa: S311, no secret
    steps = course.epochs * math.ceil(len(lessons) / course.batch)
    optimizer = torch.optim.AdamW(groups, fused=True)
    walk = Steps(network, optimizer, steps, warm_up=course.warm_up * steps, averaged=course.averaged, averaged_every=AVERAGED_EVERY)
    started = time.monotonic()
    for epoch in range(course.epochs):
        network.train()
        total = 0.0
        for lessons_at_once in _shuffled(lessons, course.batch, drawn):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = judge(batch_of([lesson.example for lesson in lessons_at_once])).float()
            loss = cross_entropy(scores, torch.from_numpy(np.concatenate([lesson.goals for lesson in lessons_at_once])))
            walk.take(loss)
            total += loss.item()
        print(f"{title} epoch {epoch + 1} loss {total * course.epochs / steps:.3f} {time.monotonic() - started:.0f} s", flush=True)
    network.load_state_dict(walk.average)
    network.eval()


def _shuffled(lessons: Sequence[Lesson], size: int, drawn: random.Random) -> list[list[Lesson]]:
    """All sentences once, in batches of like length, in any order."""
    shuffled = drawn.sample(list(lessons), len(lessons))
    batches = list(of_like_length(shuffled, size, lambda lesson: len(lesson.example.pieces)))
    drawn.shuffle(batches)
    return batches


def batch_of(examples: Sequence[Example]) -> Batch:
    """The sentences with their targets, in order."""
    rows = max(len(example.pieces) for example in examples)
    pieces, inside = torch.zeros(len(examples), rows, dtype=torch.long), torch.zeros(len(examples), rows)
    found = [(number, target) for number, example in enumerate(examples) for target in example.targets]
    targets = torch.zeros(len(found), rows)
    for number, example in enumerate(examples):
        pieces[number, : len(example.pieces)] = torch.tensor(example.pieces)
        inside[number, : len(example.pieces)] = 1
    for number, (_, target) in enumerate(found):
        targets[number, list(target.rows)] = 1 / len(target.rows)
    return Batch(pieces, inside, targets, torch.tensor([number for number, _ in found]))


def judged(judge: Judge, examples: Sequence[Example], at_once: int = 1) -> Likely:
    """The likelihoods of the attitudes toward each target; `at_once` sentences share a batch."""
    found: Likely = {}
    with torch.no_grad():
        for batch in of_like_length(examples, at_once, lambda example: len(example.pieces)):
            likely = judge(batch_of(batch)).softmax(dim=-1).numpy()
            found.update(zip((target.key for example in batch for target in example.targets), likely, strict=True))
    return found
