"""Who, what, when and where of an article's main event."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.parse import parse
from rashomon.read import read_article
from rashomon.read.events.five_w import main_event


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id`, `text` and `published` to `{"id", "who", "what", "when", "where"}`, each the best phrase or empty."""
    article = article_from_text(document["id"], document["text"], document.get("published"))
    found = main_event(read_article(article), parse(article))
    return {"id": document["id"], "who": found.who, "what": found.what, "when": found.when, "where": found.where}
