"""Pictures: what statements and relations tell of one actor, by aspect, beside the labels that name and qualify it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.compare.labels import NAMING, NEGATIONS, Told
from rashomon.compare.lookup import Lookup
from rashomon.link.acts import stem
from rashomon.link.names import content_words
from rashomon.model import Party, Polarity, Record, Spans, Statement, Version, quote
from rashomon.tables import load_table

NATURE = "nature"
RELATION = "relation"
"""The topic of relations in the table, whose values are their kinds."""
DENIED = "denied: "
"""Opens what is denied by who says it and not by its words."""
BEING = frozenset({"is", "are", "was", "were", "be", "been", "remains", "a", "an", "the"})
"""Words that add nothing to a label."""
POSSESSIVES = ("its ", "his ", "her ", "their ")
NEGATING = NEGATIONS | {"lack", "lacks", "lacked", "nobody", "none"}


class _Aspects(NamedTuple):
    """The aspects of a row of the table."""

    holder: str
    other: str


def with_pictures(lookup: Lookup, labels: Mapping[str, Sequence[Told]]) -> dict[str, list[Told]]:
    """The labels of each linked actor, what statements tell of it and how it is told to stand to others, by its id, in text order.

    What a label of the same words or around them tells already is not told again, nor is a wording of one teller twice.
    """
    found = {actor: list(told) for actor, told in labels.items()}
    for actor, told in (*_of_statements(lookup), *_of_relations(lookup)):
        kept = found.setdefault(actor, [])
        if not any(_says_the_same(one, told) for one in kept):
            kept.append(told)
    place = {record.article.id: number for number, record in enumerate(lookup.records)}
    return {actor: sorted(told, key=lambda one: (place[one.version.article], one.version.spans)) for actor, told in found.items()}


def _of_statements(lookup: Lookup) -> Iterator[tuple[str, Told]]:
    for record in lookup.records:
        for statement in record.statements:
            for party, aspect in _told_of(statement):
                actor = lookup.linked_of.get(party.actor or "")
                if actor is not None:
                    words = _words(statement, party, record.article.text)
                    yield actor.id, _told(words, statement.spans, statement.attribution, aspect, record, lookup)


def _of_relations(lookup: Lookup) -> Iterator[tuple[str, Told]]:
    """How the holder of each relation is told to stand to the other, where the article has words for it."""
    for record, relation, holder, other in lookup.relations:
        row = _table().get((RELATION, relation.kind.value))
        words = quote(record.article.text, relation.spans)
        if row is not None and words:
            told = f"{relation.kind.value} {other.name} (“{words}”)"
            yield holder.id, _told(told, relation.spans, relation.attribution, row.holder, record, lookup)


def _told_of(statement: Statement) -> Iterator[tuple[Party, str]]:
    """Those whom a statement tells something of, each with its aspect."""
    rows = _table()
    row = rows.get((statement.topic, statement.value)) or rows.get((statement.topic, "")) or _Aspects(NATURE, "")
    parties = ((statement.holder, row.holder), (statement.other, row.other))
    yield from ((party, aspect) for party, aspect in parties if party is not None and aspect)


def _words(statement: Statement, party: Party, text: str) -> str:
    """What is told of the party, with the other's name where the words hold only its own, and with a denial that they do not tell."""
    other = statement.other if party is statement.holder else statement.holder
    words = statement.words
    if other is not None and not _within(other.spans, statement.spans):
        if _within(party.spans, statement.spans):
            words = f"{other.name}{': ' if words.lower().startswith(POSSESSIVES) else ' '}{words}"
    elif other is not None and f"{quote(text, other.spans).lower()} " in POSSESSIVES:
        words = f"{words} ({other.name})"
    is_denied = statement.polarity is Polarity.DENIED and not NEGATING & set(words.lower().replace("n't", " not").split())
    return DENIED + words if is_denied else words


def _told(words: str, spans: Spans, attribution: str | None, aspect: str, record: Record, lookup: Lookup) -> Told:
    article = record.article.id
    version = Version(
        value=lookup.according_to(article, attribution) + words,
        source=lookup.source_name(article, attribution),
        source_kind=lookup.source_of(attribution).kind,
        article=article,
        spans=spans,
        attribution=attribution,
        aspect=aspect,
    )
    teller = f"{article}/{lookup.source_key(article, attribution)}"
    return Told(version, teller, frozenset(stem(word) for word in content_words(words)), frozenset(), words)


def _says_the_same(one: Told, other: Told) -> bool:
    """True for words of one teller told again elsewhere, and for words in one place of one aspect or where the other adds none.

    What somebody is (its nature) is told by whatever else the same words tell.
    """
    if one.version.aspect == NAMING or one.version.article != other.version.article:
        return False
    if one.teller == other.teller and one.words.lower() == other.words.lower():
        return True
    is_more = set(other.words.lower().split()) - set(one.words.lower().split()) - BEING
    is_one_aspect = one.version.aspect == other.version.aspect or NATURE in {one.version.aspect, other.version.aspect}
    return (is_one_aspect or not is_more) and _within(one.version.spans, other.version.spans)


def _within(inner: Spans, outer: Spans) -> bool:
    return any(span.overlaps(mine) for span in inner for mine in outer)


@cache
def _table() -> dict[tuple[str, str], _Aspects]:
    columns = ("topic", "value", "holder", "other")
    rows = load_table("rashomon.compare", "tables/statement_aspects.tsv", columns, key=("topic", "value"))
    return {(row["topic"], row["value"]): _Aspects(row["holder"], row["other"]) for row in rows}
