"""The state that an actor is of, by its ISO 3166-1 alpha-3 code, from what the article's own words say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import ActorKind, Sector
from rashomon.read.actors.phrases import Phrase, is_possessive, plain
from rashomon.read.actors.sectors import STATE_SECTORS, find_words, phrase_of
from rashomon.read.actors.told import Told
from rashomon.read.actors.words import StateWord, alpha3, state_word

LONGEST = 5
"""Words of the longest name of a state."""
PARTING = frozenset({"new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "latin", "native"})
"""Words that make another land or people of a state's name or adjective ("New Mexico", "Latin American")."""
STUDIED = frozenset({Sector.EDU, Sector.JRN})
"""Sectors whose people have a land as their subject: "professor of Chinese law", "Russia correspondent"."""


def country_of(told: Told, alone: str | None) -> str | None:
    """The code of the one state that the words make the actor part of; None where they tell none, several, or one without a code.

    `alone` is the only state that the article speaks of, where it acts: to it belongs a body that is told without a name.
    """
    if told.key.sort == "bloc":
        return None
    states = set(_told_states(told))
    if not states and alone is not None and told.nature.kind is ActorKind.GOVERNMENT_BODY and _is_any_states(told):
        states = {alone}
    codes = {_code(state, told.states) for state in states}
    return (codes.pop() or None) if len(codes) == 1 else None


def _told_states(told: Told) -> Iterator[str]:
    if told.key.sort in {"state", "people"}:
        yield told.key.words[0]
        return
    for text in (*told.titles, *told.beside, *told.roles, *(told.descriptions if not told.names else ())):
        yield from _in_description(phrase_of(text))
    for text in told.beside:
        front = phrase_of(text).front
        yield from (word.state for first, last, word in _states_in(front) if last - first == len(front))
    if told.nature.kind is not ActorKind.PERSON:
        before = plain(told.beside[0].split()[-1]) if told.beside else ""
        for name in told.names:
            yield from _in_name(name, before)


def _code(state: str, words: frozenset[str]) -> str:
    """The code of the state, "" for one without; where a land of that name stands elsewhere too, only a word for its people tells."""
    code, has_namesake = alpha3().get(state, ("", False))
    adjectives = (word for word in words if has_namesake and (told := state_word(word, "adjective", "people")) and told.state == state)
    return "" if has_namesake and not any(adjectives) else code


def _is_any_states(told: Told) -> bool:
    """True for "the army" and "Parliament": nothing but words for a body that each state has."""
    texts = told.names or told.descriptions[:1]
    return all(_is_state_body(tuple(word for word in text.split() if word.lower() != "the")) for text in texts)


def _is_state_body(words: tuple[str, ...]) -> bool:
    found = find_words(words)
    return len(found) == 1 and found[0].last - found[0].first == len(words) and not found[0].sectors("body").isdisjoint(STATE_SECTORS)


def _in_name(name: str, before: str) -> Iterator[str]:
    """Any state in a name, also behind "of", unless the last word `before` the name makes it another land's."""
    for part in name.split(" of "):
        front = phrase_of(part).front
        yield from (word.state for first, _, word in _states_in(front) if first > 0 or before not in PARTING)
        if len(front) < len(part.split()):
            return
        before = ""


def _in_description(phrase: Phrase) -> Iterator[str]:
    """The states of the head, and behind "of" those of what it leads to: "head of the Kenyan army", not "friend of Kenya"."""
    found = find_words(phrase.front)
    head = found[-1] if found and found[-1].last == len(phrase.front) else None
    start = head.first if head is not None else len(phrase.front) - 1
    sectors = head.sectors("role", "body", "office") if head is not None else set()
    is_subject = head is None or bool(sectors & STUDIED)
    known = {place for one in found for place in range(one.first, one.last)}
    for _, last, word in _states_in(phrase.front):
        beside = all(place in known and not is_possessive(phrase.front[place]) for place in range(last, start))
        if last <= start and (word.use == "adjective" or not is_subject) and (beside or not is_subject):
            yield word.state
    if phrase.link and not is_subject:
        behind = tuple(word for word in phrase.behind if word.lower() != "the")
        has_body = any(one.has("body", "role", "office") for one in find_words(behind))
        for first, last, word in _states_in(behind):
            if has_body or (phrase.link == "of" and word.use == "name" and (first, last) == (0, len(behind))):
                yield word.state


def _states_in(words: Sequence[str]) -> Iterator[tuple[int, int, StateWord]]:
    """The states that words name, by name, adjective or people, each with its place; a capital is not its state."""
    first = 0
    while first < len(words):
        last, word = _longest_at(words, first)
        if word is not None and (first == 0 or plain(words[first - 1]) not in PARTING):
            yield first, last, word
        first = last


def _longest_at(words: Sequence[str], first: int) -> tuple[int, StateWord | None]:
    for last in range(min(first + LONGEST, len(words)), first, -1):
        word = state_word(" ".join(map(plain, words[first:last])), "name", "adjective", "people") if words[first][0].isupper() else None
        if word is not None:
            return last, word
    return first + 1, None
