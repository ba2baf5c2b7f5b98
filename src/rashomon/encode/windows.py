"""Windows: whole paragraphs, as many as the encoder takes at once, cut into word pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse import Doc

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LARGEST = 256
"""How many word pieces a window holds at most, the two that mark its ends not counted."""


@dataclass(frozen=True, eq=False)
class Window:
    """A stretch of an article that is encoded at once.

    `words` are the places of its tokens in the parse; `pieces` the word pieces' numbers, with the marks at both ends;
    `firsts` says for each word which of `pieces` is its first.
    """

    words: tuple[int, ...]
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]


def cut_windows(doc: Doc, tokenizer: Tokenizer) -> list[Window]:
    """The article's windows in text order; every word stands in exactly one.

    Paragraphs are packed as long as they fit. One that is too long for a window is cut between sentences, and a
    sentence that is too long between words.
    """
    words = [token.i for token in doc.words if not token.is_space]
    if not words:
        return []
    split = tokenizer.encode([doc.tokens[i].text for i in words], is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(split.ids, split.word_ids, strict=True):
        if word is not None:
            pieces[word].append(piece)
    edges = tokenizer.encode("").ids
    unknown = tokenizer.encode("[UNK]", add_special_tokens=False).ids
    pieces = [found or unknown for found in pieces]
    lengths = [len(found) for found in pieces]
    return [_window(words[first:last], pieces[first:last], edges) for first, last in _pack(_units(doc, words), lengths)]


def _units(doc: Doc, words: Sequence[int]) -> list[list[int]]:
    """For each paragraph, where its sentences start among the words."""
    paragraph_starts = {block.span.start for block in doc.blocks()}
    units: list[list[int]] = []
    for place, i in enumerate(words):
        token = doc.tokens[i]
        if not units or token.idx in paragraph_starts:
            units.append([place])
        elif token.is_sent_start:
            units[-1].append(place)
    return units


def _pack(units: list[list[int]], lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and behind-last word of each window."""
    ends = [*(unit[0] for unit in units[1:]), len(lengths)]
    start, held = 0, 0
    for unit, end in zip(units, ends, strict=True):
        size = sum(lengths[unit[0] : end])
        if held and held + size > LARGEST:
            yield start, unit[0]
            start, held = unit[0], 0
        if size <= LARGEST:
            held += size
            continue
        yield from _cut(unit, end, lengths)
        start, held = end, 0
    if start < len(lengths):
        yield start, len(lengths)


def _cut(sentences: list[int], end: int, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A paragraph in parts that fit, cut at a start of a sentence where there is one."""
    starts = set(sentences)
    first, held, safe = sentences[0], 0, sentences[0]
    place = first
    while place < end:
        if place in starts:
            safe = place
        if held + lengths[place] > LARGEST and place > first:
            behind = safe if safe > first else place
            yield first, behind
            first = place = behind
            held = 0
            continue
        held += lengths[place]
        place += 1
    yield first, end


def _window(words: Sequence[int], pieces: Sequence[Sequence[int]], edges: Sequence[int]) -> Window:
    ids, firsts = [edges[0]], []
    for found in pieces:
        firsts.append(len(ids))
        ids.extend(found)
    ids.append(edges[-1])
    return Window(words=tuple(words), pieces=tuple(ids), firsts=tuple(firsts))
