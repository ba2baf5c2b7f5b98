"""The case: articles, what was read from them, and what a reader corrected, in one SQLite file."""

from rashomon.case.case import Case, open_case

__all__ = ["Case", "open_case"]
