"""Bytes in, Article out: files, folders and standard input, each kind of input in its own module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.errors import InputError
from rashomon.ingest.sources import open_inputs
from rashomon.ingest.text import ingest_text
from rashomon.model import Article


def ingest(inputs: Iterable[str]) -> Iterator[Article | InputError]:
    """An Article for each input that can be read, an InputError for each that cannot, in the order found."""
    for origin, raw in open_inputs(inputs):
        yield ingest_text(raw, origin)


__all__ = ["ingest"]
