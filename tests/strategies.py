"""Values of the nouns for property tests: `values(Time)` for any one noun, `articles()` and `records()` for coherent ones."""

from __future__ import annotations

import hashlib
import types
import typing
from collections.abc import Sequence
from enum import Enum
from typing import Any

import msgspec
from hypothesis import strategies as st

from rashomon.model import Actor, Article, Attribution, Block, BlockKind, Event, Label, Place, Record, Span, Stance, Time, make_id

LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
TEXT = st.text(LETTERS, max_size=20)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Z")), min_size=1, max_size=40)
EXACT = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly."""

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, EXACT),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    type(None): st.none(),
}


def spans(length: int = 10_000) -> st.SearchStrategy[Span]:
    """Spans inside a text of `length` characters; without a text, of any place."""
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda ends: Span(*sorted(ends)))


def values(kind: Any, *, span: st.SearchStrategy[Span] | None = None, **fixed: Any) -> st.SearchStrategy[Any]:
    """Any value of a noun, or of the type of one of its fields; spans come from `span`, fields in `fixed` are as given.

    Fields that have a default are left at it in about half of the values.
    """
    span = spans() if span is None else span
    if kind is Span:
        return span
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _structs(kind, span, fixed)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(*(values(part, span=span) for part in parts))
    if origin is tuple and parts[1:] == (Ellipsis,):
        return st.lists(values(parts[0], span=span), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(part, span=span) for part in parts))
    raise TypeError(f"no strategy for {kind}")


def articles() -> st.SearchStrategy[Article]:
    """Articles whose blocks part their text as they should."""
    blocks = st.tuples(st.sampled_from(list(BlockKind)), st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
    return st.builds(_article, st.lists(blocks, min_size=1, max_size=4))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Records whose spans lie inside their article and whose ids are made as the readers make them."""
    article = draw(articles())
    inside = spans(len(article.text))

    def several(kind: type, letter: str) -> tuple[Any, ...]:
        return tuple(draw(values(kind, span=inside, id=make_id(article, letter, number))) for number in range(1, draw(st.integers(1, 3))))

    return Record(
        article=article,
        reader="test",
        attributions=several(Attribution, "a"),
        events=several(Event, "e"),
        actors=several(Actor, "p"),
        times=several(Time, "t"),
        places=several(Place, "l"),
        labels=several(Label, "d"),
        stances=several(Stance, "v"),
    )


def _structs(kind: type[msgspec.Struct], span: st.SearchStrategy[Span], fixed: dict[str, Any]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    fields = {}
    for field in msgspec.structs.fields(kind):
        any_value = st.just(fixed[field.name]) if field.name in fixed else values(hints[field.name], span=span)
        at_default = [] if field.required or field.name in fixed else [st.just(field.default)]
        fields[field.name] = st.one_of(*at_default, any_value)
    return st.builds(kind, **fields)


def _article(parts: Sequence[tuple[BlockKind, str]]) -> Article:
    text = "\n\n".join(words for _, words in parts)
    blocks, start = [], 0
    for kind, words in parts:
        blocks.append(Block(kind=kind, span=Span(start, start + len(words))))
        start += len(words) + 2
    raw = text.encode("utf-8")
    return Article(id=hashlib.sha256(raw).hexdigest()[:16], origin="invented.txt", text=text, blocks=tuple(blocks), raw=raw)
