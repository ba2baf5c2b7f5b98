"""Shared incidents: which raw articles in one folder tell of one happening, where nobody says what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rashomon
from bench.articles import raw_file
from rashomon.model import Record

Document = dict[str, Any]


def predict_all(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The ids of the linked incidents that each document shares with another, one list a document, in order."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:05}.txt" for number in range(len(documents))]
        for file, document in zip(files, documents, strict=True):
            file.write_text(raw_file(document["title"], document["text"], document.get("published")), encoding="utf-8")
        shared = shared_incidents(tuple(rashomon.read(folder)))
    return [{"id": document["id"], "incidents": shared.get(str(file), [])} for file, document in zip(files, documents, strict=True)]


def shared_incidents(records: Sequence[Record]) -> dict[str, list[str]]:
    """The ids of the incidents that hold events of several articles, by the origin of each of these."""
    origins = {record.article.id: record.article.origin for record in records}
    found: dict[str, list[str]] = {}
    for incident in rashomon.compare(records).incidents:
        articles = {account.article for account in incident.accounts}
        for article in articles if len(articles) > 1 else ():
            found.setdefault(origins[article], []).append(incident.id)
    return found
