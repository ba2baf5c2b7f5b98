"""Names that stand for a state: its own, its adjective ("Varenian"), its capital ("Port Selm said"), its people ("the Varenians")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.parse import Doc
from rashomon.read.actors.proper_name import Name
from rashomon.read.actors.words import StateWord, adjectives_of, blocs, nouns, seats, state_word, state_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def states_meant(doc: Doc, names: Sequence[Name]) -> list[tuple[str, str] | None]:
    """For each name the state it stands for and how: "state", or "people" for its population; None for all others.

    A capital stands for its state where it acts, owns or is home to a government; elsewhere it is a place.
    A short official name ("the Islamic Republic") stands for the state that the article names most often. A state that
    no table holds is known by an adjective made from its name, both in the article.
    """
    learned = _learned(names)
    meant = [_stands_for(doc, name, learned) for name in names]
    meant = _seated(doc, names, meant)
    counts = Counter(found[0] for found in meant if found is not None)
    return [found or _official(name, counts) for found, name in zip(meant, names, strict=True)]


def _seated(doc: Doc, names: Sequence[Name], meant: list[tuple[str, str] | None]) -> list[tuple[str, str] | None]:
    """The same, with a city that acts standing for the bloc seated there, where the article names the bloc and not the city's state."""
    told = {blocs().get(name.text.lower()) for name in names}
    states = {found[0] for found in meant if found is not None}
    standing = {seat: bloc for seat, (bloc, host) in seats().items() if bloc in told and host not in states}
    if not standing:
        return meant
    return [
        (standing[name.text.lower()], "bloc") if name.text.lower() in standing and _acts_for_state(doc.tokens[name.head]) else found
        for name, found in zip(names, meant, strict=True)
    ]


def _learned(names: Sequence[Name]) -> dict[str, StateWord]:
    """Names and adjectives of states that stand in the article in both forms: "Varenia" and "Varenian", "Varenians"."""
    single = dict.fromkeys(name.words[-1] for name in names if not name.title and (len(name.words) == 1 or "of" in name.words))
    learned: dict[str, StateWord] = {}
    for state in single:
        for adjective in dict.fromkeys(adjectives_of(state)):
            if adjective in single and state_word(adjective) is None and state_word(state) is None and adjective != state:
                learned[state.lower()] = StateWord(state, "name")
                learned[adjective.lower()] = StateWord(state, "adjective")
                learned[f"{adjective.lower()}s"] = StateWord(state, "people")
    return learned


def _stands_for(doc: Doc, name: Name, learned: Mapping[str, StateWord]) -> tuple[str, str] | None:
    word = None if name.title else state_word(name.text, "name", "adjective", "people", "capital") or learned.get(name.text.lower())
    if word is None:
        return None
    head = doc.tokens[name.head]
    if word.use == "people" or (word.use == "adjective" and head.tag_ in {"NNS", "NNPS"}):
        return word.state, "state" if _is_whole_state(head) else "people"
    if word.use == "adjective" and head.tag_ in {"NN", "NNP"} and head.dep_ not in {"compound", "amod", "nmod"}:
        return None
    if word.use == "capital" and not _acts_for_state(head):
        return None
    return word.state, "state"


def _is_whole_state(people: Token) -> bool:
    """True for "the Varenians" as a party to something; "two Varenians", "many Varenians" are only some of them."""
    left = [child for child in people.lefts if not child.is_punct]
    return [child.lower_ for child in left] == ["the"]


def _acts_for_state(capital: Token) -> bool:
    if capital.dep_ in {"nsubj", "nsubjpass"}:
        return capital.head.lemma_ not in {"be", "have", "lie"}
    if capital.dep_ == "poss":
        return capital.head.lower_ in nouns() or capital.head.pos_ == "NOUN"
    if capital.dep_ == "pobj":
        noun = nouns().get(capital.head.head.lower_)
        governs = noun is not None and noun.sort == "government" and capital.head.lower_ in {"in", "of"}
        return governs or capital.head.lower_ in {"by", "with", "between", "against"}
    return False


@cache
def _official_names() -> dict[str, tuple[str, ...]]:
    """The states by the part of their official names before "of": "islamic republic"."""
    found: dict[str, list[str]] = {}
    for words, meanings in state_words().items():
        kind, of, _ = words.partition(" of ")
        if of and len(kind.split()) > 1:
            found.setdefault(kind, []).extend(meaning.state for meaning in meanings)
    return {kind: tuple(states) for kind, states in found.items()}


def _official(name: Name, counts: Counter[str]) -> tuple[str, str] | None:
    states = [state for state in _official_names().get(name.text.lower(), ()) if counts[state]]
    return (max(states, key=lambda state: counts[state]), "state") if states else None
