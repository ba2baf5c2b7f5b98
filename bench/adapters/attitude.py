"""Attitude: negative, neutral or positive toward somebody named in a sentence."""

from __future__ import annotations

from typing import Any

from bench.articles import article_from_text
from rashomon.model import Span
from rashomon.parse import parse
from rashomon.read.labels.attitude import attitude_toward


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """From `id`, `text` and the target's `start` and `end` to `{"id", "start", "polarity"}`."""
    doc = parse(article_from_text(document["id"], document["text"]))
    attitude = attitude_toward(doc, (Span(document["start"], document["end"]),))
    return {"id": document["id"], "start": document["start"], "polarity": attitude.value}
