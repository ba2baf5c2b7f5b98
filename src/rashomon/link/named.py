"""An article's actor as it is compared with those of other articles: the forms of its names, whose it is, what tells it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.link.alias_table import AliasTable
from rashomon.link.bodies import body_words, is_generic, is_single_body
from rashomon.link.lands import Lands
from rashomon.link.names import fold_name, fold_person, is_acronym
from rashomon.link.person_names import PersonName, gender_of, given_names, offices_in, person_name, title_before
from rashomon.model import Actor, ActorKind, MentionForm, Record
from rashomon.read.actors.words import blocs, nouns, state_word

UNJOINED = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.POPULATION})
"""Kinds whose names are no row of words that may stand in any order, or be cut down to its initials."""


def is_named(actor: Actor) -> bool:
    """True for an actor with a name; a description alone ("the ambassador") is one actor in its article and nobody in another."""
    return not actor.mentions or any(mention.form in {MentionForm.NAME, MentionForm.ALIAS} for mention in actor.mentions)


class Form(NamedTuple):
    """One name in the forms that are compared: as written, folded, the state in it, and its other words in any order."""

    written: str
    folded: str
    land: str | None
    words: tuple[str, ...]

    @property
    def is_acronym(self) -> bool:
        """True for capitals alone that are no body's which states form."""
        return is_acronym(self.written) and self.written.lower() not in blocs()

    @property
    def is_generic(self) -> bool:
        """True for "Ministry of Defence", which many countries have."""
        return bool(self.words) and is_generic(self.words) and self.written.lower() not in blocs()


class Calling(NamedTuple):
    """What a person is told to be, and of which state."""

    land: str
    words: frozenset[str]


class Traits(NamedTuple):
    """What tells two actors of one name apart: their kinds, and of persons the parts of the name and the gender of a title."""

    kind: ActorKind
    person: PersonName | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """One actor of one article; `forms` are those of its names, the fullest first, none for one that has no name.

    `rows` are its names in the alias table, `land` is the state that its names or codes tell, `home` the only
    one that its article speaks of.
    """

    actor: Actor
    article: str
    published: str | None
    forms: tuple[Form, ...]
    rows: frozenset[str]
    land: str | None
    home: str | None
    person: PersonName | None
    traits: Traits
    calling: Calling | None
    offices: frozenset[str]

    @property
    def is_generic(self) -> bool:
        """True where all its names are such as bodies of many countries have."""
        return self.person is None and bool(self.forms) and all(form.is_generic or form.is_acronym for form in self.forms)

    @property
    def first_gender(self) -> str:
        """The gender that a person's title or first given name tells, or ""."""
        return self.traits.gender or (gender_of(self.forms[0].folded) if self.forms else "")


def name_actors(records: Sequence[Record], table: AliasTable, lands: Lands) -> list[Named]:
    """The actors of all records, in the order of their ids, so that the order of the records changes no link."""
    forms: dict[tuple[str, bool], Form] = {}
    found = []
    for record in records:
        home = lands.home(record)
        for actor in record.actors:
            is_person, land = actor.kind is ActorKind.PERSON, lands.of(actor)
            names = []
            for name in table.told_apart(_written(actor, land)):
                if (name, is_person) not in forms:
                    forms[name, is_person] = _form(name, lands, is_person=is_person)
                names.append(forms[name, is_person])
            if not is_named(actor):
                names = [form for form in names if is_single_body(form.words)]
            found.append(_named(actor, record, tuple(form for form in names if form.folded), table, land, home))
    return sorted(found, key=lambda one: one.actor.id)


def _written(actor: Actor, land: str | None) -> tuple[str, ...]:
    """What the actor is called; of one without a name only "the Kenyan army", of a state that has one army."""
    if is_named(actor):
        return () if _is_nameless_people(actor) else (actor.name, *actor.aliases)
    is_body = actor.kind is ActorKind.GOVERNMENT_BODY and land is not None and not actor.name.startswith(("a ", "an "))
    return (actor.name,) if is_body else ()


def _is_nameless_people(actor: Actor) -> bool:
    """True for "experts" and "dissidents", who are others in each article, and not for "Varenians": a people's name has its capital."""
    words = actor.name.split()
    if actor.kind is not ActorKind.POPULATION or any(state_word(word, "people", "adjective") for word in words):
        return False
    return not words or not all(word[:1].isupper() for word in words) or words[-1].lower() in nouns()


def _form(written: str, lands: Lands, *, is_person: bool) -> Form:
    if is_person:
        return Form(written, fold_person(written), None, ())
    land, rest = lands.split(written)
    return Form(written, fold_name(written), land, body_words(rest))


def _named(actor: Actor, record: Record, forms: tuple[Form, ...], table: AliasTable, land: str | None, home: str | None) -> Named:
    person = person_name(forms[0].written) if actor.kind is ActorKind.PERSON and forms else None
    gender, offices = _titles(actor, record) if person is not None else ("", frozenset())
    return Named(
        actor=actor,
        article=record.article.id,
        published=record.article.published,
        forms=forms,
        rows=frozenset().union(*(table.rows_of(form.written) for form in forms)),
        land=land,
        home=home,
        person=person,
        traits=_traits(actor, person, gender, offices, land),
        calling=_calling(actor, land) if person is not None else None,
        offices=offices,
    )


def _traits(actor: Actor, person: PersonName | None, gender: str, offices: frozenset[str], land: str | None) -> Traits:
    """Its traits; the parser's word alone that a name is a person's, or a people's of no known state, counts for nothing."""
    if person is None:
        return Traits(actor.kind if actor.kind is not ActorKind.POPULATION or land else ActorKind.UNKNOWN)
    is_sure = bool(gender or offices or actor.description) or person.first in given_names()
    return Traits(actor.kind if is_sure else ActorKind.UNKNOWN, person, gender)


def _calling(actor: Actor, land: str | None) -> Calling | None:
    return Calling(land, frozenset(fold_name(actor.description).split())) if land and actor.description else None


def _titles(actor: Actor, record: Record) -> tuple[str, frozenset[str]]:
    """The gender and the offices that the titles before the name, and what is said beside it, tell."""
    before = [
        title_before(record.article.text, mention.spans[0].start)
        for mention in actor.mentions
        if mention.form in {MentionForm.NAME, MentionForm.ALIAS} and mention.spans
    ]
    genders = {gender for gender, _ in before if gender}
    offices = {office for _, office in before if office}
    return genders.pop() if len(genders) == 1 else "", offices_in(actor.description) | offices
