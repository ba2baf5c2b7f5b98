"""Marks: the punctuation that ends sentences and parts what is said from the one who says it."""

from __future__ import annotations

SENTENCE_ENDS = frozenset({".", "!", "?"})
CLAUSE_ENDS = SENTENCE_ENDS | {";"}
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
