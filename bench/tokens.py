"""Documents given as sentences of tokens, their mentions by number of token: as documents with a text and offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import click

from bench.lines import Line, LinesError, read_lines, write_lines

DOCUMENT_FIELDS = ("doc_key", "sentences")
MENTION_FIELDS = ("mention_id", "conll_doc_key", "sent_id", "tokens_number", "coref_chain")
LINE_END = "//n"
"""A token that marks where a line ended and is no word of the article."""
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("tokens")
@click.argument("documents", type=FILE)
@click.argument("mentions", type=FILE)
@click.option("--out", type=FILE, required=True, help="Where to write the documents.")
def tokens(documents: Path, mentions: Path, out: Path) -> None:
    """Write DOCUMENTS in tokens, with their MENTIONS, in the shape that the task same_event reads."""
    write_lines(out, read_tokens(documents, mentions))


def read_tokens(documents: Path, mentions: Path) -> list[Line]:
    """One line of the task same_event a document: its tokens joined by one space, its mentions with their offsets.

    The key of a document is its topic, its sub-topic and its own name, parted by slashes. Raises LinesError when a file lacks a
    field, a key has another form, or a mention is of no document or no token of it.
    """
    lines = read_lines(documents, DOCUMENT_FIELDS)
    found: dict[str, list[Line]] = {document["doc_key"]: [] for document in lines}
    for mention in read_lines(mentions, MENTION_FIELDS):
        if mention["conll_doc_key"] not in found:
            raise LinesError(f"{mentions}: the mention {mention['mention_id']} is of {mention['conll_doc_key']}, which {documents} lacks")
        found[mention["conll_doc_key"]].append(mention)
    return [_line(document, found[document["doc_key"]]) for document in lines]


def _line(document: Line, mentions: Iterable[Line]) -> Line:
    key = document["doc_key"].split("/", 2)
    if len(key) < 3:
        raise LinesError(f"the key {document['doc_key']} is no topic, sub-topic and name, parted by slashes")
    words, starts = _laid_out(document["sentences"])
    return {
        "id": document["doc_key"],
        "topic": key[0],
        "subtopic": key[1],
        "text": " ".join(words),
        "mentions": [_mention(mention, document["sentences"], starts) for mention in mentions],
    }


def _laid_out(sentences: Sequence[Sequence[str]]) -> tuple[list[str], dict[tuple[int, int], int]]:
    """The words in order, and where each stands in the text, by the numbers of its sentence and token."""
    placed = list(_words(sentences))
    words = [word for _, _, word in placed]
    starts = accumulate((len(word) + 1 for word in words), initial=0)
    return words, {(sentence, token): start for (sentence, token, _), start in zip(placed, starts, strict=False)}


def _words(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    for number, sentence in enumerate(sentences):
        for place, token in enumerate(sentence):
            if token != LINE_END:
                yield number, place, token


def _mention(mention: Line, sentences: Sequence[Sequence[str]], starts: dict[tuple[int, int], int]) -> Line:
    places = [(mention["sent_id"], token) for token in mention["tokens_number"]]
    if not places or not all(place in starts for place in places):
        raise LinesError(f"the mention {mention['mention_id']} is of no token of {mention['conll_doc_key']}")
    sentence, token = places[-1]
    return {
        "id": mention["mention_id"],
        "start": starts[places[0]],
        "end": starts[places[-1]] + len(sentences[sentence][token]),
        "chain": mention["coref_chain"],
        "kind": "event",
    }
