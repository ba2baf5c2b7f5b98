"""Correction: what a reader changed, beside what was read."""

from __future__ import annotations

import msgspec


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """`field` of the thing with id `target` was `old` and is `new`, both as JSON text. `when` is ISO 8601 in UTC."""

    target: str
    field: str
    old: str
    new: str
    who: str
    when: str
    why: str
