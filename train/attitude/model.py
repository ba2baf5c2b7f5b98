"""The branch that judges targets: upper layers of its own on top of the encoder's lower ones, and a head that looks at the sentence."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu
from train.minilm import HEADS, SHARED, WIDTH, Encoder, Layer

from rashomon.model import Attitude

DROPPED = 0.2
LEAST_LEFT = 1e-4
UNLOOKED = 0.1
"""What a row counts for that the head need not look at: the target may have drawn all there is from it."""


class Head(nn.Module):
    """Scores each target: its own vectors' mean, what of the sentence it looks at, and the sentence's first vector."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.mixed, self.scores = nn.Linear(3 * WIDTH, WIDTH), nn.Linear(WIDTH, len(Attitude))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, sentences: Tensor, targets: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores [targets, attitudes], and the shares [targets, heads, rows] and values [targets, heads, rows, width] of the look.

        `sentences` [targets, rows, WIDTH] holds each target's sentence, `targets` [targets, rows] the share of each row in the target's
        mean, `mask` [targets, 1, 1, rows] is added to the attention scores.
        """
        rows = sentences.shape[1]
        own = (targets.unsqueeze(1) @ sentences).squeeze(1)
        query = self.query(own).view(-1, HEADS, 1, WIDTH // HEADS)
        key, value = (part(sentences).view(-1, rows, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (self.key, self.value))
        shares = ((query @ key.transpose(2, 3)) * (WIDTH // HEADS) ** -0.5 + mask).softmax(dim=-1)
        seen = (shares @ value).reshape(-1, WIDTH)
        return self.judge(own, seen, sentences[:, 0]), shares.squeeze(2), value

    def judge(self, own: Tensor, seen: Tensor, first: Tensor) -> Tensor:
        """Scores from the three vectors, each [..., WIDTH]."""
        return self.scores(self.dropout(gelu(self.mixed(self.dropout(torch.cat([own, seen, first], dim=-1))))))


class Branch(nn.Module):
    """Lower vectors of sentences in, scores of their targets out."""

    def __init__(self, encoder: Encoder) -> None:
        """`encoder` gives the upper layers their weights to begin with."""
        super().__init__()
        self.layers = copy.deepcopy(encoder.layers[SHARED:])
        self.head = Head()
        self.hidden_share = 0.0
        """So many rows are hidden in training, so that no attitude hangs on one word alone."""

    def read(self, lower: Tensor, mask: Tensor) -> Tensor:
        """The branch's own vectors [sentences, rows, WIDTH] from the lower ones."""
        x = self._hidden(lower)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, lower: Tensor, mask: Tensor, targets: Tensor, sentence: Tensor) -> Tensor:
        """Scores [targets, attitudes]; `sentence` [targets] says which of the sentences each target stands in."""
        vectors = self.read(lower, mask)
        scores, _, _ = self.head(vectors[sentence], targets, mask[sentence])
        return scores

    def _hidden(self, lower: Tensor) -> Tensor:
        if not self.training:
            return lower
        kept = torch.rand(lower.shape[:2]) >= self.hidden_share
        kept[:, 0] = True
        return lower * kept.unsqueeze(-1)


class Judging(nn.Module):
    """The branch over one sentence, with what each of its rows weighs in the verdict."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch
        self.register_buffer("open", torch.zeros(1, 1, 1, 1))

    def forward(self, lower: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """The inputs of `rashomon.read.attitudes.learned`; gives `likely` [targets, attitudes] and `weights` [targets, rows].

        A row weighs what the target draws from it in the last layer, times by how much less likely the verdict is when the head may not
        look at it, as a share of the most that any word's absence does.
        """
        *below, last = self.branch.layers
        for layer in below:
            lower = layer(lower, self.open)
        vectors = last(lower, self.open).expand(targets.shape[0], -1, -1)
        scores, shares, values = self.branch.head(vectors, targets, self.open)
        likely = scores.softmax(dim=-1)
        best = likely.amax(dim=-1, keepdim=True)
        chosen = (likely == best).to(likely.dtype).unsqueeze(1)
        fall = best - (self._without(vectors, targets, shares, values) * chosen).amax(dim=-1)
        fall = (fall * (targets == 0)).clamp(min=0)
        share = fall / fall[:, 1:-1].amax(dim=-1, keepdim=True).clamp(min=LEAST_LEFT)
        return likely, (targets @ drawn(last, lower)) * (share + UNLOOKED)

    def _without(self, vectors: Tensor, targets: Tensor, shares: Tensor, values: Tensor) -> Tensor:
        """The likelihoods [targets, rows, attitudes] if the head could not look at the row.

        An exact occlusion: attention over the other rows is the same look with the row's share taken out and the rest scaled up.
        """
        kept = shares.unsqueeze(-1)
        seen = (kept * values).sum(dim=2, keepdim=True)
        less = ((seen - kept * values) / (1 - kept).clamp(min=LEAST_LEFT)).transpose(1, 2).flatten(2)
        own = (targets.unsqueeze(1) @ vectors).expand(-1, less.shape[1], -1)
        first = vectors[:, :1].expand(-1, less.shape[1], -1)
        return self.branch.head.judge(own, less, first).softmax(dim=-1)


def drawn(layer: Layer, x: Tensor) -> Tensor:
    """How much each row of `x` [1, rows, WIDTH] draws from each other in a layer's attention, [rows, rows].

    The size of what is added, rather than the share of attention alone (Kobayashi et al. 2020, Attention is Not Only a Weight).
    """
    rows, size = x.shape[1], WIDTH // HEADS

    def split(y: Tensor) -> Tensor:
        return y.view(rows, HEADS, size).transpose(0, 1)

    shares = (split(layer.query(x)) @ split(layer.key(x)).transpose(1, 2) * size**-0.5).softmax(dim=-1)
    # An einsum is not made 8-bit, which a product with weights of three axes cannot be.
    added = torch.einsum("hrs,whs->rhw", split(layer.value(x)), layer.output.weight.view(WIDTH, HEADS, size))
    return (shares.permute(2, 1, 0) @ added).norm(dim=-1).transpose(0, 1)
