"""Whom a pronoun means.

A salience model in the line of Lappin & Leass (1994): candidates that agree in kind, gender and number, and are no
co-arguments, are weighed by recency, grammatical role, parallelism and number of mentions (`tables/salience.tsv`).
Things that are no actors compete, so that "its" may mean nobody. The weights are those of a log-linear model over all
candidates; what speaks for each mention of one actor adds up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from rashomon.model import ActorKind, MentionForm
from rashomon.read.definites import COLLECTIVES
from rashomon.read.discourse import THING, Discourse, Reference
from rashomon.read.keys import Key
from rashomon.read.participation import is_place
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "several"),
}
WINDOW = 5
"""Sentences back in which "he" and "she" look for whom they mean; other pronouns look back one sentence."""

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "relcl", "acl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def meant_by_pronoun(pronoun: Token, discourse: Discourse) -> Key | None:
    """The key of the actor that the pronoun means; None when it means none."""
    if pronoun.lower_ == "it" and _is_empty(pronoun):
        return None
    favour: dict[Key, float] = {}
    for reference, features in candidates(pronoun, discourse):
        score = sum(_weights().get(feature, 0.0) * value for feature, value in features)
        favour[reference.key] = favour.get(reference.key, 0.0) + exp(score)
    best = max(favour, key=lambda key: favour[key], default=THING)
    return None if best == THING else best


def candidates(pronoun: Token, discourse: Discourse) -> Iterator[tuple[Reference, list[tuple[str, float]]]]:
    """The earlier references that the pronoun may go back to, the latest first, each with its features."""
    wanted = PRONOUNS[pronoun.lower_]
    above = {token.i for token in pronoun.ancestors}
    between: set[Key] = set()
    for reference, distance in discourse.within(pronoun.i, WINDOW if wanted in {"male", "female"} else 1):
        if _agrees(reference, wanted, discourse) and not _is_coargument(reference, pronoun, discourse):
            yield reference, list(_features(reference, pronoun, distance, discourse, above, len(between - {reference.key})))
            between.add(reference.key)
    ahead = _subject_ahead(pronoun, discourse)
    if ahead is not None and _agrees(ahead, wanted, discourse):
        yield ahead, [("ahead", 1.0), *_nature_features(ahead, discourse)]


def _subject_ahead(pronoun: Token, discourse: Discourse) -> Reference | None:
    """The named subject that a fronted phrase or clause leads up to: "In her speech, Tal said"."""
    for verb in pronoun.ancestors:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i > pronoun.i and child.i in discourse.names_by_head:
                return discourse.names_by_head[child.i]
    return None


@cache
def _weights() -> dict[str, float]:
    rows = load_table("rashomon.read", "tables/salience.tsv", ("feature", "weight"), ("feature",))
    return {row["feature"]: float(row["weight"]) for row in rows}


def _is_empty(pronoun: Token) -> bool:
    """True for "it" that means nothing: "it is crucial to know", "it seems that"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    if verb.lemma_ in {"seem", "appear", "happen", "rain", "snow"}:
        return True
    children = list(verb.children)
    complements = [child for child in children if child.dep_ in {"acomp", "attr"}]
    nearby = children + [child for complement in complements for child in complement.children]
    return verb.lemma_ == "be" and bool(complements) and any(child.dep_ in CLAUSES for child in nearby)


def _agrees(reference: Reference, wanted: str, discourse: Discourse) -> bool:
    if reference.key == THING:
        return wanted == ("several" if reference.plural else "thing")
    nature = discourse.natures[reference.key]
    if wanted in {"several", "thing"} and reference.form is MentionForm.NAME and is_place(discourse.doc, reference.head):
        return False
    if wanted == "several":
        return nature.kind is not ActorKind.PERSON
    if wanted == "thing":
        return nature.kind in COLLECTIVES
    return (nature.kind is ActorKind.PERSON or not nature.sure) and nature.gender in {"", wanted}


def _is_coargument(reference: Reference, pronoun: Token, discourse: Discourse) -> bool:
    """True when both hang on one verb, which a plain pronoun forbids: in "Tal thanked him", "him" is not Tal."""
    other = discourse.doc.tokens[reference.head]
    if pronoun.dep_ == "poss":
        return other == pronoun.head
    if pronoun.lower_.endswith(("self", "selves")):
        return False
    if other.head == pronoun.head and other.dep_ != "poss":
        return True
    return pronoun.head.dep_ == "prep" and other.head == pronoun.head.head and other.dep_ in {"nsubj", "dobj"}


def _features(
    reference: Reference, pronoun: Token, distance: int, discourse: Discourse, above: set[int], between: int
) -> Iterator[tuple[str, float]]:
    other = discourse.doc.tokens[reference.head]
    role = "conj" if other.dep_ == "conj" else other.dep_
    yield ("same sentence" if distance == 0 else "sentence before" if distance == 1 else "further back", 1.0)
    yield "distance", float(distance)
    yield "tokens", min(pronoun.i - reference.head, 60) / 10
    yield role, 1.0
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
    yield "mentions", float(min(discourse.count(reference.key), 6))
    yield reference.form.value, 1.0
    yield from _nature_features(reference, discourse)


def _nature_features(reference: Reference, discourse: Discourse) -> Iterator[tuple[str, float]]:
    if reference.key == THING:
        yield "thing", 1.0
        return
    nature = discourse.natures[reference.key]
    if nature.kind is ActorKind.PERSON:
        yield "person", 1.0
    if nature.gender:
        yield "gender known", 1.0
