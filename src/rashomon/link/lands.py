"""Lands: the state that an actor is of, that stands in a name, and that alone an article speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.link.names import fold_name
from rashomon.model import Actor, ActorKind, Record
from rashomon.read.actors.countries import LONGEST, PARTING
from rashomon.read.actors.words import adjectives_of, alpha3, state_word


class Lands:
    """The states of the tables, and those that no table holds but some record tells of; each goes by one name in small letters."""

    def __init__(self, records: Iterable[Record]) -> None:
        told = {actor.name for record in records for actor in record.actors if actor.kind is ActorKind.STATE}
        self._learned: dict[str, str] = {}
        for name in sorted(told):
            if state_word(name) is None and " " not in name:
                land = fold_name(name)
                forms = [form for adjective in adjectives_of(land) for form in (adjective, f"{adjective}s")]
                self._learned |= dict.fromkeys((land, *forms), land)

    def of(self, actor: Actor) -> str | None:
        """The state that the actor is, has in its names, or is of by its country's code; None where they tell none or several."""
        if actor.kind in {ActorKind.STATE, ActorKind.POPULATION}:
            return next(filter(None, map(self._called, (actor.name, *actor.aliases))), None)
        names = () if actor.kind is ActorKind.PERSON else (actor.name, *actor.aliases)
        told = {land for name in names if (land := self.split(name)[0]) is not None}
        if len(told) == 1:
            return told.pop()
        return _land_of_code(actor.country) if actor.country is not None else None

    def split(self, name: str) -> tuple[str | None, tuple[str, ...]]:
        """The first state in a folded or written name, and the folded words that are not of it: "varenian army" gives army."""
        words = fold_name(name).split()
        for first in range(len(words)):
            if first and words[first - 1] in PARTING:
                continue
            for last in range(min(first + LONGEST, len(words)), first, -1):
                land = self._word(" ".join(words[first:last]), "name", "adjective", "people")
                if land is not None:
                    return land, (*words[:first], *words[last:])
        return None, tuple(words)

    def home(self, record: Record) -> str | None:
        """The only state that the article tells of, None where it tells of none or of several."""
        told = {self.of(actor) for actor in record.actors if actor.kind is ActorKind.STATE}
        return told.pop() if len(told) == 1 else None

    def _called(self, name: str) -> str | None:
        """The state that goes by the name, also by its capital; one that no table holds goes by its own."""
        return self._word(name.removeprefix("the "), "name", "adjective", "people", "capital")

    def _word(self, words: str, *uses: str) -> str | None:
        found = state_word(words, *uses)
        return found.state.lower() if found is not None else self._learned.get(fold_name(words))


@cache
def _land_of_code(code: str) -> str | None:
    """The state of an ISO 3166-1 alpha-3 code; None for a code that several lands share, such as those of the United Kingdom."""
    states = [state for state, (its, _) in alpha3().items() if its == code]
    return states[0].lower() if len(states) == 1 else None
