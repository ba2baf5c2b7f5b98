"""The source of a report, from its head word or from all of its words: kind, name and spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest.text import ingest_text
from rashomon.model import CueType, Source, quote
from rashomon.parse import Doc, parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import read_actors
from rashomon.read.attributions.cues import CueEntry
from rashomon.read.attributions.report import Report
from rashomon.read.attributions.speakers import name_sources

ENTRY = CueEntry(lemma="say", frames=("clause",), type=CueType.SAY, addressee="")


def reported(doc: Doc, source: str, start: int = 0) -> Report:
    """A report whose source is these words and whose cue is the word behind them, as a reader that needs no table gives it."""
    first = doc.text.index(source, start)
    words = [token for token in doc.tokens if first <= token.idx < first + len(source)]
    cue = doc.tokens[words[-1].i + 1]
    return Report(entry=ENTRY, head=cue, cue=(cue,), content=tuple(doc.tokens[cue.i + 1 :]), source=words[0], source_words=tuple(words))


def named(text: str, source: str) -> tuple[str, Source]:
    """The words at the source's spans, and the source."""
    doc = parse(ingest_text(text.encode(), "test.txt"))
    (found,) = name_sources(doc, ActorIndex(read_actors(doc)), [reported(doc, source)], [])
    return quote(doc.text, found.spans), found


SOURCES = [
    ("I think the port is lost.", "I", "author", "the author"),
    (
        "A senior Varenian official who spoke on condition of anonymity confirmed it.",
        "A senior Varenian official who spoke on condition of anonymity",
        "unnamed",
        "A senior Varenian official",
    ),
    ("Anna Marr, the former harbour minister, grumbled that it was late.", "Anna Marr, the former harbour minister", "named", "Anna Marr"),
    ("Critics and even some allies mutter that it was late.", "Critics and even some allies", "unnamed", "Critics and some allies"),
    ("Daniel Marr resigned on Monday. His doubts about the bridge were known.", "His", "named", "Daniel Marr"),
    ("Anna Marr's spokesman mumbled that it was late.", "Anna Marr's spokesman", "named", "Anna Marr's spokesman"),
    ("Paul Tesk left early. His aides whispered that he was ill.", "His aides", "unnamed", "Paul Tesk's aides"),
    ("The survey hinted that the toll was hated.", "The survey", "document", "The survey"),
    ("The self-described fisherman Paul Tesk won.", "Paul Tesk", "named", "Paul Tesk"),
]


@pytest.mark.parametrize(("text", "source", "kind", "name"), SOURCES)
def test_source_from_its_words(text: str, source: str, kind: str, name: str) -> None:
    words, found = named(text, source)
    assert words == source
    assert (found.kind.value, found.name) == (kind, name)


TEXT = "Anna Marr, who leads the Harbour League, said that critics of its plan and the mayor's aides were wrong."


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 20), min_size=1))
def test_spans_are_the_words_given(places: set[int]) -> None:
    doc = parse(ingest_text(TEXT.encode(), "test.txt"))
    words = tuple(doc.tokens[place] for place in sorted(places) if place < len(doc.tokens))
    report = Report(entry=ENTRY, head=words[0], cue=(words[0],), content=(), source=words[0], source_words=words)
    (found,) = name_sources(doc, ActorIndex(()), [report], [])
    assert found.spans == doc.spans(words)
