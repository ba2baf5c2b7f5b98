"""Records in, Comparison out."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import Comparison, Record


def compare_records(records: Sequence[Record]) -> Comparison:
    """What the records tell, side by side."""
    return Comparison(articles=tuple(record.article.id for record in records))


__all__ = ["compare_records"]
