"""The teacher: a larger encoder that learns to judge targets first, and tells the branch what it makes of them, doubts and all.

Distillation (Hinton, Vinyals & Dean 2015, arXiv 1503.02531): the branch learns from how likely the teacher holds each attitude, and
that also of sentences that nobody has judged. The teacher is never shipped and reads nothing at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import pad
from train.attitude.dataset import Example
from train.attitude.figures import Likely
from train.attitude.learning import Batch, Course, judged, learn, lessons_of
from train.attitude.model import Head
from transformers import MPNetModel

from rashomon.encode.weights import load_tokenizer

COURSE = Course(epochs=2, rate_layers=3e-5, rate_falls_by_layer=0.9)
AT_ONCE = 32
"""Sentences judged at once."""
ROUNDED = 8
"""Rows are filled up to a multiple of this, so that few shapes come up: what is prepared for each shape stays in memory."""
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
"""The branch's marks by those of the teacher; all other word pieces are the same, under other numbers."""


class Teacher(nn.Module):
    """MPNet (Song et al. 2020, arXiv 2004.09297) with the branch's head over it."""

    def __init__(self, base: Path) -> None:
        """`base` is the folder with the published model and its tokenizer."""
        super().__init__()
        self.encoder = MPNetModel.from_pretrained(base, add_pooling_layer=False)
        self.head = Head(self.encoder.config.hidden_size, self.encoder.config.num_attention_heads)
        theirs = Tokenizer.from_file(str(base / "tokenizer.json")).get_vocab()
        ours = load_tokenizer().get_vocab()
        numbers = [theirs[MARKS.get(piece, piece)] for piece, _ in sorted(ours.items(), key=lambda item: item[1])]
        self.register_buffer("numbers", torch.tensor(numbers), persistent=False)

    def forward(self, batch: Batch) -> Tensor:
        """Scores [targets, attitudes]."""
        more = -batch.pieces.shape[1] % ROUNDED
        pieces, inside, targets = (pad(part, (0, more)) for part in (batch.pieces, batch.inside, batch.targets))
        whole = Batch(pieces, inside, targets, batch.sentence)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.encoder(input_ids=self.numbers[pieces], attention_mask=inside.long()).last_hidden_state
        scores: Tensor = self.head(vectors.float()[batch.sentence], targets, whole.mask[batch.sentence])
        return scores


def taught(judged_by_people: Sequence[Example], asked: Sequence[Example], base: Path, title: str, weights: Path) -> Likely:
    """What a teacher that learned from sentences that people judged tells of the targets in `asked`.

    Its weights are left in the file `weights`, so that a run that was stopped while it was asked goes on.
    """
    torch.manual_seed(COURSE.seed)
    teacher = Teacher(base)
    if weights.exists():
        teacher.load_state_dict(torch.load(weights))
    else:
        learn(teacher, teacher, list(lessons_of(judged_by_people, COURSE)), COURSE, list(_groups(teacher)), f"teacher {title}")
        unfinished = weights.with_suffix(".part")
        torch.save(teacher.state_dict(), unfinished)
        unfinished.replace(weights)
    return judged(teacher.eval(), asked, AT_ONCE)


def _groups(teacher: Teacher) -> Iterator[dict[str, Any]]:
    """Parameters with their rates: what is farther from the head learns more slowly, and the vectors of word pieces stay."""
    layers = teacher.encoder.config.num_hidden_layers
    for name, value in teacher.named_parameters():
        if name.startswith("encoder.embeddings"):
            value.requires_grad_(requires_grad=False)
            continue
        rate = COURSE.rate_head
        if name.startswith("encoder."):
            number = re.match(r"encoder\.encoder\.layer\.(\d+)\.", name)
            above = layers - 1 - int(number.group(1)) if number else layers
            rate = COURSE.rate_layers * COURSE.rate_falls_by_layer**above
        yield {"params": [value], "lr": rate, "weight_decay": COURSE.decay if value.dim() > 1 else 0.0}
