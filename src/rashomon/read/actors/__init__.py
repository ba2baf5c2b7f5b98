"""Actors of an article: who is mentioned, under which names, descriptions and pronouns."""

from __future__ import annotations

import msgspec

from rashomon.model import Actor, ActorKind, Attribution, CueType, Mention, MentionForm, Polarity, Span, make_id
from rashomon.parse import Doc
from rashomon.read.actors.addressees import is_addressee
from rashomon.read.actors.aliases import group_names
from rashomon.read.actors.appositions import Apposition, find_appositions
from rashomon.read.actors.armed import armed_natures
from rashomon.read.actors.codes import Codes, read_codes
from rashomon.read.actors.coreference import actor_references, resolve_references
from rashomon.read.actors.discourse import Reference
from rashomon.read.actors.keys import Key
from rashomon.read.actors.kinds import Nature, nature_of
from rashomon.read.actors.names import find_names
from rashomon.read.actors.participation import is_designation, is_doer, is_participant, is_place, qualifies
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.relations import is_whole, relate
from rashomon.read.actors.words import nouns, state_word
from rashomon.read.voice import voice_of


def read_actors(doc: Doc) -> tuple[Actor, ...]:
    """The actors told in the article, in the order of their first mention.

    A mention is a name, a description ("the ambassador") or a pronoun led back to the actor. Names that only tell where
    something is ("in Port Selm") are places and make no actor; unnamed ones count when they take part in something told.
    """
    names = find_names(doc)
    keys = group_names(doc, names)
    named = _names_by_key(names, keys)
    unnamed_state = _speaks_of_unnamed_state(doc, keys)
    natures = {key: nature_of(key, same, doc.article.publisher, unnamed_state=unnamed_state) for key, same in named.items()}
    natures = {key: _nature_by_noun(doc, natures[key], same) for key, same in named.items()}
    name_at = {token: index for index, name in enumerate(names) for token in range(name.first, name.last + 1)}
    appositions = find_appositions(doc, names, name_at)
    discourse = resolve_references(doc, names, keys, natures, appositions)
    by_key: dict[Key, list[Reference]] = {}
    for reference in actor_references(discourse):
        by_key.setdefault(reference.key, []).append(reference)
    roles = _roles(doc, keys, appositions)
    natures = discourse.natures = armed_natures(doc, discourse, by_key, roles)
    kept = [key for key, found in by_key.items() if _is_actor(doc, key, found, named, natures[key])]
    kept.sort(key=lambda key: min(reference.first for reference in by_key[key]))
    codes = read_codes(doc, discourse, named, by_key, roles, kept)
    actors = tuple(
        _actor(doc, key, number, by_key[key], named.get(key, []), natures[key], roles.get(key, ()), codes[key])
        for number, key in enumerate(kept, start=1)
    )
    return relate(doc, actors)


def _nature_by_noun(doc: Doc, nature: Nature, names: list[Name]) -> Nature:
    """The nature that the noun before a name tells against the parser's type: "the charity Tern Relief", "the rebel Oru Army"."""
    for name in names:
        noun = nouns().get(doc.tokens[name.first - 1].lower_) if name.first > 1 else None
        if noun is None or nature.kind in {ActorKind.PERSON, ActorKind.STATE}:
            continue
        if noun.reach == "armed" and not noun.plural:
            return Nature(ActorKind.ARMED_GROUP)
        if noun.sort == "organisation" and nature.kind is ActorKind.POPULATION and doc.tokens[name.first - 2].dep_ == "det":
            return Nature(ActorKind.ORGANISATION)
    return nature


def _speaks_of_unnamed_state(doc: Doc, keys: list[Key]) -> bool:
    """True where "the regime" or "the government" is told of and no state is named that the tables hold."""
    if any(key.sort == "state" for key in keys):
        return False
    return any(token.lower_ in nouns() and nouns()[token.lower_].sort == "government" for token in doc.words)


def attribute_relations(actors: tuple[Actor, ...], attributions: tuple[Attribution, ...]) -> tuple[Actor, ...]:
    """The same actors, each relation between them with the attribution in whose content it is said; what is denied there is left out.

    That it is denied is told by the statements, as are relations that the author denies.
    """
    return tuple(_attribute(actor, attributions) if actor.relations else actor for actor in actors)


def _attribute(actor: Actor, attributions: tuple[Attribution, ...]) -> Actor:
    voiced = [(relation, voice_of(relation.spans, attributions)) for relation in actor.relations]
    relations = (
        msgspec.structs.replace(relation, attribution=voice.id if voice else None)
        for relation, voice in voiced
        if voice is None or voice.cue.type is not CueType.DENY or voice.polarity is Polarity.DENIED
    )
    return msgspec.structs.replace(actor, relations=tuple(relations))


def _roles(doc: Doc, keys: list[Key], appositions: dict[int, Apposition]) -> dict[Key, tuple[str, ...]]:
    """The words of the roles told beside the names of each actor, in text order."""
    roles: dict[Key, tuple[str, ...]] = {}
    for apposition in sorted(appositions.values(), key=lambda apposition: apposition.first):
        last = doc.tokens[apposition.last]
        words = doc.text[doc.tokens[_with_prefix(doc, apposition.first)].idx : last.idx + len(last)]
        key = keys[apposition.name]
        roles[key] = (*roles.get(key, ()), " ".join(words.split()))
    return roles


def _with_prefix(doc: Doc, first: int) -> int:
    """The first token of what a hyphen ties to the token: "ex" in "ex-president"."""
    while first > 1 and doc.tokens[first - 1].text == "-" and not doc.tokens[first - 2].whitespace_:
        first -= 2
    return first


def _names_by_key(names: list[Name], keys: list[Key]) -> dict[Key, list[Name]]:
    by_key: dict[Key, list[Name]] = {}
    for name, key in zip(names, keys, strict=True):
        by_key.setdefault(key, []).append(name)
    return by_key


def _is_actor(doc: Doc, key: Key, references: list[Reference], named: dict[Key, list[Name]], nature: Nature) -> bool:
    """Whether the references speak of somebody: see `read_actors`."""
    if key.sort == "people":
        return True
    if key not in named:
        participates = any(is_participant(head) or is_whole(head) for head in (doc.tokens[reference.head] for reference in references))
        return participates and (key.sort != "group" or len(references) > 1)
    if nature.kind is ActorKind.PERSON:
        return True
    if all(is_designation(doc, reference.head) for reference in references):
        return False
    names = [reference for reference in references if reference.form is not MentionForm.PRONOUN]
    heads = [doc.tokens[reference.head] for reference in names]
    if key.sort == "state":
        return len(names) < len(references) or any(not is_place(doc, head.i) for head in heads)
    if {name.type for name in named[key]} <= {"NORP", "LOC", "FAC", "GPE"}:
        return any(is_doer(head) or is_addressee(head) for head in heads)
    if nature.sure:
        return not all(name.in_place and not (name.after_the or name.is_acronym) for name in named[key])
    if all(is_place(doc, head.i) or qualifies(doc, head.i) for head in heads):
        return False
    return nature.kind is not ActorKind.UNKNOWN or any(is_participant(head) for head in heads)


def _actor(
    doc: Doc, key: Key, number: int, references: list[Reference], names: list[Name], nature: Nature, roles: tuple[str, ...], codes: Codes
) -> Actor:
    texts = _distinct(doc, names)
    if nature.kind is ActorKind.STATE and texts and key.sort == "state" and _is_only_adjective(texts[0]):
        texts[0] = key.words[0]
    if nature.kind is ActorKind.GOVERNMENT_BODY and texts:
        texts[0] = _with_owner(doc, names, texts[0])
    name = texts[0] if texts else _description(doc, references[0])
    mentions = tuple(
        Mention(spans=(Span(*_span(doc, reference)),), form=_form(doc, reference, name))
        for reference in sorted(references, key=lambda r: (r.first, r.last))
    )
    return Actor(
        id=make_id(doc.article, "p", number),
        kind=nature.kind,
        name=name,
        aliases=tuple(texts[1:]),
        description=next(iter(roles), None),
        country=codes[0],
        sectors=codes[1],
        mentions=mentions,
    )


def _is_only_adjective(words: str) -> bool:
    return state_word(words, "name", "capital") is None and state_word(words, "adjective") is not None


def _description(doc: Doc, reference: Reference) -> str:
    """The words of an unnamed actor, of several with the phrase behind them: "many members of the union"."""
    first, last = doc.tokens[reference.first], doc.tokens[reference.last]
    if reference.plural:
        last = max((child.right_edge for child in last.rights if child.dep_ == "prep"), default=last, key=lambda token: token.i)
    words = " ".join(doc.text[first.idx : last.idx + len(last)].split())
    is_common = first.pos_ in {"DET", "PRON"} or (first.is_sent_start and first.pos_ != "PROPN" and state_word(first.text) is None)
    return words[0].lower() + words[1:] if is_common else words


def _distinct(doc: Doc, names: list[Name]) -> list[str]:
    """The different names, the fullest first, the others in text order; adjectives are no names."""
    texts: dict[str, None] = {}
    for name in names:
        if doc.tokens[name.head].dep_ != "amod" and (state_word(name.text, "adjective") is None or state_word(name.text, "name", "people")):
            texts[" ".join(doc.text[slice(*_name_span(doc, name))].split())] = None
    if not texts and names:
        texts[names[0].text] = None
    fullest = max(texts, key=lambda text: (state_word(text, "name") is not None, len(text)), default=None)
    return [] if fullest is None else [fullest, *(text for text in texts if text != fullest)]


def _with_owner(doc: Doc, names: list[Name], fullest: str) -> str:
    """The name with whose it is, where the article says so: "Varenia's Foreign Ministry"."""
    for name in names:
        mark = name.first - 1
        owner = doc.tokens[mark - 1] if mark > 0 and doc.tokens[mark].tag_ == "POS" and name.text == fullest else None
        if owner is not None and (state_word(owner.text, "name") or owner.ent_type_ == "GPE"):
            return doc.text[doc.tokens[mark - 1].idx : _name_span(doc, name)[1]]
    return fullest


def _form(doc: Doc, reference: Reference, name: str) -> MentionForm:
    if reference.form is not MentionForm.NAME:
        return reference.form
    return MentionForm.NAME if doc.text[slice(*_span(doc, reference))] == name else MentionForm.ALIAS


def _span(doc: Doc, reference: Reference) -> tuple[int, int]:
    last = doc.tokens[reference.last]
    return doc.tokens[reference.first].idx, last.idx + len(last)


def _name_span(doc: Doc, name: Name) -> tuple[int, int]:
    last = doc.tokens[name.last]
    return doc.tokens[name.first].idx, last.idx + len(last)
