"""Reading invented sentences, for the tests of events: a record, the event at a word, and who plays which part in it."""

from __future__ import annotations

import hashlib

from rashomon.model import Article, Block, BlockKind, Event, Record, Role, Span, quote
from rashomon.read import read_article


def record_of(text: str) -> Record:
    """What is read from an article of one paragraph."""
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),)
    return read_article(Article(id=hashlib.sha256(text.encode()).hexdigest()[:16], origin="invented", text=text, blocks=blocks))


def event_at(record: Record, word: str) -> Event:
    """The event with the shortest trigger that holds the word."""
    text = record.article.text
    found = [event for event in record.events if word in quote(text, event.trigger.spans).split()]
    assert found, f"no event at {word!r}, only at {[quote(text, event.trigger.spans) for event in record.events]}"
    return min(found, key=lambda event: sum(span.end - span.start for span in event.trigger.spans))


def words_of(record: Record, event: Event, role: Role) -> list[str]:
    """The words used for those who play the role."""
    return [quote(record.article.text, participant.spans) for participant in event.participants if participant.role is role]
