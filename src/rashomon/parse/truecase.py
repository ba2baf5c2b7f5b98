"""Text set in one case, given the capitals that ordinary print would have.

A log-linear model reads the words from left to right and tells for each, from the word, its neighbours, the marks around it and
the two cases before it, whether print would have it small, with a capital, or all in capitals (truecasing as tagging; Lita et al. 2003,
"tRuEcasIng"). Its weights are hashed (Weinberger et al. 2009) and trained by `train/truecase.py`; `weights/CARD.md` says on what.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from rashomon.errors import TableError
from rashomon.tables import load_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

BUCKETS = 1 << 17
SMALL, CAPITAL, CAPITALS = 0, 1, 2
"""The columns of the weights: how print writes a word."""
CLITIC = "'s"
NONE, AFTER_OPENING = "<", "s"
"""What stands for the case before the first word of a sentence, and for the capital that such a word has for its place alone."""
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
BRACKETED = re.compile(r"[(\[]\s*([^\W\d_][\w-]{1,7})\s*[)\]]")
SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+$")
VOWELS = frozenset("aeiouy")
ENDINGS = ("'s", "s'", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "n't")
LONGEST_COUNTED = 9
SHORTEST_SPELLED = 3
"""Shorter acronyms have too few letters to tell which words before them they stand for."""
JOINING = frozenset({"of", "the", "for", "and", "in", "to", "de", "del", "la", "el", "y", "e", "du", "des"})
"""Small words that need no letter in the acronym of a name."""
KINDS = frozenset({"name", "title", "particle", "month"})


@dataclass(frozen=True)
class Word:
    """A word in small letters, where it stands, whether it opens a sentence, and the marks between it and its neighbours."""

    text: str
    start: int
    end: int
    opens: bool
    before: str
    behind: str


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


def words_of(text: str) -> list[Word]:
    """The words of a text, in their order."""
    found = list(WORD.finditer(text))
    gaps = [text[left.end() : right.start()] for left, right in itertools.pairwise(found)]
    opening = [text[: found[0].start()]] if found else []
    closing = [text[found[-1].end() :]] if found else []
    return [
        Word(
            text=match.group().lower(),
            start=match.start(),
            end=match.end(),
            opens=not place or SENTENCE_END.search(text, max(0, match.start() - 4), match.start()) is not None,
            before=_marks(before),
            behind=_marks(behind),
        )
        for place, (match, before, behind) in enumerate(zip(found, [*opening, *gaps], [*gaps, *closing], strict=True))
    ]


def _marks(gap: str) -> str:
    told = gap.strip()
    if not told:
        return "_" if gap else "."
    if any(character.isdigit() for character in told):
        return "0"
    return told[0] + told[-1]


def is_known(word: str, is_word: Callable[[str], bool]) -> bool:
    """True for a word of the language and what is regularly formed from it: "carried" from "carry", "bombing" from "bomb"."""
    bare = word.removesuffix(CLITIC)
    return is_word(bare) or any(bare.endswith(ending) and _is_stem(bare.removesuffix(ending), ending, is_word) for ending in ENDINGS)


def _is_stem(stem: str, ending: str, is_word: Callable[[str], bool]) -> bool:
    if len(stem) < 2:
        return False
    forms = [stem, stem + "e"]
    if stem.endswith("i"):
        forms.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2] and ending not in {"s", "es"}:
        forms.append(stem[:-1])
    return any(is_word(form) for form in forms)


def buckets(words: Sequence[Word], place: int, before: tuple[str, str], known: Callable[[str], bool]) -> list[int]:
    """The rows of the weights that speak for the word at `place`; `before` are the cases of the last two words (`cases_before`)."""
    return [_bucket(feature) for feature in _features(words, place, before, known)]


@cache
def _bucket(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS


def cases_before(words: Sequence[Word], cases: Sequence[int], place: int) -> tuple[str, str]:
    """The cases of the last word and the one before it, as the model is given them."""
    return _case_at(words, cases, place - 1), NONE if place and words[place - 1].opens else _case_at(words, cases, place - 2)


def _case_at(words: Sequence[Word], cases: Sequence[int], place: int) -> str:
    if place < 0:
        return NONE
    return AFTER_OPENING if words[place].opens and cases[place] == CAPITAL else str(cases[place])


def _features(words: Sequence[Word], place: int, before: tuple[str, str], known: Callable[[str], bool]) -> Iterator[str]:
    word = words[place]
    left = words[place - 1].text if place and not word.opens else "<"
    second = words[place - 2].text if left != "<" and place > 1 and not words[place - 1].opens else "<"
    right = words[place + 1].text if place + 1 < len(words) and not words[place + 1].opens else ">"
    own, ahead = f"{known(word.text):d}", f"{known(right):d}" if right != ">" else right
    length, listed = min(len(word.text), LONGEST_COUNTED), _listed().get(word.text.removesuffix(CLITIC), "")
    yield from ("bias", f"word {word.text}", f"left {left}", f"right {right}", f"{left} word {word.text}", f"word {word.text} {right}")
    yield from (f"end {word.text[-3:]}", f"end {word.text[-2:]}", f"start {word.text[:3]}", f"start {word.text[:2]}")
    yield f"known {own} {ahead} {f'{known(left):d}' if left != '<' else left}"
    yield f"length {length} {own} {bool(VOWELS & set(word.text)):d}"
    yield from (f"marks {word.before} {word.behind} {own}", f"mark {word.before} {word.text}")
    yield f"listed {listed} {word.before} {word.behind}"
    yield f"listed {listed} {_listed().get(right.removesuffix(CLITIC), '')} {own} {ahead}"
    yield from (f"right {right} {own}", f"left {left} {own}", f"left {second} {left} {own}")
    last, earlier = before
    yield from (f"case {last} {word.before} {own}", f"case {earlier} {last} {own}", f"case {last} {word.text}")
    yield from (f"case {last} {own} {ahead}", f"case {last} {word.before} {length} {own}")


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


@cache
def _listed() -> dict[str, str]:
    rows = load_table("rashomon.parse", "tables/capitals.tsv", ("word", "kind"), key=("word",))
    for row in rows:
        if row["kind"] not in KINDS:
            raise TableError(
                f"tables/capitals.tsv: {row['word']} is of unknown kind {row['kind']!r}; it should be name, title, particle or month"
            )
    return {row["word"]: row["kind"] for row in rows}
