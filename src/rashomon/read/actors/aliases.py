"""Which names in one article mean the same actor.

What is merged: the same words; a state's names, adjectives and peoples; names introduced beside each other ("Long Name
(LN/XY)"); initials; a person's surname or given name after the full name; a shortened organisation's name; and a
misspelling with the same title. What only somebody claims ("its front name") is never merged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from rashomon.model import ActorKind
from rashomon.parse import Doc
from rashomon.read.actors.keys import Key, Words
from rashomon.read.actors.metonymy import states_meant
from rashomon.read.actors.proper_name import Name, types_by_words
from rashomon.read.actors.relation_words import relation_words
from rashomon.read.actors.surnames import resolve_people
from rashomon.read.actors.words import blocs, first_names, name_words, state_word

BRACKETS = {"(": ")", "[": "]"}
JOINING = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la", "al", "&", "'s"})


def group_names(doc: Doc, names: Sequence[Name]) -> list[Key]:
    """For each name the key of the actor it means; names with equal keys mean the same actor."""
    types = types_by_words(list(names))
    keys = [Key(meant[1], (meant[0],)) if meant else _key(name) for name, meant in zip(names, states_meant(doc, names), strict=True)]
    kinds = {key: types[name.words] for name, key in zip(names, keys, strict=True) if key.sort in {"name", "bloc"}}
    groups = _Groups(sorted(set(keys)))
    _join_introduced(doc, names, keys, kinds, groups)
    _join_acronyms(kinds, groups)
    _join_shortened(kinds, groups, _told_apart(doc, names, keys), _last_words(names, keys))
    _join_misspelt(names, keys, groups)
    return [groups.of(key) for key in resolve_people(doc, names, keys, kinds)]


class _Groups:
    """Sets of keys that mean the same; the key that others were joined to stands for each."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._parent = {key: key for key in keys}

    def of(self, key: Key) -> Key:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, kept: Key, other: Key) -> None:
        kept, other = self.of(kept), self.of(other)
        if kept != other:
            self._parent[other] = kept


def _key(name: Name) -> Key:
    bloc = blocs().get(name.text.lower())
    return Key("bloc", (bloc,)) if bloc is not None else Key("name", tuple(word.lower() for word in name.words))


def _join_introduced(doc: Doc, names: Sequence[Name], keys: Sequence[Key], kinds: dict[Key, str], groups: _Groups) -> None:
    """Acronyms in the brackets behind an organisation's name, or behind ", or", are its other names, also the other way round.

    The letters need not fit: an acronym may be made of the words of another language.
    """
    behind = {name.first: index for index, name in enumerate(names)}
    for index, name in enumerate(names):
        if keys[index].sort != "name":
            continue
        for first in _introduced_at(doc, name.last):
            other = behind.get(first)
            if other is None or keys[other].sort != "name":
                continue
            full, short = (other, index) if name.is_acronym else (index, other)
            if names[short].is_acronym and _goes_by(names[full], names[short]):
                groups.join(keys[full], keys[short])
                kinds[keys[full]] = kinds[keys[short]] = "ORG"


def _goes_by(full: Name, short: Name) -> bool:
    """Whether the acronym beside the name can be another name of it: not a senator's party, nor the agency behind a place."""
    if full.is_acronym or full.title or (full.type == "PERSON" and full.words[0] in first_names()):
        return False
    if short.text.replace(".", "").lower() in _initials(tuple(word.lower() for word in full.words)):
        return True
    if len(full.words) == 1 or name_words().get(short.text) is ActorKind.OUTLET:
        return False
    telling = any(word in name_words() for word in full.words)
    return telling or (full.first < short.first and full.type not in {"PERSON", "GPE", "LOC"})


def _introduced_at(doc: Doc, last: int) -> Iterator[int]:
    """The tokens where names can start inside the brackets that open behind token `last`, a noun or quote between."""
    tokens, index = doc.tokens, last + 1
    while index < len(tokens) and (tokens[index].is_quote or tokens[index].text == "'"):
        index += 1
    if index + 1 < len(tokens) and tokens[index].text == "," and tokens[index + 1].lower_ == "or":
        yield index + 2
    if index + 1 < len(tokens) and tokens[index].pos_ == "NOUN" and tokens[index + 1].text in BRACKETS:
        index += 1
    if index >= len(tokens) or tokens[index].text not in BRACKETS:
        return
    closing = BRACKETS[tokens[index].text]
    for position in range(index + 1, min(index + 12, len(tokens))):
        if tokens[position].text == closing:
            return
        if tokens[position - 1].text in {*BRACKETS, "/", ",", ";", '"', "'"} or tokens[position - 1].lower_ in {"or", "the"}:
            yield position


def _join_acronyms(kinds: Mapping[Key, str], groups: _Groups) -> None:
    """Initials mean the name they are the initials of, with or without its small words."""
    by_initials: dict[str, Key] = {}
    for key in sorted(kinds):
        words = key.words if key.sort == "name" else tuple(key.words[0].lower().split())
        if len(words) > 1 and kinds[key] != "PERSON":
            for initials in _initials(words):
                by_initials.setdefault(initials, key)
    for key in sorted(kinds):
        if key.sort == "name" and len(key.words) == 1:
            full = by_initials.get(key.words[0].replace(".", ""))
            if full is not None:
                groups.join(full, key)


def _initials(words: Words) -> set[str]:
    letters = [word[0] for word in words if word[0].isalnum()]
    capitals = [word[0] for word in words if word not in JOINING and word[0].isalnum()]
    return {"".join(run) for run in (letters, capitals)}


def _told_apart(doc: Doc, names: Sequence[Name], keys: Sequence[Key]) -> set[frozenset[Key]]:
    """The pairs between whose names a noun tells how the one stands to the other: "X, an offshoot of Y"."""
    found = set()
    for (one, key), (other, its) in pairwise(zip(names, keys, strict=True)):
        between = doc.tokens[one.last + 1 : other.first]
        nouns = any((token.lemma_.lower(), "noun") in relation_words() and token.pos_ == "NOUN" for token in between)
        if nouns and not any(token.is_sent_start for token in between):
            found.add(frozenset({key, its}))
    return found


def _last_words(names: Sequence[Name], keys: Sequence[Key]) -> set[Key]:
    """Names of one word that always stand behind "the", and that a longer name told before ends in: "the Accord"."""
    told: set[str] = set()
    found: dict[Key, bool] = {}
    for name, key in zip(names, keys, strict=True):
        if len(name.words) == 1:
            found[key] = found.get(key, True) and name.after_the and name.words[0].lower() in told
        else:
            told.add(name.words[-1].lower())
    return {key for key, is_last in found.items() if is_last}


def _join_shortened(kinds: Mapping[Key, str], groups: _Groups, told_apart: set[frozenset[Key]], last_words: set[Key]) -> None:
    """What just one longer organisation's name begins with, or ends with two words or more of, or by one of the `last_words`, means it.

    Not where the two are `told_apart`.
    """
    organisations = [key for key in sorted(kinds) if key.sort == "name" and kinds[key] != "PERSON"]
    longer: dict[Words, list[Key]] = {}
    for key in organisations:
        words = key.words
        parts = [words[:size] for size in range(1, len(words))] + [words[-size:] for size in range(1, len(words))]
        for part in dict.fromkeys(parts):
            longer.setdefault(part, []).append(key)
    for key in organisations:
        full = longer.get(key.words, []) if kinds[key] in {"ORG", ""} or key in last_words else []
        if len(key.words) == 1 and key not in last_words:
            full = [other for other in full if other.words[0] == key.words[0]]
        is_one = len({groups.of(other) for other in full}) == 1 and frozenset({key, full[0]}) not in told_apart
        if is_one and not _too_common(key.words):
            groups.join(full[0], key)


def _too_common(words: Words) -> bool:
    first = words[0]
    return len(words) == 1 and (first in JOINING or first.capitalize() in name_words() or state_word(first) is not None)


def _join_misspelt(names: Sequence[Name], keys: Sequence[Key], groups: _Groups) -> None:
    """Surnames one letter apart, with the same title, mean one person when no third name is as near."""
    titled = sorted({(name.title, key) for name, key in zip(names, keys, strict=True) if name.title and len(key.words) == 1})
    for _, same in groupby(titled, key=lambda pair: pair[0]):
        surnames = [key for _, key in same]
        for surname in surnames:
            near = [other for other in surnames if other != surname and _one_letter_apart(surname.words[0], other.words[0])]
            if len(near) == 1:
                kept, other = sorted((surname, near[0]), key=lambda key: (-len(key.words[0]), key))
                groups.join(kept, other)


def _one_letter_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
