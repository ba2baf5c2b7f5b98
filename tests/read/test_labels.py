"""Labels: how actors are named and qualified, by whom, and with what attitude."""

from __future__ import annotations

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import Attitude, Attribution, Content, Cue, CueType, Label, Manner, Source, SourceKind, Span, quote
from rashomon.parse import parse
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors import read_actors
from rashomon.read.labels import read_labels


def labels_of(text: str, attributions: tuple[Attribution, ...] = ()) -> list[tuple[str, Label]]:
    """The labels, each with the name of its actor."""
    doc = parse(ingest_text(text.encode(), "test.txt"))
    actors = ActorIndex(read_actors(doc))
    names = {actor.id: actor.name for actor in actors}
    return [(names[label.actor], label) for label in read_labels(doc, actors, attributions)]


CASES = [
    ("The Harbour League is a defunct force.", "Harbour League", "a defunct force", "strength", Attitude.NEGATIVE),
    ("The Harbour League is widely regarded as a criminal gang.", "Harbour League", "a criminal gang", "legality", Attitude.NEGATIVE),
    ("Critics call the Harbour League a cult.", "Harbour League", "a cult", "nature", Attitude.NEGATIVE),
    ("Paul Tesk is a brave and honest leader.", "Paul Tesk", "a brave and honest leader", "nature", Attitude.POSITIVE),
    ("Police arrested members of the exiled Harbour League.", "Harbour League", "exiled", "location", Attitude.NEGATIVE),
    (
        "The Harbour League runs on fear. Its terrorist campaign goes on.",
        "Harbour League",
        "terrorist campaign",
        "violence",
        Attitude.NEGATIVE,
    ),
    ("The Harbour League promotes violent extremism.", "Harbour League", "promotes violent extremism", "aims", Attitude.NEGATIVE),
    (
        "The Harbour League no longer constitutes a fighting force.",
        "Harbour League",
        "no longer constitutes a fighting force",
        "strength",
        None,
    ),
    ("The Harbour League, the main workers' coalition, marched.", "Harbour League", "the main workers' coalition", "strength", None),
]


@pytest.mark.parametrize(("text", "actor", "words", "aspect", "attitude"), CASES)
def test_qualification(text: str, actor: str, words: str, aspect: str, attitude: Attitude | None) -> None:
    found = [label for name, label in labels_of(text) if name == actor and label.words == words]
    assert len(found) == 1, [(name, label.words) for name, label in labels_of(text)]
    assert found[0].aspect == aspect
    if attitude is not None:
        assert found[0].attitude is attitude


def test_each_wording_is_one_naming_label_with_all_its_places() -> None:
    text = "Norway spoke. The Norwegian regime lied. Norway lied again. The regime smiled."
    namings = {label.words: len(label.spans) for name, label in labels_of(text) if name == "Norway" and label.aspect == "naming"}
    assert namings == {"Norway": 2, "The Norwegian regime": 1, "The regime": 1}


def test_what_is_denied_or_only_possible_is_no_conduct() -> None:
    text = "The Harbour League did not attack the innocent workers. Norway could attack the innocent workers."
    assert not [label for _, label in labels_of(text) if label.aspect != "naming"]


def test_the_voice_of_a_label_is_that_of_the_content_it_stands_in() -> None:
    text = "Norway said that the Harbour League is a criminal gang."
    said = Attribution(
        id="a1",
        source=Source(kind=SourceKind.NAMED, name="Norway", spans=(Span(0, 6),)),
        cue=Cue(type=CueType.SAY, spans=(Span(7, 11),)),
        content=Content(spans=(Span(17, len(text) - 1),)),
        manner=Manner.INDIRECT,
    )
    voices = {label.words: label.attribution for _, label in labels_of(text, (said,))}
    assert voices["a criminal gang"] == "a1"
    assert voices["Norway"] is None


def test_a_label_holds_the_words_of_its_first_place() -> None:
    text = "The corrupt regime of Norway lied. The Harbour League, a brutal gang, praised the corrupt regime."
    for _, label in labels_of(text):
        assert quote(text, label.spans).startswith(label.words)
