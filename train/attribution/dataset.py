"""A corpus of attributions as the numbers that the heads learn from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.articles import article_from_text
from bench.scoring.spans import trim
from tokenizers import Tokenizer

from rashomon.encode.grammar import Grammar
from rashomon.encode.weights import Labels
from rashomon.encode.windows import Window, cut_windows
from rashomon.model import Span
from rashomon.parse import Doc, parse
from rashomon.read.attributions.first_reading import article_grammar, read_first

ROLES = ("cue", "source", "content")


@dataclass(frozen=True)
class Relation:
    """One attribution as places of tokens in the parse; `anchor` is the syntactic head of its cue."""

    anchor: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True)
class Example:
    """One article: its windows, its grammar, its gold attributions, and what leads from places back to characters."""

    id: str
    text: str
    windows: tuple[Window, ...]
    grammar: Grammar
    relations: tuple[Relation, ...]
    edges: np.ndarray
    """First and behind-last character of each token."""
    paragraphs: np.ndarray
    """The number of each token's paragraph."""


def read_examples(path: Path, tokenizer: Tokenizer, labels: Labels) -> Iterator[Example]:
    """The articles of a file of the attribution corpus, parsed."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield read_example(json.loads(line), tokenizer, labels)


def read_example(document: Mapping[str, Any], tokenizer: Tokenizer, labels: Labels) -> Example:
    """One article of the corpus, parsed."""
    doc = parse(article_from_text(document["id"], document["text"]))
    starts = {block.span.start for block in doc.blocks()}
    relations = (_relation(doc, found) for found in document.get("attributions", ()))
    return Example(
        id=document["id"],
        text=document["text"],
        windows=tuple(cut_windows(doc, tokenizer)),
        grammar=article_grammar(doc, read_first(doc), labels),
        relations=tuple(found for found in relations if found is not None),
        edges=np.array([(token.idx, token.idx + len(token)) for token in doc.tokens]),
        paragraphs=np.cumsum([token.idx in starts for token in doc.tokens]),
    )


def _relation(doc: Doc, found: Mapping[str, Sequence[Sequence[int]]]) -> Relation | None:
    """Spans trimmed as the scorer trims them, so that what it does not count is not learned either; a lone colon stays."""
    places = {role: _places(doc, found[role]) for role in ROLES}
    cue = places["cue"]
    if not cue or not places["content"]:
        return None
    content = tuple(i for i in places["content"] if i not in cue and i not in places["source"])
    return Relation(anchor=anchor_of(doc, cue), cue=cue, source=tuple(i for i in places["source"] if i not in cue), content=content)


def _places(doc: Doc, spans: Sequence[Sequence[int]]) -> tuple[int, ...]:
    kept = trim(doc.text, spans) or [(start, end) for start, end in spans]
    return tuple(token.i for token in doc.tokens_in(Span(start, end) for start, end in kept))


def anchor_of(doc: Doc, places: Sequence[int]) -> int:
    """The syntactic head of a cue: the word that hangs on none of the others; of several a verb, else the first."""
    held = set(places)
    tops = [i for i in places if doc.tokens[i].head.i not in held or doc.tokens[i].head.i == i]
    verbs = [i for i in tops if doc.tokens[i].pos_ in {"VERB", "AUX"}]
    return (verbs or tops or list(places))[0]
