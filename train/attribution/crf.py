"""A linear-chain conditional random field over the tags of one attribution (Lafferty et al. 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from rashomon.read.attributions.learned.tags import ALLOWED, ENDS, STARTS, TAGS

NEVER = -1e4


class Chain(nn.Module):
    """Scores of tags following each other, those that cannot follow each other ruled out."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("barred", torch.where(torch.tensor(ALLOWED), 0.0, NEVER))
        self.register_buffer("start", torch.where(torch.tensor(STARTS), 0.0, NEVER))
        self.register_buffer("end", torch.where(torch.tensor(ENDS), 0.0, NEVER))

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood of each row; `scores` [rows, length, tags], `tags` [rows, length], `lengths` [rows]."""
        moves = self.moves + self.barred
        picked = scores.gather(2, tags.unsqueeze(-1)).squeeze(-1)
        inside = torch.arange(scores.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)
        gold = (picked * inside).sum(1) + (moves[tags[:, :-1], tags[:, 1:]] * inside[:, 1:]).sum(1)
        columns = scores.unbind(1)
        alpha = self.start + columns[0]
        last = torch.zeros_like(alpha)
        last = torch.where((lengths == 1).unsqueeze(1), alpha, last)
        for place, column in enumerate(columns[1:], start=1):
            alpha = torch.logsumexp(alpha.unsqueeze(2) + moves, dim=1) + column
            last = torch.where((lengths == place + 1).unsqueeze(1), alpha, last)
        return torch.logsumexp(last + self.end, dim=1) - gold
