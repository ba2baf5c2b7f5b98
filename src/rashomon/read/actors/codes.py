"""Country and sectors of each actor: the codes that event data asks for, from what the article's own words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.model import ActorKind, Sector
from rashomon.parse import Doc
from rashomon.read.actors.countries import country_of
from rashomon.read.actors.discourse import Discourse, Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.participation import is_doer
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.sectors import sectors_of
from rashomon.read.actors.told import told_of

Codes = tuple[str | None, tuple[Sector, ...]]
"""An ISO 3166-1 alpha-3 code or None, and sectors, the most specific first."""


def read_codes(
    doc: Doc,
    discourse: Discourse,
    named: Mapping[Key, Sequence[Name]],
    references: Mapping[Key, Sequence[Reference]],
    roles: Mapping[Key, tuple[str, ...]],
    kept: Iterable[Key],
) -> dict[Key, Codes]:
    """The codes of the actors `kept`, from their names, references and the descriptions beside their names (`roles`)."""
    alone = _only_state(doc, discourse, named, references)
    states = _words_for_states(discourse, named)
    codes: dict[Key, Codes] = {}
    for key in kept:
        told = told_of(doc, key, discourse.natures[key], named.get(key, ()), roles.get(key, ()), references[key], states)
        codes[key] = country_of(told, alone), sectors_of(told)
    return codes


def _only_state(
    doc: Doc, discourse: Discourse, named: Mapping[Key, Sequence[Name]], references: Mapping[Key, Sequence[Reference]]
) -> str | None:
    """The only state that the article names in any way, where it does something."""
    told = {key.words[0] if key.sort in {"state", "people"} else None for key in named if _is_of_state(key, discourse)}
    if len(told) != 1 or None in told:
        return None
    state = told.pop()
    acts = any(is_doer(doc.tokens[reference.head]) for reference in references.get(Key("state", (state or "",)), ()))
    return state if acts else None


def _words_for_states(discourse: Discourse, named: Mapping[Key, Sequence[Name]]) -> frozenset[str]:
    return frozenset(name.text.lower() for key, names in named.items() if _is_of_state(key, discourse) for name in names)


def _is_of_state(key: Key, discourse: Discourse) -> bool:
    return key.sort in {"state", "people"} or discourse.natures[key].kind is ActorKind.STATE
