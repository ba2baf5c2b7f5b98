"""Another design than the one that is shipped: a biaffine link between an anchor and each word around it (Dozat & Manning 2017)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from train.attribution.learning import AttributionReader, Question
from train.attribution.model import ASKED_WIDTH
from train.minilm import WIDTH, Dropout, Encoder
from train.padding import pad

from rashomon.encode.grammar import relation_sizes
from rashomon.encode.weights import Labels
from rashomon.read.attributions.learned.tags import PARTS

LINKS = (None, *PARTS)


class Biaffine(nn.Module):
    """One score for each kind of link between an anchor and a word; each word is scored by itself."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__()
        self.word = nn.Sequential(nn.Linear(WIDTH, ASKED_WIDTH), nn.ReLU())
        self.anchor = nn.Sequential(nn.Linear(WIDTH, ASKED_WIDTH), nn.ReLU())
        self.dropout = Dropout()
        self.relations = nn.ModuleList(nn.Embedding(size, WIDTH) for size in sizes)
        for table in self.relations:
            nn.init.normal_(table.weight, std=0.1)
        self.links = nn.Parameter(torch.zeros(len(LINKS), ASKED_WIDTH + 1, ASKED_WIDTH + 1))
        nn.init.xavier_uniform_(self.links)

    def forward(self, words: Tensor, anchors: Tensor, relations: Tensor, mask: Tensor) -> Tensor:
        """Takes what the asker takes; gives [rows, length, links]. `mask` is not needed, for no word looks at another."""
        del mask
        told = sum(table(relations[..., column]) for column, table in enumerate(self.relations))
        word, anchor = _with_one(self.dropout(self.word(words + told))), _with_one(self.anchor(anchors))
        return torch.einsum("rli,kij,rj->rlk", word, self.links, anchor)


class BiaffineReader(AttributionReader):
    """The same encoder, mixer and anchors, trained on the same questions; only the second stage is another."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__(encoder, labels)
        self.asker = Biaffine(relation_sizes(labels))
        self.chain = nn.Identity()

    def answer_loss(self, scores: Tensor, asked: Sequence[Question], places: Sequence[np.ndarray]) -> Tensor:
        """Cross-entropy of each word's link, summed."""
        gold = pad([np.array([_link(question, int(place)) for place in found]) for question, found in zip(asked, places, strict=True)])
        inside = pad([np.ones(len(found)) for found in places])
        lost = nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), reduction="none")
        return (lost * inside.flatten()).sum()

    def parts(self, scores: np.ndarray, anchor: int) -> list[str | None]:
        """The best link of each word; the anchor is a cue."""
        found = [LINKS[int(best)] for best in scores.argmax(1)]
        found[anchor] = "cue"
        return found


def _with_one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], dim=-1)


def _link(question: Question, place: int) -> int:
    return next((number for number, part in enumerate(LINKS) if part and question.answer and place in getattr(question.answer, part)), 0)
