"""How actors are said to stand to each other: front of, wing of, part of, member of, leader of, backed by, also known as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from rashomon.model import Actor, ActorKind, MentionForm, Relation, RelationKind, Spans
from rashomon.parse import Doc
from rashomon.parse.syntax import antecedent, complements, direct_object, is_negated, is_passive, passive_subject, phrase, subject
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.other_names import named_by_verb, named_then, new_name
from rashomon.read.actors.relation_words import RelationWord, relation_words

if TYPE_CHECKING:
    from spacy.tokens import Token

QUALIFYING = frozenset({"compound", "nmod", "amod"})
NAMING = frozenset({MentionForm.NAME, MentionForm.ALIAS})


class _Told(NamedTuple):
    """`one` stands in the relation to `other`, by these words."""

    one: str
    kind: RelationKind
    other: str
    spans: Spans


def relate(doc: Doc, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The same actors, each with what is said of its standing to others. Denied relations are left out."""
    told: dict[str, dict[tuple[RelationKind, str], Relation]] = {}
    for one, kind, other, spans in _find(doc, ActorIndex(actors)):
        if one != other:
            told.setdefault(one, {}).setdefault((kind, other), Relation(kind=kind, other=other, spans=spans))
    return tuple(
        msgspec.structs.replace(actor, relations=tuple(told[actor.id].values())) if actor.id in told else actor for actor in actors
    )


def is_whole(token: Token) -> bool:
    """True for the army of "the brigade, part of the army": what somebody beside it is told to belong to."""
    noun = token.head.head
    is_behind = token.dep_ == "pobj" and token.head.lower_ == "of" and noun.dep_ == "appos"
    return is_behind and (noun.lemma_.lower(), "noun") in relation_words()


def _find(doc: Doc, actors: ActorIndex) -> Iterator[_Told]:
    words = relation_words()
    for token in doc.words:
        hedged = {words[child.lower_, "hedge"].kind for child in token.children if (child.lower_, "hedge") in words}
        yield from (told for told in _told_at(token, doc, actors) if told.kind not in hedged)


def _told_at(token: Token, doc: Doc, actors: ActorIndex) -> Iterator[_Told]:
    words, lemma = relation_words(), token.lemma_.lower()
    is_noun = token.tag_ in {"NN", "NNP"} or (token.dep_ == "amod" and token.head.lemma_ == "name")
    if (lemma, "noun") in words and is_noun and not _is_inside_name(token, doc, actors) and not _is_narrowed(token):
        yield from _by_noun(token, words[lemma, "noun"], doc, actors)
    elif (lemma, "then") in words:
        yield from _other_name(named_then(token, doc, actors), words[lemma, "then"])
    elif token.pos_ in {"VERB", "ADJ"} and not is_negated(token):
        yield from _other_name(new_name(token, doc, actors), words["name", "noun"])
        if (lemma, "naming") in words:
            yield from _other_name(named_by_verb(token, doc, actors), words[lemma, "naming"])
        if (lemma, "passive") in words and (is_passive(token) or token.dep_ == "amod"):
            yield from _by_participle(token, words[lemma, "passive"], doc, actors)
        elif (lemma, "verb") in words and not is_passive(token):
            yield from _by_verb(token, words[lemma, "verb"], doc, actors)


def _is_inside_name(noun: Token, doc: Doc, actors: ActorIndex) -> bool:
    """True for the last word of "Oru Liberation Front", which says of nobody that it is a front."""
    place = doc.span(noun, noun)
    own = [span for span, _, mention in actors.mentions_in(place) if span.contains(place) and mention.form in NAMING]
    return noun.tag_ == "NNP" and any(span.start < place.start for span in own)


def _is_narrowed(noun: Token) -> bool:
    """True for the name of "its front name", which is more than another name."""
    return any(child.dep_ in QUALIFYING and (child.lemma_.lower(), "noun") in relation_words() for child in noun.lefts)


def _other_name(found: tuple[str, str, Spans] | None, word: RelationWord) -> Iterator[_Told]:
    if found is not None:
        yield _Told(found[0], word.kind, found[1], found[2])


def _actor(token: Token | None, doc: Doc, actors: ActorIndex) -> str | None:
    found = actors.at(doc.span(token, token)) if token is not None else None
    return found.id if found else None


def _narrowest(token: Token, doc: Doc, actors: ActorIndex) -> str | None:
    """The actor whose shortest mention covers the token: "Oru" inside "the Oru leader" is Oru."""
    place = doc.span(token, token)
    covering = [(span.end - span.start, actor.id) for span, actor, _ in actors.mentions_in(place) if span.contains(place)]
    return min(covering)[1] if covering else None


def _by_noun(noun: Token, word: RelationWord, doc: Doc, actors: ActorIndex) -> Iterator[_Told]:
    one = _bearer(noun, doc, actors)
    other = _whole(noun, doc, actors)
    if one is None or other is None or (noun.dep_ == "attr" and is_negated(noun.head)):
        return
    yield _Told(one, word.kind, other, doc.spans(_relation_words(noun)))


def _bearer(noun: Token, doc: Doc, actors: ActorIndex) -> str | None:
    """Whom the noun is said of: the bearer of the name beside it, or what the sentence says to be it."""
    for child in noun.children:
        if child.dep_ == "appos":
            found = _actor(child, doc, actors)
            if found is not None:
                return found
    if noun.dep_ in QUALIFYING:
        return _named_behind(noun, doc, actors)
    if noun.dep_ == "attr":
        return _actor(subject(noun.head), doc, actors)
    if noun.dep_ == "appos":
        return _actor(noun.head, doc, actors)
    return _actor(noun, doc, actors)


def _named_behind(noun: Token, doc: Doc, actors: ActorIndex) -> str | None:
    """The bearer of "leader Ana Tal", of "its front name the 'Oru Council'"."""
    head = noun.head
    found = next((actor for child in head.children if child.dep_ == "appos" and (actor := _actor(child, doc, actors))), None)
    if found is None and head.pos_ == "NOUN" and head.i + 3 < len(doc.tokens):
        behind = doc.tokens[head.i + 1 : head.i + 4]
        found = next((actor for token in behind if token.pos_ == "PROPN" and (actor := _actor(token, doc, actors))), None)
    return found or (_actor(head, doc, actors) if head.pos_ == "PROPN" else None)


def _whole(noun: Token, doc: Doc, actors: ActorIndex) -> str | None:
    """To whom: "of Y", "Y's", "the Y leader", or the noun that the clause describes ("X, where Y is the main part")."""
    for behind in complements(noun, "of", "for", "in", "to"):
        found = _narrowest(behind, doc, actors)
        if found is not None:
            return found
    holders = [noun, noun.head] if noun.dep_ in QUALIFYING else [noun]
    for holder in holders:
        for child in holder.lefts:
            if child.dep_ in {"poss", "compound", "nmod", "amod"} and child != noun:
                found = _narrowest(child, doc, actors)
                if found is not None:
                    return found
    if noun.dep_ == "attr" and noun.head.dep_ == "relcl" and any(child.lower_ in {"where", "which"} for child in noun.head.subtree):
        return _actor(noun.head.head, doc, actors)
    return None


def _relation_words(noun: Token) -> list[Token]:
    if noun.dep_ in QUALIFYING and noun.head.pos_ == "NOUN":
        return [*noun.subtree, noun.head]
    words = phrase(noun, with_conjuncts=False)
    return [token for token in noun.head.subtree if token.dep_ != "mark"] if noun.dep_ == "attr" else words


def _by_verb(verb: Token, word: RelationWord, doc: Doc, actors: ActorIndex) -> Iterator[_Told]:
    one = _actor(subject(verb), doc, actors)
    target = next(complements(verb, word.preposition), None) if word.preposition else direct_object(verb)
    other = _actor(target, doc, actors)
    if one is not None and other is not None and target is not None and not _is_ahead(word.kind, target, doc, actors):
        yield _Told(one, word.kind, other, doc.spans([verb, *phrase(target, with_conjuncts=False)]))


def _is_ahead(kind: RelationKind, target: Token, doc: Doc, actors: ActorIndex) -> bool:
    """True for "Tesk leads Marr by two points": a person is led in a race only."""
    led = actors.at(doc.span(target, target))
    return kind is RelationKind.LEADER_OF and led is not None and led.kind is ActorKind.PERSON


def _by_participle(verb: Token, word: RelationWord, doc: Doc, actors: ActorIndex) -> Iterator[_Told]:
    if verb.dep_ == "amod":
        doer = next((child for child in verb.children if child.dep_ in {"npadvmod", "nsubj", "compound"}), None)
        one, other = _actor(verb.head, doc, actors), _actor(doer, doc, actors)
        spans = doc.spans([verb, doer] if doer is not None else [verb])
    else:
        doer = next(complements(verb, word.preposition), None) if word.preposition else None
        told = passive_subject(verb)
        one, other = _actor(antecedent(told) if told is not None else None, doc, actors), _actor(doer, doc, actors)
        spans = doc.spans([verb, *(phrase(doer, with_conjuncts=False) if doer is not None else [])])
    if one is not None and other is not None:
        yield _Told(one, word.kind, other, spans)
