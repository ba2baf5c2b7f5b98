"""Where accounts meet: each incident or claim with what its accounts tell of it, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.compare.dates import date_words, plain_dates
from rashomon.model import (
    Account,
    Claim,
    Comparison,
    Contrast,
    Event,
    EventType,
    Incident,
    Polarity,
    Reason,
    Stage,
    TellerKind,
    Verdict,
    Version,
)
from rashomon.view.cards import Card, Cell, Column, Row
from rashomon.view.dates import date_days
from rashomon.view.index import Index, outlet_of
from rashomon.view.once import told_once
from rashomon.view.parts import Ground, Membership, Teller, Utterance
from rashomon.view.utterances import distinct, utterance_of, variants_of
from rashomon.view.waterfall import waterfalls
from rashomon.view.words import act_of, field_blames, field_order, field_words, term

MANY = 4
"""With more accounts than this a column is an article; with more articles a row lists the wordings with who uses each, as a
critical edition lists variants."""
CONFLICT = frozenset(
    {EventType.ACCUSE, EventType.THREATEN, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.PROTEST}
)
"""Kinds of act that nobody is said to have done without naming who says so."""
OPPOSED = frozenset({Verdict.CONTRADICT, Verdict.DIFFER})
OWN_SOURCE = "source"
"""The point that every account differs on, since it is whose account it is: the head of its column says it."""
LINKS = 3
"""So many of an incident's links are shown on its card, the first; `rashomon why` shows all."""
NO_DATE = "date not told"
NO_PLACE = "place not told"


def incident_cards(comparison: Comparison, index: Index, of_series: Mapping[str, Membership]) -> tuple[Card, ...]:
    """The incidents with at least two accounts, those that several articles tell before the others, then the most contested.

    `of_series` tells by an incident's id which series it is one of.
    """
    met = sorted((incident for incident in comparison.incidents if is_met(incident)), key=contested_first)
    silent = silent_by_incident(comparison, index)
    return tuple(_card(incident, index, tuple(sorted(silent.get(incident.id, {}))), of_series.get(incident.id)) for incident in met)


def claim_cards(comparison: Comparison, index: Index) -> tuple[Card, ...]:
    """What is stated of the same actors in more than one account and is no event."""
    return tuple(_claim_card(claim, index) for claim in comparison.claims)


def is_met(incident: Incident) -> bool:
    """Whether more than one account tells the incident."""
    return len(incident.accounts) > 1


def heading_of(incident: Incident) -> str:
    """The incident's title, with a capital."""
    return incident.title[:1].upper() + incident.title[1:]


def stage_words(event: Event) -> str:
    """How far the event got, as told: "planned", "denied", "planned (denied)"."""
    words = term("stage", event.stage)
    if event.polarity is Polarity.DENIED:
        return "denied" if event.stage is Stage.ACCOMPLISHED else f"{words} (denied)"
    return words


def _card(incident: Incident, index: Index, silent: tuple[str, ...], series: Membership | None) -> Card:
    versions = [version for contrast in incident.contrasts for version in contrast.versions]
    told: list[Account | Version] = [*incident.accounts, *versions]
    tellers = tuple(dict.fromkeys(index.teller(one.article, one.source, one.source_kind) for one in told))
    columns = _columns(tellers, index)
    events = [index.events[event][1] for account in incident.accounts for event in account.events]
    accuses = incident.type in CONFLICT
    compared = (contrast for contrast in incident.contrasts if contrast.field != OWN_SOURCE)
    contrasts = sorted(told_once(tuple(compared), index), key=lambda contrast: field_order(contrast.field))
    falls = waterfalls(incident, index)
    return Card(
        id=f"incident-{incident.id}",
        title=heading_of(incident),
        act=act_of(incident.type, shared_mode(incident, events)),
        when=date_words(incident.time) or NO_DATE,
        where=incident.place or NO_PLACE,
        stages=_stages(incident, events),
        tellers=tellers,
        columns=columns,
        rows=tuple(_row(contrast, tellers, columns, index, accuses=accuses) for contrast in contrasts),
        waterfalls=falls[:LINKS],
        links=len(falls),
        silent=silent,
        series=series,
    )


def _stages(incident: Incident, events: Sequence[Event]) -> tuple[str, ...]:
    """How far it got, as told; a denial counts where it is of the happening, not only of somebody's part in it."""
    contested = any(contrast.field == "polarity" and contrast.relation in OPPOSED for contrast in incident.contrasts)
    affirmed = [event for event in events if event.polarity is Polarity.AFFIRMED]
    return tuple(dict.fromkeys(stage_words(event) for event in (events if contested else affirmed or events)))


def _claim_card(claim: Claim, index: Index) -> Card:
    versions = [version for contrast in claim.contrasts for version in contrast.versions]
    tellers = tuple(dict.fromkeys(utterance_of(version, index).teller for version in versions))
    columns = _columns(tellers, index)
    return Card(
        id=f"claim-{claim.id}",
        title=title_of_claim(claim, index),
        act=None,
        when="",
        where="",
        stages=(),
        tellers=tellers,
        columns=columns,
        rows=tuple(_row(contrast, tellers, columns, index, accuses=True) for contrast in claim.contrasts),
        why=_grounds(claim.why),
    )


def title_of_claim(claim: Claim, index: Index) -> str:
    """Whom the claim is about."""
    names = {actor.id: actor.name for actor in index.actors.values()}
    return "What is said of " + " and ".join(names.get(actor, actor) for actor in claim.actors)


def _columns(tellers: tuple[Teller, ...], index: Index) -> tuple[Column, ...]:
    if len(tellers) <= MANY:
        return tuple(Column(siglum=one.siglum, article=one.article, name=one.source, tellers=(one,)) for one in tellers)
    articles: dict[str, list[Teller]] = {}
    for one in tellers:
        articles.setdefault(one.article, []).append(one)
    if len(articles) > MANY:
        return ()
    return tuple(
        Column(siglum=found[0].siglum, article=article, name=outlet_of(index.records[article].article), tellers=tuple(found))
        for article, found in articles.items()
    )


def _row(contrast: Contrast, tellers: tuple[Teller, ...], columns: tuple[Column, ...], index: Index, *, accuses: bool) -> Row:
    blames = accuses and field_blames(contrast.field)
    told: dict[Teller, list[Utterance]] = {teller: [] for teller in tellers}
    for version in contrast.versions:
        utterance = utterance_of(version, index, blames=blames)
        told[utterance.teller].append(utterance)
    return Row(
        field=contrast.field,
        label=field_words(contrast.field),
        verdict=contrast.relation,
        note=contrast.note,
        between_articles=_is_between_articles(contrast),
        cells=tuple(
            Cell(column=column, utterances=distinct(one for teller in column.tellers for one in told[teller])) for column in columns
        ),
        variants=() if columns else variants_of(one for found in told.values() for one in found),
        silent=tuple(teller for teller, found in told.items() if not found),
    )


def _is_between_articles(contrast: Contrast) -> bool:
    """True where versions of several articles stand on the two sides, or, where there are no sides, beside each other."""
    decide = [position for side in contrast.sides for position in side] or range(len(contrast.versions))
    return len({contrast.versions[position].article for position in decide}) > 1


def silent_by_incident(comparison: Comparison, index: Index) -> dict[str, dict[str, str]]:
    """By the incident's id the sigla of the articles that leave it out, each with what had let one expect it there."""
    found: dict[str, dict[str, str]] = {}
    for silence in comparison.silences:
        if silence.kind is not TellerKind.ARTICLE:
            continue
        found.setdefault(silence.incident, {})[index.sigla.get(silence.silent, silence.silent)] = silence.note
    return found


def shared_mode(incident: Incident, events: Sequence[Event]) -> str | None:
    """The mode of those events that are of the incident's type, where they have one."""
    modes = {event.mode for event in events if event.type is incident.type}
    return modes.pop() if len(modes) == 1 else None


def contested_first(incident: Incident) -> tuple[object, ...]:
    """By which incidents are sorted: told by several articles, then contradicted, then differing most."""
    verdicts = [contrast.relation for contrast in incident.contrasts if contrast.field != OWN_SOURCE]
    articles = len({account.article for account in incident.accounts})
    days = date_days(incident.time)
    return (
        -min(articles, 2),
        -verdicts.count(Verdict.CONTRADICT),
        -verdicts.count(Verdict.DIFFER),
        -articles,
        -len(incident.accounts),
        (days.first if days else None) or 0,
        incident.id,
    )


def _grounds(why: tuple[Reason, ...]) -> tuple[Ground, ...]:
    return tuple(Ground(field=field_words(reason.field), weight=reason.weight, note=plain_dates(reason.note)) for reason in why)
