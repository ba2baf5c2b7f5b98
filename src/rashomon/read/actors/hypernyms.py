"""Nouns for a sort of organisation that no word of its name holds: "the company" for Selm Shipping, "the paper" for the Orsk Courier."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.model import ActorKind
from rashomon.read.actors.discourse import Discourse
from rashomon.read.actors.keys import Key
from rashomon.read.actors.proper_name import looks_like_acronym
from rashomon.read.actors.words import name_words
from rashomon.tables import choices, load_table


class _Hypernym(NamedTuple):
    kind: ActorKind
    words: frozenset[str]
    open: bool


def meant_by_hypernym(noun: str, discourse: Discourse) -> Key | None:
    """The only actor told of that the noun fits; None where it fits none or several."""
    hypernym = _hypernyms().get(noun)
    if hypernym is None:
        return None
    named = [key for key, _ in discourse.last_mentions() if key.sort in {"name", "bloc"}]
    fitting = [key for key in named if _fits(key, discourse.natures[key].kind, hypernym)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(key: Key, kind: ActorKind, hypernym: _Hypernym) -> bool:
    if _is_told(key, hypernym):
        return kind in {hypernym.kind, ActorKind.ORGANISATION}
    return kind is hypernym.kind and hypernym.open and _tells_nothing(key)


def _is_told(key: Key, hypernym: _Hypernym) -> bool:
    """True when the name, or one of its words, is one that the table gives for the noun."""
    return " ".join(key.words).lower() in hypernym.words or not hypernym.words.isdisjoint(word.lower() for word in key.words)


def _tells_nothing(key: Key) -> bool:
    """True for a name whose words tell no sort of actor; an acronym may be of any sort."""
    return _telling().isdisjoint(key.words) and not (
        len(key.words) == 1 and looks_like_acronym(key.words[0].upper()) and len(key.words[0]) < 4
    )


@cache
def _telling() -> frozenset[str]:
    own = (word for hypernym in _hypernyms().values() for word in hypernym.words)
    return frozenset({*own, *(word.lower() for word in name_words())})


@cache
def _hypernyms() -> dict[str, _Hypernym]:
    rows = load_table("rashomon.read.actors", "tables/hypernyms.tsv", ("noun", "kind", "words", "open"), ("noun",))
    return {
        row["noun"]: _Hypernym(ActorKind(row["kind"]), frozenset(word.lower() for word in choices(row["words"])), row["open"] == "yes")
        for row in rows
    }
