"""Attribution: sources, cues and contents as spans, and whole relations.

Spans count when they are the same after trimming, as exact match in Pareti (2015); relations are joined by their cues,
as PolNeAR's annotators were compared with each other (Newell et al. 2018).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.scoring.figures import Figures, Tally, share
from bench.scoring.spans import Spans, characters, trim

ROLES = ("source", "cue", "content")
LINKS = ("source", "content", "whole")
FOUND = 0.5
"""A content counts as found when it shares this much of its characters with a predicted one (intersection over union)."""

QUOTE = re.compile('[\u201c\u201d"]')
QUOTED = re.compile('[\u201c"][^\u201d"]*[\u201d"]')
UNQUOTED_REST = 3
"""With fewer characters than this outside its quotation marks, a content counts as a direct quotation."""


@dataclass(frozen=True)
class Relation:
    """One attribution, in each form in which it is compared."""

    spans: Mapping[str, Sequence[Sequence[int]]]
    trimmed: Mapping[str, Spans]
    characters: Mapping[str, set[int]]


@dataclass
class Counts:
    """What is counted over all documents."""

    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    untrimmed: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    characters: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    linked: dict[str, Tally] = field(default_factory=lambda: {link: Tally() for link in LINKS})
    found: dict[str, Tally] = field(default_factory=dict)
    speaker: Tally = field(default_factory=Tally)
    sourceless: Tally = field(default_factory=Tally)


def score_attribution(gold: Mapping[Any, Mapping[str, Any]], predictions: Mapping[Any, Mapping[str, Any]]) -> Figures:
    """Exact, untrimmed and character-wise figures a role; linked relations; recall by manner; speakers; sourceless attributions."""
    counts = Counts()
    for key, line in gold.items():
        text = line["text"]
        truth = [_relation(text, item) for item in line["attributions"]]
        guess = [_relation(text, item) for item in predictions.get(key, {}).get("attributions", ())]
        _count_spans(counts, truth, guess)
        _count_links(counts, truth, guess)
        for relation in truth:
            _count_content(counts, text, relation, guess)
    return {
        "exact": {role: tally.figures() for role, tally in counts.exact.items()},
        "exact_untrimmed": {role: tally.figures() for role, tally in counts.untrimmed.items()},
        "characters": {role: tally.figures() for role, tally in counts.characters.items()},
        "linked": {link: tally.figures() for link, tally in counts.linked.items()},
        "speaker_given_content": share(counts.speaker.right, counts.speaker.gold),
        "content_recall_at_half": {manner: share(tally.right, tally.gold) for manner, tally in counts.found.items()},
        "no_source_recall": share(counts.sourceless.right, counts.sourceless.gold),
        "relations": {"gold": counts.linked["whole"].gold, "predicted": counts.linked["whole"].predicted},
    }


def _relation(text: str, item: Mapping[str, Any]) -> Relation:
    spans = {role: item.get(role) or [] for role in ROLES}
    return Relation(
        spans=spans,
        trimmed={role: trim(text, spans[role]) for role in ROLES},
        characters={role: characters(spans[role]) for role in ROLES},
    )


def _count_spans(counts: Counts, truth: Sequence[Relation], guess: Sequence[Relation]) -> None:
    """A span that two relations share counts once."""
    for role in ROLES:
        _count_sets(counts.exact[role], *({r.trimmed[role] for r in side if r.trimmed[role]} for side in (truth, guess)))
        _count_sets(counts.untrimmed[role], *({_sorted(r.spans[role]) for r in side if r.spans[role]} for side in (truth, guess)))
        _count_sets(counts.characters[role], *(set[Any]().union(*(r.characters[role] for r in side)) for side in (truth, guess)))


def _count_sets(tally: Tally, truth: set[Any], guess: set[Any]) -> None:
    tally.add(len(truth & guess), len(guess), len(truth))


def _sorted(spans: Iterable[Sequence[int]]) -> Spans:
    return tuple(sorted((start, end) for start, end in spans))


def _count_links(counts: Counts, truth: Sequence[Relation], guess: Sequence[Relation]) -> None:
    for link in LINKS:
        free = list(guess)
        right = 0
        for relation in truth:
            partner = next((other for other in free if _same_cue(relation, other) and _same(relation, other, link)), None)
            if partner is not None:
                free = [other for other in free if other is not partner]
                right += 1
        counts.linked[link].add(right, len(guess), len(truth))


def _same_cue(relation: Relation, other: Relation) -> bool:
    here, there = relation.characters["cue"], other.characters["cue"]
    return bool(here & there) or (not here and not there)


def _same(relation: Relation, other: Relation, link: str) -> bool:
    roles = ("source", "content") if link == "whole" else (link,)
    return all(relation.trimmed[role] == other.trimmed[role] for role in roles)


def _count_content(counts: Counts, text: str, relation: Relation, guess: Sequence[Relation]) -> None:
    best = max(guess, key=lambda other: _overlap(relation, other), default=None)
    found = best is not None and _overlap(relation, best) >= FOUND
    counts.found.setdefault(manner(text, relation.spans["content"]), Tally()).add(found, 0, 1)
    if relation.spans["source"]:
        if found and best is not None:
            counts.speaker.add(bool(relation.characters["source"] & best.characters["source"]), 0, 1)
    else:
        counts.sourceless.add(found and best is not None and not best.spans["source"], 0, 1)


def _overlap(relation: Relation, other: Relation) -> float:
    here, there = relation.characters["content"], other.characters["content"]
    return share(len(here & there), len(here | there))


def manner(text: str, content: Iterable[Sequence[int]]) -> str:
    """Whether the content stands in quotation marks: "direct", "mixed" or "indirect"; marks just outside it count."""
    words = " ".join(text[max(0, start - 1) : end + 1] for start, end in content)
    if not QUOTE.search(words):
        return "indirect"
    rest = QUOTED.sub("", words).strip(string.punctuation + string.whitespace + "\u201c\u201d")
    return "direct" if len(rest) < UNQUOTED_REST else "mixed"
