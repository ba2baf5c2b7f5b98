"""What the attribution heads learn from a batch: which words are anchors, and for each anchor the tags of the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from train.attribution.crf import Chain
from train.attribution.dataset import Example, Relation
from train.attribution.model import Asker, Mixer
from train.minilm import Encoder
from train.padding import attention_mask, pad

from rashomon.encode.grammar import relation_sizes, word_sizes
from rashomon.encode.weights import Labels
from rashomon.encode.windows import Window
from rashomon.read.attributions.learned.decoding import barred, decode
from rashomon.read.attributions.learned.stretches import stretch_around
from rashomon.read.attributions.learned.tags import PARTS, tagged

LURE_SHARE = 3
"""One question about a word that is no anchor for so many about anchors: the asker learns to answer nothing."""
LEAST_LURE = 0.05
"""A word must look at least this much like an anchor to be asked about."""
TAGS_WEIGHT = 0.5
PARTS_OF_BATCH = 4
MASK, FIRST_WORD_PIECE = 103, 999
"""The vocabulary's number of the hidden piece, and where its special ones end."""

Item = tuple[Example, Window]


@dataclass(frozen=True)
class Question:
    """One anchor to ask: its batch row, its place in the parse, and the answer, None for a word that is no anchor."""

    row: int
    anchor: int
    answer: Relation | None


class AttributionReader(nn.Module):
    """Encoder and heads together, as they are trained."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__()
        self.encoder = encoder
        self.mixer = Mixer(word_sizes(labels))
        self.asker = Asker(relation_sizes(labels))
        self.chain = Chain()
        self.hidden_share = 0.0
        """So many word pieces are hidden in training, so that a cue is known by its company too (as in BERT's own, Devlin et al. 2019)."""

    def read(self, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
        """Word vectors [windows, words, width] and anchor scores [windows, words]."""
        pieces = self._masked(pad([np.array(window.pieces) for _, window in items]))
        firsts = pad([np.array(window.firsts) for _, window in items])
        vectors = self.encoder(pieces, firsts, attention_mask([len(window.pieces) for _, window in items]))
        grammar = pad([example.grammar.words[list(window.words)] for example, window in items])
        return self.mixer(vectors, grammar, attention_mask([len(window.words) for _, window in items]))

    def _masked(self, pieces: Tensor) -> Tensor:
        if not self.training:
            return pieces
        hidden = (torch.rand(pieces.shape) < self.hidden_share) & (pieces >= FIRST_WORD_PIECE)
        return pieces.masked_fill(hidden, MASK)

    def ask(self, vectors: Tensor, items: Sequence[Item], questions: Sequence[Question]) -> tuple[Tensor, list[np.ndarray]]:
        """Tag scores [questions, words, tags], and for each question the places in the parse that it asks about."""
        width = vectors.shape[1]
        places, asked, anchors, relations = [], [], [], []
        for question in questions:
            example, window = items[question.row]
            words = np.array(window.words)
            place = int(np.searchsorted(words, question.anchor))
            first, last = stretch_around(place, example.paragraphs[words])
            places.append(words[first:last])
            asked.append(np.arange(first, last) + question.row * width)
            anchors.append(place + question.row * width)
            relations.append(example.grammar.relations(question.anchor, words[first:last]))
        flat, rows = vectors.reshape(-1, vectors.shape[-1]), pad(asked)
        stretches = flat.index_select(0, rows.flatten()).view(*rows.shape, -1)
        scores = self.asker(stretches, flat.index_select(0, torch.tensor(anchors)), pad(relations), attention_mask([len(a) for a in asked]))
        return scores, places

    def loss(self, items: Sequence[Item]) -> Tensor:
        """Cross-entropy of the anchors, per gold anchor, and the chain's negative log-likelihood, per question."""
        vectors, scores = self.read(items)
        gold = torch.zeros_like(scores)
        questions = list(_gold_questions(items))
        for question in questions:
            gold[question.row, items[question.row][1].words.index(question.anchor)] = 1
        inside = torch.zeros_like(scores)
        for row, (_, window) in enumerate(items):
            inside[row, : len(window.words)] = 1
        anchors = (nn.functional.binary_cross_entropy_with_logits(scores, gold, reduction="none") * inside).sum() / max(1, len(questions))
        questions += _lures(items, torch.sigmoid(scores.detach()) * (1 - gold) * inside, max(2, len(questions) // LURE_SHARE))
        return anchors + TAGS_WEIGHT * self._answers_loss(vectors, items, questions) if questions else anchors

    def _answers_loss(self, vectors: Tensor, items: Sequence[Item], questions: Sequence[Question]) -> Tensor:
        """Mean over the questions; those about stretches of like length are asked together, so that little is padded."""
        ordered = sorted(questions, key=lambda question: self._length(items, question))
        total = torch.zeros(())
        size = -(-len(ordered) // PARTS_OF_BATCH)
        for start in range(0, len(ordered), size):
            asked = ordered[start : start + size]
            scores, places = self.ask(vectors, items, asked)
            total = total + self.answer_loss(scores, asked, places)
        return total / len(ordered)

    def answer_loss(self, scores: Tensor, asked: Sequence[Question], places: Sequence[np.ndarray]) -> Tensor:
        """Summed over the questions: how unlikely the scores make the gold answers about these places."""
        tags = pad([np.array(_tags(question.answer, found)) for question, found in zip(asked, places, strict=True)])
        return self.chain.loss(scores, tags, torch.tensor([len(found) for found in places])).sum()

    def parts(self, scores: np.ndarray, anchor: int) -> list[str | None]:
        """For each word of one question the part it has in the answer; `scores` [words, tags], `anchor` a place among the words."""
        (best,) = decode([scores], barred(self.chain.moves.detach().numpy()), [anchor])
        return [tag[2:] or None for tag in best.tags]

    def _length(self, items: Sequence[Item], question: Question) -> int:
        example, window = items[question.row]
        words = np.array(window.words)
        first, last = stretch_around(int(np.searchsorted(words, question.anchor)), example.paragraphs[words])
        return last - first


def _gold_questions(items: Sequence[Item]) -> Iterator[Question]:
    for row, (example, window) in enumerate(items):
        words = set(window.words)
        for relation in example.relations:
            if relation.anchor in words:
                yield Question(row=row, anchor=relation.anchor, answer=relation)


def _lures(items: Sequence[Item], likelihoods: Tensor, count: int) -> list[Question]:
    """Questions about the words that look most like anchors and are none."""
    likeliest = torch.topk(likelihoods.flatten(), min(count, likelihoods.numel()))
    places = (divmod(index, likelihoods.shape[1]) for index in likeliest.indices[likeliest.values > LEAST_LURE].tolist())
    return [Question(row=row, anchor=items[row][1].words[place], answer=None) for row, place in places]


def _tags(answer: Relation | None, places: np.ndarray) -> list[int]:
    if answer is None:
        return [0] * len(places)
    return tagged({part: [int(i) in getattr(answer, part) for i in places] for part in PARTS})
