"""Names that "of" or "for" makes longer: "Supreme Court of Varenia", "Movement for a Free Orsk"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.words import name_words, naming_nobody, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.actors.names import Name


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
