"""Reason: what speaks for or against taking several tellings as one happening, or several names as one actor."""

from __future__ import annotations

import msgspec

PRIOR = "prior"
"""The field of the reason that stands for what a link starts with, before anything is compared."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One ground for a link or a verdict.

    `weight` adds up over the reasons, in bits of evidence (log2 of a likelihood ratio, Fellegi & Sunter 1969). Where it is a ground for
    taking events as one happening, `links` are the pairs of their ids that it speaks of, and the reason with the field `prior`
    holds the odds before anything was compared.
    """

    field: str
    weight: float
    note: str
    links: tuple[tuple[str, str], ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two events taken to be one happening, with what that rests on: the prior odds and a reason for each field compared, in bits."""

    events: tuple[str, str]
    prior: float
    reasons: tuple[Reason, ...]

    @property
    def total(self) -> float:
        """The odds, in bits, that the two are one happening: 0 is even, each further bit doubles them."""
        return self.prior + sum(reason.weight for reason in self.reasons)
