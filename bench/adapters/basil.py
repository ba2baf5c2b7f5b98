"""The author's feeling toward an article's entities, and who speaks in spans of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bench.articles import article_from_text
from bench.scoring.words import name_words
from rashomon.model import Actor, Attitude, Attribution, Record, Span, quote
from rashomon.read import read_article
from rashomon.read.attitudes.authors import author_feeling

FEELINGS = {Attitude.NEGATIVE: "neg", Attitude.NEUTRAL: "neu", Attitude.POSITIVE: "pos"}


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id`, `text`, the `entities`' names and `spans` to `{"id", "feelings", "speakers"}`.

    An entity is all the actors that share its name; one that nobody in the article is called by gets no feeling.
    """
    record = read_article(article_from_text(document["id"], document["text"], document.get("published")))
    feelings = {}
    for name in document["entities"]:
        actors = {actor.id for actor in record.actors if _is_named(actor, name_words(name))}
        feelings[name] = FEELINGS[author_feeling(record, actors)]
    return {
        "id": document["id"],
        "feelings": feelings,
        "speakers": [_speaker(record, Span(span["start"], span["end"])) for span in document["spans"]],
    }


def _is_named(actor: Actor, wanted: Sequence[str]) -> bool:
    """True when one of the actor's names has the name's last word and no word that the name lacks, or holds all its words."""
    names = [set(name_words(name)) for name in (actor.name, *actor.aliases)]
    return any(set(wanted) <= name or (wanted[-1] in name and name <= set(wanted)) for name in names)


def _speaker(record: Record, span: Span) -> str:
    """The words that name whoever says most of the span, by the innermost attribution that holds half of it; empty for the author."""
    holding = [found for found in record.attributions if 2 * _shared(found, span) > span.end - span.start]
    if not holding:
        return ""
    source = min(holding, key=lambda found: (sum(each.end - each.start for each in found.content.spans), found.id)).source
    names = [actor.name for actor in record.actors if actor.id == source.actor]
    return " ".join(filter(None, [source.name, *names, quote(record.article.text, source.spans)]))


def _shared(attribution: Attribution, span: Span) -> int:
    return sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in attribution.content.spans)
