"""Act: words that name an act, with the verb that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import Role
from rashomon.read.events.patterns import Match

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False)
class Act:
    """A match with the verb that carries it: itself, or the light verb whose object it is; None for a bare noun.

    `subject` is the part that the subject of a light verb plays, `ensured` the verb that says that a verbal act was seen to.
    """

    match: Match
    host: Token | None
    subject: Role = Role.AGENT
    ensured: Token | None = None

    @property
    def head(self) -> Token:
        """The word that names the act."""
        return self.match.head
