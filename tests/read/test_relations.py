"""Relations between actors are claims with their words and their voice, and never merge two actors."""

from __future__ import annotations

import pytest

from rashomon.ingest.text import ingest_text
from rashomon.model import Actor, Attribution, Content, Cue, CueType, Manner, RelationKind, Source, SourceKind, Span, quote
from rashomon.parse import parse
from rashomon.read.actors import attribute_relations, read_actors


def actors_of(text: str) -> tuple[Actor, ...]:
    return read_actors(parse(ingest_text(text.encode(), "test.txt")))


TOLD = [
    (
        "The Harbour Guard will use its front name the 'Council of Free Docks' again.",
        "Council of Free Docks",
        RelationKind.FRONT_OF,
        "Harbour Guard",
    ),
    ("The Council of Free Docks is a front of the Harbour Guard.", "Council of Free Docks", RelationKind.FRONT_OF, "Harbour Guard"),
    ("The Oru Brigades, the armed wing of the Dockers Party, marched.", "Oru Brigades", RelationKind.WING_OF, "Dockers Party"),
    (
        "They met the Workers Coalition, where the Dockers Party is the main constituent.",
        "Dockers Party",
        RelationKind.PART_OF,
        "Workers Coalition",
    ),
    ("Paul Tesk, the leader of the Dockers Party, resigned.", "Paul Tesk", RelationKind.LEADER_OF, "Dockers Party"),
    ("The Dockers Party is backed by Norway.", "Dockers Party", RelationKind.BACKED_BY, "Norway"),
    ("The Oru Brigades, part of the army, marched.", "Oru Brigades", RelationKind.PART_OF, "the army"),
    ("The Dockers Party, backed by Norway, won.", "Dockers Party", RelationKind.BACKED_BY, "Norway"),
    ("Paul Tesk leads the Dockers Party.", "Paul Tesk", RelationKind.LEADER_OF, "Dockers Party"),
]


@pytest.mark.parametrize(("text", "one", "kind", "other"), TOLD)
def test_relation(text: str, one: str, kind: RelationKind, other: str) -> None:
    names = {actor.id: actor.name for actor in actors_of(text)}
    told = {(actor.name, relation.kind, names[relation.other]) for actor in actors_of(text) for relation in actor.relations}
    assert (one, kind, other) in told


def test_a_denied_relation_is_not_told() -> None:
    assert not any(actor.relations for actor in actors_of("The Council of Free Docks is not a front of the Harbour Guard."))


@pytest.mark.parametrize(("cue", "told"), [(CueType.SAY, 1), (CueType.DENY, 0)])
def test_a_relation_that_a_source_denies_is_not_told(cue: CueType, told: int) -> None:
    text = "Norway said that the Free Docks Council is a front of the Harbour Guard."
    said = Attribution(
        id="a1",
        source=Source(kind=SourceKind.NAMED, name="Norway", spans=(Span(0, 6),)),
        cue=Cue(type=cue, spans=(Span(7, 11),)),
        content=Content(spans=(Span(text.index("the Free"), len(text) - 1),)),
        manner=Manner.INDIRECT,
    )
    assert len([relation for actor in attribute_relations(actors_of(text), (said,)) for relation in actor.relations]) == told


def test_a_relation_has_its_words_and_the_voice_that_tells_it() -> None:
    text = "Norway said that the Free Docks Council is a front of the Harbour Guard."
    content = Span(text.index("the Free"), len(text) - 1)
    said = Attribution(
        id="a1",
        source=Source(kind=SourceKind.NAMED, name="Norway", spans=(Span(0, 6),)),
        cue=Cue(type=CueType.SAY, spans=(Span(7, 11),)),
        content=Content(spans=(content,)),
        manner=Manner.INDIRECT,
    )
    relations = [relation for actor in attribute_relations(actors_of(text), (said,)) for relation in actor.relations]
    assert [relation.attribution for relation in relations] == ["a1"]
    assert "front of the Harbour Guard" in quote(text, relations[0].spans)
