"""Padding: rows of unequal length as one tensor, and the mask that keeps attention off what was filled in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

NEVER = -1e4


def pad(rows: Sequence[np.ndarray]) -> Tensor:
    """Integer rows as one tensor [rows, longest, ...], filled with zeros."""
    filled = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), dtype=np.int64)
    for number, row in enumerate(rows):
        filled[number, : len(row)] = row
    return torch.from_numpy(filled)


def attention_mask(lengths: Sequence[int]) -> Tensor:
    """What is added to attention scores [rows, heads, words, words] of rows of these lengths."""
    inside = torch.arange(max(lengths)).unsqueeze(0) < torch.tensor(lengths).unsqueeze(1)
    return torch.where(inside, 0.0, NEVER)[:, None, None, :]
