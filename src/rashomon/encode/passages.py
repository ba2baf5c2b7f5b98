"""Passages: the sentences of a window, each with its rows of the window's word pieces; what a branch of the encoder reads by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.encode.windows import Window
from rashomon.parse import Doc


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence, or what of it stands in one window.

    `window` is the number of the window and `words` are the sentence's words as places in the parse. `rows` are the rows of the
    window's word pieces that belong to it, between the two that mark the window's ends; `starts` say for each word which of `rows`
    is the first of its word pieces, with the end mark's as the last.
    """

    window: int
    words: tuple[int, ...]
    rows: tuple[int, ...]
    starts: tuple[int, ...]

    def rows_of(self, places: Sequence[int]) -> tuple[int, ...]:
        """Where in `rows` the word pieces of the words at these places stand; words outside the passage have none."""
        wanted = set(places)
        found = (range(self.starts[number], self.starts[number + 1]) for number, word in enumerate(self.words) if word in wanted)
        return tuple(row for rows in found for row in rows)


def cut_passages(doc: Doc, windows: Sequence[Window]) -> Iterator[Passage]:
    """The passages of the windows in text order; every word stands in exactly one."""
    for number, window in enumerate(windows):
        bounds = (*window.firsts, len(window.pieces) - 1)
        for _, group in groupby(range(len(window.words)), key=lambda place: doc.sentence_numbers[window.words[place]]):
            inside = list(group)
            first, last = bounds[inside[0]], bounds[inside[-1] + 1]
            yield Passage(
                window=number,
                words=tuple(window.words[place] for place in inside),
                rows=(0, *range(first, last), len(window.pieces) - 1),
                starts=tuple(bounds[place] - first + 1 for place in (*inside, inside[-1] + 1)),
            )
