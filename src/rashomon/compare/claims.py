"""Claims that are no events: how two actors are said to stand to each other, and words about one actor that can be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.answers import judge_statements
from rashomon.compare.labels import Told, excluding_pairs, judge_labels
from rashomon.compare.lookup import Lookup, ToldRelation
from rashomon.compare.statements import gathered, stated
from rashomon.compare.verdicts import Judgement, Statement, contrast
from rashomon.model import Claim, Contrast, Reason, Verdict, Version, quote
from rashomon.tables import load_table

PAIRED_WEIGHT = 10.0
"""Bits of a claim's pairing: both actors are the same by their links."""


class Standing(NamedTuple):
    """A kind of relation and the linked actor it is told of, the other standing at its other end."""

    kind: str
    holder: str


def compare_claims(lookup: Lookup, labels: Mapping[str, Sequence[Told]]) -> tuple[Claim, ...]:
    """The claims that more than one account makes of the same actors: statements, relations between two, and labels of one.

    Labels of one aspect that neither agree nor exclude each other make no claim; they stand in the descriptions. What a statement
    tells already is no claim a second time.
    """
    told = list(_statement_claims(lookup))
    more = [*_relation_claims(lookup), *_label_claims(lookup, labels)]
    found = [*(claim for claim in more if not any(_is_told_in(claim, other) for other in told)), *told]
    return tuple(_claim(f"C{number}", actors, row, lookup) for number, (actors, row) in enumerate(found, start=1))


def judge_standings(one: Standing, other: Standing) -> Judgement:
    """The same relation agrees, the same one the other way round contradicts, others as the table of relations says."""
    if one == other:
        return Judgement(Verdict.AGREE, f"both: {one.kind}")
    if one.kind == other.kind:
        return Judgement(Verdict.CONTRADICT, f"each is told to be {one.kind} the other")
    row = _relation_pairs().get(frozenset({one.kind, other.kind}))
    if row is None:
        return Judgement(Verdict.UNCLEAR, f"“{one.kind}” and “{other.kind}” may both be meant")
    return Judgement(Verdict(row["relation"]), row["why"])


def _claim(claim_id: str, actors: tuple[str, ...], row: Contrast, lookup: Lookup) -> Claim:
    note = "all speak of " + " and ".join(lookup.name_of(actor) if actor in lookup.linked_by_id else actor for actor in actors)
    return Claim(id=claim_id, actors=actors, contrasts=(row,), why=(Reason(field="actors", weight=PAIRED_WEIGHT, note=note),))


Found = tuple[tuple[str, ...], Contrast]
"""Whom a claim is about, and its row."""


def _statement_claims(lookup: Lookup) -> Iterator[Found]:
    for told in gathered(list(stated(lookup))):
        topics = Counter(one.said.topic for one in told)
        topic = min(topics, key=lambda each: (-topics[each], each))
        row = contrast(topic, [Statement(one.version, one.said) for one in told], (), judge_statements)
        if row is not None:
            yield tuple(dict.fromkeys(name for one in told for name in one.names)), row


def _is_told_in(claim: Found, other: Found) -> bool:
    """True where each version of the claim lies in a version of the other, which is judged by more than its words."""
    row, whole = claim[1], other[1]
    spans = [(version.article, span) for version in whole.versions for span in version.spans]
    held = (
        any(article == version.article and span.overlaps(mine) for article, span in spans for mine in version.spans)
        for version in row.versions
    )
    return all(held)


def _relation_claims(lookup: Lookup) -> Iterator[tuple[tuple[str, ...], Contrast]]:
    told: dict[tuple[str, str], list[tuple[str, Statement[Standing]]]] = {}
    for one in lookup.relations:
        first, second = sorted((one.holder.id, one.other.id), key=_number)
        article = one.record.article.id
        teller = f"{article}/{lookup.source_key(article, one.relation.attribution)}"
        told.setdefault((first, second), []).append((teller, _standing(one, lookup)))
    for actors in sorted(told, key=lambda pair: (_number(pair[0]), _number(pair[1]))):
        tellers = {teller for teller, _ in told[actors]}
        row = contrast("standing", [statement for _, statement in told[actors]], (), judge_standings)
        if len(tellers) > 1 and row is not None:
            yield actors, row


def _standing(told: ToldRelation, lookup: Lookup) -> Statement[Standing]:
    record, relation, holder, other = told
    article = record.article.id
    words = quote(record.article.text, relation.spans)
    value = f"{holder.name}: {relation.kind.value} {other.name}" + (f" (“{words}”)" if words else "")
    version = Version(
        value=lookup.according_to(article, relation.attribution) + value,
        source=lookup.source_name(article, relation.attribution),
        source_kind=lookup.source_of(relation.attribution).kind,
        article=article,
        spans=relation.spans,
        attribution=relation.attribution,
    )
    return Statement(version, Standing(relation.kind.value, holder.id))


def _label_claims(lookup: Lookup, labels: Mapping[str, Sequence[Told]]) -> Iterator[tuple[tuple[str, ...], Contrast]]:
    """For each actor and aspect the labels of different tellers that exclude each other."""
    for actor in lookup.linked:
        by_aspect: dict[str, list[tuple[Told, Told]]] = {}
        for one, other in excluding_pairs(labels.get(actor.id, [])):
            by_aspect.setdefault(one.version.aspect or "", []).append((one, other))
        for aspect, pairs in by_aspect.items():
            labels_told = list(dict.fromkeys(label for pair in pairs for label in pair))
            sides = tuple(tuple(sorted({labels_told.index(pair[side]) for pair in pairs})) for side in (0, 1))
            versions = tuple(label.version for label in labels_told)
            note = judge_labels(*pairs[0]).note
            yield (actor.id,), Contrast(field=aspect, relation=Verdict.CONTRADICT, versions=versions, note=note, sides=sides)


def _number(linked_id: str) -> int:
    return int(linked_id[1:])


@cache
def _relation_pairs() -> dict[frozenset[str], dict[str, str]]:
    rows = load_table("rashomon.compare", "tables/relations.tsv", ("one", "other", "relation", "why"), key=("one", "other"))
    return {frozenset({row["one"], row["other"]}): row for row in rows}
