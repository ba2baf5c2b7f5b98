"""Coverage: what an article, an outlet or a source speaks of, and so what it had reason to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.compare.lookup import Lookup, author_name
from rashomon.compare.passages import Passage
from rashomon.link.acts import Act, act_of
from rashomon.link.names import fold_name
from rashomon.link.periods import Period, exact_period, time_between
from rashomon.model import (
    Actor,
    ActorKind,
    Attribution,
    CueType,
    Event,
    Incident,
    Polarity,
    Record,
    Role,
    SourceKind,
    Spans,
    TellerKind,
    quote,
)

MAIN_ROLES = frozenset({Role.AGENT, Role.PATIENT})
BACKGROUND = frozenset({ActorKind.STATE, ActorKind.POPULATION, ActorKind.UNKNOWN})
"""Kinds of actor that stand in the background of most articles; they are common ground only where the silent one has them act."""
SPOKEN_OF = 3
"""Mentions from which on an article speaks of an actor and does not only name it."""
SPOKEN_OF_BY_A_SOURCE = 2
"""The same for a source, which has less room."""
ENOUGH_SAID = 20
"""Words from which on a source says enough for what it leaves out to mean something."""
OF_MIND = frozenset({CueType.THINK, CueType.WANT, CueType.FEEL, CueType.SHOW, CueType.CALL})
"""Types of cue with which the writer tells of somebody's mind, or of a name, and nobody tells anything."""
PERSONAL = frozenset({SourceKind.NAMED, SourceKind.COLLECTIVE, SourceKind.DOCUMENT})
"""Kinds of source that are one and the same all through an article: experts here need not be the experts there."""


@dataclass(frozen=True)
class Doing:
    """One event that is told: its act, who is in it, its date where that is exact."""

    act: Act
    actors: frozenset[str]
    period: Period | None


@dataclass(frozen=True)
class Coverage:
    """What one teller speaks of. `key` is an article's id, an outlet's folded name, or "article/source" for the first place of a source.

    `actors` are the linked actors it speaks of at some length, with how many mentions; `incidents` those it tells;
    `voices` those whose words it passes on, as `voices_named` names them; `said` where a source's words stand in each article.
    """

    kind: TellerKind
    key: str
    name: str
    articles: tuple[str, ...]
    outlet: str
    actors: Counter[str] = field(default_factory=Counter)
    incidents: frozenset[str] = frozenset()
    doings: tuple[Doing, ...] = ()
    voices: frozenset[str] = frozenset()
    said: dict[str, Spans] = field(default_factory=dict)

    @property
    def told(self) -> Period | None:
        """The time from the first to the last exact date that it tells, as far as that is sure."""
        return time_between(doing.period for doing in self.doings if doing.period is not None)


def coverages(incidents: Sequence[Incident], lookup: Lookup) -> Iterator[Coverage]:
    """The coverage of each article, of each outlet with several, and of each source that says enough."""
    tells: dict[str, set[str]] = {}
    by_event: dict[str, str] = {}
    for incident in incidents:
        for account in incident.accounts:
            tells.setdefault(account.article, set()).add(incident.id)
            by_event.update(dict.fromkeys(account.events, incident.id))
    of_articles = [_of_article(record, frozenset(tells.get(record.article.id, ())), lookup) for record in lookup.records]
    yield from of_articles
    yield from _of_outlets(of_articles, lookup)
    yield from _of_sources(by_event, lookup)


def passages_of(coverage: Coverage, lookup: Lookup) -> Iterator[Passage]:
    """The passages in which it tells something: all of its articles', but of a source those alone that its words stand in."""
    for article in coverage.articles:
        passages = lookup.passages[article]
        yield from passages.within(coverage.said[article]) if coverage.kind is TellerKind.SOURCE else passages.all


def main_actors(events: Iterable[Event], lookup: Lookup) -> frozenset[str]:
    """The linked actors who act or are acted on in the events."""
    return lookup.linked_ids(one.actor for event in events for one in event.participants if one.role in MAIN_ROLES)


def doing(event: Event, lookup: Lookup) -> Doing:
    """The event as what is compared of it."""
    words = quote(lookup.articles[lookup.article_of[event.id]].text, event.trigger.spans)
    return Doing(act_of(words, event.type.value), main_actors([event], lookup), exact_period(event.time.edtf))


def voices_named(named: Iterable[tuple[str | None, str | None]], lookup: Lookup) -> frozenset[str]:
    """Actors by their linked actor, and by the last word of their name: "Ana Marr" and "Minister Marr" meet where nothing links them."""
    told = tuple(named)
    last_words = (fold_name(name).rpartition(" ")[2] for _, name in told if name)
    return lookup.linked_ids(actor for actor, _ in told) | frozenset(filter(None, last_words))


def _of_article(record: Record, tells: frozenset[str], lookup: Lookup) -> Coverage:
    acting = main_actors(record.events, lookup)
    mentioned: Counter[str] = Counter()
    foreground: set[str] = set()
    for actor in record.actors:
        if (linked := lookup.linked_of.get(actor.id)) is not None:
            mentioned[linked.id] += len(actor.mentions)
            if actor.kind not in BACKGROUND:
                foreground.add(linked.id)
    spoken_of = {actor for actor in foreground if mentioned[actor] >= SPOKEN_OF} | acting
    article = record.article
    return Coverage(
        kind=TellerKind.ARTICLE,
        key=article.id,
        name=author_name(article),
        articles=(article.id,),
        outlet=fold_name(article.publisher or ""),
        actors=Counter({actor: mentioned[actor] for actor in spoken_of & lookup.named}),
        incidents=tells,
        voices=voices_named(((one.source.actor, one.source.name) for one in record.attributions), lookup),
        doings=tuple(doing(event, lookup) for event in record.events),
    )


def _of_outlets(of_articles: Iterable[Coverage], lookup: Lookup) -> Iterator[Coverage]:
    """Outlets with a single article are that article; articles that do not tell their outlet belong to none."""
    outlets: dict[str, list[Coverage]] = {}
    for coverage in of_articles:
        if coverage.outlet:
            outlets.setdefault(coverage.outlet, []).append(coverage)
    for outlet, found in sorted(outlets.items()):
        if len(found) > 1:
            yield Coverage(
                kind=TellerKind.OUTLET,
                key=outlet,
                name=lookup.articles[found[0].articles[0]].publisher or outlet,
                articles=tuple(article for one in found for article in one.articles),
                outlet=outlet,
                actors=sum((one.actors for one in found), Counter()),
                incidents=frozenset().union(*(one.incidents for one in found)),
                voices=frozenset().union(*(one.voices for one in found)),
                doings=tuple(each for one in found for each in one.doings),
            )


def _of_sources(by_event: dict[str, str], lookup: Lookup) -> Iterator[Coverage]:
    spoken: dict[str, list[tuple[Record, Attribution]]] = {}
    for record in lookup.records:
        for attribution in record.attributions:
            if attribution.source.kind in PERSONAL and attribution.cue.type not in OF_MIND and attribution.polarity is Polarity.AFFIRMED:
                spoken.setdefault(source_key(record.article.id, attribution.id, lookup), []).append((record, attribution))
    for key, said in spoken.items():
        if sum(lookup.words[record.article.id].count(attribution.content.spans) for record, attribution in said) >= ENOUGH_SAID:
            yield _of_source(key, said, by_event, lookup)


def source_key(article: str, attribution: str | None, lookup: Lookup) -> str:
    """What tells one source from another across articles: its actor or its proper name; else it is known in its article alone."""
    source, key = lookup.source_of(attribution), lookup.source_key(article, attribution)
    known = source.actor in lookup.linked_of or source.kind is SourceKind.NAMED
    return key if known and source.kind is not SourceKind.AUTHOR else f"{article}/{key}"


def _of_source(key: str, said: Sequence[tuple[Record, Attribution]], by_event: dict[str, str], lookup: Lookup) -> Coverage:
    first, attribution = said[0]
    ids = {attribution.id for _, attribution in said}
    records = {record.article.id: record for record, _ in said}
    events = [event for record in records.values() for event in record.events if event.attribution in ids]
    mentioned: Counter[str] = Counter()
    for record, one in said:
        for actor in record.actors:
            if actor.id in lookup.linked_of:
                mentioned[lookup.linked_of[actor.id].id] += _mentions_in(actor, one)
    acting = main_actors(events, lookup)
    spoken_of = {actor for actor, times in mentioned.items() if times >= SPOKEN_OF_BY_A_SOURCE} | acting
    own = lookup.linked_ids([attribution.source.actor])
    spans: dict[str, Spans] = {}
    for record, one in said:
        spans[record.article.id] = spans.get(record.article.id, ()) + one.content.spans
    return Coverage(
        kind=TellerKind.SOURCE,
        key=key,
        name=lookup.source_name(first.article.id, attribution.id),
        articles=tuple(records),
        outlet="",
        actors=Counter({actor: max(mentioned[actor], 1) for actor in (spoken_of | own) & lookup.named}),
        voices=voices_named([(attribution.source.actor, attribution.source.name)], lookup),
        incidents=frozenset(by_event[event.id] for event in events if event.id in by_event),
        doings=tuple(doing(event, lookup) for event in events),
        said=spans,
    )


def _mentions_in(actor: Actor, attribution: Attribution) -> int:
    content = attribution.content.spans
    return sum(any(outer.contains(span) for outer in content for span in mention.spans) for mention in actor.mentions)
