"""Whom a pronoun means.

A salience model in the line of Lappin & Leass (1994): candidates that agree in kind, gender and number, and are no
co-arguments, are weighed by recency, grammatical role, parallelism and topic (`tables/salience.tsv`).
Things that are no actors compete, so that "its" may mean nobody. The weights are those of a log-linear model over all
candidates; what speaks for each mention of one actor adds up,
while each thing stands for itself. "They" means a plural before it means one body of people,
and a state only where nothing else is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from rashomon.model import ActorKind, MentionForm
from rashomon.parse.syntax import subject
from rashomon.read.actors.addressees import SECOND_PERSON
from rashomon.read.actors.definites import COLLECTIVES
from rashomon.read.actors.discourse import THING, Discourse, Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature
from rashomon.read.actors.participation import is_place, is_toward
from rashomon.read.actors.salience import PRONOUNS, SUBJECTS, features_of, nature_features
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

REFLEXIVES = frozenset(pronoun for pronoun in PRONOUNS if pronoun.endswith(("self", "selves")))
WINDOW = 5
"""Sentences back in which "he" and "she" look for whom they mean; other pronouns look back one sentence."""

PERHAPS_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY})
"""What a name that the parser takes for a place's may stand for."""

WEATHER = frozenset({"rain", "snow", "wet", "rainy", "windy", "sunny", "foggy", "cloudy", "chilly", "noon", "midnight", "dusk", "dawn"})

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "relcl", "acl"})


def meant_by_pronoun(pronoun: Token, discourse: Discourse, weights: Mapping[str, float] | None = None) -> Key | None:
    """The key of the actor that the pronoun means, by the weights of the table or others; None when it means none."""
    if pronoun.lower_ == "it" and _is_empty(pronoun):
        return None
    if pronoun.lower_ in REFLEXIVES and pronoun.dep_ == "dobj":
        return _subject_of(pronoun.head, discourse)
    weights = _weights() if weights is None else weights
    favour: dict[Key, float] = {}
    for reference, features in candidates(pronoun, discourse):
        score = sum(weights.get(feature, 0.0) * value for feature, value in features)
        others = favour.get(reference.key, 0.0)
        favour[reference.key] = max(others, exp(score)) if reference.key == THING else others + exp(score)
    best = max(favour, key=lambda key: favour[key], default=THING)
    return None if best == THING else best


def _subject_of(verb: Token, discourse: Discourse) -> Key | None:
    """Whom the subject of the verb means, for "itself" as its object."""
    doer = subject(verb)
    if doer is None:
        return None
    meant = next((reference.key for reference, _ in discourse.within(verb.i, 1) if reference.head == doer.i), THING)
    return None if meant == THING else meant


def candidates(pronoun: Token, discourse: Discourse) -> Iterator[tuple[Reference, list[tuple[str, float]]]]:
    """The earlier references that the pronoun may go back to, the latest first, each with its features."""
    wanted = PRONOUNS[pronoun.lower_]
    above = {token.i for token in pronoun.ancestors}
    joined = {verb.head.i for verb in (pronoun.head, *pronoun.head.ancestors) if verb.dep_ == "conj"}
    between: set[Key] = set()
    for reference, distance in discourse.within(pronoun.i, WINDOW if wanted in {"male", "female"} else 1):
        if (
            _agrees(reference, wanted, discourse)
            and not _is_coargument(reference, pronoun, discourse)
            and not _is_crossed(reference, pronoun, discourse)
            and not _is_speaker(reference, pronoun, discourse)
            and not (wanted in {"male", "female"} and _yields_to_person(discourse.natures[reference.key], between, discourse))
        ):
            yield reference, list(features_of(reference, pronoun, distance, discourse, above, joined, len(between - {reference.key})))
            between.add(reference.key)
    for ahead, feature in _ahead(pronoun, discourse):
        if _agrees(ahead, wanted, discourse) and not _is_speaker(ahead, pronoun, discourse):
            yield ahead, [(feature, 1.0), *nature_features(ahead, pronoun, discourse)]


def _ahead(pronoun: Token, discourse: Discourse) -> Iterator[tuple[Reference, str]]:
    """The named subject that a fronted phrase or clause leads up to, or whose it is: "In her speech, Tal said", "Tal's tone changed"."""
    for verb in pronoun.ancestors:
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i > pronoun.i:
                owners = [owner for owner in child.children if owner.dep_ == "poss" and owner.i in discourse.names_by_head]
                named = child.i in discourse.names_by_head
                yield from [(discourse.names_by_head[child.i], "ahead")] if named else ()
                yield from ((discourse.names_by_head[owner.i], "owner ahead") for owner in owners)
                if named or owners:
                    return


@cache
def _weights() -> dict[str, float]:
    rows = load_table("rashomon.read.actors", "tables/salience.tsv", ("feature", "weight", "origin"), ("feature",))
    return {row["feature"]: float(row["weight"]) for row in rows}


def _is_empty(pronoun: Token) -> bool:
    """True for "it" that means nothing: "it is crucial to know", "it seems that"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    if verb.lemma_ in WEATHER or verb.lemma_ in {"seem", "appear", "happen"}:
        return True
    children = list(verb.children)
    complements = [child for child in children if child.dep_ in {"acomp", "attr"}]
    nearby = children + [child for complement in complements for child in complement.children]
    if verb.lemma_ == "be" and any(complement.lower_ in WEATHER for complement in complements):
        return True
    return verb.lemma_ == "be" and bool(complements) and any(child.dep_ in CLAUSES for child in nearby)


def _agrees(reference: Reference, wanted: str, discourse: Discourse) -> bool:
    if discourse.doc.tokens[reference.head].lower_ in SECOND_PERSON:
        return False
    if reference.key == THING:
        return wanted == ("several" if reference.plural else "thing")
    nature = discourse.natures[reference.key]
    if wanted in {"several", "thing"} and reference.form is MentionForm.NAME and is_place(discourse.doc, reference.head):
        return is_toward(discourse.doc.tokens[reference.head])
    if wanted == "several":
        return nature.kind is not ActorKind.PERSON
    if wanted == "thing":
        return nature.kind in COLLECTIVES and reference.key.sort != "group"
    if not nature.gender and discourse.doc.tokens[reference.head].pos_ == "ADJ":
        return False
    return (nature.kind is ActorKind.PERSON or not nature.sure) and nature.gender in {"", wanted}


def _yields_to_person(nature: Nature, between: set[Key], discourse: Discourse) -> bool:
    """True for what is a place by the parser's word alone, with somebody who surely is a person told of since: he is meant."""
    return nature.kind in PERHAPS_STATES and not nature.sure and any(discourse.natures[key].sure for key in between)


def _is_coargument(reference: Reference, pronoun: Token, discourse: Discourse) -> bool:
    """True when both hang on one verb, which a plain pronoun forbids: in "Tal thanked him", "him" is not Tal."""
    other = discourse.doc.tokens[reference.head]
    if pronoun.dep_ == "poss":
        return other == pronoun.head
    if pronoun.lower_ in REFLEXIVES:
        return False
    if other.head == pronoun.head and other.dep_ != "poss":
        return True
    return pronoun.head.dep_ == "prep" and other.head == pronoun.head.head and other.dep_ in {"nsubj", "dobj"}


def _is_speaker(reference: Reference, pronoun: Token, discourse: Discourse) -> bool:
    """True for who says the quotation in which "he" or "she" stands: in "“He lied,” said Tal", he is not Tal."""
    return PRONOUNS[pronoun.lower_] in {"male", "female"} and discourse.is_said_by(pronoun.i, reference)


def _is_crossed(reference: Reference, pronoun: Token, discourse: Discourse) -> bool:
    """True for the one whom a relative clause is about when the pronoun is its subject: in "Tal, whom he thanked", "he" is not Tal.

    Strong crossover (Postal 1971, Cross-over Phenomena). A clause with "whose" is about what is his, and one with "where" or "when" about
    no one.
    """
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "relcl" or clause.head.i != reference.head:
        return False
    return not any(word.tag_ in {"WP$", "WRB"} for word in discourse.doc.tokens[clause.left_edge.i : pronoun.i])
