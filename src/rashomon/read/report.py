"""Report: one reporting construction as it stands in the parse, before its source is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.cues import CueEntry

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False)
class Report:
    """A cue with the tokens of its content, and the head words of its source and of the one it is said to.

    `head` is the word the table knows the cue by; `cue` holds it and the words around it. A `source` of None means
    that the construction leaves the source out.
    """

    entry: CueEntry
    head: Token
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    source: Token | None
    addressee: Token | None = None
    denied: bool = False


def in_order(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each token once, in text order."""
    return tuple(sorted(set(tokens), key=lambda token: token.i))
