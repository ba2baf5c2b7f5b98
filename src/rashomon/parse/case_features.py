"""Case features: what the words of a text in one case, and what stands around them, tell of the capitals that print would give them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from rashomon.errors import TableError
from rashomon.tables import load_table

BUCKETS = 1 << 17
SMALL, CAPITAL, CAPITALS = 0, 1, 2
"""The columns of the weights: how print writes a word."""
CLITIC = "'s"
NONE, AFTER_OPENING = "<", "s"
"""What stands for the case before the first word of a sentence, and for the capital that such a word has for its place alone."""
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+$")
VOWELS = frozenset("aeiouy")
ENDINGS = ("'s", "s'", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "n't")
LONGEST_COUNTED = 9
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


@cache
def _listed() -> dict[str, str]:
    rows = load_table("rashomon.parse", "tables/capitals.tsv", ("word", "kind"), key=("word",))
    for row in rows:
        if row["kind"] not in KINDS:
            raise TableError(
                f"tables/capitals.tsv: {row['word']} is of unknown kind {row['kind']!r}; it should be name, title, particle or month"
            )
    return {row["word"]: row["kind"] for row in rows}
