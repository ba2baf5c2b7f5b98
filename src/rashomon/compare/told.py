"""How something is told, in plain words: how far it got, and whether it was so."""

from __future__ import annotations

from functools import cache

from rashomon.model import Polarity, Stage
from rashomon.tables import load_table


@cache
def told(code: Stage | Polarity) -> str:
    """The words for a stage or a polarity: "told as done", "planned", "denied"."""
    kind = "stage" if isinstance(code, Stage) else "polarity"
    return next(row["words"] for row in told_rows() if (row["kind"], row["code"]) == (kind, code.value))


def told_rows() -> tuple[dict[str, str], ...]:
    """The table of these words: kind, code, words."""
    return load_table("rashomon.compare", "tables/told.tsv", ("kind", "code", "words"), key=("kind", "code"))
