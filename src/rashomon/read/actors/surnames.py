"""Which person a surname or given name alone means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.read.actors.keys import Key
from rashomon.read.actors.names import Name
from rashomon.read.actors.words import first_names, name_words, titles


def resolve_people(names: Sequence[Name], keys: Sequence[Key], kinds: Mapping[Key, str]) -> list[Key]:
    """The keys, those of a surname or given name alone replaced by that of the full name they stand for.

    Among several bearers the one counts whose title or gender the words beside the short name fit, and then the one whom
    the article introduces first: later bearers are told of by their given names.
    """
    people = _people(keys, kinds)
    bearers = _bearers(people)
    titled = _titles_of(names, keys)
    plain = {key: _plainest(key, bearers[key.words[-1]]) for key in people}
    resolved: list[Key] = []
    for name, key in zip(names, keys, strict=True):
        meant = plain.get(key, key)
        if key.sort == "name" and len(key.words) == 1 and key.words[0] in bearers and (kinds[key] in {"PERSON", "ORG", ""} or name.title):
            meant = plain[_fitting(name, bearers[key.words[0]], titled)]
        resolved.append(meant)
    return resolved


def _people(keys: Sequence[Key], kinds: Mapping[Key, str]) -> list[Key]:
    surnames = {key.words[0] for key in keys if key in kinds and len(key.words) == 1 and kinds[key] == "PERSON"}
    return [key for key in dict.fromkeys(keys) if key.sort == "name" and _names_person(key, kinds[key], surnames)]


def _names_person(key: Key, kind: str, surnames: set[str]) -> bool:
    """True for a full name of a person, also where the parser saw an organisation but elsewhere a person of that surname."""
    if len(key.words) == 1:
        return False
    telling = any(word.capitalize() in name_words() for word in key.words)
    return not telling and (kind == "PERSON" or (len(key.words) < 4 and key.words[-1] in surnames))


def _bearers(people: Sequence[Key]) -> dict[str, list[Key]]:
    """The people by surname, and by a given name that is nobody's surname."""
    bearers: dict[str, list[Key]] = {}
    for key in people:
        bearers.setdefault(key.words[-1], []).append(key)
    for key in people:
        if key.words[0] not in {other.words[-1] for other in bearers.get(key.words[0], ())}:
            bearers.setdefault(key.words[0], []).append(key)
    return bearers


def _titles_of(names: Sequence[Name], keys: Sequence[Key]) -> dict[Key, set[str]]:
    titled: dict[Key, set[str]] = {}
    for name, key in zip(names, keys, strict=True):
        titled.setdefault(key, set()).update(name.title)
    return titled


def _fitting(name: Name, bearers: Sequence[Key], titled: Mapping[Key, set[str]]) -> Key:
    gender = next((titles()[title.lower()][0] for title in name.title if titles()[title.lower()][0]), "")
    fitting = [key for key in bearers if not gender or first_names().get(key.words[0].capitalize(), gender) == gender] or bearers
    return next((key for key in fitting if titled[key] & set(name.title)), fitting[0])


def _plainest(key: Key, bearers: Sequence[Key]) -> Key:
    """The shorter of "Ana B. Tal" and "Ana Tal", which are one person."""
    same = [other for other in bearers if (other.words[0], other.words[-1]) == (key.words[0], key.words[-1])]
    return min([key, *same], key=lambda other: (len(other.words), other))
