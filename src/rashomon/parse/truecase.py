"""Text set in one case, given the capitals that ordinary print would have.

A log-linear model reads the words from left to right and tells for each, from the word, its neighbours, the marks around it and
the two cases before it, whether print would have it small, with a capital, or all in capitals (truecasing as tagging; Lita et al. 2003,
"tRuEcasIng"). Its weights are hashed (Weinberger et al. 2009) and trained by `train/truecase.py`; `weights/CARD.md` says on what.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from rashomon.parse.case_features import CAPITAL, CAPITALS, CLITIC, SMALL, Word, buckets, cases_before, is_known, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

BRACKETED = re.compile(r"[(\[]\s*([^\W\d_][\w-]{1,7})\s*[)\]]")
SHORTEST_SPELLED = 3
"""Shorter acronyms have too few letters to tell which words before them they stand for."""
JOINING = frozenset({"of", "the", "for", "and", "in", "to", "de", "del", "la", "el", "y", "e", "du", "des"})
"""Small words that need no letter in the acronym of a name."""


def truecased(blocks: Sequence[str], is_word: Callable[[str], bool]) -> list[str]:
    """The blocks of an article that are set in one case, each letter for letter as long, with the capitals of print.

    `is_word` tells whether a word in small letters is one of the language. A word that is not has one case wherever it stands. What a
    bracket introduces as an acronym is one in all blocks, and so is the name that it stands for ("Oru Freedom Front (OFF)").
    """
    words = [words_of(block) for block in blocks]
    known = cache(lambda word: is_known(word, is_word))
    cases = _consistent(words, [_cases(listed, known) for listed in words], known)
    acronyms, names = _introduced(blocks, words, known)
    return [
        _written(block, listed, _with_introduced(listed, found, acronyms, names))
        for block, listed, found in zip(blocks, words, cases, strict=True)
    ]


def _cases(words: Sequence[Word], known: Callable[[str], bool]) -> list[NDArray[np.float32]]:
    """The scores of the three cases for each word, read from left to right."""
    weights, scores, cases = _weights(), [], list[int]()
    for place, word in enumerate(words):
        score: NDArray[np.float32] = weights[buckets(words, place, cases_before(words, cases, place), known)].sum(axis=0)
        scores.append(score)
        best = int(score.argmax())
        cases.append(CAPITAL if word.opens and best == SMALL else best)
    return scores


def _consistent(
    words: Sequence[Sequence[Word]], scores: Sequence[Sequence[NDArray[np.float32]]], known: Callable[[str], bool]
) -> list[list[int]]:
    """The case of each word; one that the language does not know has the case that all its places together ask for."""
    together: dict[str, NDArray[np.float32]] = defaultdict(lambda: np.zeros(3, dtype=np.float32))
    for listed, found in zip(words, scores, strict=True):
        for word, score in zip(listed, found, strict=True):
            if not word.opens:
                together[word.text.removesuffix(CLITIC)] += score
    return [
        [
            int((together.get(word.text.removesuffix(CLITIC), score) if not known(word.text) else score).argmax())
            for word, score in zip(listed, found, strict=True)
        ]
        for listed, found in zip(words, scores, strict=True)
    ]


def _introduced(
    blocks: Sequence[str], words: Sequence[Sequence[Word]], known: Callable[[str], bool]
) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The acronyms that stand in brackets, and the names before them that they stand for."""
    acronyms, names = set[str](), set[tuple[str, ...]]()
    for block, listed in zip(blocks, words, strict=True):
        places = {word.start: place for place, word in enumerate(listed)}
        for match in BRACKETED.finditer(block):
            place = places.get(match.start(1))
            short = match.group(1).lower()
            if place is None or listed[place].text != short:
                continue
            name = _spelled_out([word.text for word in listed[:place]], short)
            if name or not known(short):
                acronyms.add(short)
            if name:
                names.add(name)
    return frozenset(acronyms), frozenset(names)


def _spelled_out(words: Sequence[str], short: str) -> tuple[str, ...]:
    """The last words whose initials are the letters of the acronym, in any order: it may come from another language.

    All letters but one have to be found among them, as one word may be another one there.
    """
    if len(short) < SHORTEST_SPELLED:
        return ()
    left, missed = Counter(short), 0
    found: list[str] = []
    for word in reversed(words):
        if word not in JOINING and left[word[0]]:
            left[word[0]] -= 1
        elif word not in JOINING:
            missed += 1
        if missed > 1:
            break
        found.insert(0, word)
        if not left.total():
            break
    while found and found[0] in JOINING:
        found.pop(0)
    return tuple(found) if left.total() <= 1 < len(found) else ()


def _with_introduced(words: Sequence[Word], cases: Sequence[int], acronyms: frozenset[str], names: frozenset[tuple[str, ...]]) -> list[int]:
    settled = [CAPITALS if word.text.removesuffix(CLITIC) in acronyms else case for word, case in zip(words, cases, strict=True)]
    texts = [word.text.removesuffix(CLITIC) for word in words]
    for name in names:
        for start in range(len(texts) - len(name) + 1):
            if tuple(texts[start : start + len(name)]) == name:
                for place in range(start, start + len(name)):
                    settled[place] = SMALL if texts[place] in JOINING else max(CAPITAL, settled[place])
    return settled


def _written(text: str, words: Sequence[Word], cases: Sequence[int]) -> str:
    recased = [_small(character) for character in text]
    for word, case in zip(words, cases, strict=True):
        end = word.end - 2 if word.text.endswith(CLITIC) else word.end
        if case == CAPITALS:
            recased[word.start : end] = map(_large, text[word.start : end])
        elif case == CAPITAL or word.opens:
            recased[word.start] = _large(text[word.start])
    return "".join(recased)


def _small(character: str) -> str:
    return character.lower() if len(character.lower()) == 1 else character


def _large(character: str) -> str:
    return character.upper() if len(character.upper()) == 1 else character


@cache
def _weights() -> NDArray[np.float32]:
    """The trained weights, [BUCKETS, 3]."""
    stored = np.load(BytesIO(files("rashomon.parse").joinpath("weights/truecase.npz").read_bytes()), allow_pickle=False)
    weights: NDArray[np.float32] = stored["weights"].astype(np.float32) * stored["scale"]
    return weights
