"""The head that weighs each wording of an article in each role of its incidents."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu
from train.minilm import WIDTH

from rashomon.read.incidents.choosing import BLAMES
from rashomon.read.incidents.told import ROLES, TOLD_COLUMNS

INNER = 256
POOLED, ARTICLE = 3 * WIDTH, 2 * WIDTH
DROPPED = 0.3


class Weigher(nn.Module):
    """One article's candidates in, a likelihood for each role and a score for each kind of blame out.

    Each candidate is first weighed by itself, then beside all others of its article: five attention pools over them tell whether
    the article tells an incident at all, and what else is told in it.
    """

    def __init__(self, sizes: Sequence[int], mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.mean, self.spread = nn.Parameter(mean, requires_grad=False), nn.Parameter(spread, requires_grad=False)
        self.pooled, self.article, self.told = nn.Linear(POOLED, INNER), nn.Linear(ARTICLE, INNER), nn.Linear(TOLD_COLUMNS, INNER)
        self.categories = nn.ModuleList(nn.Embedding(size, INNER) for size in sizes)
        for table in self.categories:
            nn.init.normal_(table.weight, std=0.1)
        self.norm, self.own = nn.LayerNorm(INNER), nn.Linear(INNER, INNER)
        self.attention, self.context = nn.Linear(INNER, len(ROLES)), nn.Linear(len(ROLES) * INNER, INNER)
        self.norm_beside, self.beside = nn.LayerNorm(INNER), nn.Linear(INNER, INNER)
        self.roles, self.blame = nn.Linear(INNER, len(ROLES)), nn.Linear(INNER, len(BLAMES))
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, pooled: Tensor, article: Tensor, categories: Tensor, told: Tensor) -> tuple[Tensor, Tensor]:
        """The inputs of `rashomon.read.incidents.learned.candidate_inputs`; gives role scores [candidates, roles] and blame scores."""
        x = self.pooled(self.dropout((pooled - self.mean) / self.spread)) + self.article(self.dropout(article)) + self.told(told)
        x = x + sum(table(categories[:, column]) for column, table in enumerate(self.categories))
        x = gelu(self.norm(x))
        x = x + gelu(self.own(self.dropout(x)))
        shares = self.attention(x).softmax(dim=0)
        pools = (shares.transpose(0, 1) @ x).reshape(1, -1)
        beside = self.norm_beside(x + self.context(pools))
        x = x + gelu(self.beside(self.dropout(beside)))
        return self.roles(x), self.blame(x)


class Weighers(nn.Module):
    """Several weighers trained from other seeds, their likelihoods averaged."""

    def __init__(self, members: Sequence[Weigher]) -> None:
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, pooled: Tensor, article: Tensor, categories: Tensor, told: Tensor) -> tuple[Tensor, Tensor]:
        """As `Weigher.forward`, with likelihoods in the place of scores."""
        found = [member(pooled, article, categories, told) for member in self.members]
        roles = torch.stack([roles.sigmoid() for roles, _ in found]).mean(dim=0)
        blame = torch.stack([blame.softmax(dim=-1) for _, blame in found]).mean(dim=0)
        return roles, blame
