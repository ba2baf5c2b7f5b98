"""Statements side by side: what accounts tell of the same actors that is no event, paired by whom and what it is about.

Two statements are paired where they answer one question about the same actors: the same answer, its denial, an answer that the table
of answers knows beside it, or the same deed with the roles reversed. Whatever else is told of them is left unpaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.answers import SYNONYMS, WORDED, relation_of
from rashomon.compare.lookup import Lookup
from rashomon.compare.said import Said
from rashomon.link.names import fold_name
from rashomon.link.periods import Period, period_of
from rashomon.model import ActorKind, Certainty, Party, Polarity, Statement, Version

MOST_PAIRED = 200
"""Statements of one actor beyond which the later ones are not paired, so that one comparison stays affordable."""
OWNED = "'s"
OWNER = re.compile(r"['’]s?\s")
"""The sign of who owns something, and the stem that marks a thing owned."""


class Stated(NamedTuple):
    """One account's statement: who tells it where, what is compared, and how it is shown."""

    account: str
    version: Version
    said: Said
    names: tuple[str, ...]


def stated(lookup: Lookup) -> Iterator[Stated]:
    """All statements of the records, in the order of articles and text."""
    keys = _Keys(lookup)
    for record in lookup.records:
        article = record.article.id
        published = period_of(record.article.published)
        for statement in record.statements:
            source = lookup.source_key(article, statement.attribution)
            version = Version(
                value=lookup.according_to(article, statement.attribution) + _shown(statement),
                source=lookup.source_name(article, statement.attribution),
                source_kind=lookup.source_of(statement.attribution).kind,
                article=article,
                spans=statement.spans,
                attribution=statement.attribution,
            )
            parties = [party for party in (statement.holder, statement.other) if party is not None and keys.is_somebody(party)]
            names = tuple(dict.fromkeys(keys.shown(party) for party in parties))
            yield Stated(f"{article}/{source}", version, _said(statement, keys, keys.of_source(source), published), names)


def gathered(statements: Sequence[Stated]) -> Iterator[list[Stated]]:
    """The statements that two accounts make on one question, one list a question, in the order of their first."""
    group = list(range(len(statements)))

    def first_of(number: int) -> int:
        while group[number] != number:
            number = group[number]
        return number

    for bucket in _buckets(statements):
        for one, other in combinations(bucket[:MOST_PAIRED], 2):
            if (
                statements[one].account != statements[other].account
                and relation_of(statements[one].said, statements[other].said) is not None
            ):
                roots = sorted((first_of(one), first_of(other)))
                group[roots[1]] = roots[0]
    found: dict[int, list[Stated]] = {}
    for number, statement in enumerate(statements):
        found.setdefault(first_of(number), []).append(statement)
    yield from (told for told in found.values() if len({one.account for one in told}) > 1)


def _buckets(statements: Sequence[Stated]) -> Iterator[list[int]]:
    """The numbers of the statements that have an actor in common."""
    found: dict[str, list[int]] = {}
    for number, statement in enumerate(statements):
        for key in dict.fromkeys(statement.said.keys):
            found.setdefault(key, []).append(number)
    yield from found.values()


class _Keys:
    """By what a party is known across articles: an actor's name, told by any of its names; nothing for words without a name."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._by_name = {fold_name(alias): one.id for one in reversed(lookup.linked) for alias in one.aliases if one.id in lookup.named}
        self._by_name |= {fold_name(one.name): one.id for one in reversed(lookup.linked) if one.id in lookup.named}

    def of(self, party: Party) -> str:
        """The key of a party; what somebody owns ("the council's Lake group") has none but its words."""
        linked = self._linked(party)
        if linked is not None and OWNER.search(party.name) and fold_name(party.name) not in self._by_name:
            return ""
        if linked is not None:
            return linked
        return fold_name(party.name) if self._is_name(party.name) else ""

    def of_source(self, source: str) -> str:
        """The key of whoever tells it: a linked actor, or the folded name."""
        return "" if source == "author" else source if source in self._lookup.linked_by_id else self._by_name.get(source, source)

    def is_somebody(self, party: Party) -> bool:
        return bool(self.of(party))

    def shown(self, party: Party) -> str:
        return self._linked(party) or party.name

    def is_person(self, party: Party) -> bool:
        linked = self._lookup.linked_of.get(party.actor or "")
        return linked is not None and linked.kind is ActorKind.PERSON

    def _linked(self, party: Party) -> str | None:
        linked = self._lookup.linked_of.get(party.actor or "")
        if linked is not None and linked.id in self._lookup.named:
            same_name = self._by_name.get(fold_name(linked.name))
            return linked.id if linked.kind is ActorKind.PERSON or same_name is None else same_name
        return self._by_name.get(fold_name(party.name))

    def _is_name(self, name: str) -> bool:
        """True for a name and nothing else: "the Green Bloc", and not "the campaign against the League"."""
        words = [word for word in name.split() if word.lower() not in {"the", "a", "an", "of", "and", "for"}]
        return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _said(statement: Statement, keys: _Keys, teller: str, published: Period | None) -> Said:
    holder, other = statement.holder, statement.other
    return Said(
        topic=statement.topic,
        value=statement.value,
        holder=keys.of(holder),
        holder_stems=_stems_of_party(holder),
        other=keys.of(other) if other is not None else "",
        other_stems=_stems_of_party(other),
        stems=_meaning(statement.words) - SYNONYMS.stems_of(holder.name) if statement.topic in WORDED else frozenset(),
        scope=SYNONYMS.stems_of(statement.scope) - SYNONYMS.of_class("home"),
        denied=statement.polarity is Polarity.DENIED,
        possible=statement.certainty is not Certainty.CERTAIN,
        past=statement.past,
        low=statement.low,
        high=statement.high,
        is_person=keys.is_person(holder),
        among_persons=any(keys.is_person(party) for party in (holder, other) if party is not None),
        teller=teller,
        outcome=statement.outcome,
        published=published,
    )


def _shown(statement: Statement) -> str:
    """The statement as a person reads it: who, and what is said of it in the article's words."""
    inside = statement.spans[0].start <= statement.holder.spans[0].start < statement.spans[-1].end
    about = statement.other if inside and statement.other is not None else statement.holder
    return f"{about.name}: {statement.words}"


def _meaning(words: str) -> frozenset[str]:
    stems = SYNONYMS.stems_of(words)
    return stems - SYNONYMS.of_class("generic") or stems


def _stems_of_party(party: Party | None) -> frozenset[str]:
    """The stems of its words; what somebody owns is marked, for "Ostria's newspaper" is not Ostria."""
    if party is None:
        return frozenset()
    return SYNONYMS.stems_of(party.name) | ({OWNED} if OWNER.search(party.name) else set())
