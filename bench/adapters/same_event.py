"""Same event: which mentions, across documents, are of one happening. The mentions are given, what links them is ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from bench.articles import article_from_text
from rashomon.link import link_actors
from rashomon.link.acts import act_of
from rashomon.link.incidents import join_tellings, read_text
from rashomon.link.matters import Matters
from rashomon.link.surroundings import Sentences
from rashomon.link.tellings import Telling, is_definite, tellings_of
from rashomon.model import Record, Span, quote
from rashomon.read import read_article

Document = dict[str, Any]
GIVEN = ("subtopic", "topic")
"""What a corpus can hand over of a document's matter, the narrowest first. Documents of one sub-topic are handed over together."""


def predict_all(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """One line of clusters a document, in order.

    Documents are compared within the sub-topic, or else the topic, that is given with them.
    """
    names: dict[tuple[str, str], str] = {}
    for (given, matter), told in _by_matter(documents).items():
        for number, group in enumerate(_groups(told, one_matter=given == "subtopic")):
            names.update(dict.fromkeys(group, f"{given}-{matter}-{number}"))
    return [
        {"id": document["id"], "clusters": {mention["id"]: names[document["id"], mention["id"]] for mention in _mentions(document)}}
        for document in documents
    ]


def _by_matter(documents: Sequence[Document]) -> dict[tuple[str, str], list[Document]]:
    """The documents by what is given of their matter, the narrowest first, and its name."""
    found: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        given = next((field for field in GIVEN if document.get(field)), "")
        found.setdefault((given, document.get(given, "")), []).append(document)
    return found


def given_tellings(documents: Sequence[Document], records: Sequence[Record]) -> tuple[list[Telling], list[tuple[str, str]]]:
    """A telling for each mention, its `event` being its number, and the document and mention ids; `records` are the documents as read."""
    read: dict[str, dict[str, Telling]] = {}
    for telling in tellings_of(records, link_actors(records)):
        read.setdefault(telling.article, {})[telling.event] = telling
    tellings: list[Telling] = []
    mentions: list[tuple[str, str]] = []
    for document, record in zip(documents, records, strict=True):
        sentences = Sentences(record)
        for mention in _mentions(document):
            tellings.append(_telling(len(mentions), mention, record, read.get(record.article.id, {}), sentences))
            mentions.append((document["id"], mention["id"]))
    return tellings, mentions


def _groups(documents: Sequence[Document], *, one_matter: bool) -> Iterator[list[tuple[str, str]]]:
    """The mentions of each happening, as document and mention ids."""
    records = [read_document(document) for document in documents]
    tellings, mentions = given_tellings(documents, records)
    matters = Matters({} if one_matter else {record.article.id: read_text(record.article) for record in records})
    for group, _ in join_tellings(tellings, matters):
        yield [mentions[int(telling.event)] for telling in group]


def read_document(document: Document) -> Record:
    """The document as it is read; its id stands for the article's, so that two documents with one text stay two."""
    record = read_article(article_from_text(document["id"], document["text"]))
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, id=document["id"]))


def _mentions(document: Document) -> list[dict[str, Any]]:
    return [mention for mention in document["mentions"] if mention["kind"] == "event"]


def _telling(number: int, mention: dict[str, Any], record: Record, read: dict[str, Telling], sentences: Sentences) -> Telling:
    """The mention with all that was read about the event it is the trigger of; with its words alone where no event was read."""
    span = Span(mention["start"], mention["end"])
    words = quote(record.article.text, [span])
    bare = Telling(
        event=str(number),
        article=record.article.id,
        type=None,
        mode=None,
        act=act_of(words),
        words=words,
        position=span.start,
        definite=is_definite(record.article.text, (span,)),
        around=sentences.around(span),
    )
    for event in record.events:
        if any(span.overlaps(trigger) for trigger in event.trigger.spans):
            known = read[event.id]
            return replace(
                known, event=bare.event, act=bare.act, words=words, position=bare.position, definite=bare.definite, around=bare.around
            )
    return bare
