"""Findings: somebody or something in a role of an incident, as one event tells it, merged over an article's events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Actor, Event, Filler, Spans
from rashomon.read.incidents.nouns import group, head_of


@dataclass(frozen=True)
class Found:
    """The words of one filler and the role they fill, with the event that tells it; `concluded` where it was only named near by."""

    role: str
    words: str
    actor: Actor | None
    spans: Spans
    event: Event
    concluded: bool = False

    @property
    def key(self) -> str:
        """What those share that mean the same: the actor, or the words."""
        return self.actor.id if self.actor is not None else self.words.lower()


def merged(found: Iterable[Found], role: str) -> tuple[Filler, ...]:
    """The fillers of a role, each with all its wordings, in the order of the events."""
    fillers: dict[str, Filler] = {}
    for item in found:
        if item.role == role and head_of(item.words) not in group("vague"):
            before = fillers.get(item.key)
            fillers[item.key] = Filler(
                mentions=tuple(dict.fromkeys([*(before.mentions if before else ()), item.words])),
                actor=item.actor.id if item.actor else None,
                spans=tuple(sorted({*(before.spans if before else ()), *item.spans})),
            )
    return tuple(fillers.values())
