"""Series: what comes again, its instances, and for each incident the series that it is one of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.compare.dates import date_words, plain_dates
from rashomon.model import Comparison, Constant, Incident, Series
from rashomon.view.incidents import CONFLICT, heading_of
from rashomon.view.index import Index
from rashomon.view.page import SeriesPoint, SeriesRow
from rashomon.view.parts import Ground, Link, Membership
from rashomon.view.utterances import utterance_of, variants_of
from rashomon.view.words import act_of, evidence_words, field_blames, field_words

ONE_OF, TELLS_OF = "one of a series", "tells of a series"
NO_DATE_TOLD = "one without a date"


def series_rows(comparison: Comparison, index: Index) -> tuple[SeriesRow, ...]:
    """The series in their order, each with the words of what is stable and the ways to its instances."""
    incidents = {incident.id: incident for incident in comparison.incidents}
    return tuple(_row(series, incidents, index) for series in comparison.series)


def memberships(comparison: Comparison, index: Index) -> dict[str, Membership]:
    """For each incident that is an instance of a series, or tells of one as a whole, that series and its other instances."""
    incidents = {incident.id: incident for incident in comparison.incidents}
    found: dict[str, Membership] = {}
    for series in comparison.series:
        telling = [index.incidents[one.event].id for one in series.tellings if one.event in index.incidents]
        for incident in dict.fromkeys((*series.instances, *telling)):
            others = (incidents[other] for other in series.instances if other != incident)
            found.setdefault(
                incident,
                Membership(
                    lead=ONE_OF if incident in series.instances else TELLS_OF,
                    series=Link(address=f"series-{series.id}", words=series.title),
                    others=tuple(Link(address=f"incident-{other.id}", words=_date(other)) for other in others),
                ),
            )
    return found


def _row(series: Series, incidents: dict[str, Incident], index: Index) -> SeriesRow:
    blames = series.type in CONFLICT
    return SeriesRow(
        id=f"series-{series.id}",
        title=series.title[:1].upper() + series.title[1:],
        act=act_of(series.type, series.mode),
        points=tuple(_points(series.constants, index, blames=blames)),
        instances=_links(series.instances, incidents),
        tellings=variants_of(utterance_of(version, index) for version in series.tellings),
        done_to=_links(series.done_to, incidents),
        why=tuple(Ground(field=evidence_words(one.field), weight=one.weight, note=plain_dates(one.note)) for one in series.why),
    )


def _links(ids: Iterable[str], incidents: dict[str, Incident]) -> tuple[Link, ...]:
    return tuple(Link(address=f"incident-{one}", words=heading_of(incidents[one])) for one in ids)


def _points(constants: Iterable[Constant], index: Index, *, blames: bool) -> Iterator[SeriesPoint]:
    for constant in constants:
        leads = blames and field_blames(constant.field)
        told = variants_of(utterance_of(version, index, blames=leads) for version in constant.versions)
        yield SeriesPoint(field=constant.field, label=field_words(constant.field), value=constant.value, variants=told)


def _date(incident: Incident) -> str:
    return date_words(incident.time) or NO_DATE_TOLD
