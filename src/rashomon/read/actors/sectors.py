"""Sectors of an actor, in PLOVER's codes, from what the article's own words say that it is.

Nothing is concluded from what an actor does, or from what is known of it elsewhere: where the words tell no sector, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.model import ActorKind, Sector
from rashomon.read.actors.phrases import Phrase, plain
from rashomon.read.actors.phrases import phrase_of as parted
from rashomon.read.actors.told import Told
from rashomon.read.actors.words import state_word
from rashomon.tables import Row, cell_fault, load_table

USES = ("role", "body", "office", "title", "past", "doubt")
STATE_SECTORS = frozenset({Sector.GOV, Sector.JUD, Sector.LEG, Sector.MIL, Sector.COP, Sector.SPY})
ARMED = frozenset({Sector.PRM, Sector.REB, Sector.UAF, Sector.CRM})
OF_STATES = frozenset({Sector.JUD, Sector.LEG})
"""What a body that several states form can be, besides such a body."""
ORDER = {sector: place for place, sector in enumerate(Sector)}
UNTELLING = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "new", "current", "then", "acting", "deputy"})


class Sense(NamedTuple):
    """What a word or phrase says of a sector, and where it counts (see `tables/sectors.tsv`)."""

    sector: Sector | None
    use: str


class Found(NamedTuple):
    """Words `first` up to `last` (not included) of a phrase that stand in the table."""

    first: int
    last: int
    senses: tuple[Sense, ...]

    def has(self, *uses: str) -> bool:
        """True when one of the senses has one of the uses."""
        return any(sense.use in uses for sense in self.senses)

    def sectors(self, *uses: str) -> set[Sector]:
        """The sectors told by the senses of these uses."""
        return {sense.sector for sense in self.senses if sense.use in uses and sense.sector is not None}


def sectors_of(told: Told) -> tuple[Sector, ...]:
    """The sectors that the words tell, the most specific first; what the kind of actor alone tells where they tell none."""
    kind = told.nature.kind
    if kind is ActorKind.STATE:
        return (Sector.GOV,)
    if kind is ActorKind.OUTLET:
        return (Sector.JRN,)
    beside = {sector for text in told.roles for sector in _of_phrase(phrase_of(text), told.states)}
    if kind is ActorKind.PERSON:
        found = beside | {sector for title in told.titles for sector in _of_title(title, told)}
    else:
        found = beside | {sector for name in told.names for sector in _of_name(phrase_of(name))}
    for text in (*(told.beside if kind is ActorKind.PERSON else ()), *told.descriptions):
        found = found or _of_phrase(phrase_of(text), told.states)
    return tuple(sorted(_fitting(found, told), key=ORDER.__getitem__))


def described_sectors(text: str) -> frozenset[Sector]:
    """The sectors that a description tells of itself: REB for "a rebel group"."""
    return frozenset(_of_phrase(phrase_of(text), frozenset()))


def _fitting(found: set[Sector], told: Told) -> set[Sector]:
    """The sectors that an actor of its kind can have."""
    if told.key.sort == "bloc":
        return (found & OF_STATES) | {Sector.IGO}
    if told.nature.kind is ActorKind.ARMED_GROUP:
        return (found & ARMED) or {Sector.UAF}
    if told.nature.kind is ActorKind.GOVERNMENT_BODY and told.nature.sure:
        return found or {Sector.GOV}
    return found


def _of_phrase(phrase: Phrase, states: frozenset[str]) -> set[Sector]:
    """What a description tells by its head, and an office by what it stands beside."""
    found = find_words(phrase.front)
    head = found[-1] if found and found[-1].last == len(phrase.front) else None
    if head is None or any(one.has("doubt") for one in found):
        return set()
    others = found[:-1]
    if head.has("role"):
        told = head.sectors("role")
    elif head.has("body"):
        told = head.sectors("body").union(*(one.sectors("body") for one in others))
    else:
        told = _of_office(head, others, phrase, states)
    if not any(one.has("past") for one in others):
        return told
    return {Sector.ELI} if told & STATE_SECTORS else set()


def _of_office(head: Found, others: Sequence[Found], phrase: Phrase, states: frozenset[str]) -> set[Sector]:
    """The sector of what an office stands beside; its own for "the president" and "the president of Kenya", not "of the club"."""
    beside = _all_of((*others, *find_words(phrase.behind))) or _of_phrase(Phrase(phrase.behind, "", ()), states)
    if beside:
        return beside
    known = {place for one in others for place in range(one.first, one.last)}
    before = [word for n, word in enumerate(phrase.front[: head.first]) if n not in known and plain(word) not in UNTELLING]
    stands_alone = all(not words or _names_state(words, states) for words in (before, phrase.behind))
    return head.sectors("office") if stands_alone else set()


def _names_state(words: Sequence[str], states: frozenset[str]) -> bool:
    text = " ".join(plain(word) for word in words if word.lower() != "the")
    return text in states or state_word(text, "name", "adjective") is not None


def _of_title(title: str, told: Told) -> set[Sector]:
    """What a title tells, unless a description beside the name takes it back ("retired Colonel")."""
    phrase = phrase_of(title)
    words = " ".join(phrase.front)
    for role in told.roles:
        front = phrase_of(role).front
        if " ".join(front).endswith(f" {words}") and any(one.has("past", "doubt") for one in find_words(front)):
            return set()
    found = find_words(phrase.front)
    own = found[-1].sectors("title") if found and found[-1].last == len(phrase.front) else set()
    return own or _of_phrase(phrase, told.states)


def _of_name(phrase: Phrase) -> set[Sector]:
    """What a name tells by any of its words; behind "of" only where those before it tell no body of a state."""
    told = _all_of(find_words(phrase.front))
    return told if told & STATE_SECTORS or phrase.link != "of" else told | _all_of(find_words(phrase.behind))


def _all_of(found: Iterable[Found]) -> set[Sector]:
    return {sector for one in found for sector in one.sectors("role", "body")}


def find_words(words: tuple[str, ...]) -> list[Found]:
    """What the table holds of the words, in text order, the longest phrases first."""
    return list(_find(tuple(map(plain, words))))


def _find(words: tuple[str, ...]) -> Iterator[Found]:
    first = 0
    while first < len(words):
        last = next((last for last in range(min(first + _longest(), len(words)), first, -1) if words[first:last] in table()), None)
        if last is not None:
            yield Found(first, last, table()[words[first:last]])
        first = last or first + 1


def phrase_of(text: str) -> Phrase:
    """The parts of a noun phrase; what the table has with an "of" in it ("head of state") is not parted."""
    return parted(text, _fixed())


@cache
def _fixed() -> frozenset[str]:
    return frozenset(words[0] for words in table() if " " in words[0])


@cache
def _longest() -> int:
    return max(map(len, table()))


@cache
def table() -> dict[tuple[str, ...], tuple[Sense, ...]]:
    """What each word or phrase of the table, singular and plural, tells."""
    found: dict[tuple[str, ...], list[Sense]] = {}
    for row in load_table(
        "rashomon.read.actors", "tables/sectors.tsv", ("words", "plural", "sector", "use"), ("words", "use"), sector_fault
    ):
        sense = Sense(Sector(row["sector"]) if row["sector"] else None, row["use"])
        for form in dict.fromkeys(filter(None, (row["words"], row["plural"]))):
            words = (form,) if " of " in form else tuple(map(plain, form.split()))
            found.setdefault(words, []).append(sense)
    return {words: tuple(senses) for words, senses in found.items()}


def sector_fault(row: Row) -> str | None:
    """What is wrong with a row of the table of sectors, or None."""
    if not row["words"] or row["words"] != row["words"].lower():
        return f"words has {row['words']!r}; it takes words in lower case"
    sectors = ("",) if row["use"] == "doubt" else tuple(Sector) if row["use"] in {"role", "title", "past"} else ("", *Sector)
    return cell_fault((("use", row["use"], USES), ("sector", row["sector"], sectors)))
