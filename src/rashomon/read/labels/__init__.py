"""Labels: by which words the article names and qualifies each actor, who uses them, and with what attitude."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model import Actor, Attitude, Attribution, CueType, Label, Manner, MentionForm, Spans, make_id, quote
from rashomon.parse import Doc
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import state_word
from rashomon.read.labels.phrase_attitude import attitude_of_phrase, head_of
from rashomon.read.labels.qualifications import Qualification, find_qualifications
from rashomon.read.labels.words import is_word
from rashomon.read.voice import voice_of
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_BEING = frozenset({"strength", "location"})
CLAUSAL = frozenset({"ROOT", "xcomp", "ccomp", "advcl", "relcl"})
"""Where a participle is a verb: what "committed" tells as an adjective, it does not tell there."""
DETERMINERS = ("the ", "a ", "an ", "this ", "that ", "these ", "those ")


class _Found(NamedTuple):
    """Words that name or qualify an actor, before those that say the same are gathered."""

    actor: str
    spans: Spans
    aspect: str
    attitude: Attitude
    attribution: str | None
    is_name: bool = False


def read_labels(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> tuple[Label, ...]:
    """The labels given to actors, in text order: one for each wording that a voice uses for an actor, one for each plain name.

    A label holds the places of all its uses. Where the same words name and qualify, as an apposition does, the label has
    the aspect of the qualification. A plain name is the author's when the author uses it anywhere. An adjective such as
    "Varenian", and a pronoun, names nobody.
    """
    found = sorted([*_namings(doc, actors, attributions), *_qualified(doc, actors, attributions)], key=lambda one: (one.spans, one.aspect))
    gathered: dict[tuple[str, str, str | None], list[_Found]] = {}
    for one in found:
        voice = "" if one.is_name else one.attribution
        gathered.setdefault((one.actor, _bare(quote(doc.text, one.spans)), voice), []).append(one)
    return tuple(
        Label(
            id=make_id(doc.article, "d", number),
            actor=same[0].actor,
            words=quote(doc.text, same[0].spans),
            spans=tuple(dict.fromkeys(span for one in same for span in one.spans)),
            aspect=next((one.aspect for one in same if one.aspect != "naming"), "naming"),
            attitude=same[0].attitude,
            attribution=None if any(one.attribution is None for one in same) else same[0].attribution,
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
            described = mention.form is MentionForm.DESCRIPTION and not _is_plain(words, actor)
            attitude = attitude_of_phrase(head_of(tokens), tokens) if described else Attitude.NEUTRAL
            voice = _voice(mention.spans, attributions, actor.id, attitude)
            yield _Found(actor.id, mention.spans, "naming", attitude, voice, not described)


def _is_plain(words: str, actor: Actor) -> bool:
    """True for a description that is all the name there is ("many workers"), and for one written as a name ("the Front")."""
    bare = _bare(words)
    return bare == _bare(actor.name) or all(word[0].isupper() for word in words[len(words) - len(bare) :].split())


def _is_adjective(words: str, tokens: list[Token]) -> bool:
    if state_word(words, "adjective") is not None and state_word(words, "name", "people") is None:
        return True
    return len(tokens) == 1 and tokens[0].dep_ == "amod"


def _qualified(doc: Doc, actors: ActorIndex, attributions: tuple[Attribution, ...]) -> Iterator[_Found]:
    for qualification in find_qualifications(doc, actors):
        tokens = [token for token in qualification.words if not token.is_space]
        spans = doc.spans(tokens)
        if spans:
            others = [token for token in tokens if token == qualification.head or not _is_of_other(token, qualification.actor, doc, actors)]
            attitude = attitude_of_phrase(qualification.head, others, denied=qualification.denied)
            voice = _voice(spans, attributions, qualification.actor, attitude)
            yield _Found(qualification.actor, spans, _aspect(qualification), attitude, voice)


def _voice(spans: Spans, attributions: tuple[Attribution, ...], actor: str, attitude: Attitude) -> str | None:
    """Whose words those at `spans` are: bad words for the one who thinks, not quoted, are of the one who tells of the thought."""
    voice = voice_of(spans, attributions)
    while voice is not None and attitude is Attitude.NEGATIVE and _thinks_unquoted(voice, actor):
        parent = voice.parent
        voice = next((other for other in attributions if other.id == parent), None)
    return voice.id if voice else None


def _thinks_unquoted(voice: Attribution, actor: str) -> bool:
    return voice.source.actor == actor and voice.cue.type is CueType.THINK and voice.manner is Manner.INDIRECT


def _is_of_other(token: Token, actor: str, doc: Doc, actors: ActorIndex) -> bool:
    """True for a word that names or describes another actor: "important for the regime" does not judge by "regime"."""
    other = actors.at(doc.span(token, token))
    return other is not None and other.id != actor


@cache
def _aspects() -> dict[str, str]:
    return {row["word"]: row["aspect"] for row in load_table("rashomon.read.labels", "tables/aspects.tsv", ("word", "aspect"), ("word",))}


def _aspect(qualification: Qualification) -> str:
    """What the words tell of: the aspect of their head, else of the first word that has one, else by the way they are said.

    Of what somebody does, strength and location are told only by the head: a "failed policy" is conduct. An adjective such
    as "capable" says less than what follows it.
    """
    table = _aspects()
    head, words = qualification.head, qualification.words
    told_behind = (word for word in words if word.i > head.i) if is_word(head, "open") else ()
    for token in (*told_behind, head, *words):
        aspect = table.get(token.lemma_.lower()) if token.dep_ in CLAUSAL else table.get(token.lower_) or table.get(token.lemma_.lower())
        if aspect is not None and (token == head or qualification.aspect != "conduct" or aspect not in OF_BEING):
            return aspect
    return qualification.aspect
