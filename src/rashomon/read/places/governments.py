"""Names of countries and capitals that stand for their governments: "Port Selm said", "urged Varenia", "a pact between Selm and Orsk"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.read.places.gazetteer import Entry
from rashomon.read.places.words import place_words

if TYPE_CHECKING:
    from spacy.tokens import Token

STATES = frozenset({"country", "capital"})


def is_government(root: Token, candidates: Sequence[Entry], prepositions: Mapping[str, str]) -> bool:
    """True when a country or a capital acts, owns or is spoken to as a state is, or a city speaks: its government is meant.

    `root` is the main word of the name, `candidates` the places of that name; of coordinated names each stands as the first.
    """
    head = root
    while head.dep_ == "conj" and head.head.ent_type_:
        head = head.head
    state = any(entry.kind in STATES for entry in candidates[:3])
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return _acts(head, is_state=state)
    if not state:
        return False
    if head.dep_ in {"dobj", "dative"} and head.head.lemma_ in place_words("address"):
        return True
    if head.dep_ in {"compound", "nmod", "amod"} and head.head.lemma_.lower() in place_words("government"):
        return True
    capital, governor = any(entry.kind == "capital" for entry in candidates[:3]), word_before(head)
    if head.dep_ == "poss":
        return capital and prepositions.get(governor) not in {"inside", "near"}
    if capital and governor in place_words("dealing"):
        return governor != "between" or _is_dealing(head)
    return _is_party(head)


def word_before(token: Token) -> str:
    """The word before the name that the token is in; articles, "just" and "northern" and the like left out."""
    at = token.i
    while token.doc[at].ent_iob_ == "I" and at > 0:
        at -= 1
    at -= 1
    while at >= 0 and (token.doc[at].lower_ in {"the", "just"} or token.doc[at].lower_ in place_words("direction")):
        at -= 1
    return token.doc[at].lower_ if at >= 0 else ""


def _acts(head: Token, *, is_state: bool) -> bool:
    verb = head.head
    if verb.lemma_ in place_words("speak"):
        return True
    if head.dep_ == "nsubjpass":
        return is_state and verb.lemma_ in place_words("address")
    return is_state and verb.pos_ == "VERB" and verb.lemma_ not in place_words("stay")


def _is_dealing(head: Token) -> bool:
    """True for "ties between Selm and Orsk", unlike "the road between Selm and Orsk"."""
    word = head.head.head
    return word.lemma_.lower() not in place_words("way") | place_words("boundary") | place_words("motion")


def _is_party(head: Token) -> bool:
    """True for a state that something is done with or against, unlike one with which a border is shared."""
    word = head.head
    if head.dep_ != "pobj" or word.lower_ not in place_words("partner") or word.i == 0:
        return False
    return place_words("boundary").isdisjoint({word.head.lemma_.lower(), word.nbor(-1).lower_})
