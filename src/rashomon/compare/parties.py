"""Parties: whom an account means by the words it has for a participant, and how two of them stand to each other.

A linked actor with a name is a party, and so is a body of a state that is told by what it is ("the army", "Ostrian troops"), and
whoever the words name though no article's actor bears the name. "Gunmen" and "a man" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rashomon.compare.lookup import Lookup
from rashomon.link.names import content_words, fold_name, is_function_word
from rashomon.model import ActorKind, LinkedActor, Participant, quote
from rashomon.read.actors.words import alpha3, state_word, titles
from rashomon.tables import choices, load_table

ACTING_KINDS = frozenset({ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_GROUP})
"""Kinds of actor of which one alone is taken to have done an act; a person may act for any of them."""
OFFICIAL_KINDS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY})
STATE = "state"
CONNECTING = frozenset({"of", "for", "the", "and", "de", "al", "'", "’"})
"""Small words inside a name: "the Order of the Sea"."""
BEHIND = re.compile(r"\s(?:of|in|at|from|under|near|on|for)\s")
NAME_WORDS = 2
"""Words of a name that two articles hardly give to two parties by chance."""


class Party(NamedTuple):
    """`key` is a linked actor's id, or the folded words; `name` is for people.

    `body` is the body of a state that it is (a row of tables/bodies.tsv, "" for others), `polity` of which state, "" where
    that is not told, and `besides` what more its words say ("interior" of a ministry). `acts_alone` tells that of such parties one
    alone is taken to have done an act. `within` are the linked actors that its words name besides ("the Oru Front's Night Column").
    """

    key: str
    name: str
    words: frozenset[str]
    body: str = ""
    polity: str = ""
    besides: frozenset[str] = frozenset()
    acts_alone: bool = False
    within: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """True for a body of which only is told what it is ("the army")."""
        return bool(self.body) and not self.polity and not self.besides and self.key.startswith("=")


def parties_of(participant: Participant, article: str, lookup: Lookup) -> tuple[Party, ...]:
    """The parties that a participant's words mean; none where the words name nobody."""
    words = quote(lookup.articles[article].text, participant.spans)
    longer = None if participant.actor else next(_unlinked_parties(words), None)
    found = []
    for actor in sorted(lookup.actors_of(article, participant)):
        party = party_of_actor(actor, words, lookup)
        spoken_of = participant.actor or _acts_in(words, lookup.linked_by_id[actor])
        if party is not None and spoken_of and not (longer and party.words < longer.words):
            found.append(party._replace(within=lookup.linked_ids(lookup.inside[article](participant.spans)) - {actor}))
    if not found and longer is None:
        told = words if fold_name(participant.name) in fold_name(words) else participant.name
        longer = _body_party(told, lookup) or next(_unlinked_parties(told), None)
    return (*found, *([longer] if longer and not any(are_same(party, longer) for party in found) else []))


def _acts_in(words: str, actor: LinkedActor) -> bool:
    """True for "fighters of the Oru Front" and "the Oru Front's fighters", not for "opponents of the Oru Front"."""
    place = next((words.find(name) for name in (actor.name, *actor.aliases) if name in words), 0)
    before = {word for word in words[:place].lower().split() if not is_function_word(word)}
    return not before or bool(before & (_members() | {noun for noun, _ in _body_nouns()}))


def party_of_actor(actor: str, words: str, lookup: Lookup) -> Party | None:
    """The party that a linked actor is where `words` are said of it; None for one without a name that is no state's body."""
    linked = lookup.linked_by_id[actor]
    if actor in lookup.named:
        return _linked_party(linked, words, lookup)
    told = words if fold_name(linked.name) in fold_name(words) else linked.name
    return _body_party(told, lookup) if linked.kind is ActorKind.GOVERNMENT_BODY else None


def are_same(one: Party, other: Party) -> bool:
    """True for one actor under any of its names, for a body told with and without its state, and for a state and its government."""
    if one.key == other.key or (one.words == other.words and len(one.words) >= NAME_WORDS):
        return True
    if not one.body or not other.body or _polities_differ(one, other):
        return False
    if one.body == other.body:
        return one.besides == other.besides or one.is_bare or other.is_bare
    return bool(one.polity) and one.polity == other.polity and STATE in {one.body, other.body}


def may_belong_together(one: Party, other: Party) -> bool:
    """True for two bodies of perhaps one state that may be one, or of which one may act for the other."""
    if not one.body or not other.body or _polities_differ(one, other):
        return False
    return one.body == other.body or bool(_wholes() & {one.body, other.body})


def exclude_each_other(one: Party, other: Party) -> bool:
    """True where one alone is taken to have done an act; "the army" and "the police" may have done it as the arms of one state."""
    return one.acts_alone and other.acts_alone and not (one.body and other.body and (one.is_bare or other.is_bare))


def _polities_differ(one: Party, other: Party) -> bool:
    return bool(one.polity and other.polity) and one.polity != other.polity


def _linked_party(actor: LinkedActor, words: str, lookup: Lookup) -> Party:
    folded = content_words(actor.name)
    body, besides = _body_of(actor.name)
    if actor.kind is ActorKind.STATE:
        body, besides = STATE, frozenset()
    elif actor.kind is ActorKind.GOVERNMENT_BODY:
        body = body or actor.name
    polity = (actor.country or _polity(actor.name, lookup)) if body else ""
    of_polity = frozenset(word for word in besides if _is_of_polity(word, polity, lookup))
    if actor.kind not in OFFICIAL_KINDS and (besides - of_polity or not polity):
        body, polity = "", ""
    if body == STATE and actor.kind is ActorKind.STATE and not polity:
        polity = fold_name(actor.name)
    named_in_words = next(_capitalised(words), "")
    alone = actor.kind in ACTING_KINDS or (bool(named_in_words) and _is_collective(named_in_words, words))
    same_words = content_words(named_in_words) if folded <= content_words(named_in_words) else folded
    return Party(actor.id, actor.name, same_words, body, polity, besides - of_polity, alone)


def _body_party(words: str, lookup: Lookup) -> Party | None:
    """A body of a state told by what it is, where the words say whose, or that it is the one known ("the army", "police")."""
    body, besides = _body_of(words)
    polity = _polity(words, lookup)
    front = BEHIND.split(words, maxsplit=1)[0].lower()
    is_known = front.startswith("the ") or (" " not in front and front not in _members())
    if not body or not (polity or is_known):
        return None
    besides = frozenset(word for word in besides if not _is_of_polity(word, polity, lookup))
    return Party(f"={fold_name(words)}", words, content_words(words), body, polity, besides, acts_alone=True)


def _body_of(words: str) -> tuple[str, frozenset[str]]:
    """The body that the head of the words names, and the other words."""
    front = fold_name(BEHIND.split(words, maxsplit=1)[0])
    for noun, body in _body_nouns():
        if front == noun or front.endswith(f" {noun}"):
            return body, content_words(words) - content_words(noun)
    return "", frozenset()


def _polity(words: str, lookup: Lookup) -> str:
    """The state that the words name or have the adjective of: its code, or the folded name of one that no table knows."""
    capitalised = [word for word in words.replace(",", " ").split() if word[0].isupper()]
    return next((polity for word in capitalised if (polity := _polity_of_word(word, lookup))), "")


def _polity_of_word(word: str, lookup: Lookup) -> str:
    known = state_word(fold_name(word), "name", "adjective", "people")
    if known is not None:
        return alpha3()[known.state][0] or known.state.lower()
    folded = fold_name(word)
    stems = [folded, *([folded[:-1]] if folded.endswith("an") else [])]
    return next((stem for stem in stems if stem in lookup.lands), folded[:-1] if folded.endswith("ian") else "")


def _is_of_polity(word: str, polity: str, lookup: Lookup) -> bool:
    return bool(polity) and _polity_of_word(word.capitalize(), lookup) == polity


def _unlinked_parties(words: str) -> Iterator[Party]:
    """Those whom the words name behind "the" ("fighters of the Sons of Tolm"), where no actor was made of the name."""
    for name in _capitalised(words):
        before = words[: words.index(name)].lower().split()
        acting = before[-2:] in (["of", "the"], ["from", "the"]) and bool(_members() & set(before))
        if (before == ["the"] or acting) and _is_collective(name, words):
            yield Party(f"={fold_name(name)}", name, content_words(name), acts_alone=True)
            return


def _is_collective(name: str, words: str) -> bool:
    """True for several capitalised words behind "the": no person is called so."""
    first = name.split()[0].lower()
    return len(content_words(name)) >= NAME_WORDS and first not in titles() and re.search(rf"\b[Tt]he {re.escape(name)}", words) is not None


def _capitalised(words: str) -> Iterator[str]:
    """The runs of capitalised words, with small ones between them and a noun for a group behind them."""
    for run in _runs(words.split()):
        while run and (run[0].lower() in CONNECTING):
            run = run[1:]
        while run and run[-1].lower() in CONNECTING:
            run = run[:-1]
        if run:
            yield " ".join(run)


def _runs(words: Iterable[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for word in words:
        if word[0].isupper() or (run and word.lower() in CONNECTING):
            run.append(word)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


@cache
def _members() -> frozenset[str]:
    return frozenset(row["noun"] for row in load_table("rashomon.compare", "tables/members.tsv", ("noun",), key=("noun",)))


@cache
def _body_nouns() -> tuple[tuple[str, str], ...]:
    """The nouns with the body that each names, in the table's order, those of one body the longest first."""
    return tuple((noun, row["body"]) for row in _rows() for noun in sorted(choices(row["words"]), key=len, reverse=True))


@cache
def _wholes() -> frozenset[str]:
    return frozenset(row["body"] for row in _rows() if row["whole"] == "yes")


def _rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.compare", "tables/bodies.tsv", ("body", "whole", "words"), key=("body",))
