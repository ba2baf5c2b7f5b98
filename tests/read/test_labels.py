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


def said_by_norway(text: str) -> Attribution:
    """Norway says what stands behind "said that" to the end of the text."""
    start = text.index("Norway said that ")
    return Attribution(
        id="a1",
        source=Source(kind=SourceKind.NAMED, name="Norway", spans=(Span(start, start + 6),)),
        cue=Cue(type=CueType.SAY, spans=(Span(start + 7, start + 11),)),
        content=Content(spans=(Span(start + 17, len(text) - 1),)),
        manner=Manner.INDIRECT,
    )


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
    ("The Harbour League is capable of murder.", "Harbour League", "capable of murder", "violence", Attitude.NEGATIVE),
    ("Paul Tesk is responsible for this threat to security.", "Paul Tesk", None, "conduct", Attitude.NEGATIVE),
    ("Norway is the leading sponsor of terrorism.", "Norway", "the leading sponsor of terrorism", "violence", Attitude.NEGATIVE),
    ("Critics blamed Norway's failed harbour policy.", "Norway", "failed harbour policy", "conduct", Attitude.NEGATIVE),
    (
        "The Harbour League has successfully led daily protests.",
        "Harbour League",
        "successfully led daily protests",
        "conduct",
        Attitude.POSITIVE,
    ),
    ("The thugs of the Harbour League beat him.", "Harbour League", "The thugs of the Harbour League", "nature", Attitude.NEGATIVE),
    (
        "The Harbour League committed brutal attacks in Norway from the Dockers Party.",
        "Harbour League",
        "committed brutal attacks in Norway",
        "violence",
        Attitude.NEGATIVE,
    ),
]


@pytest.mark.parametrize(("text", "actor", "words", "aspect", "attitude"), CASES)
def test_qualification(text: str, actor: str, words: str | None, aspect: str, attitude: Attitude | None) -> None:
    labels = [label for name, label in labels_of(text) if name == actor and label.aspect != "naming"]
    found = [label for label in labels if words is None or label.words == words]
    assert len(found) == 1, [(name, label.words) for name, label in labels_of(text)]
    assert found[0].aspect == aspect
    if attitude is not None:
        assert found[0].attitude is attitude


def test_each_wording_is_one_naming_label_with_all_its_places() -> None:
    text = "Norway spoke. The Norwegian regime lied. Norway lied again. The regime smiled."
    namings = {label.words: len(label.spans) for name, label in labels_of(text) if name == "Norway" and label.aspect == "naming"}
    assert namings == {"Norway": 2, "The Norwegian regime": 1, "The regime": 1}


def test_a_plain_name_is_one_label_whoever_uses_it() -> None:
    text = "The Harbour League met. Norway said that the Harbour League is a club and that the workers are angry."
    labels = [label for name, label in labels_of(text, (said_by_norway(text),)) if label.words == "Harbour League"]
    assert [(len(label.spans), label.attribution) for label in labels] == [(2, None)]


def test_what_is_said_of_another_does_not_judge_the_actor() -> None:
    text = "Norway is important for the corrupt regime of Belgium."
    assert [label.attitude for name, label in labels_of(text) if name == "Norway" and label.aspect == "nature"] != [Attitude.NEGATIVE]


NOT_OF = [
    ("Norway left the Harbour League to face brutal torture.", "Norway"),
    ("Norway still struggles to overcome brutal corruption.", "Norway"),
    ("There is no plan against Norway, ergo, none will do.", "Norway"),
]


@pytest.mark.parametrize(("text", "actor"), NOT_OF)
def test_what_is_not_of_the_actor_is_no_label(text: str, actor: str) -> None:
    assert not [label.words for name, label in labels_of(text) if name == actor and label.aspect != "naming"]


def test_what_is_denied_or_only_possible_is_no_conduct() -> None:
    text = "The Harbour League did not attack the innocent workers. Norway could attack the innocent workers."
    assert not [label for _, label in labels_of(text) if label.aspect != "naming"]


def test_the_voice_of_a_label_is_that_of_the_content_it_stands_in() -> None:
    text = "Norway said that the Harbour League is a criminal gang."
    voices = {label.words: label.attribution for _, label in labels_of(text, (said_by_norway(text),))}
    assert voices["a criminal gang"] == "a1"
    assert voices["Norway"] is None


THOUGHTS = [
    ("Norway regards this as a step in its terrorist campaign.", CueType.THINK, Manner.INDIRECT, None),
    ("Norway regards this as a step in its terrorist campaign.", CueType.THINK, Manner.DIRECT, "a1"),
    ("Norway regards this as a step in its terrorist campaign.", CueType.SAY, Manner.INDIRECT, "a1"),
    ("Norway regards this as a step in its brave campaign.", CueType.THINK, Manner.INDIRECT, "a1"),
]


@pytest.mark.parametrize(("text", "cue", "manner", "voice"), THOUGHTS)
def test_nobody_thinks_badly_of_himself_in_words_not_quoted(text: str, cue: CueType, manner: Manner, voice: str | None) -> None:
    doc = parse(ingest_text(text.encode(), "test.txt"))
    actors = ActorIndex(read_actors(doc))
    norway = next(actor.id for actor in actors if actor.name == "Norway")
    thought = Attribution(
        id="a1",
        source=Source(kind=SourceKind.NAMED, name="Norway", actor=norway, spans=(Span(0, 6),)),
        cue=Cue(type=cue, spans=(Span(7, 14),)),
        content=Content(spans=(Span(15, len(text) - 1),)),
        manner=manner,
    )
    voices = [label.attribution for label in read_labels(doc, actors, (thought,)) if label.words.endswith("campaign")]
    assert voices == [voice]


def test_a_label_holds_the_words_of_its_first_place() -> None:
    text = "The corrupt regime of Norway lied. The Harbour League, a brutal gang, praised the corrupt regime."
    for _, label in labels_of(text):
        assert quote(text, label.spans).startswith(label.words)
