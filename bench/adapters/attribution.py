"""Attributions of an article: the spans of source, cue and content.

Only the outer layer is handed over, those attributions that stand in no other's content: the corpus marks no attribution
inside another (none of the 19,832 in its training part), so it cannot tell whether one that is read there is right.
"""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Spans
from rashomon.read import choose_reader, read_article


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """The attributions of one document, read by its `reader` where it names one.

    From `id` and `text` to `{"id", "attributions": [{"source", "cue", "content"}]}`, each a list of [start, end].
    """
    record = read_article(article_from_text(document["id"], document["text"]), choose_reader(document.get("reader")))
    return {
        "id": document["id"],
        "attributions": [
            {"source": _pairs(found.source.spans), "cue": _pairs(found.cue.spans), "content": _pairs(found.content.spans)}
            for found in record.attributions
            if found.parent is None
        ],
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
