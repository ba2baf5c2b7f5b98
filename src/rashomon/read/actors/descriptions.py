"""Nouns that refer to actors without naming them: "the regime", "the ambassador", "the group", "two Oruvian officials"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.words import Noun, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
INDEFINITE = frozenset({"a", "an", "another", "some", "every", "each", "many", "several", "few", "most", "all", "other", "more"})
LEFT = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod", "quantmod", "predet"})
QUALIFIERS = frozenset({"amod", "compound", "nmod"})
HEADS = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "DET"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
PREDICATES = frozenset({"attr", "appos", "oprd"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase headed by a common noun for actors, at tokens `first` to `last` (the head).

    `determiner` is "definite", "indefinite", "possessive", "none" or ""; `named` is the token of the name that stands in the
    phrase ("Oruvian", "Oru" in "Oru's regime"), if any, and `name_qualifies` tells that it stands there as adjective or
    noun ("the Oru group"). `qualifies` tells that the whole
    phrase qualifies another noun ("regime officials"), `has_complement` that an "of" follows, `predicate` that it is said
    of something ("is a group"), `is_qualified` that other words than a name and a determiner say which one ("the armed group").
    """

    first: int
    last: int
    noun: Noun
    determiner: str
    named: int | None
    name_qualifies: bool
    qualifies: bool
    has_complement: bool
    predicate: bool
    is_qualified: bool


def find_descriptions(doc: Doc, name_at: Mapping[int, int]) -> Iterator[Description]:
    """The descriptions in text order; `name_at` tells for each token inside a name which name it is in."""
    table = nouns()
    for token in doc.words:
        if token.pos_ not in HEADS or token.i in name_at or token.i in doc.in_dateline:
            continue
        noun = table.get(token.lower_) or table.get(token.text)
        if noun is not None and not _is_modifier(token, noun):
            yield _describe(token, noun, name_at)


def _is_modifier(token: Token, noun: Noun) -> bool:
    """True for a noun that only qualifies another: "regime change"; "regime officials" does speak of the regime.

    Also for a part of somebody's body: "his head"; "the agency's head" does speak of somebody.
    """
    if noun.reach == "bodily" and any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts):
        return True
    if noun.reach == "each":
        return token.dep_ not in NOMINAL
    if token.pos_ in {"PRON", "DET"} or (token.pos_ == "ADJ" and noun.sort != "group"):
        return True
    if token.dep_ not in {"compound", "nmod", "amod"}:
        return False
    return noun.sort != "government" or token.head.i != token.i + 1 or token.head.lower_ not in nouns()


def _describe(token: Token, noun: Noun, name_at: Mapping[int, int]) -> Description:
    first = token.i
    determiner, named, name_qualifies = "", None, False
    for child in sorted(token.lefts, key=lambda child: -child.i):
        if child.dep_ not in LEFT:
            continue
        first = min(first, child.left_edge.i)
        if child.dep_ == "poss":
            determiner = "none" if child.lower_ in {"my", "your", "our", "whose"} else "possessive"
        elif child.lower_ in {"no", "any"}:
            determiner = "none"
        elif child.lower_ in DEFINITE:
            determiner = "definite"
        elif child.lower_ in INDEFINITE or child.dep_ == "nummod":
            determiner = "indefinite"
        if child.i in name_at and named is None:
            named, name_qualifies = child.i, child.dep_ != "poss"
    if named is None:
        named = _named_behind(token, name_at)
    plural = (noun.plural and token.tag_ not in {"NN", "NNP"}) or noun.sort == "group"
    noun = noun._replace(plural=plural)
    is_qualified = any(child.dep_ in QUALIFIERS and child.i not in name_at for child in token.lefts)
    has_complement = any(child.dep_ == "prep" and child.lower_ == "of" for child in token.rights)
    qualifies = token.dep_ in {"compound", "nmod", "amod"}
    return Description(
        first,
        token.i,
        noun,
        determiner,
        named,
        name_qualifies,
        qualifies,
        has_complement,
        token.dep_ in PREDICATES,
        is_qualified,
    )


def _named_behind(token: Token, name_at: Mapping[int, int]) -> int | None:
    """The name in "the government of Oru", "the regime in Oru", but not in "the leader of the group in Oru"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i in name_at:
                    return noun.i
    return None
