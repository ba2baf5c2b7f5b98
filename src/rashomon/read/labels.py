"""Labels: by which words the article names and qualifies each actor, who uses them, and with what attitude."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model import Attitude, Attribution, Label, MentionForm, Spans, make_id, quote
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actor_words import state_word
from rashomon.read.qualifications import Qualification, find_qualifications
from rashomon.read.valence import valence_of
from rashomon.read.voice import voice_of
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

DETERMINERS = ("the ", "a ", "an ", "this ", "that ", "these ", "those ")


class _Found(NamedTuple):
    """Words that name or qualify an actor, before those that say the same are gathered."""

    actor: str
    spans: Spans
    aspect: str
    attitude: Attitude
    attribution: str | None


def read_labels(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> tuple[Label, ...]:
    """The labels given to actors, in text order: one for each wording that a voice uses for an actor.

    A label holds the places of all its uses. Where the same words name and qualify, as an apposition does, the label has
    the aspect of the qualification. An adjective such as "Varenian", and a pronoun, names nobody.
    """
    found = sorted([*_namings(doc, actors, attributions), *_qualified(doc, actors, attributions)], key=lambda one: (one.spans, one.aspect))
    gathered: dict[tuple[str, str, str | None], list[_Found]] = {}
    for one in found:
        gathered.setdefault((one.actor, _bare(quote(doc.text, one.spans)), one.attribution), []).append(one)
    return tuple(
        Label(
            id=make_id(doc.article, "d", number),
            actor=same[0].actor,
            words=quote(doc.text, same[0].spans),
            spans=tuple(dict.fromkeys(span for one in same for span in one.spans)),
            aspect=next((one.aspect for one in same if one.aspect != "naming"), "naming"),
            attitude=same[0].attitude,
            attribution=same[0].attribution,
        )
        for number, same in enumerate(gathered.values(), start=1)
    )


def _bare(words: str) -> str:
    lowered = words.lower()
    return next((lowered[len(determiner) :] for determiner in DETERMINERS if lowered.startswith(determiner)), lowered)


def _namings(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> Iterator[_Found]:
    for actor in actors:
        for mention in actor.mentions:
            words = quote(doc.text, mention.spans)
            tokens = doc.tokens_in(mention.spans)
            if mention.form is MentionForm.PRONOUN or _is_adjective(words, tokens):
                continue
            described = mention.form is MentionForm.DESCRIPTION
            attitude = _attitude(tokens) if described else Attitude.NEUTRAL
            yield _Found(actor.id, mention.spans, "naming", attitude, _voice(mention.spans, attributions))


def _is_adjective(words: str, tokens: list[Token]) -> bool:
    if state_word(words, "adjective") is not None and state_word(words, "name", "people") is None:
        return True
    return len(tokens) == 1 and tokens[0].dep_ == "amod"


def _qualified(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> Iterator[_Found]:
    for qualification in find_qualifications(doc, actors):
        tokens = [token for token in qualification.words if not token.is_space]
        spans = doc.spans(tokens)
        if spans:
            attitude = _attitude(tokens, denied=qualification.denied)
            yield _Found(qualification.actor, spans, _aspect(qualification), attitude, _voice(spans, attributions))


def _voice(spans: Spans, attributions: tuple[Attribution, ...]) -> str | None:
    voice = voice_of(spans, attributions)
    return voice.id if voice else None


def _attitude(tokens: list[Token], *, denied: bool = False) -> Attitude:
    """The sum of the words' own valence, turned round when the whole is denied."""
    total = sum(valence_of(token).own for token in tokens) * (-1 if denied else 1)
    if total == 0:
        return Attitude.NEUTRAL
    return Attitude.NEGATIVE if total < 0 else Attitude.POSITIVE


@cache
def _aspects() -> dict[str, str]:
    return {row["word"]: row["aspect"] for row in load_table("rashomon.read", "tables/aspects.tsv", ("word", "aspect"), ("word",))}


def _aspect(qualification: Qualification) -> str:
    """What the words tell of: the aspect of their head, else of the first word that has one, else by the way they are said."""
    table = _aspects()
    for token in (qualification.head, *qualification.words):
        aspect = table.get(token.lower_) or table.get(token.lemma_.lower())
        if aspect is not None:
            return aspect
    return qualification.aspect
