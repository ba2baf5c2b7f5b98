"""What no reading at all reaches: answers that a reader has to beat."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bench.scoring.five_w import QUESTIONS
from bench.tasks import Document, Prediction
from rashomon.ingest.paragraphs import find_paragraphs

SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+", re.DOTALL)
LETTERS = 4
DAY = len("2016-11-09")


def title_alone(document: Document) -> Prediction:
    """The title as the answer to every question; the first paragraph where there is no title."""
    title = document.get("title") or next(iter(_paragraphs(document)), "")
    return dict.fromkeys(QUESTIONS, title)


def first_sentence(document: Document) -> Prediction:
    """The first sentence after the title as the answer to every question."""
    body = [words for words in _paragraphs(document) if words != document.get("title")]
    match = SENTENCE.match(body[0]) if body else None
    return dict.fromkeys(QUESTIONS, match.group() if match else "")


def same_day(document: Document) -> Prediction:
    """Articles published on one day tell of one happening."""
    published = document.get("published")
    return {"incidents": [published[:DAY]] if published else []}


def first_letters(document: Document) -> Prediction:
    """Mentions of one sub-topic, or else topic, are of one happening when the last words of their triggers begin alike."""
    matter = document.get("subtopic") or document.get("topic") or ""
    text = document["text"]
    return {
        "clusters": {
            mention["id"]: f"{matter}-{text[mention['start'] : mention['end']].split()[-1].lower()[:LETTERS]}"
            for mention in document["mentions"]
            if mention["kind"] == "event"
        }
    }


def _paragraphs(document: Document) -> list[str]:
    text = document["text"]
    return [text[span.start : span.end] for span in find_paragraphs(text)]


def no_feeling(document: Document) -> Prediction:
    """The likeliest answer to every question: the author shows no feeling; and nobody but the author speaks."""
    return {"feelings": dict.fromkeys(document["entities"], "neu"), "speakers": [""] * len(document["spans"])}


BASELINES: Mapping[str, Mapping[str, Callable[[Document], Prediction]]] = {
    "five_w": {"title alone": title_alone, "first sentence": first_sentence},
    "same_event": {"first 4 letters of the trigger": first_letters},
    "shared_incidents": {"published on one day": same_day},
    "basil": {"always neutral": no_feeling},
}
"""By task and name; the gate prints their figures beside the readers'."""
