"""Labels of the linked actors, and how two labels by different tellers stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import Judgement
from rashomon.link.acts import stem
from rashomon.link.names import content_words
from rashomon.model import Attitude, Label, Verdict, Version
from rashomon.tables import choices, load_table

OPPOSED = frozenset({Attitude.NEGATIVE, Attitude.POSITIVE})


@dataclass(frozen=True)
class Told:
    """A label with who tells it: `teller` is one source in one article."""

    version: Version
    teller: str
    stems: frozenset[str]
    words: str

    @classmethod
    def of(cls, label: Label, article: str, lookup: Lookup) -> Told:
        """The label as its article tells it; what another than the author says opens with that source."""
        opening = lookup.according_to(article, label.attribution)
        version = Version(
            value=opening + label.words,
            source=lookup.source_name(article, label.attribution),
            source_kind=lookup.source_of(label.attribution).kind,
            article=article,
            spans=label.spans,
            attribution=label.attribution,
            label=label.id,
            aspect=label.aspect,
            attitude=label.attitude,
        )
        key = lookup.source_key(article, label.attribution)
        return cls(version, f"{article}/{key}", frozenset(stem(word) for word in content_words(label.words)), label.words)


def told_labels(lookup: Lookup) -> dict[str, list[Told]]:
    """The labels of each linked actor by its id, in the order of articles and text, each wording of a teller once."""
    found: dict[str, dict[tuple[str, str, str], Told]] = {}
    for record in lookup.records:
        for label in record.labels:
            actor = lookup.linked_of.get(label.actor)
            if actor is not None:
                told = Told.of(label, record.article.id, lookup)
                found.setdefault(actor.id, {}).setdefault((told.teller, label.words.lower(), label.aspect), told)
    return {actor: list(labels.values()) for actor, labels in found.items()}


def judge_labels(one: Told, other: Told) -> Judgement:
    """Words that exclude each other contradict, opposed attitudes differ, a common word agrees, the rest is unclear."""
    excluding = next(_excluding(one, other), None)
    if excluding is not None:
        return Judgement(Verdict.CONTRADICT, "“{}” and “{}” exclude each other".format(*excluding))
    if {one.version.attitude, other.version.attitude} == OPPOSED:
        return Judgement(Verdict.DIFFER, "one speaks well of the actor, the other badly")
    if one.stems & other.stems:
        return Judgement(Verdict.AGREE, "both use the same words")
    return Judgement(Verdict.UNCLEAR, "different words, which may both be meant")


def _excluding(one: Told, other: Told) -> Iterator[tuple[str, str]]:
    if one.version.aspect != other.version.aspect:
        return
    for left, right in _opposites():
        if (one.stems & left and other.stems & right) or (one.stems & right and other.stems & left):
            yield one.words, other.words


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = load_table("rashomon.compare", "tables/opposites.tsv", ("one", "other"))
    return tuple((_stems(row["one"]), _stems(row["other"])) for row in rows)


def _stems(cell: str) -> frozenset[str]:
    return frozenset(stem(word) for word in choices(cell))
