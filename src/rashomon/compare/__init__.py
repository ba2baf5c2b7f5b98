"""Records in, Comparison out: what several articles tell, side by side, never saying which is right."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.compare.claims import compare_claims
from rashomon.compare.descriptions import compare_descriptions
from rashomon.compare.incidents import compare_incidents
from rashomon.compare.labels import told_labels
from rashomon.compare.lookup import Lookup
from rashomon.compare.pictures import with_pictures
from rashomon.compare.series import compare_series
from rashomon.compare.silences import find_silences
from rashomon.compare.sourcing import profile_sourcing
from rashomon.compare.standings import with_told_standings
from rashomon.link import NO_ALIASES, AliasTable, link_actors, link_incidents, link_series
from rashomon.model import Comparison, Record


def compare_records(records: Sequence[Record], aliases: AliasTable = NO_ALIASES) -> Comparison:
    """What the records tell, side by side: linked actors and incidents, contrasts, series, claims, descriptions, silences, sourcing.

    The same records in another order give the same comparison but for the order of articles and accounts.
    """
    actors = link_actors(records, aliases)
    lookup = Lookup.of(records, actors)
    groups = link_incidents(records, actors)
    incidents = compare_incidents(groups, lookup)
    labels = told_labels(lookup)
    standing = with_told_standings(lookup)
    return Comparison(
        articles=tuple(record.article.id for record in records),
        actors=standing,
        incidents=incidents,
        series=compare_series(link_series(records, groups, standing), groups, incidents, lookup),
        claims=compare_claims(lookup, labels),
        descriptions=compare_descriptions(lookup, with_pictures(lookup, labels)),
        silences=find_silences(incidents, lookup),
        sourcing=profile_sourcing(lookup),
    )


__all__ = ["compare_records"]
