"""What others tell and one leaves out: the weightiest silences, an incident at a time."""

from __future__ import annotations

from rashomon.model import Comparison, Silence, TellerKind
from rashomon.view.incidents import heading_of
from rashomon.view.index import Index
from rashomon.view.parts import LeftOut, Party

MOST = 10
"""So many are shown; the rest stands with the incidents, and in the comparison as JSON."""
MOST_NAMES = 6
KINDS = {
    TellerKind.ARTICLE: "article",
    TellerKind.OUTLET: "outlet, in all its articles here",
    TellerKind.SOURCE: "source, as it is passed on here",
}


def left_out(comparison: Comparison, index: Index) -> tuple[tuple[LeftOut, ...], int]:
    """The first incidents that somebody leaves out, the weightiest first, and how many there are in all."""
    found: dict[tuple[str, TellerKind], list[Silence]] = {}
    for silence in comparison.silences:
        found.setdefault((silence.incident, silence.kind), []).append(silence)
    incidents = {incident.id: incident for incident in comparison.incidents}
    told = [
        LeftOut(
            address=f"incident-{incident}",
            title=heading_of(incidents[incident]),
            kind=KINDS[kind],
            told_by=tuple(_party(name, kind, index) for name in same[0].told_by[:MOST_NAMES]),
            silent=tuple(_party(silence.silent, kind, index) for silence in same[:MOST_NAMES]),
            hidden=len(same[MOST_NAMES:]),
            notes=tuple(dict.fromkeys(silence.note for silence in same[:MOST_NAMES])),
        )
        for (incident, kind), same in list(found.items())[:MOST]
        if incident in incidents
    ]
    return tuple(told), len(found)


def _party(name: str, kind: TellerKind, index: Index) -> Party:
    if kind is TellerKind.OUTLET:
        return Party(siglum="", name=name)
    article, _, source = name.partition("/")
    return Party(siglum=index.sigla.get(article, "?"), name=source)
