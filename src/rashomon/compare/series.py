"""Series: linked series with the words of everything that stays the same from instance to instance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.compare.accounts import Teller, acts_of, events_of, tellers_of
from rashomon.compare.act_names import noun_of
from rashomon.compare.lookup import Lookup
from rashomon.compare.phrasing import inside_sentence
from rashomon.compare.titles import title_of_series
from rashomon.link import LinkedEvents, LinkedSeries
from rashomon.link.names import fold_name, is_function_word
from rashomon.link.tellings import BLAMED
from rashomon.model import Constant, Event, Incident, Participant, Polarity, Role, Series, Spans, Version, quote


def compare_series(
    found: Iterable[LinkedSeries], groups: Sequence[LinkedEvents], incidents: Iterable[Incident], lookup: Lookup
) -> tuple[Series, ...]:
    """A Series for each linked one; ids are `S1`, `S2`, ... in the order given. `groups` are those that `incidents` were made from."""
    found = tuple(found)
    if not found:
        return ()
    homes = {event: incident.id for incident in incidents for account in incident.accounts for event in account.events}
    events = {record.article.id: record.events for record in lookup.records}
    return tuple(_series(one, f"S{number}", groups, homes, events, lookup) for number, one in enumerate(found, start=1))


def _series(
    one: LinkedSeries,
    identifier: str,
    groups: Sequence[LinkedEvents],
    homes: Mapping[str, str],
    events: Mapping[str, Sequence[Event]],
    lookup: Lookup,
) -> Series:
    tellers = tellers_of(one.events, lookup)
    parties = _parties(one, tellers)
    holders = [party.value for party in parties if party.code not in one.akin]
    place = _place(one, tellers)
    return Series(
        id=identifier,
        type=one.type,
        mode=one.mode,
        title=title_of_series(tellers, one.rhythm, " and ".join(holders[:2]) or None, place.value if place else None),
        rhythm=one.rhythm,
        constants=(*_act(one, tellers), _rhythm(one, lookup), *parties, *((place,) if place else ())),
        instances=tuple(homes[groups[number].events[0]] for number in one.instances),
        tellings=tuple(
            teller.version(quote(teller.text, event.trigger.spans), event, event.trigger.spans)
            for teller, event in events_of(tellers)
            if event.id in one.together
        ),
        done_to=tuple(dict.fromkeys(homes[event] for event in _done_to(one, tellers, events) if event in homes)),
        why=one.why,
    )


def _done_to(one: LinkedSeries, tellers: Iterable[Teller], events: Mapping[str, Sequence[Event]]) -> Iterator[str]:
    """The events whose patient is told in words that hold the trigger of an instance: "bombed the grand gathering".

    Not what is told not to have been done, nor what is done to all of them ("bombs the gathering every year").
    """
    for teller, event in events_of(tellers):
        others = [other for other in events[teller.account.article] if other.polarity is Polarity.AFFIRMED]
        patients = ((other, span) for other in others for each in other.participants if each.role is Role.PATIENT for span in each.spans)
        if event.id in one.together:
            continue
        for other, span in patients:
            if other.id not in one.events and any(span.contains(trigger) for trigger in event.trigger.spans):
                yield other.id


def _act(one: LinkedSeries, tellers: Sequence[Teller]) -> Iterator[Constant]:
    """What it is called, where that is not one word everywhere."""
    acts = acts_of(tellers)
    if frozenset.intersection(*(frozenset(teller.act(event).stems) for teller, event in acts)):
        return
    told = tuple(teller.version(quote(teller.text, event.trigger.spans), event, event.trigger.spans) for teller, event in acts)
    noun = noun_of(acts, one.type)
    yield Constant(field="act", value=noun[0] if noun else told[0].value, versions=told)


def _rhythm(one: LinkedSeries, lookup: Lookup) -> Constant:
    """How often it recurs, in the words of each that tells it; the value of the recurring time where one has it."""
    versions = []
    for sign in one.signs:
        (teller,) = tellers_of((sign.event,), lookup)
        versions.append(teller.version(sign.words, teller.events[0], sign.spans))
    code = next((sign.edtf for sign in one.signs if sign.edtf), None)
    return Constant(field="rhythm", value=one.rhythm, code=code, versions=tuple(versions))


def _parties(one: LinkedSeries, tellers: Sequence[Teller]) -> tuple[Constant, ...]:
    """Who is stable, by linked actor, and who holds one for them; where nobody is linked, those told in one wording."""
    role = Role.PATIENT if one.type in BLAMED else Role.AGENT
    linked: dict[str, list[Version]] = {actor: [] for actor in (*one.parties, *one.akin)}
    others: dict[str, list[Version]] = {}
    for teller, event in events_of(tellers):
        for participant in event.participants:
            version = _version(teller, event, participant)
            for actor in teller.lookup.actors_of(teller.account.article, participant) & linked.keys():
                linked[actor].append(version)
            if not linked and participant.role is role and not is_function_word(participant.name.lower()):
                others.setdefault(fold_name(participant.name), []).append(version)
    lookup = tellers[0].lookup
    named = [Constant(field=role.value, value=lookup.name_of(actor), code=actor, versions=tuple(told)) for actor, told in linked.items()]
    return tuple(named or [Constant(field=role.value, value=_plain(told[0], lookup), versions=tuple(told)) for told in others.values()])


def _plain(told: Version, lookup: Lookup) -> str:
    """The words as they stand inside a sentence: "the dockers", where the article begins one with them."""
    return inside_sentence(told.value, lookup.articles[told.article].text, told.spans[0].start)


def _version(teller: Teller, event: Event, participant: Participant) -> Version:
    return teller.version(quote(teller.text, participant.spans), event, participant.spans)


def _place(one: LinkedSeries, tellers: Sequence[Teller]) -> Constant | None:
    told = [
        teller.version(event.place.name, event, spans)
        for teller, event in events_of(tellers)
        if event.place.name and (spans := _where(teller, event))
    ]
    return Constant(field="place", value=one.place, versions=tuple(told)) if one.place and told else None


def _where(teller: Teller, event: Event) -> Spans:
    place = teller.lookup.places.get(event.place.place or "")
    return place.spans if place else ()
