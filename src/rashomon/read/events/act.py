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
    `part` are the words for a part that somebody had in the act ("behind", "responsible", "a hand"), which the host says of its
    subject; with `denies` it says that he had none ("disclaimed responsibility").
    """

    match: Match
    host: Token | None
    subject: Role = Role.AGENT
    ensured: Token | None = None
    part: Token | None = None
    denies: bool = False

    @property
    def head(self) -> Token:
        """The word that names the act."""
        return self.match.head
