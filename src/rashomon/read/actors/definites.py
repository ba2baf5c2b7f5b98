"""Whom a description means: "the regime", "the group", "the ambassador", "Oruvian police"."""

from __future__ import annotations

from functools import cache

from rashomon.model import ActorKind
from rashomon.read.actors.descriptions import QUALIFIERS, Description
from rashomon.read.actors.discourse import Discourse, Reference
from rashomon.read.actors.hypernyms import meant_by_hypernym
from rashomon.read.actors.keys import Key
from rashomon.read.actors.participation import is_place
from rashomon.read.actors.words import distinguishing, nouns

COLLECTIVES = frozenset(
    {ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP, ActorKind.OUTLET, ActorKind.UNKNOWN}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
JOINED = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.UNKNOWN})
"""What people can be said to have joined: a body of a state, a state or an outlet is no "group" or "movement"."""


def meant_by(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    """The key of whom the description means, an earlier actor's or a new one; None when it means nobody in particular.

    `named` is the key of the name inside the phrase ("Oruvian" in "the Oruvian regime").
    """
    sort = description.noun.sort
    if description.determiner == "none":
        return None
    if description.noun.plural or sort == "group":
        return _several(description, named, discourse)
    if sort == "people":
        return Key("people", named.words) if named is not None and named.sort == "state" else None
    if sort == "government":
        return _government(description, named, discourse)
    if sort == "body":
        return _body(description, named, discourse)
    if sort == "person":
        return _person(description, named, discourse)
    return _organisation(description, named, discourse)


def _several(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    """Several people: "the workers" are those spoken of last, "experts" the same all through, "three workers" new ones."""
    if description.noun.sort == "people":
        return Key("people", named.words) if named is not None and named.sort == "state" else None
    if description.noun.sort not in {"group", "person"} or description.determiner == "possessive":
        return None
    noun = description.noun.singular
    if named is not None:
        return Key("group", (noun, *named.words))
    if description.has_complement or description.determiner == "indefinite" or description.noun.reach == "each":
        return Key("group", (noun, f"{description.last}"))
    known = discourse.latest(lambda key: key.sort == "group" and key.words[0] == noun) if description.determiner == "definite" else None
    return known or Key("group", (noun,))


def _government(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    noun = description.noun.singular
    if named is not None and named.sort == "state":
        return named
    if named is not None:
        return discourse.latest(lambda key: key.sort == "government" and len(key.words) == 1) or Key("government", (noun, *named.words))
    if description.determiner in {"indefinite", "possessive"}:
        return None
    if description.determiner == "" and not description.qualifies and noun != "government":
        return None
    fading = 0.2 if noun in _rulers() else 0.6
    best: tuple[float, Key] | None = None
    for place, (key, _) in enumerate(discourse.last_mentions()):
        if key.sort in {"state", "government"} or discourse.natures[key].kind is ActorKind.STATE:
            score = discourse.count(key) ** 0.5 - fading * place + _ruling(key, noun, discourse)
            if best is None or score > best[0]:
                best = (score, key)
    if best is None and noun in _rulers() and description.determiner == "definite":
        return Key("government", (noun,))
    return best[1] if best else None


def _ruling(key: Key, noun: str, discourse: Discourse) -> float:
    if discourse.is_described_as(key, noun):
        return 3.0
    return 2.0 if noun in _rulers() and any(discourse.is_described_as(key, other) for other in _rulers()) else 0.0


@cache
def _rulers() -> tuple[str, ...]:
    return tuple(noun.singular for noun in dict.fromkeys(nouns().values()) if noun.reach == "rulers" and not noun.plural)


def _body(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    noun = description.noun.singular
    which = _distinguished(description, discourse)
    if named is not None:
        return Key("body", (noun, *named.words, *sorted(which)))
    if description.determiner in {"indefinite", "possessive"} or (description.determiner == "" and noun != "police"):
        return None
    called = discourse.latest(
        lambda key: key.sort in {"name", "bloc", "body"} and _is_called(key, noun, discourse) and which <= _words_of(key)
    )
    return called or Key("body", (noun, *sorted(which)))


def _distinguished(description: Description, discourse: Discourse) -> set[str]:
    """The words that tell the body from others of its sort: "lower" of "the lower court"."""
    noun = discourse.doc.tokens[description.last]
    return {child.lower_ for child in noun.lefts if child.dep_ in QUALIFIERS and child.lower_ in distinguishing()}


def _words_of(key: Key) -> set[str]:
    return set(" ".join(key.words).lower().split())


def _person(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    noun = description.noun.singular
    if description.determiner == "indefinite":
        return Key("person", (noun, f"{description.last}"))
    if description.determiner == "" and named is None:
        return None
    if description.determiner != "possessive" or named is not None:
        called = [key for key in discourse.latest_first() if _is_person_called(key, noun, named, discourse)]
        known = next((key for key in called if named is None or named in discourse.owners(key)), called[0] if called else None)
        known = known or _once(description, discourse)
        if known is not None:
            return known
    return Key("person", (noun, *(named.words if named else (f"{description.last}",))))


def _once(description: Description, discourse: Discourse) -> Key | None:
    """Whom "the former mayor" means though the office is told for the first time: the only person named so far."""
    noun = discourse.doc.tokens[description.last]
    if description.determiner != "definite" or noun.dep_ not in SUBJECTS or not any(child.lower_ == "former" for child in noun.lefts):
        return None
    people = [key for key in discourse.latest_first() if discourse.natures[key].kind is ActorKind.PERSON]
    return people[0] if len(people) == 1 and people[0].sort == "name" else None


def _is_person_called(key: Key, noun: str, named: Key | None, discourse: Discourse) -> bool:
    if discourse.natures[key].kind is not ActorKind.PERSON or not discourse.is_described_as(key, noun):
        return False
    if named is not None and key.sort == "name":
        owners = discourse.owners(key)
        return not owners or named in owners
    return named is None or key.sort != "person" or named.words == key.words[1:] or key.words[-1].isdigit()


def _organisation(description: Description, named: Key | None, discourse: Discourse) -> Key | None:
    if named is not None and named.sort in {"name", "bloc"} and discourse.natures[named].kind in COLLECTIVES:
        return named if description.name_qualifies else None
    if description.determiner != "definite":
        return None
    noun = description.noun.singular
    called = discourse.latest(
        lambda key: key.sort in {"name", "bloc"} and _is_collective(key, discourse) and _is_called(key, noun, discourse)
    )
    if called is not None or description.is_qualified:
        return called
    if description.noun.reach != "any":
        return None if description.has_complement else meant_by_hypernym(noun, discourse)
    return next((key for key, last in discourse.last_mentions() if key.sort == "name" and _can_be_joined(key, last, discourse)), None)


def _can_be_joined(key: Key, last: Reference, discourse: Discourse) -> bool:
    """True for organisations, and for names of an unknown kind that do not only tell where something was: "through Port Selm".

    A short form in brackets ("Harbour Freedom Front [HFF]") stands for the name before it, whatever that hangs on.
    """
    kind = discourse.natures[key].kind
    bracketed = last.head > 0 and discourse.doc.tokens[last.head - 1].text in {"(", "["}
    return kind in JOINED and (bracketed or kind is not ActorKind.UNKNOWN or not is_place(discourse.doc, last.head))


def _is_collective(key: Key, discourse: Discourse) -> bool:
    return discourse.natures[key].kind in COLLECTIVES


def _is_called(key: Key, noun: str, discourse: Discourse) -> bool:
    """True when the noun is a word of the actor's name or was used of it."""
    return discourse.is_described_as(key, noun) or noun in _words_of(key)
