"""Pronouns: for a pronoun and two names, which of the names means the same actor as the pronoun."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Actor, Span
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import read_actors


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id`, `text` and the offsets `pronoun`, `a` and `b` to `{"id", "a": bool, "b": bool}`."""
    actors = ActorIndex(read_actors(parse(article_from_text(document["id"], document["text"]))))
    meant = actors.at(Span(*document["pronoun"]))
    return {"id": document["id"], **{name: _is_named(Span(*document[name]), meant, actors) for name in ("a", "b")}}


def _is_named(span: Span, meant: Actor | None, actors: ActorIndex) -> bool:
    actor = actors.of((span,)) or actors.at(span)
    return meant is not None and actor is not None and actor.id == meant.id
