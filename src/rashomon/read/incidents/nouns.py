"""What the nouns of an incident's roles name: the table's groups, and the part of a noun phrase that says who or what it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.model import Actor, ActorKind
from rashomon.read.actors.words import may_be_armed
from rashomon.read.events.numbers import read_number
from rashomon.read.events.word_classes import word_class
from rashomon.tables import choices, load_table

DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "some", "other", "another", "such", "our"}
)
CUTTERS = frozenset(
    {"of", "in", "on", "at", "from", "by", "who", "which", "that", "for", "with", "near", "against", "to", "and", "including", "during"}
)


def core_of(words: str) -> str:
    """The noun phrase without what leads it in and what follows its head."""
    kept = words.split()
    while kept and kept[0].lower() in DETERMINERS:
        kept = kept[1:]
    end = next((i for i, word in enumerate(kept) if i and word.lower() in CUTTERS), len(kept))
    return " ".join(kept[:end])


def uncounted(words: str) -> str:
    """The words without the number before them."""
    kept = words.split()
    while len(kept) > 1 and (kept[0][0].isdigit() or read_number([kept[0].lower()]) is not None):
        kept = kept[1:]
    return " ".join(kept)


def head_of(words: str) -> str:
    """The last word in small letters, in the form in which a group holds it."""
    last = words.lower().split()[-1] if words else ""
    known = group("perpetrator") | group("organisation") | group("vague") | word_class("target") | word_class("weapon")
    return next((form for form in singulars(last) if form in known), last)


def singulars(word: str) -> Iterator[str]:
    """The word, and what it may be the plural of."""
    yield word
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def likely_kind(actor: Actor) -> ActorKind:
    """The actor's kind; an armed group's for an organisation whose name has a word of many such ("Front"): likely, never told as so."""
    is_bandlike = actor.kind is ActorKind.ORGANISATION and may_be_armed(actor.name)
    return ActorKind.ARMED_GROUP if is_bandlike else actor.kind


@cache
def group(name: str) -> frozenset[str]:
    """The lemmas of a group of the table."""
    rows = load_table("rashomon.read.incidents", "tables/incident_words.tsv", ("group", "words"), key=("group",))
    return frozenset(word for row in rows if row["group"] == name for word in choices(row["words"]))
