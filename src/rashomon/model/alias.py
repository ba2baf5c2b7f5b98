"""AliasRow: what a reader says of two names, for all articles of a case."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class AliasRelation(StrEnum):
    """How the actor called by one name stands to the one called by another, as a row of an alias table says.

    Alias-of and abbreviation: they are one actor. Part-of, successor and said-to-be-front-of: they are two that belong
    together, each by somebody's word. Must-not-merge: they are two, whatever else speaks for one.
    """

    ALIAS_OF = "alias-of"
    ABBREVIATION = "abbreviation"
    PART_OF = "part-of"
    SUCCESSOR = "successor"
    FRONT_OF = "said-to-be-front-of"
    MUST_NOT_MERGE = "must-not-merge"


class AliasRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an alias table: `name` stands in `relation` to `other`, by the word of `source`."""

    name: str
    relation: AliasRelation
    other: str
    source: str
    note: str | None = None
