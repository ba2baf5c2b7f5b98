"""Text set in capitals, given the capitals that ordinary print would have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from rashomon.errors import TableError
from rashomon.tables import load_table

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
BRACKETED = re.compile(r"[(\[]\s*([A-Z][A-Z0-9-]{1,7})\s*[)\]]")
SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+$")
VOWELS = frozenset("AEIOUY")
LONGEST_ACRONYM = 5
LONGEST_INITIALS = 3
ENDINGS = ("'s", "s'", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "n't")


def truecased(text: str, is_word: Callable[[str], bool]) -> str:
    """The same text, letter for letter as long, in lower case but for sentence starts, names and acronyms.

    A word that the language does not know is a name; so is one that a table lists, one behind a name's particle ("San"),
    a title before a name, and the words whose initials an acronym behind them spells ("Oru Freedom Front (OFF)").
    """
    acronyms = set(BRACKETED.findall(text)) - {word for word in BRACKETED.findall(text) if is_word(word.lower())}
    words = list(WORD.finditer(text))
    kinds = [_kind(match.group(), acronyms, is_word) for match in words]
    for i, (kind, following) in enumerate(pairwise(kinds)):
        if kind == "particle" and following == "word":
            kinds[i + 1] = "name"
    kinds = [_beside_a_number(kind, text, match) for kind, match in zip(kinds, words, strict=True)]
    kinds = [_before_a_name(kind, following) for kind, following in zip(kinds, [*kinds[1:], "word"][: len(kinds)], strict=True)]
    for i in _spelled_out(text, words, acronyms):
        kinds[i] = "name"
    recased = [character.lower() if len(character.lower()) == 1 else character for character in text]
    for match, kind in zip(words, kinds, strict=True):
        start, end = match.span()
        if kind == "acronym":
            recased[start:end] = text[start:end]
        elif kind in {"name", "title"} or not text[:start].strip() or SENTENCE_END.search(text, max(0, start - 4), start):
            recased[start] = text[start]
    return "".join(recased)


def _kind(word: str, acronyms: set[str], is_word: Callable[[str], bool]) -> str:
    low = word.lower()
    bare = low.removesuffix("'s")
    if word in acronyms:
        return "acronym"
    listed = _listed().get(bare)
    if listed is not None:
        return listed
    if is_word(low) or any(low.endswith(ending) and _stem_is_word(low.removesuffix(ending), ending, is_word) for ending in ENDINGS):
        return "word"
    is_acronym = len(bare) <= LONGEST_INITIALS or (len(bare) <= LONGEST_ACRONYM and not VOWELS & set(word))
    return "acronym" if is_acronym and "'" not in word else "name"


def _stem_is_word(stem: str, ending: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a form comes from a word: "carried" leads to "carry", "stopped" to "stop", "bombing" to "bomb", "using" to "use"."""
    if len(stem) < 2:
        return False
    forms = [stem, stem + "e"]
    if stem.endswith("i"):
        forms.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2] and ending not in {"s", "es"}:
        forms.append(stem[:-1])
    return any(is_word(form) for form in forms)


def _beside_a_number(kind: str, text: str, match: re.Match[str]) -> str:
    """The words "may" and "march" are months only with a number beside them."""
    if kind != "month":
        return kind
    beside = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 4]
    return "name" if any(character.isdigit() for character in beside) else "word"


def _before_a_name(kind: str, following: str) -> str:
    if kind == "title":
        return "title" if following in {"name", "title", "particle", "acronym"} else "word"
    return "name" if kind == "particle" and following == "name" else "word" if kind == "particle" else kind


def _spelled_out(text: str, words: list[re.Match[str]], acronyms: set[str]) -> Iterator[int]:
    """The words before a bracketed acronym whose initials are its letters in order, small words between them allowed."""
    for i, match in enumerate(words):
        if match.group() not in acronyms or text[match.start() - 1 : match.start()] not in {"(", "["}:
            continue
        letters = list(match.group())
        back = i - 1
        found: list[int] = []
        while letters and back >= 0 and i - back <= 2 * len(match.group()):
            if words[back].group()[0] == letters[-1]:
                letters.pop()
                found.append(back)
            elif len(words[back].group()) > LONGEST_INITIALS:
                break
            back -= 1
        if not letters:
            yield from found


@cache
def _listed() -> dict[str, str]:
    rows = load_table("rashomon.parse", "tables/capitals.tsv", ("word", "kind"), key=("word",))
    for row in rows:
        if row["kind"] not in {"name", "title", "particle", "month"}:
            raise TableError(
                f"tables/capitals.tsv: {row['word']} is of unknown kind {row['kind']!r}; it should be name, title, particle or month"
            )
    return {row["word"]: row["kind"] for row in rows}
