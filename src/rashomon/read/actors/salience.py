"""Salience: what speaks for each of those whom a pronoun may mean, by the features of tables/salience.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.model import ActorKind, MentionForm
from rashomon.read.actors.discourse import THING, Discourse, Reference
from rashomon.read.actors.participation import first_conjunct, is_place, is_toward
from rashomon.read.attributions.cues import is_cue

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "several"),
}
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TOLD_PREPOSITIONS = frozenset({"of", "with", "by", "to", "for", "from", "in", "on", "against", "as", "after", "before"})


def features_of(
    reference: Reference, pronoun: Token, distance: int, discourse: Discourse, above: set[int], joined: set[int], between: int
) -> Iterator[tuple[str, float]]:
    """What speaks for the reference; `above` are the words over the pronoun, `joined` the verbs that a clause over it goes on from."""
    other = discourse.doc.tokens[reference.head]
    role = "conj" if other.dep_ == "conj" else other.dep_
    yield ("same sentence" if distance == 0 else "sentence before" if distance == 1 else "further back", 1.0)
    yield "distance", float(distance)
    yield "tokens", min(pronoun.i - reference.head, 60) / 10
    yield role, 1.0
    if role in ROLES and pronoun.dep_ in ROLES:
        yield f"{role} for {pronoun.dep_}", 1.0
    if role == "conj":
        yield f"conj of {first_conjunct(other).dep_}", 1.0
    if reference.key == discourse.topic:
        yield "topic", 1.0
    if role in SUBJECTS and distance == 0:
        yield "subject here", 1.0
        if other.head.i in above:
            yield "subject above", 1.0
        if other.head == pronoun.head:
            yield "subject of its verb", 1.0
    if other.head.dep_ == "ROOT" and role in SUBJECTS:
        yield "main subject", 1.0
    if role == pronoun.dep_ or (role in SUBJECTS and pronoun.dep_ in SUBJECTS):
        yield "parallel", 1.0
    yield "between", float(min(between, 5))
    yield from _clause_features(other, role, pronoun, distance, above, joined)
    if discourse.is_in_brackets(other.i):
        yield "in brackets", 1.0
    if PRONOUNS[pronoun.lower_] in {"male", "female"}:
        yield from _story_features(reference, pronoun, discourse)
    yield from nature_features(reference, pronoun, discourse)
    if PRONOUNS[pronoun.lower_] in {"several", "thing"}:
        yield from _place_features(reference, other, distance, discourse)


def _clause_features(
    other: Token, role: str, pronoun: Token, distance: int, above: set[int], joined: set[int]
) -> Iterator[tuple[str, float]]:
    """In what sort of clause the mention is a subject, behind which preposition it stands, and how its clause leads to the pronoun's."""
    if role in SUBJECTS:
        yield f"subject in {other.head.dep_}", 1.0
        if distance == 1 and other.head.dep_ == "ROOT" and pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ROOT":
            yield "main subject goes on", 1.0
    elif other.head.i in above:
        yield "object above", 1.0
    if other.head.i in joined:
        part = "subject" if role in SUBJECTS else "object"
        yield f"{part} of the verb before, for {'a subject' if pronoun.dep_ in SUBJECTS else 'another'}", 1.0
    if role == "pobj" and other.head.lower_ in TOLD_PREPOSITIONS:
        yield f"behind {other.head.lower_}", 1.0
    if role == "pobj" and other.head.head.lower_ == "according" and pronoun.dep_ in SUBJECTS and is_cue(pronoun.head):
        yield "according to, for one that speaks", 1.0


def _story_features(reference: Reference, pronoun: Token, discourse: Discourse) -> Iterator[tuple[str, float]]:
    """How the article goes on to speak of somebody: by a full name first, often again, in the same quotation or not."""
    yield "told before", float(min(discourse.count_before(reference), 4))
    if reference.form is MentionForm.NAME and reference.last > reference.first:
        yield "full name", 1.0
    if discourse.quotation_marks(reference.last + 1, pronoun.i) % 2:
        yield "across a quotation mark", 1.0
    if not discourse.natures[reference.key].sure:
        yield "kind unsure", 1.0


def _place_features(reference: Reference, other: Token, distance: int, discourse: Discourse) -> Iterator[tuple[str, float]]:
    """What counts for "it" and "they" only, which the corpus of the other weights does not hold."""
    if distance == 0:
        yield "here for it", 1.0
    if reference.key == THING and is_place(discourse.doc, other.i):
        yield "thing in place", 1.0
    elif is_toward(other):
        yield "toward", 1.0


def nature_features(reference: Reference, pronoun: Token, discourse: Discourse) -> Iterator[tuple[str, float]]:
    """What counts for somebody or a thing by what it is, and by how it is told."""
    several = PRONOUNS[pronoun.lower_] == "several"
    if PRONOUNS[pronoun.lower_] in {"male", "female"}:
        yield reference.form.value, 1.0
    if reference.key == THING:
        yield "things" if several else "thing", 1.0
        if is_cue(pronoun.head):
            yield "thing that speaks", 1.0
        return
    nature = discourse.natures[reference.key]
    if nature.kind is ActorKind.PERSON:
        yield "person", 1.0
    if nature.gender:
        yield "gender known", 1.0
    if several and not reference.plural:
        yield "one state" if nature.kind is ActorKind.STATE else "one body", 1.0
