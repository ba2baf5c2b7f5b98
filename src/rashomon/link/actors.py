"""The same actor across articles: by names, acronyms and initials, never by likeness of spelling.

Fuzzy scores put different groups nearer to each other than one group's two names, so they decide nothing here.
"Front of", "wing of" and the like are claims by somebody: two actors between whom one is made are never taken as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rashomon.link.kinds import are_compatible, is_collective
from rashomon.link.names import acronyms_of, fold_name, fold_person, is_acronym
from rashomon.model import Actor, ActorKind, LinkedActor, MentionForm, Reason, Record, Sector
from rashomon.read.actors.words import state_word

NAME_WEIGHT, ACRONYM_WEIGHT, SURNAME_WEIGHT = 10.0, 7.0, 5.0
"""Bits of evidence that one reading of a name gives: the same full name hardly ever names two, a surname now and then."""


PEOPLE_ENDINGS = ("ans", "ese", "ish")
"""Endings of a people's name or adjective, for states that no table knows."""


def link_actors(records: Sequence[Record]) -> tuple[LinkedActor, ...]:
    """The actors of all records, those with a common name taken as one; an actor told in one article stands alone.

    Ids are `A1`, `A2`, ... from those told in most articles and most often down. `why` says which name joined them.
    """
    named = [_Named.of(actor) for record in records for actor in record.actors]
    clusters = _Clusters(named)
    for left, right, reason in _candidate_links(named):
        clusters.join(left, right, reason)
    ordered = sorted(clusters.all(), key=_prominence)
    return tuple(_linked_actor(f"A{number}", cluster) for number, cluster in enumerate(ordered, start=1))


def is_named(actor: Actor) -> bool:
    """True for an actor with a name; a description alone ("the ambassador") is one actor in its article and nobody in another."""
    return not actor.mentions or any(mention.form in {MentionForm.NAME, MentionForm.ALIAS} for mention in actor.mentions)


def _is_nameless_people(actor: Actor) -> bool:
    """True for "experts" and "dissidents", who are others in each article, and not for "Varenians": a people's name has its capital."""
    return actor.kind is ActorKind.POPULATION and not any(
        state_word(word, "people", "adjective") or (word[:1].isupper() and word.endswith(PEOPLE_ENDINGS)) for word in actor.name.split()
    )


class Traits(NamedTuple):
    """What tells two actors of one name apart: their kinds, and the first names of two persons of one surname."""

    kind: ActorKind
    surname: str | None
    first: str | None


@dataclass(frozen=True)
class _Named:
    """An actor with its names as they are compared."""

    actor: Actor
    full: tuple[str, ...]
    acronyms: frozenset[str]
    surname: str | None
    first: str | None

    @classmethod
    def of(cls, actor: Actor) -> _Named:
        is_person = actor.kind is ActorKind.PERSON
        fold = fold_person if is_person else fold_name
        written = (actor.name, *actor.aliases) if is_named(actor) and not _is_nameless_people(actor) else ()
        full = tuple(dict.fromkeys(name for name in map(fold, written) if name))
        acronyms = frozenset(fold_name(name) for name in written if is_acronym(name) and not is_person)
        words = fold(actor.name).split()
        first = words[0] if is_person and len(words) > 1 else None
        return cls(actor, full, acronyms, words[-1] if is_person and words else None, first)

    @property
    def traits(self) -> Traits:
        return Traits(self.actor.kind, self.surname, self.first)

    @property
    def article(self) -> str:
        return self.actor.id.partition("-")[0]


@dataclass
class _Cluster:
    """Actors joined so far, with the distinct traits and the ids that a further one is held against."""

    members: list[_Named]
    traits: set[Traits]
    ids: set[str]
    related: set[str]
    reasons: list[Reason] = field(default_factory=list)

    @classmethod
    def of(cls, one: _Named) -> _Cluster:
        return cls([one], {one.traits}, {one.actor.id}, {relation.other for relation in one.actor.relations})

    def is_told_apart_from(self, other: _Cluster) -> bool:
        if self.ids & other.related or self.related & other.ids:
            return True
        return any(_differ(mine, its) for mine in self.traits for its in other.traits)

    def take_in(self, other: _Cluster, reason: Reason) -> None:
        self.members.extend(other.members)
        self.traits |= other.traits
        self.ids |= other.ids
        self.related |= other.related
        self.reasons.extend([*other.reasons, reason])


class _Clusters:
    """Actors joined so far; a join that would put two together that are told apart somewhere is refused."""

    def __init__(self, named: Iterable[_Named]) -> None:
        self._of = {one.actor.id: _Cluster.of(one) for one in named}

    def join(self, left: _Named, right: _Named, reason: Reason) -> None:
        mine, other = self._of[left.actor.id], self._of[right.actor.id]
        if mine is other or mine.is_told_apart_from(other):
            return
        mine.take_in(other, reason)
        for one in other.members:
            self._of[one.actor.id] = mine

    def all(self) -> list[_Cluster]:
        return list({id(cluster): cluster for cluster in self._of.values()}.values())


def _candidate_links(named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named, Reason]]:
    """Pairs that share a key, the strongest kind of key first; within a key each is paired with the first one."""
    for field_name, weight, note, keys in (
        ("name", NAME_WEIGHT, "both are called “{}”", _name_keys),
        ("acronym", ACRONYM_WEIGHT, "“{}” is the acronym of the other's name", _acronym_keys),
    ):
        holders: dict[str, list[_Named]] = {}
        for one in named:
            for key in keys(one):
                holders.setdefault(key, []).append(one)
        for key, sharing in holders.items():
            reason = Reason(field=field_name, weight=weight, note=note.format(_as_written(key, sharing)))
            for first, second in _pairs_to_try(sharing):
                yield first, second, reason
    yield from _surname_links(named)


def _pairs_to_try(sharing: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """One representative for each kind is enough: what joins it joins the others of that kind."""
    heads: list[_Named] = []
    for one in sharing:
        head = next((head for head in heads if head.actor.kind is one.actor.kind and not _differ(head.traits, one.traits)), None)
        if head is None:
            for other in heads:
                yield other, one
            heads.append(one)
        else:
            yield head, one


def _name_keys(one: _Named) -> tuple[str, ...]:
    """Full names; a person's surname alone is no key here, nor is a bare generic word."""
    if one.actor.kind is ActorKind.PERSON:
        return tuple(name for name in one.full if " " in name)
    return one.full


def _acronym_keys(one: _Named) -> tuple[str, ...]:
    if one.actor.kind is ActorKind.PERSON:
        return ()
    initials = {key for name in (one.actor.name, *one.actor.aliases) for key in acronyms_of(name) if not is_acronym(name)}
    return tuple(sorted(initials | one.acronyms))


def _surname_links(named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named, Reason]]:
    """A person told by surname alone goes to the one person of that surname whose full name is told, if there is just one."""
    full: dict[str, dict[str, _Named]] = {}
    for one in named:
        if one.surname and one.first:
            full.setdefault(one.surname, {}).setdefault(one.first, one)
    bare: dict[str, _Named] = {}
    for one in named:
        if one.surname is None or one.first is not None:
            continue
        owners = full.get(one.surname, {})
        written = one.actor.name
        if len(owners) == 1:
            note = f"“{written}” is the surname of one person only in these articles"
            yield next(iter(owners.values())), one, Reason(field="surname", weight=SURNAME_WEIGHT, note=note)
        elif not owners:
            head = bare.setdefault(one.surname, one)
            if head is not one:
                yield head, one, Reason(field="surname", weight=SURNAME_WEIGHT, note=f"both are called “{written}”")


def _differ(one: Traits, other: Traits) -> bool:
    if not are_compatible(one.kind, other.kind):
        return True
    return one.surname is not None and one.surname == other.surname and not _same_first(one.first, other.first)


def _same_first(one: str | None, other: str | None) -> bool:
    """A first name and its initial ("Ana", "A.") may be one person's, and an untold one anybody's."""
    return one is None or other is None or one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _as_written(key: str, sharing: Iterable[_Named]) -> str:
    for one in sharing:
        for name in (one.actor.name, *one.actor.aliases):
            if key in {fold_name(name), fold_person(name)}:
                return name
    return key


def _prominence(cluster: _Cluster) -> tuple[int, int, str]:
    articles = {one.article for one in cluster.members}
    mentions = sum(len(one.actor.mentions) for one in cluster.members)
    return -len(articles), -mentions, min(one.actor.id for one in cluster.members)


def _linked_actor(linked_id: str, cluster: _Cluster) -> LinkedActor:
    actors = [one.actor for one in cluster.members]
    name = _fullest_name(actors)
    spellings = Counter(other for actor in actors for other in (actor.name, *actor.aliases) if other != name)
    countries = {actor.country for actor in actors if actor.country is not None}
    sectors = {sector for actor in actors for sector in actor.sectors}
    reasons = {(reason.field, reason.note): reason for reason in cluster.reasons}
    return LinkedActor(
        id=linked_id,
        kind=_agreed_kind(actors),
        name=name,
        aliases=tuple(sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))),
        country=countries.pop() if len(countries) == 1 else None,
        sectors=tuple(sector for sector in Sector if sector in sectors),
        members=tuple(sorted(actor.id for actor in actors)),
        why=tuple(reasons[key] for key in sorted(reasons)),
    )


def _fullest_name(actors: Sequence[Actor]) -> str:
    """The full name that most articles use; of several the longest. An acronym only where no article spells it out."""
    votes = Counter(actor.name for actor in actors)
    return min(votes, key=lambda name: (is_acronym(name), -len(name.split()), -votes[name], name))


def _agreed_kind(actors: Sequence[Actor]) -> ActorKind:
    votes = Counter(actor.kind for actor in actors)
    return min(votes, key=lambda kind: (kind is ActorKind.UNKNOWN, -votes[kind], is_collective(kind), kind.value))
