"""Whose voice some words are in."""

from __future__ import annotations

from rashomon.model import Attribution, Content, Cue, CueType, Manner, Source, SourceKind, Span
from rashomon.read.voice import voice_of


def attribution(name: str, *spans: tuple[int, int]) -> Attribution:
    return Attribution(
        id=name,
        source=Source(kind=SourceKind.NAMED),
        cue=Cue(type=CueType.SAY),
        content=Content(spans=tuple(Span(start, end) for start, end in spans)),
        manner=Manner.INDIRECT,
    )


OUTER = attribution("outer", (10, 60))
INNER = attribution("inner", (30, 50))
PARTED = attribution("parted", (70, 80), (90, 100))
ALL = (OUTER, INNER, PARTED)


def test_innermost_holder_speaks() -> None:
    assert voice_of((Span(35, 40),), ALL) is INNER
    assert voice_of((Span(15, 40),), ALL) is OUTER


def test_author_speaks_outside_every_content() -> None:
    assert voice_of((Span(0, 5),), ALL) is None
    assert voice_of((Span(82, 88),), ALL) is None
    assert voice_of((), ALL) is None


def test_content_in_two_pieces_holds_words_in_both() -> None:
    assert voice_of((Span(72, 75), Span(92, 95)), ALL) is PARTED
    assert voice_of((Span(72, 95),), ALL) is None
