"""Singles: what one article alone tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.compare.counts import counted, holder_of, things_counted
from rashomon.compare.dates import date_words
from rashomon.compare.participants import words_for
from rashomon.link.tellings import BLAMED
from rashomon.model import Comparison, Event, Incident, Polarity, Role, Stage
from rashomon.view.cards import OneSide, Single
from rashomon.view.incidents import NO_DATE, NO_PLACE, heading_of, is_met, shared_mode, silent_by_incident, stage_words
from rashomon.view.index import Index, outlet_of
from rashomon.view.parts import Membership, Passage
from rashomon.view.words import act_of, field_words


def one_sided(comparison: Comparison, index: Index, of_series: Mapping[str, Membership]) -> tuple[OneSide, ...]:
    """The incidents with a single account, by article, the most definite first: dated, between two known actors, done."""
    silent = silent_by_incident(comparison, index)
    singles: dict[str, list[Single]] = {article: [] for article in index.records}
    for incident in comparison.incidents:
        if not is_met(incident):
            for account in incident.accounts[:1]:
                singles[account.article].append(_single(incident, index, silent.get(incident.id, {}), of_series.get(incident.id)))
    return tuple(
        OneSide(
            siglum=index.sigla[article],
            article=article,
            name=outlet_of(index.records[article].article),
            singles=tuple(sorted(found, key=lambda single: (single.weight, not single.silent, single.passage.spans))),
        )
        for article, found in singles.items()
        if found
    )


def _single(incident: Incident, index: Index, silent: dict[str, str], series: Membership | None) -> Single:
    account = incident.accounts[0]
    events = [index.events[event][1] for event in account.events]
    return Single(
        id=f"incident-{incident.id}",
        title=heading_of(incident),
        act=act_of(incident.type, shared_mode(incident, events)),
        when=date_words(incident.time) or NO_DATE,
        where=incident.place or NO_PLACE,
        stage=", ".join(dict.fromkeys(stage_words(event) for event in events)),
        agents=_agents(events, account.article, index),
        counts=_counts(events, account.article, index, incident.title.casefold()),
        teller=index.teller(account.article, account.source, account.source_kind),
        passage=index.passage(account.article, events[0].trigger.spans) or Passage(article=account.article, spans=()),
        weight=_weight(incident, events, index),
        silent=tuple(sorted(silent)),
        note="; ".join(dict.fromkeys(silent[siglum] for siglum in sorted(silent))),
        series=series,
    )


def _agents(events: Sequence[Event], article: str, index: Index) -> tuple[Passage, ...]:
    """Those told to have done an act of force, which no title says, each called as the cards call them."""
    found: dict[str, Passage] = {}
    acts = (event for event in events if event.type in BLAMED and event.polarity is Polarity.AFFIRMED)
    for one in (one for event in acts for one in event.participants if one.role is Role.AGENT):
        words = words_for(index.records[article].article.text, (one,))
        found.setdefault(words.casefold(), Passage(article=article, spans=one.spans, words=words))
    return tuple(found.values())


def _counts(events: Sequence[Event], article: str, index: Index, title: str) -> tuple[tuple[str, Passage], ...]:
    """How many were killed, arrested and so on, each in the words of those counted, where the title does not tell of them."""
    told = [(counted(count.what), count, event) for event in events if event.polarity is Polarity.AFFIRMED for count in event.counts]
    found: dict[tuple[str, str], tuple[str, Passage]] = {}
    for what, count, event in told:
        holder = holder_of(count, event)
        passage = index.passage(article, holder.spans if holder else count.spans)
        if what in things_counted() and passage is not None and (holder is None or passage.words.casefold() not in title):
            found.setdefault((what, passage.words.casefold()), (field_words(f"count:{what}"), passage))
    return tuple(found.values())


def _weight(incident: Incident, events: Sequence[Event], index: Index) -> tuple[bool, ...]:
    """What an incident lacks to be worth telling first: not vague, a date, two known participants, done. False sorts first."""
    parties = [one for event in events for one in event.participants]
    known = {role for one in parties if one.actor in index.actors for role in (one.role,)}
    supposed = all(event.stage is Stage.HYPOTHETICAL for event in events)
    undated = not incident.time
    between = {Role.AGENT, Role.PATIENT} <= known
    vague = undated and not incident.place and (len({one.name for one in parties}) < 2 or (supposed and not between))
    done = any(event.stage is Stage.ACCOMPLISHED and event.polarity is Polarity.AFFIRMED for event in events)
    return (vague, undated, not between, not done)
