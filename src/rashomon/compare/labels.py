"""Labels of the linked actors, and how two labels by different tellers stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.compare.lookup import Lookup
from rashomon.compare.verdicts import Judgement
from rashomon.link.acts import stem
from rashomon.link.names import content_words, fold_name
from rashomon.model import Attitude, Label, LinkedActor, Verdict, Version
from rashomon.tables import choices, load_table

BEHIND = re.compile(r"\s(?:of|by|for|from|to|with|about|against|who|that|which)\s")
"""Behind these a label speaks of others: "a campaign of deporting illegal residents" calls nobody illegal but them."""
NAMING = "naming"
RESTRICTING = frozenset({"among", "in", "within", "outside", "abroad", "with", "on", "than", "as"})
"""Words with which a label says for whom or where it holds, or beside whom."""
NEGATIONS = frozenset({"not", "no", "never", "hardly", "n't", "isn't", "aren't", "neither", "nor"})
"""A label with one of these may be the opposite of its words."""
OPPOSED = frozenset({Attitude.NEGATIVE, Attitude.POSITIVE})


@dataclass(frozen=True)
class Told:
    """A label with who tells it: `teller` is one source in one article; `core` are the stems before what else it speaks of."""

    version: Version
    teller: str
    stems: frozenset[str]
    core: frozenset[str]
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
        stems, core = (frozenset(stem(word) for word in content_words(words)) for words in (label.words, BEHIND.split(label.words)[0]))
        return cls(version, f"{article}/{key}", stems, core, label.words)


def told_labels(lookup: Lookup) -> dict[str, list[Told]]:
    """The labels of each linked actor by its id, in the order of articles and text, each wording of a teller once."""
    found: dict[str, dict[tuple[str, str, str], Told]] = {}
    for record in lookup.records:
        for label in record.labels:
            actor = lookup.linked_of.get(label.actor)
            if actor is not None and not _only_a_name(label, actor):
                told = Told.of(label, record.article.id, lookup)
                found.setdefault(actor.id, {}).setdefault((told.teller, label.words.lower(), label.aspect), told)
    return {actor: list(labels.values()) for actor, labels in found.items()}


def _only_a_name(label: Label, actor: LinkedActor) -> bool:
    """True for a source that merely calls the actor by name; what the author calls it is a choice, and shown."""
    names = {fold_name(name) for name in (actor.name, *actor.aliases)}
    return label.aspect == NAMING and label.attribution is not None and fold_name(label.words) in names


def judge_labels(one: Told, other: Told) -> Judgement:
    """Words that exclude each other contradict, opposed attitudes differ, a common word agrees, the rest is unclear."""
    return judge_pictures([one, other])


def judge_pictures(told: Sequence[Told]) -> Judgement:
    """The same of the labels of any number of tellers: the most opposed pair of labels of two tellers decides."""
    for one, other in excluding_pairs(told):
        return Judgement(Verdict.CONTRADICT, f"“{one.words}” and “{other.words}” exclude each other")
    tellers_by_attitude: dict[Attitude | None, set[str]] = {}
    tellers_by_stem: dict[str, set[str]] = {}
    for label in told:
        tellers_by_attitude.setdefault(label.version.attitude, set()).add(label.teller)
        for stem_used in label.stems:
            tellers_by_stem.setdefault(stem_used, set()).add(label.teller)
    well, badly = (tellers_by_attitude.get(attitude, set()) for attitude in (Attitude.POSITIVE, Attitude.NEGATIVE))
    if well and badly and len(well | badly) > 1:
        return Judgement(Verdict.DIFFER, "one speaks well of the actor, the other badly")
    if any(len(tellers) > 1 for tellers in tellers_by_stem.values()):
        return Judgement(Verdict.AGREE, "both use the same words")
    return Judgement(Verdict.UNCLEAR, "different words, which may both be meant")


def excluding_pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of labels by two tellers, of one aspect, whose words exclude each other."""
    for left, right in _opposites():
        sides = [[label for label in told if label.core & side] for side in (left, right)]
        for one in sides[0]:
            for other in sides[1]:
                if one.teller != other.teller and one.version.aspect == other.version.aspect and _hold_alike(one, other):
                    yield one, other


def _hold_alike(one: Told, other: Told) -> bool:
    """False where one is denied, or holds only among some or somewhere: "popular among the young" does not exclude "unpopular"."""
    behind = [BEHIND.split(label.words, maxsplit=1)[1:] for label in (one, other)]
    is_restricted = any((RESTRICTING | NEGATIONS) & set(label.words.lower().split()) for label in (one, other))
    return not is_restricted and not (all(behind) and behind[0] != behind[1])


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = load_table("rashomon.compare", "tables/opposites.tsv", ("one", "other"), ("one", "other"))
    return tuple((_stems(row["one"]), _stems(row["other"])) for row in rows)


def _stems(cell: str) -> frozenset[str]:
    return frozenset(stem(word) for word in choices(cell))
