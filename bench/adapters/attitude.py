"""Attitude: negative, neutral or positive toward somebody named in a sentence."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Span
from rashomon.parse import parse
from rashomon.read import Reader, choose_reader
from rashomon.read.attitudes import judge_targets
from rashomon.read.attributions import encode_article, read_first


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id`, `text` and the target's `start` and `end` to `{"id", "start", "polarity"}`, judged by its `reader` where it names one."""
    doc = parse(article_from_text(document["id"], document["text"]))
    encoding = encode_article(doc, read_first(doc)) if choose_reader(document.get("reader")) is Reader.LEARNED else None
    (verdict,) = judge_targets(doc, [(Span(document["start"], document["end"]),)], encoding)
    return {"id": document["id"], "start": document["start"], "polarity": verdict.attitude.value}
