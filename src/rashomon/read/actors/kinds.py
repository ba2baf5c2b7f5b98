"""What kind of actor each name belongs to, and whether he or she."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import ActorKind
from rashomon.read.actors.keys import Key
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.words import country_endings, first_names, name_words, state_word, titles

KIND_BY_TYPE = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "NORP": ActorKind.POPULATION, "GPE": ActorKind.GOVERNMENT_BODY}

ANYBODYS = frozenset({"Council", "Committee"})
"""Bodies that organisations have as well as states."""


@dataclass(frozen=True, slots=True)
class Nature:
    """Kind and gender ("male", "female", or "" when untold) of an actor; not `sure` when only the parser's type tells the kind."""

    kind: ActorKind
    gender: str = ""
    sure: bool = True


def nature_of(key: Key, names: Sequence[Name], publisher: str | None = None, *, unnamed_state: bool = False) -> Nature:
    """The nature of the actor that all of `names` mean, from its key and the words and types of its names.

    A name that the article's publisher goes by, or ends in, is an outlet's; one that is built as a country's name is taken
    for a state's, but not surely; where the article tells of a state that it does not name otherwise (`unnamed_state`),
    also against the parser's word for an organisation.
    """
    if key.sort == "state":
        return Nature(ActorKind.STATE)
    if key.sort == "people":
        return Nature(ActorKind.POPULATION)
    worded = None if any(name.title for name in names) else _kind_by_words(names)
    if worded is None and publisher and any(_is_of_publisher(name, publisher) for name in names):
        worded = ActorKind.OUTLET
    if key.sort == "bloc":
        return Nature(worded or ActorKind.ORGANISATION)
    votes = Counter(name.type for name in names if name.type)
    longest = max((name for name in names if name.type), key=lambda name: len(name.words), default=names[0])
    told = min(votes, key=lambda label: (-votes[label], label != "PERSON", label != longest.type, label), default="")
    if any(name.title for name in names):
        told = "PERSON"
    if told == "PERSON" and all(_only_places(name) for name in names):
        told = "GPE"
    gender = _gender(names)
    like_country = {"PERSON", "GPE", "LOC", ""} | ({"ORG"} if unnamed_state else set())
    if worded is None and told in like_country and all(_is_like_country(name) for name in names):
        return Nature(ActorKind.STATE, sure=False)
    if told != "PERSON" and worded is None and _looks_like_person(names):
        told = "PERSON"
    if told == "PERSON" and (worded is None or gender):
        return Nature(ActorKind.PERSON, gender)
    sure = worded is not None or any(name.is_acronym or name.after_the or name.in_place for name in names)
    return Nature(worded or KIND_BY_TYPE.get(told, ActorKind.UNKNOWN), sure=sure)


def _kind_by_words(names: Sequence[Name]) -> ActorKind | None:
    """The kind that the last telling word of the longest name tells: "Front for the Liberation of X" by its first words.

    A council or committee of an organisation, or of a resistance, is no body of a state.
    """
    for name in sorted(names, key=lambda name: -len(name.words)):
        if name.text in name_words():
            return name_words()[name.text]
        if " ".join(name.words[-2:]) in name_words():
            return name_words()[" ".join(name.words[-2:])]
        before_of = name.words[: name.words.index("of")] if "of" in name.words else name.words
        telling = [word for word in (*reversed(before_of), *name.words) if word in name_words()]
        told = [name_words()[word] for word in telling]
        if telling and telling[0] in ANYBODYS:
            behind = (name_words().get(word) for word in name.words[len(before_of) :])
            return next((kind for kind in behind if kind is ActorKind.ORGANISATION), told[0])
        if told:
            return told[0]
    return None


def _only_places(name: Name) -> bool:
    """True for a single word of which the article only says that something is there, and that no person is known by."""
    return name.in_place and len(name.words) == 1 and not name.title and name.words[0] not in first_names()


def _is_of_publisher(name: Name, publisher: str) -> bool:
    return publisher.split()[-len(name.words) :] == list(name.words)


def _is_like_country(name: Name) -> bool:
    word = name.words[0]
    return len(name.words) == 1 and not name.title and word not in first_names() and word.endswith(country_endings()) and len(word) > 5


def _gender(names: Sequence[Name]) -> str:
    for name in names:
        for title in name.title:
            if titles()[title.lower()][0]:
                return titles()[title.lower()][0]
    for name in names:
        if len(name.words) > 1 and name.words[0] in first_names():
            return first_names()[name.words[0]]
    singles = [name.words[0] for name in names if len(name.words) == 1]
    return next((first_names()[word] for word in singles if word in first_names()), "")


def _looks_like_person(names: Sequence[Name]) -> bool:
    longest = max(names, key=lambda name: len(name.words))
    if len(longest.words) > 3 or state_word(longest.words[-1]) is not None:
        return False
    return longest.words[0] in first_names()
