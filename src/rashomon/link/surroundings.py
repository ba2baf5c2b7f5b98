"""Surroundings: the words of the sentence that an act is told in, without what accounts quarrel over.

Numbers, judging labels and whoever is blamed are left out, so that two accounts are not kept apart, nor brought together, by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rashomon.link.acts import WORD, content_stem
from rashomon.link.names import KEPT
from rashomon.model import Attitude, Record, Span
from rashomon.read.events.numbers import number_words

SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|\n")
REACH = 250
"""Characters to either side beyond which a word is not looked at, however long the sentence."""
BESIDE = 3
"""Content words to either side of the trigger that stand beside it: mostly who acts and what is acted on."""


Word = tuple[int, int, str]
"""Where a word starts and ends, and what is kept of it."""


class Surroundings(NamedTuple):
    """The number of the sentence in its article, the stems of its content words, and those that stand next to the trigger, both sorted."""

    sentence: int
    context: tuple[str, ...]
    beside: tuple[str, ...]


class Sentences:
    """The words of one article, found once for all its events."""

    def __init__(self, record: Record) -> None:
        text = record.article.text
        self._ends = sentence_ends(text)
        contested = [span for label in record.labels if label.attitude is not Attitude.NEUTRAL for span in label.spans]
        contested.extend(span for event in record.events for count in event.counts for span in count.spans)
        words = [(match.start(), match.end(), found) for match in WORD.finditer(text) if (found := _compared(match.group())) is not None]
        self._words = outside(words, contested)
        self._starts = [start for start, _, _ in self._words]

    def around(self, trigger: Span, blamed: Iterable[Span] = ()) -> Surroundings:
        """What stands around a trigger, without the words in `blamed`."""
        number = bisect_right(self._ends, trigger.start)
        start = max(self._ends[number - 1] if number else 0, trigger.start - REACH)
        end = min(self._ends[number] if number < len(self._ends) else trigger.end + REACH, trigger.end + REACH)
        words = outside(self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)], blamed)
        own = {word for first, last, word in words if first < trigger.end and last > trigger.start}
        before = [word for _, last, word in words if last <= trigger.start]
        behind = [word for first, _, word in words if first >= trigger.end]
        return Surroundings(
            sentence=number,
            context=tuple(sorted({*before, *behind} - own)),
            beside=tuple(sorted({*before[-BESIDE:], *behind[:BESIDE]} - own)),
        )


def sentence_ends(text: str) -> list[int]:
    """Where the sentences and lines of a text end, in order, as far as an end is marked."""
    return [match.end() for match in SENTENCE_END.finditer(text)]


@lru_cache(maxsize=KEPT)
def _compared(word: str) -> str | None:
    """The stem of a word that is compared: no function word and no number."""
    return None if word.lower() in number_words() else content_stem(word)


def outside(words: Sequence[Word], spans: Iterable[Span]) -> list[Word]:
    """The words that begin in none of the spans, which may overlap."""
    held = sorted(spans)
    starts = [span.start for span in held]
    ends = [0, *accumulate((span.end for span in held), max)]
    return [word for word in words if ends[bisect_right(starts, word[0])] <= word[0]] if held else list(words)
