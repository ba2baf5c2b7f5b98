"""What fails in attribution: every disagreement between gold and predictions, sorted into kinds that a newcomer understands.

A kind is decided by mechanical tests on spans, words and the parse, never by which document it is; of the tests of a part
the first that fits wins. Kinds, in the order in which they are tried, stand in `tables/kinds.tsv`.
"""

from bench.errors.find import find_errors
from bench.errors.kinds import Direction, Error, Kind, Part, load_kinds

__all__ = ["Direction", "Error", "Kind", "Part", "find_errors", "load_kinds"]
