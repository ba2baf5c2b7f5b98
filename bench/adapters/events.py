"""Events of a sentence: type, trigger words, and the names and words of agents and patients."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Event, Record, Role, quote
from rashomon.read import read_article


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id` and `text` to `{"id", "events": [{"type", "trigger", "agents", "patients"}]}`."""
    record = read_article(article_from_text(document["id"], document["text"]))
    return {"id": document["id"], "events": [_coded(event, record) for event in record.events]}


def _coded(event: Event, record: Record) -> dict[str, Any]:
    return {
        "type": event.type.value,
        "trigger": quote(record.article.text, event.trigger.spans),
        "agents": _names(event, Role.AGENT, record),
        "patients": _names(event, Role.PATIENT, record),
    }


def _names(event: Event, role: Role, record: Record) -> list[str]:
    """Each participant by its best known name and the words used, since people code either."""
    return [
        f"{participant.name} {quote(record.article.text, participant.spans)}"
        for participant in event.participants
        if participant.role is role
    ]
