"""Grammar: what the parse and the rules tell of each word, and how words stand to an anchor, as numbers for the heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rashomon.encode.weights import Labels
from rashomon.parse import Doc

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Numbers = NDArray[np.int64]

COLUMNS = ("tag", "dep", "entity", "shape", "quoted", "place", "hint")
SHAPES = ("lower", "title", "upper", "digit", "mixed", "mark")
QUOTED = ("outside", "inside", "mark")
PLACES = ("inner", "sentence", "paragraph")
HINTED = ("outside", "content", "source", "cue")
FARTHEST_STEPS = 4
DISTANCES = (-64, -48, -32, -24, -16, -12, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
SENTENCES = 3
"""Sentences farther from the anchor's than this count as this far."""


def word_sizes(labels: Labels) -> tuple[int, ...]:
    """How many numbers each of `COLUMNS` has."""
    return len(labels.tag) + 1, len(labels.dep) + 1, len(labels.entity) + 1, len(SHAPES), len(QUOTED), len(PLACES), len(HINTED)


def relation_sizes(labels: Labels) -> tuple[int, ...]:
    """How many numbers each of the columns of `Grammar.relations` has."""
    return len(DISTANCES) + 1, 2 * SENTENCES + 1, FARTHEST_STEPS + 2, len(labels.dep) + 4, len(HINTED) + 1


@dataclass(frozen=True)
class Hint:
    """What one rule reads in the words: places in the parse of an attribution's cue, source and content."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, eq=False)
class Grammar:
    """The grammar of one parsed article as numbers, made once and asked by every head.

    `words` has one row a token of the parse and one column for each of `COLUMNS`. The others hold for each token the
    place of its head, first and last place of its subtree, the number of its dependency label, the number of its
    sentence, and the places that hang on it. `hints` holds for each word of a cue the attribution that the rules read there.
    """

    words: Numbers
    heads: Numbers
    lefts: Numbers
    rights: Numbers
    deps: Numbers
    sentences: Numbers
    children: tuple[tuple[int, ...], ...]
    hints: Mapping[int, Hint]
    labels: Labels

    def relations(self, anchor: int, places: Numbers) -> Numbers:
        """How the tokens at `places` stand to the token at `anchor`, one row each.

        Columns: distance in words, distance in sentences, steps up from the anchor to the word under which both hang,
        the dependency label of the branch on which the token lies there, and what it is in the attribution that the rules
        read with this anchor in its cue (one more than its place in `HINTED`, 0 where they read none).
        """
        steps, branch = self._branches(anchor)
        distance = np.searchsorted(DISTANCES, places - anchor, side="left")
        apart = np.clip(self.sentences[places] - self.sentences[anchor], -SENTENCES, SENTENCES) + SENTENCES
        return np.stack([distance, apart, steps[places], branch[places], self._hinted(anchor, places)], axis=1)

    def _hinted(self, anchor: int, places: Numbers) -> Numbers:
        hint = self.hints.get(anchor)
        if hint is None:
            return np.zeros(len(places), dtype=np.int64)
        return np.array([1 + _hinted_as(int(place), hint) for place in places], dtype=np.int64)

    def _branches(self, anchor: int) -> tuple[Numbers, Numbers]:
        own, above, elsewhere = (len(self.labels.dep) + place for place in (1, 2, 3))
        steps = np.full(len(self.heads), FARTHEST_STEPS + 1, dtype=np.int64)
        branch = np.full(len(self.heads), elsewhere, dtype=np.int64)
        line = [anchor]
        while self.heads[line[-1]] != line[-1]:
            line.append(int(self.heads[line[-1]]))
        for height in range(len(line) - 1, -1, -1):
            holder = line[height]
            level = min(height, FARTHEST_STEPS)
            for child in self.children[holder]:
                low, high = self.lefts[child], self.rights[child] + 1
                steps[low:high] = level
                branch[low:high] = self.deps[child]
            steps[holder] = level
            branch[holder] = above
        branch[anchor] = own
        return steps, branch


def read_grammar(doc: Doc, quoted: Sequence[tuple[int, int]], hints: Sequence[Hint], labels: Labels) -> Grammar:
    """The grammar of an article; `quoted` are first and last place of each quotation's words, without its marks."""
    tokens = list(doc.tokens)
    states = _quotation_states(tokens, quoted)
    hinted = _hinted_words(hints, len(tokens))
    starts = {block.span.start for block in doc.blocks()}
    rows = [
        (
            labels.tag.get(token.tag_, 0),
            labels.dep.get(token.dep_, 0),
            labels.entity.get(token.ent_type_, 0),
            SHAPES.index(_shape(token.text)),
            states[token.i],
            2 if token.idx in starts else int(bool(token.is_sent_start)),
            hinted[token.i],
        )
        for token in tokens
    ]
    words = np.array(rows, dtype=np.int64).reshape(len(tokens), len(COLUMNS))
    return Grammar(
        words=words,
        heads=np.array([token.head.i for token in tokens], dtype=np.int64),
        lefts=np.array([token.left_edge.i for token in tokens], dtype=np.int64),
        rights=np.array([token.right_edge.i for token in tokens], dtype=np.int64),
        deps=words[:, COLUMNS.index("dep")],
        sentences=np.cumsum([int(bool(token.is_sent_start)) for token in tokens]),
        children=tuple(tuple(child.i for child in token.children) for token in tokens),
        hints={place: hint for hint in reversed(hints) for place in hint.cue},
        labels=labels,
    )


def _hinted_words(hints: Sequence[Hint], length: int) -> list[int]:
    """What each word is in the outer layer of the rules' attributions."""
    hinted = [0] * length
    outer = [hint for hint in hints if not any(hint.cue <= other.content for other in hints)]
    for hint in sorted(outer, key=lambda hint: -len(hint.content)):
        for place in (*hint.content, *hint.source, *hint.cue):
            hinted[place] = _hinted_as(place, hint)
    return hinted


def _hinted_as(place: int, hint: Hint) -> int:
    return next((HINTED.index(part) for part in ("cue", "source", "content") if place in getattr(hint, part)), 0)


def _quotation_states(tokens: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> list[int]:
    states = [0] * len(tokens)
    for first, last in quoted:
        states[first : last + 1] = [1] * (last + 1 - first)
    for token in tokens:
        if token.is_quote:
            states[token.i] = 2
    return states


def _shape(text: str) -> str:
    if text.islower():
        return "lower"
    if text.istitle():
        return "title"
    if text.isupper():
        return "upper"
    if text.isdigit():
        return "digit"
    return "mixed" if any(map(str.isalnum, text)) else "mark"
