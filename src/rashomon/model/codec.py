"""The nouns as JSON, and their JSON Schemas (draft 2020-12)."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.model.correction import Correction
from rashomon.model.record import Record

PUBLISHED: tuple[type, ...] = (Record, Comparison, Correction)
"""The nouns that outsiders read; the schemas of all others stand inside theirs."""


def encode_record(record: Record) -> bytes:
    """One line of JSON: the article's fields, then the lists. The raw bytes are left out; the case file keeps them."""
    article = msgspec.to_builtins(record.article)
    del article["raw"]
    rest = msgspec.to_builtins(record)
    del rest["article"]
    return msgspec.json.encode({**article, **rest})


def decode_record(line: bytes | str) -> Record:
    """The Record that `encode_record` wrote, its article without raw bytes. Raises `msgspec.ValidationError`."""
    fields: dict[str, Any] = msgspec.json.decode(line)
    names = msgspec.structs.fields(Article)
    article = {field.name: fields.pop(field.name) for field in names if field.name in fields}
    return msgspec.convert({**fields, "article": article}, Record)


def encode_comparison(comparison: Comparison) -> bytes:
    """The comparison as one JSON object."""
    return msgspec.json.encode(comparison)


def decode_comparison(data: bytes | str) -> Comparison:
    """The Comparison that `encode_comparison` wrote. Raises `msgspec.ValidationError`."""
    return msgspec.json.decode(data, type=Comparison)


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each published noun by its lower-case name; the record's is that of its flattened line."""
    found = {noun.__name__.lower(): msgspec.json.schema(noun) for noun in PUBLISHED}
    found["record"] = _flatten_article(found["record"])
    return found


def _flatten_article(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema["$defs"]
    article = definitions.pop("Article")
    record = definitions["Record"]
    article["properties"].pop("raw")
    record["properties"].pop("article")
    record["properties"] = {**article["properties"], **record["properties"]}
    record["required"] = article["required"] + [name for name in record["required"] if name != "article"]
    return schema
