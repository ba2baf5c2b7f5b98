"""Which person a surname or given name alone means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.parse import Doc
from rashomon.read.actors.keys import Key, Words
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.words import first_names, name_words, noun_genders, titles

PARTICLES = frozenset(
    {"von", "van", "de", "del", "della", "di", "da", "dos", "du", "le", "la", "al", "el", "bin", "ibn", "ben", "zu", "ter"}
)
"""Words that a surname begins with: "Klaus von Ebner" is "Von Ebner"."""
GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
MOST_GIVEN = 3
"""Words of a name from which on the last two may be surnames."""


def resolve_people(doc: Doc, names: Sequence[Name], keys: Sequence[Key], kinds: Mapping[Key, str]) -> list[Key]:
    """The keys, those of a surname or given name alone replaced by that of the full name they stand for.

    Among several bearers the one counts whose title or gender the words beside the short name fit, and then the one whom
    the article introduces first: later bearers are told of by their given names.
    """
    people = _people(keys, kinds)
    bearers = _bearers(people)
    titled = _titles_of(names, keys)
    genders = _genders_of(doc, names, keys)
    plain = {key: _plainest(key, bearers[key.words[-1:]]) for key in people}
    resolved: list[Key] = []
    for name, key in zip(names, keys, strict=True):
        meant = plain.get(key, key)
        short = key.sort == "name" and key not in plain and key.words in bearers
        if short and (kinds[key] in {"PERSON", "ORG", ""} or name.title):
            meant = plain[_fitting(name, bearers[key.words], titled, genders)]
        resolved.append(meant)
    return resolved


def _people(keys: Sequence[Key], kinds: Mapping[Key, str]) -> list[Key]:
    surnames = {key.words[0] for key in keys if key in kinds and len(key.words) == 1 and kinds[key] == "PERSON"}
    people = [key for key in dict.fromkeys(keys) if key.sort == "name" and _names_person(key, kinds[key], surnames)]
    fuller = {surname for key in people if key.words[0] not in PARTICLES for surname in (_surname(key), _two_surnames(key))}
    return [key for key in people if key.words not in fuller]


def _surname(key: Key) -> Words:
    """The last word with the particles before it, and without "Jr." behind it: "von Ebner"."""
    end = len(key.words) - (len(key.words) > MOST_GIVEN - 1 and key.words[-1].rstrip(".") in GENERATIONS)
    first = end - 1
    while first > 1 and key.words[first - 1] in PARTICLES:
        first -= 1
    return key.words[first:end]


def _two_surnames(key: Key) -> Words:
    """The last two of three words or more, where the first of them is no given name: "Ortega Luna" of "Gabriel Ortega Luna"."""
    is_short = len(key.words) < MOST_GIVEN or key.words[-1].rstrip(".") in GENERATIONS
    is_given = is_short or key.words[-2].capitalize() in first_names() or len(key.words[-2]) <= len("j.")
    return _surname(key) if is_given else key.words[-2:]


def _names_person(key: Key, kind: str, surnames: set[str]) -> bool:
    """True for a full name of a person, also where the parser saw an organisation but elsewhere a person of that surname."""
    if len(key.words) == 1:
        return False
    telling = any(word.capitalize() in name_words() for word in key.words)
    return not telling and (kind == "PERSON" or (len(key.words) < 4 and key.words[-1] in surnames))


def _bearers(people: Sequence[Key]) -> dict[Words, list[Key]]:
    """The people by surname, with and without its particles, and by a given name that is nobody's surname."""
    bearers: dict[Words, list[Key]] = {}
    for key in people:
        for surname in dict.fromkeys((key.words[-1:], _surname(key), _two_surnames(key))):
            bearers.setdefault(surname, []).append(key)
    for key in people:
        if key.words[0] not in {other.words[-1] for other in bearers.get(key.words[:1], ())}:
            bearers.setdefault(key.words[:1], []).append(key)
    return bearers


def _titles_of(names: Sequence[Name], keys: Sequence[Key]) -> dict[Key, set[str]]:
    titled: dict[Key, set[str]] = {}
    for name, key in zip(names, keys, strict=True):
        titled.setdefault(key, set()).update(name.title)
    return titled


def _genders_of(doc: Doc, names: Sequence[Name], keys: Sequence[Key]) -> dict[Key, str]:
    """The gender that a given name, or the noun before a name ("his wife, Mira Kern"), tells of the people with full names."""
    genders: dict[Key, str] = {}
    for name, key in zip(names, keys, strict=True):
        if len(name.words) > 1:
            before = next((token for token in reversed(doc.tokens[max(name.first - 2, 0) : name.first]) if token.text != ","), None)
            told = first_names().get(name.words[0]) or (noun_genders().get(before.lower_) if before is not None else None)
            if told:
                genders.setdefault(key, told)
    return genders


def _fitting(name: Name, bearers: Sequence[Key], titled: Mapping[Key, set[str]], genders: Mapping[Key, str]) -> Key:
    """Whom the short name means: one who surely is of the gender that its title tells, else one who may be."""
    gender = next((titles()[title.lower()][0] for title in name.title if titles()[title.lower()][0]), "")
    surely = [key for key in bearers if gender and genders.get(key) == gender]
    fitting = surely or [key for key in bearers if not gender or genders.get(key, gender) == gender] or bearers
    return next((key for key in fitting if titled[key] & set(name.title)), fitting[0])


def _plainest(key: Key, bearers: Sequence[Key]) -> Key:
    """The shorter of "Ana B. Tal" and "Ana Tal", which are one person."""
    same = [other for other in bearers if (other.words[0], other.words[-1]) == (key.words[0], key.words[-1])]
    return min([key, *same], key=lambda other: (len(other.words), other))
