"""Padding: rows of unequal length as one tensor, the mask that keeps attention off what was filled in, and how to fill in little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

NEVER = -1e4
SORTED_BATCHES = 8
"""Items are sorted by length among so many batches, so that little is padded."""

Item = TypeVar("Item")


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


def of_like_length(items: Sequence[Item], size: int, length: Callable[[Item], int]) -> Iterator[list[Item]]:
    """All items in batches of `size`, those of a few batches at a time sorted by length."""
    for start in range(0, len(items), size * SORTED_BATCHES):
        chunk = sorted(items[start : start + size * SORTED_BATCHES], key=length)
        yield from (chunk[place : place + size] for place in range(0, len(chunk), size))
