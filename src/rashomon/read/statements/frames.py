"""Frames: the clauses and phrases of an article that state what somebody is, has, wants or does all the time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.parse.syntax import direct_object, is_passive, passive_agent, passive_subject, phrase, prepositional_object, subject
from rashomon.read.statements.beside import frames_beside
from rashomon.read.statements.complements import BEING, HAVING, VIEWING, of_being, of_having, of_viewing
from rashomon.read.statements.frame import Frame, framed, linked, linked_behind
from rashomon.read.statements.phrases import of_outcomes, of_phrases, told_with
from rashomon.read.statements.predicates import Predicate, predicates
from rashomon.read.statements.stated import is_finite, is_stative, is_told

if TYPE_CHECKING:
    from spacy.tokens import Token

WANTING = frozenset({"want", "seek", "aim", "intend", "wish", "hope"})
ACCUSING = frozenset({"accuse"})
OBJECTIVE = frozenset({"size", "possession", "aims", "activity"})
"""Topics whose answer is the object itself, and no other party."""


def find_frames(doc: Doc) -> Iterator[Frame]:
    """The frames in text order of their verbs; several of one clause where it says several things."""
    for token in doc.words:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            found = list(_frames(token))
            if found and is_told(token):
                yield from found
        yield from frames_beside(token)


def _frames(verb: Token) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    found: list[Frame] = []
    if lemma in ACCUSING:
        found.extend(_accusations(verb))
    elif lemma in BEING | HAVING and not is_passive(verb):
        if is_finite(verb):
            found.extend(of_being(verb) if lemma in BEING else of_having(verb))
    elif lemma in VIEWING:
        found.extend(of_viewing(verb))
    if (
        not found
        and (lemma in WANTING or ("verb", lemma) in predicates() or ("adjective", verb.lower_) in predicates())
        and is_stative(verb)
    ):
        found.extend(_of_verb(verb, subject(verb)))
    yield from found
    yield from of_phrases(verb)
    if not found:
        yield from of_outcomes(verb)
    if verb.pos_ == "VERB" and any(child.lower_ == "first" and child.dep_ == "advmod" for child in verb.children) and not is_passive(verb):
        yield from _of_first(verb)


def _of_verb(verb: Token, doer: Token | None, *, gerund: bool = False) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    row = predicates().get(("verb", lemma))
    if is_passive(verb) and not gerund:
        yield from _of_passive(verb, row)
        return
    if doer is None:
        return
    if lemma in WANTING:
        aim = next((child for child in verb.children if child.dep_ == "xcomp"), None) or direct_object(verb)
        if aim is not None:
            yield Frame(verb, aim, doer, None, "aims", "", tuple(aim.subtree), gerund)
        return
    if row is None:
        return
    other = linked(verb, row.links)
    if other is None and row.links:
        return
    if row.topic in OBJECTIVE and other is not None:
        behind = other if other.dep_ != "pobj" else other.head
        core = tuple(dict.fromkeys([behind, *phrase(other)]))
        yield Frame(verb, other, doer, None, row.topic, row.value, core, gerund)
    else:
        yield framed(verb, verb, doer, other, row, (verb,))._replace(gerund=gerund)


def _of_passive(verb: Token, row: Predicate | None) -> Iterator[Frame]:
    undergoer = passive_subject(verb)
    if undergoer is None:
        return
    agent = passive_agent(verb)
    if row is not None and agent is not None and "obj" in row.links and row.topic not in OBJECTIVE:
        yield framed(verb, verb, agent, undergoer, row, (verb,))
    elif row is not None and row.topic in {"location", "size", "aims"} and "obj" not in row.links:
        place = linked_behind(verb, row.links)
        if place is not None and row.topic in OBJECTIVE:
            yield Frame(verb, place, undergoer, None, row.topic, row.value, (place.head, *phrase(place)))
        elif place is not None:
            yield framed(verb, verb, undergoer, place, row, (verb,))
    quality = predicates().get(("adjective", verb.lower_))
    if quality is not None and agent is None:
        is_outcome = ("outcome", verb.lemma_.lower()) in predicates()
        yield Frame(verb, verb, undergoer, None, quality.topic, quality.value, told_with(verb, undergoer), outcome=is_outcome)


def _accusations(verb: Token) -> Iterator[Frame]:
    """That B arms rebels, in "A accuses B of arming rebels". A deed that no row has is told by its own words."""
    accused = passive_subject(verb) if is_passive(verb) else direct_object(verb)
    deed = next((noun for child in verb.children if child.lower_ == "of" for noun in [prepositional_object(child)] if noun), None)
    if accused is None or deed is None or deed.tag_ != "VBG":
        return
    found = list(_of_verb(deed, accused, gerund=True))
    yield from found or [Frame(verb, deed, accused, None, "deed", "", tuple(deed.subtree), gerund=True)]


def _of_first(verb: Token) -> Iterator[Frame]:
    """Who is said to have been the first to do something: "A fired first"."""
    doer = subject(verb)
    if doer is not None:
        yield Frame(verb, verb, doer, None, "deed", "", tuple(token for token in verb.subtree if token.i >= verb.i))
