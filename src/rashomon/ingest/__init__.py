"""Bytes in, Article out: files, folders and standard input, each kind of input in its own module."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator

from rashomon.errors import InputError
from rashomon.ingest.decode import check_length
from rashomon.ingest.formats import choose_ingester
from rashomon.ingest.language import check_language
from rashomon.ingest.sources import Source, open_inputs
from rashomon.model import Article, BlockKind

log = logging.getLogger(__name__)


def ingest(inputs: Iterable[str]) -> Iterator[Article | InputError]:
    """An Article for each input that can be read, an InputError for each that cannot, in the order found.

    `inputs` are paths of files and folders, or `-` for standard input. One that fails never stops the others. Bytes that come
    twice are read once, and a warning is logged that names both inputs.
    """
    first: dict[str, str] = {}
    for found in open_inputs(inputs):
        if isinstance(found, InputError):
            yield found
            continue
        digest = hashlib.sha256(found.raw).hexdigest()
        if digest in first:
            log.warning("%s: the same bytes as %s; read once", found.origin, first[digest])
            continue
        first[digest] = found.origin
        yield _read_source(found)


def _read_source(source: Source) -> Article | InputError:
    try:
        article = choose_ingester(source.raw, source.origin, source.ending)(source.raw, source.origin)
        check_length(article.text, source.origin)
        check_language(_readable(article), source.origin)
    except InputError as error:
        return error
    return article


def _readable(article: Article) -> str:
    """The words that will be read: those of a page's menus say little of its language."""
    return "\n".join(article.text[block.span.start : block.span.end] for block in article.blocks if block.kind is not BlockKind.FURNITURE)


__all__ = ["ingest"]
