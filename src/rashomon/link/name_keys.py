"""Keys: what the names of two actors have in common, from the very same name down to a surname alone."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.link.bodies import body_words, is_generic
from rashomon.link.named import UNJOINED, Form, Named
from rashomon.link.names import acronyms_of, fold_name, is_acronym
from rashomon.link.person_names import long_forms
from rashomon.model import ActorKind, LinkedActor
from rashomon.read.actors.words import blocs, name_words

Key = tuple[str, ...]
"""The sort of key first, then its words; equal keys are something that two names have in common."""


def exact_keys(one: Named) -> dict[Key, str]:
    """What the actor is called, with the name as written: a state by its name in the tables, a body of many countries with its land."""
    kind = one.actor.kind
    if kind in {ActorKind.STATE, ActorKind.POPULATION} and one.land:
        return {(kind.value, one.land): one.forms[0].written} if one.forms else {}
    if kind is ActorKind.POPULATION:
        return {key: form.written for form in one.forms for key in (("name", form.folded), ("people", _singular(form.folded)))}
    if one.person is not None:
        return {("name", form.folded): form.written for form in one.forms if " " in form.folded}
    return {key: form.written for form in one.forms if (key := _key_of_group(form, one)) is not None}


def order_keys(one: Named) -> dict[Key, str]:
    """The words of its names in any order and one spelling; of generic names none, which have their land instead."""
    if one.actor.kind in UNJOINED:
        return {}
    told = [form for form in one.forms if form.words and not (form.is_generic or form.is_acronym)]
    return {("words", *_in_any_order(form)): form.written for form in told}


def _in_any_order(form: Form) -> tuple[str, ...]:
    """The words, those for its state as one, where more than one other word is left: "US Bank" is not "Bank of America"."""
    if form.land is not None and len(form.words) > 1:
        return form.land, *form.words
    return body_words(form.folded.split())


def acronyms(one: Named) -> dict[Key, str]:
    """Its names that are capitals alone."""
    if one.actor.kind in UNJOINED:
        return {}
    return {("acronym", form.folded): form.written for form in one.forms if form.is_acronym}


def lower_case_acronyms(one: Named) -> Iterator[Key]:
    """Its single words as if they were acronyms: "Unicef" is "UNICEF"."""
    if one.actor.kind not in UNJOINED:
        yield from (("acronym", form.folded) for form in one.forms if not form.is_acronym and " " not in form.folded)


def initials(one: Named) -> Iterator[Key]:
    """The acronyms that its full names give; none of a name of which nothing says that it is a group's or a body's."""
    is_group = one.actor.kind is not ActorKind.UNKNOWN or any(word in name_words() for form in one.forms for word in form.written.split())
    if one.actor.kind not in UNJOINED and is_group:
        for form in one.forms:
            if not form.is_acronym:
                yield from (("acronym", letters) for letters in acronyms_of(form.written))


def fuller_names(one: Named) -> Iterator[Key]:
    """The shorter ways of writing a person's full name, each of which may mean another person as well."""
    person = one.person
    if person is None or person.first is None:
        return
    yield "first and last", person.first, person.surname
    yield "initial", person.first[0], person.surname
    if len(person.given) > 1:
        yield "first and last", person.given[-1], person.surname
    yield "surname", person.surname
    yield from titled_name(one)


def titled_name(one: Named) -> Iterator[Key]:
    """A person's surname with each office that a title tells."""
    if one.person is not None:
        yield from (("titled", office, one.person.surname) for office in sorted(one.offices))


def shorter_name(one: Named) -> Iterator[Key]:
    """What a person's name, as told here, is looked up by among `fuller_names`, the most telling first."""
    person = one.person
    if person is None:
        return
    if person.first is None:
        yield "surname", person.surname
    elif len(person.first) == 1:
        yield "initial", person.first, person.surname
    else:
        yield from (("first and last", given, person.surname) for given in sorted(long_forms(person.first)))


def share_a_name(one: LinkedActor, other: LinkedActor) -> bool:
    """True where two that were not taken as one go by one name, or by a name and its acronym, and are not told to be of two states."""
    if one.country and other.country and one.country != other.country:
        return False
    mine, its = _called(one), _called(other)
    return not (mine[0].isdisjoint(its[0]) and mine[0].isdisjoint(its[1]) and mine[1].isdisjoint(its[0]))


def _called(linked: LinkedActor) -> tuple[frozenset[str], frozenset[str]]:
    """Its folded names, and the acronyms that they give."""
    names = (linked.name, *linked.aliases)
    letters = frozenset().union(*(acronyms_of(name) for name in names if not is_acronym(name)))
    return frozenset(" ".join(body_words(fold_name(name).split())) or fold_name(name) for name in names), letters


def _key_of_group(form: Form, one: Named) -> Key | None:
    bloc = blocs().get(form.written.lower())
    if bloc is not None:
        return "name", fold_name(bloc)
    if form.is_acronym:
        return None
    if form.words and is_generic(form.words):
        land = form.land or one.land
        if land is None:
            return ("body", "at home in", one.home, *form.words) if one.home else None
        return "body", land, *form.words
    return "name", form.folded


def _singular(people: str) -> str:
    return " ".join(word.removesuffix("s") for word in people.split() if word != "people")
