"""Smoothing before 8-bit weights: what is large in a layer's input is moved into its weights.

The method is SmoothQuant (Xiao et al. 2023, arXiv 2211.10438).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn

SMOOTHED = ("wide", "narrow")
"""The layers whose inputs have a few large features: one scale for all of them would leave the others few steps."""
SHARE = 0.8
"""How much of the size is moved: of 0.5 to 1.0 the one that left vectors nearest to those of 32-bit weights, a third nearer than none."""
LEAST = 1e-5


class Smoothed(nn.Module):
    """A linear layer with its input's features divided, and its weights multiplied, by one factor each."""

    def __init__(self, layer: nn.Linear, largest: Tensor) -> None:
        """`largest` [features] is the largest input seen of each."""
        super().__init__()
        weights = layer.weight.detach()
        factors = largest.clamp(min=LEAST) ** SHARE / weights.abs().amax(0).clamp(min=LEAST) ** (1 - SHARE)
        self.register_buffer("shares", 1 / factors)
        self.layer = nn.Linear(layer.in_features, layer.out_features)
        self.layer.load_state_dict({"weight": weights * factors, "bias": layer.bias.detach()})

    def forward(self, x: Tensor) -> Tensor:
        """As the layer's own, up to rounding."""
        return self.layer(x * self.shares)


def smooth(network: nn.Module, inputs: Iterable[Sequence[Tensor]]) -> None:
    """Smooths the network in place, by what its layers see when it reads `inputs`."""
    layers = {name: layer for name, layer in network.named_modules() if name.rpartition(".")[2] in SMOOTHED}
    largest: dict[str, Tensor] = {}

    def look(name: str, seen: Tensor) -> None:
        sizes = seen.abs().amax(dim=tuple(range(seen.dim() - 1)))
        largest[name] = torch.maximum(largest.get(name, sizes), sizes)

    hooks = [layer.register_forward_pre_hook(lambda _, seen, name=name: look(name, seen[0])) for name, layer in layers.items()]
    with torch.no_grad():
        for each in inputs:
            network(*each)
    for hook in hooks:
        hook.remove()
    for name, layer in layers.items():
        holder, _, own = name.rpartition(".")
        setattr(network.get_submodule(holder), own, Smoothed(layer, largest[name]))
