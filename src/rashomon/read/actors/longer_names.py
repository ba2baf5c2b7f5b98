"""Names that what stands beside them makes longer: "Supreme Court of Varenia", "Movement for a Free Orsk", "the Dockers' Union"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.words import name_words, naming_nobody, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.actors.proper_name import Name


def with_what_follows(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, those of bodies and organisations with what "of" or "for" adds: "Supreme Court of Varenia"."""
    starts = {name.first: name for name in names}
    whole: list[Name] = []
    for name in names:
        if whole and name.first <= whole[-1].last:
            continue
        rest = _rest_behind(doc.tokens[name.last]) if name.words[-1] in name_words() and not name.title else None
        last = None if rest is None else _last_of_rest(doc, rest, starts.get(rest.i))
        if last is not None:
            words = tuple(token.text for token in doc.tokens[name.first : last + 1])
            name = replace(name, last=last, words=words, type="ORG")
        whole.append(name)
    return whole


def with_what_precedes(doc: Doc, names: list[Name]) -> list[Name]:
    """The names behind "the", with the capitalised words between that the parser left out: "the Green Banner", "the Dockers' Union"."""
    taken = {token for name in names for token in range(name.first, name.last + 1)}
    return [_lengthened(doc, name, taken) for name in names]


def _lengthened(doc: Doc, name: Name, taken: set[int]) -> Name:
    first = name.first
    while first - 1 not in taken and _is_first_part(doc.tokens[first - 1] if first else None, doc.tokens[name.head]):
        first -= 1
    while first < name.first and doc.tokens[first].tag_ == "POS":
        first += 1
    if first == name.first or name.title or doc.tokens[first - 1].lower_ != "the" or first == 0:
        return name
    words = tuple(token.text for token in doc.tokens[first : name.last + 1])
    return replace(name, first=first, words=words, type="ORG", after_the=True)


def _is_first_part(token: Token | None, head: Token) -> bool:
    """True for "Green" in "Green Banner", and for "Dockers'" in "Dockers' Union": those that many are, or a people, own no union."""
    if token is None or (token.head != head and token.dep_ != "case"):
        return False
    if token.tag_ == "POS":
        owner = token.nbor(-1) if token.i else token
        return owner.dep_ == "poss" and owner.head == head and (owner.text.endswith("s") or owner.lower_ == "people") and owner.is_title
    is_word = token.is_title and token.lower_ not in titles()
    return is_word and (token.dep_ == "poss" or (token.dep_ == "compound" and token.pos_ == "PROPN"))


def leads_on(token: Token) -> bool:
    """True for the first noun of "Movement for a Free Orsk"."""
    return token.text in name_words() and _rest_behind(token) is not None


def _rest_behind(last: Token) -> Token | None:
    """The first capitalised word of what "of" or "for" leads to right behind a word of a name: "Varenia" in "Court of Varenia"."""
    doc, index = last.doc, last.i + 1
    if index >= len(doc) or doc[index].lower_ not in {"of", "for"}:
        return None
    index += 1
    index += index < len(doc) and doc[index].lower_ in {"the", "a", "an"}
    if index < len(doc) and doc[index].text[0].isupper() and doc[index].pos_ in {"PROPN", "ADJ", "NOUN"}:
        return doc[index] if doc[index].lower_ not in titles() and doc[index].lower_ not in naming_nobody() else None
    return None


def _last_of_rest(doc: Doc, rest: Token, named: Name | None) -> int | None:
    """The last token of what is added, or None where it is a person or owns something ("the Court of Orsk's mayor")."""
    if named is not None and (named.title or (named.type == "PERSON" and len(named.words) > 1)):
        return None
    last = named.last if named is not None else rest.i
    while named is None and last + 1 < len(doc.tokens) and doc.tokens[last + 1].pos_ == "PROPN" and doc.tokens[last + 1].is_title:
        last += 1
    behind = doc.tokens[last + 1] if last + 1 < len(doc.tokens) else None
    if doc.tokens[last].pos_ != "PROPN" or (behind is not None and (behind.tag_ == "POS" or behind.text == "-")):
        return None
    return last
