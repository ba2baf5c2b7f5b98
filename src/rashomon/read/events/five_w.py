"""Who did what, when and where: the one happening that an article is chiefly about, as short phrases.

The questions are those of main-event extraction for news (Hamborg et al. 2019, "Giveme5W1H"). News puts the answers first: the title
says who did what, and the opening sentences say when and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from rashomon.model import Place, Record, Time, TimeKind, quote
from rashomon.parse import Doc
from rashomon.parse.syntax import phrase
from rashomon.read.events.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

LEAD = 1200
"""Characters from the start within which a time or place is taken to be that of the main event."""


class MainEvent(msgspec.Struct, frozen=True, kw_only=True):
    """The answers, each in the article's own words; empty where the article does not tell."""

    who: str = ""
    what: str = ""
    when: str = ""
    where: str = ""


def main_event(record: Record, doc: Doc) -> MainEvent:
    """The main event of the article in `record`; `doc` is the parse of the same article."""
    opening = next(doc.sentences(), None)
    if opening is None:
        return MainEvent()
    verb = _main_verb(opening)
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None) if verb is not None else None
    return MainEvent(
        who=_who(subject, record, doc),
        what=_what(opening, verb, doc),
        when=_when(record),
        where=_where(record),
    )


def _main_verb(sentence: Sentence) -> Token | None:
    root = sentence.root
    if root.pos_ in {"VERB", "AUX"}:
        return root
    return next((token for token in sentence if token.pos_ == "VERB" and any(child.dep_ in SUBJECTS for child in token.children)), None)


def _who(subject: Token | None, record: Record, doc: Doc) -> str:
    if subject is not None:
        return quote(doc.text, doc.spans(phrase(subject)))
    first = min((actor for actor in record.actors), key=lambda actor: actor.mentions[0].spans[0], default=None)
    return first.name if first is not None else ""


def _what(opening: Sentence, verb: Token | None, doc: Doc) -> str:
    words = list(opening) if verb is None else [token for token in verb.subtree if token.i >= verb.i]
    return quote(doc.text, doc.spans(words))


def _when(record: Record) -> str:
    told = [time for time in record.times if time.kind in {TimeKind.DATE, TimeKind.TIME} and time.spans[0].start < LEAD]
    return _earliest([time for time in told if time.edtf] or told)


def _where(record: Record) -> str:
    return _earliest([place for place in record.places if place.spans[0].start < LEAD])


def _earliest(told: list[Time] | list[Place]) -> str:
    first = min(told, key=lambda expression: expression.spans[0], default=None)
    return first.expression if first is not None else ""
