"""Lines: words folded to the width of a terminal, and how counts and cut lists are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

WIDTH = 80


def cut(shown: Sequence[str], in_all: int) -> str:
    """The entries of a list of which not all are `shown`, with how many more there are."""
    hidden = in_all - len(shown)
    return "; ".join([*shown, *([f"and {hidden} more"] if hidden > 0 else [])])


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def wrap(words: str, first: str = "", rest: str | None = None) -> list[str]:
    """The words in lines of WIDTH, the first indented by `first`, the others by `rest` (by `first` too where it is not given)."""
    folded = " ".join(words.split())
    wrapped = fill(folded, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest, break_on_hyphens=False)
    return wrapped.splitlines()
