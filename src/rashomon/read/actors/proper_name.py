"""Proper names: a stretch of words as the name that it is, told from months, offices and clauses of headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.actors.longer_names import leads_on
from rashomon.read.actors.words import first_names, name_words, naming_nobody, nouns, state_word, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACING = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout"})
DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
"""Behind a day a single name is a month's."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
"""Before a group's name it tells it from others of its kind: "2nd Oru Brigade"."""
NAME_WITH_EPITHET = 3
"""Words of "Peter the Great"."""
JOINING = frozenset({"of", "for", "and", "in", "to", "at", "by", "with", "on"})
"""Words that no name ends with."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at tokens `first` to `last` (both included); `type` is the parser's, or "" when it found none.

    `title` holds the words before a person's name that are titles ("Prime Minister"); `after_the` tells that "the" stands
    there and belongs to it, `in_place` that it stands behind a preposition of place or behind "mayor of".
    """

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    type: str
    title: tuple[str, ...] = ()
    after_the: bool = False
    in_place: bool = False

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(self.words)

    @property
    def is_acronym(self) -> bool:
        """True for one word of two to eight letters, nearly all capitals."""
        return len(self.words) == 1 and looks_like_acronym(self.words[0])


def looks_like_acronym(word: str) -> bool:
    """True for two to eight characters of which at most one is a small letter: "NATO", "MoD", "U.S."."""
    letters = [character for character in word if character.isalpha()]
    small = sum(character.islower() for character in letters)
    return 2 <= len(letters) <= 8 and small <= (len(letters) > 2) and letters[0].isupper()


def names_in(piece: list[Token], label: str) -> Iterator[Name]:
    """The name that a piece of an entity of type `label` is, without determiners and titles; none where it is no name."""
    while piece and (not piece[0].text[0].isupper() or piece[0].lower_ == "the") and not _part_of_name(piece[0]):
        if ORDINAL.fullmatch(piece[0].text) and len(piece) > 1 and label == "ORG" and piece[1].text[0].isupper():
            break
        piece = piece[1:]
    while piece and (piece[-1].lower_ in JOINING or not (piece[-1].text[0].isalnum() and (piece[-1].text[0].isupper() or len(piece) > 1))):
        piece = piece[:-1]
    while len(piece) > 1 and piece[0].lower_ in titles() and label in {"PERSON", "ORG"}:
        piece = piece[1:]
    if piece and piece[-1].text != "'s" and not (is_no_name(piece) or _is_clause(piece) or is_office(piece[-1])):
        yield name_of(piece, label)


def _is_clause(piece: list[Token]) -> bool:
    """True for a stretch of a headline with every word in capitals: it holds a verb, a pronoun or an article."""
    epithet = len(piece) == NAME_WITH_EPITHET and piece[0].pos_ == "PROPN" and piece[-1].text[0].isupper()
    articles = any(token.lower_ == "the" and not _is_inside_name(token, piece) for token in piece[1:-1]) and not epithet
    return articles or any(token.pos_ in {"AUX", "PRON", "VERB"} for token in piece[1:])


def _is_inside_name(article: Token, piece: list[Token]) -> bool:
    """True for the article of "Front for the Liberation of Orsk": the word before "for" or "of" is one of bodies and groups."""
    place = article.i - piece[0].i
    return place > 1 and piece[place - 1].lower_ in {"of", "for"} and any(token.text in name_words() for token in piece[: place - 1])


def is_no_name(piece: list[Token]) -> bool:
    """True for months and days, for the end of a hyphenated word, for dates ("7th Tir"), and for nouns such as "MPs"."""
    first = piece[0]
    before = first.nbor(-1) if first.i > 0 else None
    if first.lower_ in naming_nobody() and not _is_first_name(piece):
        return True
    if before is not None and before.text == "-" and not before.whitespace_:
        return True
    if len(piece) > 1:
        return False
    if before is not None and DAY.fullmatch(before.lower_) and first.dep_ not in {"nsubj", "nsubjpass"}:
        return True
    if leads_on(first):
        return False
    if first.text in nouns() or (before is not None and before.lower_ == "the" and first.lower_ in nouns()):
        return True
    return any(character.isdigit() for character in first.text) and not first.text.isupper()


def _is_first_name(piece: list[Token]) -> bool:
    """True for the first word of "May Wilson", "April Tal"."""
    return len(piece) > 1 and piece[0].text in first_names() and piece[0].ent_type_ == "PERSON"


def _part_of_name(token: Token) -> bool:
    return token.lower_ in {"al", "el", "bin", "ibn", "von", "van", "de", "da", "di", "la", "le", "du"} and token.i + 1 < len(token.doc)


def name_of(piece: list[Token], label: str) -> Name:
    """The tokens as a name, with what stands before it and how it hangs in the sentence."""
    words = tuple(token.text for token in piece)
    inside = {token.i for token in piece}
    head = next((token for token in reversed(piece) if token.head.i not in inside), piece[-1])
    title = title_before(piece[0]) if label in {"PERSON", "ORG", ""} else ()
    if title and label != "PERSON" and not looks_like_acronym(words[-1]):
        label = "PERSON"
    elif label == "PERSON" and len(words) == 1 and looks_like_acronym(words[0]) and not title:
        label = "ORG"
    after_the = piece[0].i > 0 and piece[0].nbor(-1).lower_ == "the" and head.dep_ not in {"compound", "nmod", "amod"}
    in_place = head.dep_ == "pobj" and (head.head.lower_ in PLACING or _is_of_office(head.head))
    return Name(piece[0].i, piece[-1].i, head.i, words, label, title, after_the, in_place)


def _is_of_office(preposition: Token) -> bool:
    """True for the "of" behind an office that is held over a place or a body: "the mayor of Orsk"."""
    noun = nouns().get(preposition.head.lower_)
    return preposition.lower_ == "of" and noun is not None and noun.reach == "office"


def title_before(first: Token) -> tuple[str, ...]:
    """The words before a name that are titles ("Prime Minister"), at most three."""
    words: list[str] = []
    index = first.i - 1
    while index >= first.sent.start and len(words) < 3:
        token = first.doc[index]
        bare = token.lower_
        if bare not in titles() or not token.text[0].isupper():
            break
        words.insert(0, token.text)
        index -= 1
    return tuple(words)


def is_office(last: Token) -> bool:
    """True for the first part of an office: "Interior" in "Interior Minister Tal"; the name of a state or acronym is a name there."""
    behind = last.nbor() if last.i + 1 < len(last.doc) else None
    if behind is None or behind.lower_ not in titles() or not behind.text[0].isupper() or looks_like_acronym(last.text):
        return False
    return last.dep_ in {"compound", "nmod", "amod"} and state_word(last.text) is None


def types_by_words(names: list[Name]) -> dict[tuple[str, ...], str]:
    """The type most often given to each name; where two tie, the first in the order person, organisation, place."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for name in names:
        votes.setdefault(name.words, Counter())[name.type] += 1
    order = {"PERSON": 0, "ORG": 1, "GPE": 2, "NORP": 3, "": 9}
    best: dict[tuple[str, ...], str] = {}
    for words, counted in votes.items():
        told = {label: count for label, count in counted.items() if label} or {"": 1}
        best[words] = min(told, key=lambda label: (-told[label], order.get(label, 5), label))
        if best[words] in {"GPE", ""} and words[0] in first_names() and state_word(" ".join(words)) is None:
            best[words] = "PERSON"
    return best
