"""The branch that judges targets: layers of its own above the encoder's vectors of word pieces, and a head that looks at the sentence."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu
from train.minilm import HEADS, WIDTH, Encoder

from rashomon.model import Attitude

DROPPED = 0.2
LEAST_LEFT = 1e-4
UNLOOKED = 0.1
"""What a row counts for that the head need not look at: the target may have drawn all there is from it."""


class Head(nn.Module):
    """Scores each target: its own vectors' mean, what of the sentence it looks at, and the sentence's first vector."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS) -> None:
        super().__init__()
        self.heads, self.part = heads, width // heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.mixed, self.scores = nn.Linear(3 * width, width), nn.Linear(width, len(Attitude))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, sentences: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
        """Scores [targets, attitudes].

        `sentences` [targets, rows, width] holds each target's sentence, `targets` [targets, rows] the share of each row in the target's
        mean, `mask` [targets, 1, 1, rows] is added to the attention scores.
        """
        own = (targets.unsqueeze(1) @ sentences).squeeze(1)
        shares, values = self.look(own, sentences, mask)
        return self.judge(own, (shares @ values).flatten(1), sentences[:, 0])

    def look(self, own: Tensor, sentences: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What targets with the vectors `own` look at: shares [targets, heads, 1, rows] of values [sentences, heads, rows, width / heads].

        `sentences` [sentences, rows, width] holds each target's sentence, or the one sentence of them all.
        """
        query = self.query(own).view(-1, self.heads, 1, self.part)
        key, value = (
            part(sentences).view(-1, sentences.shape[1], self.heads, self.part).transpose(1, 2) for part in (self.key, self.value)
        )
        return ((query @ key.transpose(2, 3)) * self.part**-0.5 + mask).softmax(dim=-1), value

    def judge(self, own: Tensor, seen: Tensor, first: Tensor) -> Tensor:
        """Scores from the three vectors, each [..., width]."""
        return self.scores(self.dropout(gelu(self.mixed(self.dropout(torch.cat([own, seen, first], dim=-1))))))


class Branch(nn.Module):
    """The word pieces' own vectors of sentences in, scores of their targets out."""

    def __init__(self, encoder: Encoder) -> None:
        """`encoder` gives the layers their weights to begin with."""
        super().__init__()
        self.encoder = copy.deepcopy(encoder)
        del self.encoder.words
        self.head = Head()

    def forward(self, embedded: Tensor, mask: Tensor, targets: Tensor, sentence: Tensor) -> Tensor:
        """Scores [targets, attitudes]; `sentence` [targets] says which of the sentences each target stands in."""
        vectors = self.encoder.read(embedded, mask)
        scores: Tensor = self.head(vectors[sentence], targets, mask[sentence])
        return scores


class Judging(nn.Module):
    """The branch over one sentence."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch
        self.register_buffer("open", torch.zeros(1, 1, 1, 1))

    def forward(self, embedded: Tensor, targets: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """From `embedded` [1, rows, WIDTH] and `targets` [targets, rows]: `likely` [targets, attitudes], and what `Deciding` goes on from.

        That are the last layer's input, `below`, and output, `vectors`, both [1, rows, WIDTH].
        """
        encoder = self.branch.encoder
        below = encoder.read(embedded, self.open, but_last=True)
        vectors = encoder.layers[-1](below, self.open)
        head = self.branch.head
        own, first = targets @ vectors[0], vectors[:, 0].expand(targets.shape[0], -1)
        shares, values = head.look(own, vectors, self.open)
        return head.judge(own, (shares @ values).flatten(1), first).softmax(dim=-1), below, vectors


class Deciding(nn.Module):
    """What each row of a sentence weighs in the verdicts on targets: asked only where the verdict is not neutral."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.last, self.head = branch.encoder.layers[-1], branch.head
        # What the head looked at is all that differs from row to row; the rest of its input is mixed once a target.
        own, seen, first = self.head.mixed.weight.detach().split(WIDTH, dim=1)
        self.fixed, self.seen = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH, bias=False)
        self.fixed.load_state_dict({"weight": torch.cat([own, first], dim=1), "bias": self.head.mixed.bias.detach()})
        self.seen.load_state_dict({"weight": seen})
        self.output = nn.Linear(WIDTH, WIDTH, bias=False)
        self.output.load_state_dict({"weight": self.last.output.weight.detach()})
        self.register_buffer("open", torch.zeros(1, 1, 1, 1))

    def forward(self, below: Tensor, vectors: Tensor, targets: Tensor, told: Tensor) -> Tensor:
        """From what `Judging` gives, and which attitude was told of each target, `told` [targets]: `weights` [targets, rows].

        A row weighs what the target draws from it in the last layer, times by how much less likely the verdict is when the head may not
        look at it, as a share of the most that any word's absence does.
        """
        likely = self._looks(vectors, targets).softmax(dim=-1)
        likely = likely.gather(2, told[:, None, None].expand(-1, likely.shape[1], 1)).squeeze(2)
        fall = ((likely[:, :1] - likely[:, 1:]) * (targets == 0)).clamp(min=0)
        share = fall / fall[:, 1:-1].amax(dim=-1, keepdim=True).clamp(min=LEAST_LEFT)
        return self._drawn(below, targets) * (share + UNLOOKED)

    def _looks(self, vectors: Tensor, targets: Tensor) -> Tensor:
        """Scores [targets, 1 + rows, attitudes]: as they are, then as if the head could not look at each row in turn.

        An exact occlusion: attention over the other rows is the same look with the row's share taken out and the rest scaled up.
        """
        own, first = targets @ vectors[0], vectors[:, 0].expand(targets.shape[0], -1)
        shares, values = self.head.look(own, vectors, self.open)
        kept, seen = shares.transpose(2, 3), shares @ values
        less = (seen - kept * values) / (1 - kept).clamp(min=LEAST_LEFT)
        looks = torch.cat([seen, less], dim=2).transpose(1, 2).flatten(2)
        return self.head.scores(gelu(self.seen(looks) + self.fixed(torch.cat([own, first], dim=-1)).unsqueeze(1)))

    def _drawn(self, below: Tensor, targets: Tensor) -> Tensor:
        """How much the targets draw from each row in the last layer's attention, [targets, rows].

        The size of what is added, rather than the share of attention alone (Kobayashi et al. 2020, Attention is Not Only a Weight).
        """
        query, key, value = (
            part(below).view(-1, HEADS, WIDTH // HEADS).transpose(0, 1) for part in (self.last.query, self.last.key, self.last.value)
        )
        own = targets.amax(dim=0).nonzero().squeeze(1)
        shares = (query[:, own] @ key.transpose(1, 2) * (WIDTH // HEADS) ** -0.5).softmax(dim=-1)
        added = self.output((shares.unsqueeze(-1) * value.unsqueeze(1)).permute(1, 2, 0, 3).flatten(2))
        return targets[:, own] @ added.norm(dim=-1)
