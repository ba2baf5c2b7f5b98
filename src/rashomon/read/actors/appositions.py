"""Nouns that describe the bearer of a name: "party leader Ana Tal", "the Oru Front, an armed group", "elected Ana Tal mayor"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.words import nouns, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = frozenset({"organisation", "outlet", "armed group"})
PERSONAL = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Apposition:
    """The noun at token `noun` describes the bearer of name number `name`; its phrase is tokens `first` to `last`."""

    noun: int
    name: int
    first: int
    last: int


def find_appositions(doc: Doc, names: Sequence[Name], name_at: Mapping[int, int]) -> dict[int, Apposition]:
    """The appositions, by the token of their noun."""
    found: dict[int, Apposition] = {}
    for index, name in enumerate(names):
        for noun in _nouns_beside(doc, name, name_at):
            if noun.i not in found and _fits(noun, name):
                first, last = _phrase(doc, noun, name)
                found[noun.i] = Apposition(noun.i, index, first, last)
    return found


def _nouns_beside(doc: Doc, name: Name, name_at: Mapping[int, int]) -> Iterator[Token]:
    head = doc.tokens[name.head]
    for child in head.children:
        if child.i in name_at and child.lower_ not in titles():
            continue
        if (child.dep_ in {"compound", "nmod", "amod"} and child.i < name.first) or (child.dep_ == "appos" and child.i > name.last):
            yield child
    if head.dep_ in {"dobj", "nsubjpass"}:
        yield from (child for child in head.head.children if child.dep_ == "oprd" and child.i > name.last and child.i not in name_at)
    if head.dep_ == "appos" and head.head.i < name.first and head.head.i not in name_at:
        yield head.head
    yield from _nouns_in_front(doc, name, name_at)


def _nouns_in_front(doc: Doc, name: Name, name_at: Mapping[int, int]) -> Iterator[Token]:
    """What the parser may miss: "the group, the Oru Front," and "member of the Varenian Assembly Ana Tal"."""
    tokens = doc.tokens
    index = name.first - 1
    if index > 0 and tokens[index].lower_ in nouns() and tokens[index - 1].dep_ == "det" and nouns()[tokens[index].lower_].sort in BODIES:
        yield tokens[index]
    if index >= 0 and tokens[index].lower_ == "the":
        index -= 1
    if index > 0 and tokens[index].text == "," and tokens[index - 1].i not in name_at:
        noun = tokens[index - 1]
        behind = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        if behind is not None and behind.text in {",", "(", ".", ";"} and noun.lower_ in nouns() and not nouns()[noun.lower_].plural:
            yield noun
        return
    if index > 0 and tokens[index].text == "," and name.last + 1 < len(tokens) and tokens[name.last + 1].text in {",", "."}:
        index -= 1
    if index >= 0 and index in name_at and name.type == "PERSON":
        for ancestor in tokens[index].ancestors:
            if ancestor.i < name.first and ancestor.i not in name_at and ancestor.lower_ in nouns():
                yield ancestor
                return
            if ancestor.i > name.last or ancestor.pos_ in {"VERB", "AUX"}:
                return


def _fits(noun: Token, name: Name) -> bool:
    """Whether a noun of this sort can describe a bearer of such a name; a plural describes none alone."""
    if noun.lower_ in titles() and noun.i < name.first:
        return bool(titles()[noun.lower_][1])
    known = nouns().get(noun.lower_)
    if known is None or noun.tag_ in {"NNS", "NNPS"}:
        return False
    if name.type == "PERSON":
        return known.sort in PERSONAL
    return known.sort not in PERSONAL or not name.type


def _phrase(doc: Doc, noun: Token, name: Name) -> tuple[int, int]:
    """The tokens of the noun's phrase without its determiner; behind the noun only what hangs on it by a preposition."""
    first, last = noun.left_edge.i, noun.i
    if noun.i < name.first:
        if noun.dep_ in {"compound", "nmod", "amod"}:
            first = min([first, *(child.left_edge.i for child in noun.head.lefts if child.dep_ in {"amod", "compound", "nmod", "poss"})])
        last = max(noun.i, name.first - 1 - len(name.title))
    else:
        last = max([noun.i, *(child.right_edge.i for child in noun.rights if child.dep_ == "prep")])
    tokens = doc.tokens
    while first < last and (tokens[first].dep_ == "det" or tokens[first].tag_ == "PRP$" or tokens[first].is_punct):
        first += 1
    while last > first and (tokens[last].is_punct or tokens[last].dep_ == "det"):
        last -= 1
    return first, last
