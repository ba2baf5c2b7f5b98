"""Other names that a text gives an actor: what it was or is called, what it calls itself, what its name was changed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Actor, ActorKind, MentionForm, Span, Spans
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent, complements, direct_object, is_passive, passive_agent, passive_subject, subject
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import first_names

if TYPE_CHECKING:
    from spacy.tokens import Token

OtherName = tuple[str, str, Spans]
"""The ids of the actor that is spoken of and of the one that stands for its other name, and the words that say so."""
OPENING = frozenset({",", "(", "-", "\u2013", "\u2014"})
CLOSING = frozenset({",", ")", ".", ";", "-", "\u2013", "\u2014"})
ITSELF = frozenset({"itself", "themselves", "himself", "herself"})
GIVEN = frozenset({"oprd", "attr", "xcomp", "appos"})
CHANGING = frozenset({"change", "switch", "alter"})


def named_then(adverb: Token, doc: Doc, actors: ActorIndex) -> OtherName | None:
    """From "X, formerly (the) Y," and "X was formerly (the) Y": the adverb stands right before the second name, which ends there."""
    tokens, first = doc.tokens, adverb.i + 1
    if adverb.i < 2 or first >= len(tokens):
        return None
    before = tokens[adverb.i - 1]
    told = tokens[adverb.i - 2] if before.text in OPENING else subject(before) if before.lemma_ == "be" else None
    first += tokens[first].lower_ == "the" and first + 1 < len(tokens)
    one, other = _named_at(told, doc, actors) if told is not None else None, _named_at(tokens[first], doc, actors)
    if one is None or other is None or other[1].start != tokens[first].idx:
        return None
    behind = next((token for token in tokens[first:] if token.idx >= other[1].end), None)
    if behind is not None and behind.text not in CLOSING:
        return None
    return _if_of_one_sort(one[0], other[0], (Span(adverb.idx, other[1].end),))


def named_by_verb(verb: Token, doc: Doc, actors: ActorIndex) -> OtherName | None:
    """From "X calls itself Y", "X was renamed Y", "X, formerly called Y"; not where it is told who calls it so."""
    given = next((child for child in verb.rights if child.dep_ in GIVEN and child.pos_ in {"PROPN", "NOUN"}), None)
    if passive_agent(verb) is not None:
        return None
    if is_passive(verb) or verb.dep_ == "acl":
        told = verb.head if verb.dep_ == "acl" else passive_subject(verb)
        given = given if given is not None else direct_object(verb)
    else:
        told = subject(verb)
        renamed = direct_object(verb)
        if renamed is None or renamed.lower_ not in ITSELF:
            return None
    return _other_name(told, verb, given, doc, actors)


def new_name(verb: Token, doc: Doc, actors: ActorIndex) -> OtherName | None:
    """From "X changed its name to Y"."""
    changed = direct_object(verb) if verb.lemma_ in CHANGING else None
    if changed is None or changed.lemma_ != "name" or not any(child.dep_ == "poss" and child.pos_ == "PRON" for child in changed.lefts):
        return None
    given = next((found for head in (verb, changed) for found in complements(head, "to")), None)
    return _other_name(subject(verb), verb, given, doc, actors)


def _other_name(told: Token | None, verb: Token, given: Token | None, doc: Doc, actors: ActorIndex) -> OtherName | None:
    if told is None or given is None:
        return None
    one, other = _named_at(antecedent(told), doc, actors), _named_at(given, doc, actors)
    if one is None or other is None:
        return None
    return _if_of_one_sort(one[0], other[0], (Span(verb.idx, max(other[1].end, verb.idx + len(verb))),))


def _named_at(token: Token, doc: Doc, actors: ActorIndex) -> tuple[Actor, Span] | None:
    """The actor that is named at the token, with the whole name; nobody for a description or a pronoun."""
    place = doc.span(token, token)
    found = [
        (span, actor)
        for span, actor, mention in actors.mentions_in(place)
        if span.contains(place) and mention.form in {MentionForm.NAME, MentionForm.ALIAS}
    ]
    longest = max(found, key=lambda told: told[0].end - told[0].start, default=None)
    return (longest[1], longest[0]) if longest is not None else None


def _if_of_one_sort(one: Actor, other: Actor, words: Spans) -> OtherName | None:
    """None where just one of the two is a person with a given name: "Ana Tal, formerly the Courier,"."""
    people = [actor.kind is ActorKind.PERSON and actor.name.split()[0] in first_names() for actor in (one, other)]
    is_known = ActorKind.UNKNOWN not in {one.kind, other.kind}
    return None if one.id == other.id or (is_known and people[0] != people[1]) else (one.id, other.id, words)
