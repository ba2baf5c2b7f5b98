"""All that refers to an actor, in text order: names, descriptions and pronouns, each with whom it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.model import ActorKind, MentionForm
from rashomon.parse import Doc
from rashomon.read.actors.addressees import SECOND_PERSON, addressed
from rashomon.read.actors.appositions import Apposition
from rashomon.read.actors.definites import meant_by
from rashomon.read.actors.descriptions import Description, find_descriptions
from rashomon.read.actors.discourse import THING, Discourse, Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature
from rashomon.read.actors.pronouns import meant_by_pronoun
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.salience import PRONOUNS
from rashomon.read.actors.words import Noun, titles

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND_BY_SORT = {
    "government": ActorKind.GOVERNMENT_BODY,
    "body": ActorKind.GOVERNMENT_BODY,
    "organisation": ActorKind.ORGANISATION,
    "armed group": ActorKind.ARMED_GROUP,
    "outlet": ActorKind.OUTLET,
    "people": ActorKind.POPULATION,
    "person": ActorKind.PERSON,
    "group": ActorKind.POPULATION,
}
COMPETING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def resolve_references(
    doc: Doc,
    names: Sequence[Name],
    keys: Sequence[Key],
    natures: Mapping[Key, Nature],
    appositions: Mapping[int, Apposition],
    weights: Mapping[str, float] | None = None,
) -> Discourse:
    """The discourse of the whole article: its references in text order and the nature of everyone they mean.

    Pronouns are weighed by the table's weights, or by others in training.
    """
    name_at = {token: index for index, name in enumerate(names) for token in range(name.first, name.last + 1)}
    named = [_reference(doc, name, key) for name, key in zip(names, keys, strict=True)]
    discourse = Discourse(
        doc, natures, _beside_names(doc, names, keys, appositions), named, _owners(doc, names, keys, name_at, appositions)
    )
    descriptions = {description.last: description for description in find_descriptions(doc, name_at)}
    for token in doc.words:
        if token.i in discourse.names_by_head:
            discourse.mention(discourse.names_by_head[token.i], None, ActorKind.UNKNOWN)
            if _opens_pair(token):
                discourse.mention(
                    Reference(token.i, token.i, token.i, THING, MentionForm.DESCRIPTION, plural=True), None, ActorKind.UNKNOWN
                )
        elif token.i in descriptions:
            _mention_description(descriptions[token.i], discourse, name_at, keys, appositions)
        elif token.pos_ == "PRON" and token.lower_ in PRONOUNS:
            _mention_pronoun(token, meant_by_pronoun(token, discourse, weights), discourse, plural=PRONOUNS[token.lower_] == "several")
        elif token.lower_ in SECOND_PERSON:
            _mention_pronoun(token, addressed(token, discourse), discourse, plural=False)
        elif token.pos_ == "NOUN" and token.dep_ in COMPETING and token.i not in name_at:
            _mention_thing(token, discourse)
    return discourse


def _reference(doc: Doc, name: Name, key: Key) -> Reference:
    return Reference(name.first, name.last, name.head, key, MentionForm.NAME, doc.tokens[name.head].tag_ in PLURAL_TAGS)


def _beside_names(doc: Doc, names: Sequence[Name], keys: Sequence[Key], appositions: Mapping[int, Apposition]) -> dict[Key, frozenset[str]]:
    """The nouns that stand beside the names of each actor anywhere in the article, titles among them."""
    described: dict[Key, set[str]] = {}
    for apposition in appositions.values():
        noun = doc.tokens[apposition.noun]
        described.setdefault(keys[apposition.name], set()).add(noun.lemma_.lower())
    for name, key in zip(names, keys, strict=True):
        described.setdefault(key, set()).update(titles()[title.lower()][1] for title in name.title)
    return {key: frozenset(nouns) for key, nouns in described.items()}


def _owners(
    doc: Doc, names: Sequence[Name], keys: Sequence[Key], name_at: Mapping[int, int], appositions: Mapping[int, Apposition]
) -> dict[Key, frozenset[Key]]:
    """The states told beside the names of people: "Varenian President Kern", "President Kern of Varenia", "Kern, president of Varenia"."""
    beside: dict[int, list[int]] = {}
    for apposition in appositions.values():
        beside.setdefault(apposition.name, []).extend(range(apposition.first, apposition.last + 1))
    owners: dict[Key, set[Key]] = {}
    for index, name in enumerate(names):
        if name.title or index in beside:
            before = name.first - len(name.title) - 1
            before -= before > 0 and doc.tokens[before].tag_ == "POS"
            behind = [name.last + 2, name.last + 3] if doc.tokens[name.last : name.last + 2].text.endswith(" of") else []
            told = {keys[name_at[place]] for place in (before, *behind, *beside.get(index, ())) if name_at.get(place, index) != index}
            owners.setdefault(keys[index], set()).update(key for key in told if key.sort == "state")
    return {key: frozenset(states) for key, states in owners.items()}


def _mention_description(
    description: Description, discourse: Discourse, name_at: Mapping[int, int], keys: Sequence[Key], appositions: Mapping[int, Apposition]
) -> None:
    named = keys[name_at[description.named]] if description.named is not None else None
    beside = appositions.get(description.last)
    key = keys[beside.name] if beside is not None else None
    if key is None and not description.predicate:
        key = meant_by(description, named, discourse)
    if key is None:
        if not description.predicate:
            _mention_thing(discourse.doc.tokens[description.last], discourse)
        return
    reference = Reference(description.first, description.last, description.last, key, MentionForm.DESCRIPTION, description.noun.plural)
    discourse.mention(reference, description.noun.singular, _kind(description.noun))
    if description.noun.sort == "government" and discourse.natures[key].kind is ActorKind.STATE:
        discourse.natures[key] = Nature(ActorKind.STATE)


def _kind(noun: Noun) -> ActorKind:
    if noun.plural:
        return ActorKind.ARMED_GROUP if noun.reach == "armed" else KIND_BY_SORT["group"]
    return KIND_BY_SORT[noun.sort]


def _mention_pronoun(pronoun: Token, key: Key | None, discourse: Discourse, *, plural: bool) -> None:
    """Notes whom the pronoun means; an actor of uncertain kind that "he" or "she" means is a person from there on."""
    if key is None:
        return
    discourse.mention(Reference(pronoun.i, pronoun.i, pronoun.i, key, MentionForm.PRONOUN, plural), None, ActorKind.UNKNOWN)
    gender = PRONOUNS.get(pronoun.lower_)
    if gender in {"male", "female"} and not discourse.natures[key].sure:
        discourse.natures[key] = Nature(ActorKind.PERSON, gender)


def _opens_pair(head: Token) -> bool:
    """True for the first of several that are named together: "they" may mean them all, who are no actor of their own."""
    return head.dep_ != "conj" and any(child.dep_ == "conj" for child in head.rights)


def _mention_thing(noun: Token, discourse: Discourse) -> None:
    reference = Reference(noun.i, noun.i, noun.i, THING, MentionForm.DESCRIPTION, noun.tag_ in PLURAL_TAGS)
    discourse.mention(reference, None, ActorKind.UNKNOWN)


def actor_references(discourse: Discourse) -> Iterator[Reference]:
    """The references to actors, without those to things."""
    return (reference for reference in discourse.references if reference.key != THING)
