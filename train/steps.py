"""Steps: what a step of training does, whatever is trained: it follows the loss at its pace, and what came of it goes into an average."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn


class Steps:
    """The steps of one training.

    The rate rises over the first `warm_up` of `steps` steps, to that of the optimizer, and falls linearly to `slowest` of it; gradients
    are cut to the norm `steepest`. What is to be kept is `average`, a moving average of the weights (Polyak & Juditsky 1992): every
    `averaged_every`th step's are taken in, the average counting for `averaged` once it has settled, which takes longer the larger
    `settling` is.
    """

    def __init__(
        self,
        network: nn.Module,
        optimizer: torch.optim.Optimizer,
        steps: int,
        *,
        warm_up: float,
        averaged: float,
        slowest: float = 0.0,
        steepest: float = 1.0,
        averaged_every: int = 1,
        settling: int = 20,
    ) -> None:
        self.network, self.optimizer = network, optimizer
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / warm_up) * max(slowest, 1 - step / steps)
        )
        self.steepest = steepest
        self.averaged, self.averaged_every, self.settling = averaged, averaged_every, settling
        self.average = {name: value.clone() for name, value in network.state_dict().items()}

    @property
    def done(self) -> int:
        """How many steps were taken."""
        return self.schedule.last_epoch

    def take(self, loss: Tensor) -> None:
        """One step."""
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), self.steepest)
        self.optimizer.step()
        self.schedule.step()
        if self.done % self.averaged_every == 0:
            self._take_in(min(self.averaged, self.done / (self.done + self.settling)))

    def _take_in(self, share: float) -> None:
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                if value.is_floating_point():
                    self.average[name].mul_(share).add_(value, alpha=1 - share)

    def state(self) -> dict[str, Any]:
        """All that the next steps need besides the network's weights."""
        return {"average": self.average, "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict()}

    def go_on_from(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave."""
        self.average.update(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
