"""Kinds of source: what sort of source the words of one speak of, as `rashomon.model.SourceKind` defines them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model import Actor, ActorKind, CueType, MentionForm, SourceKind, Span
from rashomon.read.actor_index import ActorIndex
from rashomon.read.actors.words import nouns, state_word
from rashomon.tables import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL_TAGS = frozenset({"NNS", "NNPS"})
SEVERAL = frozenset(
    {"they", "them", "their", "theirs", "we", "us", "our", "ours"} | {"both", "all", "each", "neither", "everyone", "everybody", "those"}
)
QUANTIFIERS = frozenset(
    {"some", "many", "others", "most", "few", "several", "one", "another", "someone", "somebody", "anyone", "anybody"}
    | {"everyone", "everybody", "nobody", "none", "both", "all", "those", "neither"}
)
"""Pronouns that stand for people without leading back to anybody: they are their own name."""
POINTING = frozenset({"it", "its", "this", "that", "which"})
PEOPLE = frozenset({"people", "group"})
BODIES = frozenset({"body", "organisation", "armed group", "government", "outlet"})
CLAUSES = frozenset({"relcl", "acl"})
BELONGING = frozenset({"of", "for", "in", "at", "from", "with", "to"})


class _SourceNoun(NamedTuple):
    tells: str
    in_names: bool


def kind_of(head: Token, actor: Actor | None, cue: CueType, actors: ActorIndex) -> SourceKind:
    """The kind of the source with this head word, which leads back to `actor`; `cue` is the type of what it does.

    First persons are taken for somebody who is quoted.
    """
    known = _source_noun(head)
    if known is not None and known.tells == "document" and known.in_names and head.pos_ == "PROPN":
        return SourceKind.DOCUMENT
    if actor is not None and is_named(actor):
        return SourceKind.COLLECTIVE if actor.kind is ActorKind.POPULATION else SourceKind.NAMED
    if head.pos_ == "PRON" or head.lower_ in QUANTIFIERS:
        return _kind_of_pronoun(head, actor, cue)
    if head.pos_ == "NUM":
        return SourceKind.COLLECTIVE if any(child.lower_ in {"the", "in"} for child in head.children) else SourceKind.UNNAMED
    if _is_proper(head):
        return SourceKind.NAMED
    if known is not None and known.tells in {"document", "thing"}:
        return SourceKind.DOCUMENT
    if known is not None and known.tells == "gathering":
        return SourceKind.DOCUMENT if cue is CueType.SHOW else SourceKind.COLLECTIVE
    if _is_plural(head):
        return _kind_of_several(head, known, cue, actors)
    return _kind_of_one(head, known, cue, actors)


def _is_proper(head: Token) -> bool:
    """True for a proper name that stands for one: "Tarn", "the United States"; "Democrats" are many, and "the march" is none."""
    if head.lower_ in nouns() and nouns()[head.lower_].plural:
        return False
    if head.text.islower():
        return False
    if head.pos_ == "PROPN":
        return head.tag_ != "NNPS" or head.ent_type_ in {"GPE", "ORG"}
    return head.ent_type_ in {"PERSON", "ORG", "GPE"} or (not head.is_sent_start and head.i > 0 and head.nbor(-1).pos_ == "PROPN")


def is_named(actor: Actor) -> bool:
    """True for an actor that the article names, and does not only describe."""
    return any(mention.form in {MentionForm.NAME, MentionForm.ALIAS} for mention in actor.mentions)


def is_document(head: Token) -> bool:
    """True for the head word of something written, published, measured or shown."""
    known = _source_noun(head)
    return known is not None and known.tells == "document"


@cache
def noun_endings(tells: str) -> tuple[str, ...]:
    """The endings of nouns that mostly tell of a "person" or of a "quality"."""
    rows = load_table("rashomon.read.attributions", "tables/noun_endings.tsv", ("ending", "tells"), ("ending",))
    return tuple(row["ending"] for row in rows if row["tells"] == tells)


def is_somebody(head: Token) -> bool:
    """True for the head word of a name, or of what the tables know for a person, a group or a body."""
    known = _source_noun(head)
    if known is not None or head.ent_type_ in {"DATE", "TIME"}:
        return known is not None and known.tells not in {"document", "thing"}
    return head.pos_ in {"PROPN", "PRON"} or _is_personal(head)


def _kind_of_pronoun(head: Token, actor: Actor | None, cue: CueType) -> SourceKind:
    if actor is not None:
        return _kind_of_described(actor)
    if head.lower_ in POINTING and cue is CueType.SHOW:
        return SourceKind.DOCUMENT
    return SourceKind.COLLECTIVE if head.lower_ in SEVERAL else SourceKind.UNNAMED


def _kind_of_described(actor: Actor) -> SourceKind:
    """The kind of an actor that the article only describes, which a pronoun leads back to."""
    singular = [nouns()[word].singular if word in nouns() else word for word in reversed(actor.name.lower().split())]
    tells = next((_source_nouns()[word].tells for word in singular if word in _source_nouns()), "")
    if tells == "unnamed" or actor.kind is ActorKind.PERSON:
        return SourceKind.UNNAMED
    return SourceKind.COLLECTIVE


def _kind_of_several(head: Token, known: _SourceNoun | None, cue: CueType, actors: ActorIndex) -> SourceKind:
    if known is not None and known.tells in {"unnamed", "voice"}:
        named = known.tells == "voice" and any(_is_named_word(word, actors) for word in _belonging(head))
        return SourceKind.NAMED if named else SourceKind.UNNAMED
    if known is None and cue is CueType.SHOW and not _is_personal(head):
        return SourceKind.DOCUMENT
    return SourceKind.UNNAMED if _is_some(head) or _is_withheld(head) else SourceKind.COLLECTIVE


def _kind_of_one(head: Token, known: _SourceNoun | None, cue: CueType, actors: ActorIndex) -> SourceKind:
    if _is_withheld(head):
        return SourceKind.UNNAMED
    noun = nouns().get(head.lower_)
    definite = not any(child.lower_ in _qualifiers("some") for child in head.children)
    named = any(_is_named_word(word, actors) for word in _belonging(head))
    if known is not None and known.tells in {"voice", "office"}:
        return SourceKind.NAMED if named or (known.tells == "office" and definite) else SourceKind.UNNAMED
    if known is not None and known.tells == "unnamed":
        return SourceKind.UNNAMED
    if (known is not None and known.tells == "collective") or (noun is not None and noun.sort in PEOPLE):
        return SourceKind.COLLECTIVE
    if (known is not None and known.tells == "body") or (noun is not None and noun.sort in BODIES):
        return SourceKind.NAMED if named and definite else SourceKind.COLLECTIVE
    if noun is None and cue is CueType.SHOW and not _is_personal(head):
        return SourceKind.DOCUMENT
    return SourceKind.NAMED if named and definite and noun is not None else SourceKind.UNNAMED


def _is_plural(head: Token) -> bool:
    noun = nouns().get(head.lower_)
    return head.tag_ in PLURAL_TAGS or (noun is not None and noun.plural)


def _is_some(head: Token) -> bool:
    """True for persons told by number or rank only: "two lawmakers", "several residents", "senior party leaders"."""
    words = {child.lower_ for child in head.children if child.dep_ not in {"poss", "conj", "cc", "appos"}}
    if words & _qualifiers("all"):
        return False
    counted = any(child.dep_ == "nummod" for child in head.lefts) and not words & {"the", "these", "those"}
    return counted or bool(words & (_qualifiers("some") | _qualifiers("hidden")))


def _is_withheld(head: Token) -> bool:
    """True for those whom the source's own words keep unnamed: "who spoke on condition of anonymity", "who asked not to be named"."""
    return any(word.lower_ in _qualifiers("withheld") for clause in head.rights if clause.dep_ in CLAUSES for word in clause.subtree)


def _belonging(head: Token) -> Iterator[Token]:
    """The words that tell to whom or where the one spoken of belongs: "Vale's", "for the league", "the Varenian ..."."""
    for child in head.children:
        if child.dep_ in {"poss", "compound", "nmod", "amod"}:
            yield from child.subtree
        elif child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep" and child.lower_ in BELONGING:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_named_word(word: Token, actors: ActorIndex) -> bool:
    if word.pos_ == "PROPN" or (word.text[:1].isupper() and state_word(word.text) is not None):
        return True
    if word.pos_ == "ADJ" and word.text[:1].isupper() and word.ent_type_ == "NORP":
        return True
    actor = actors.at(Span(word.idx, word.idx + len(word))) if word.pos_ in {"PRON", "NOUN"} else None
    return actor is not None and is_named(actor)


def _is_personal(head: Token) -> bool:
    if head.lower_ in nouns() or head.lemma_.lower().endswith(noun_endings("person")):
        return True
    return any(child.lower_ == "who" for clause in head.rights for child in clause.children if clause.dep_ == "relcl")


def _source_noun(head: Token) -> _SourceNoun | None:
    return _source_nouns().get(head.lower_) or _source_nouns().get(head.lemma_.lower())


@cache
def _source_nouns() -> dict[str, _SourceNoun]:
    rows = load_table("rashomon.read.attributions", "tables/source_nouns.tsv", ("noun", "tells", "in_names"), ("noun",))
    return {row["noun"]: _SourceNoun(row["tells"], row["in_names"] == "yes") for row in rows}


@cache
def _qualifiers(tells: str) -> frozenset[str]:
    rows = load_table("rashomon.read.attributions", "tables/source_qualifiers.tsv", ("word", "tells"), ("word",))
    return frozenset(row["word"] for row in rows if row["tells"] == tells)
