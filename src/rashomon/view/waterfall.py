"""Waterfalls: what a link between two tellings rests on, from the odds at the start, reason by reason, to what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

import msgspec

from rashomon.compare.dates import plain_dates
from rashomon.model import PRIOR, Incident, Link
from rashomon.view.index import Index
from rashomon.view.parts import Passage, Teller
from rashomon.view.words import evidence_words

TOTAL = "total"


class Step(StrEnum):
    """What a bar of the waterfall stands for."""

    START = "start"
    FOR = "for"
    AGAINST = "against"
    TOTAL = "total"


class Fall(msgspec.Struct, frozen=True, kw_only=True):
    """One bar: `weight` in bits, and where it lies on the scale of its picture, `left` to `right` from 0 to 1."""

    step: Step
    label: str
    weight: float
    left: float
    right: float
    note: str = ""


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two that a link joins: who tells it, in which words."""

    event: str
    teller: Teller
    passage: Passage | None

    @property
    def words(self) -> str:
        """Its words, or the event's id where there are none."""
        return f"“{self.passage.words}”" if self.passage else self.event


class Waterfall(msgspec.Struct, frozen=True, kw_only=True):
    """One link: its two tellings and its bars from top to bottom; `zero` is where even odds lie on the scale."""

    tellings: tuple[Telling, Telling]
    falls: tuple[Fall, ...]
    zero: float

    @property
    def total(self) -> float:
        """The odds in bits that the two tell of one happening."""
        return self.falls[-1].weight

    @property
    def within_one_article(self) -> bool:
        """True where both stand in one article."""
        return len({one.teller.article for one in self.tellings}) == 1

    @property
    def in_words(self) -> str:
        """The picture told: each bar's name and weight."""
        return "; ".join(f"{fall.label} {fall.weight:+.1f}" for fall in self.falls)


def waterfalls(incident: Incident, index: Index) -> tuple[Waterfall, ...]:
    """A waterfall for each link of the incident, all on one scale; none for one told in a single place.

    Links from article to article come before those within one, and the strongest first.
    """
    links = incident.links()
    edges = [edge for link in links for edge in (0.0, *_sums(link))]
    falls = (_waterfall(link, min(edges), max(edges), index) for link in links)
    return tuple(sorted(falls, key=lambda fall: fall.within_one_article))


def _sums(link: Link) -> Sequence[float]:
    return tuple(accumulate((reason.weight for reason in link.reasons), initial=link.prior))


def _waterfall(link: Link, least: float, most: float, index: Index) -> Waterfall:
    width = (most - least) or 1.0
    sums = _sums(link)
    bars = [(Step.START, evidence_words(PRIOR), link.prior, 0.0, link.prior, f"before comparing: {_odds(link.prior)}")]
    for reason, before, after in zip(link.reasons, sums, sums[1:], strict=False):
        step = Step.FOR if reason.weight >= 0 else Step.AGAINST
        bars.append((step, evidence_words(reason.field), reason.weight, before, after, plain_dates(reason.note)))
    bars.append((Step.TOTAL, evidence_words(TOTAL), sums[-1], 0.0, sums[-1], f"by these weights: {_odds(sums[-1])}"))
    one, other = (_telling(event, index) for event in link.events)
    return Waterfall(
        tellings=(one, other),
        zero=round(-least / width, 4),
        falls=tuple(
            Fall(
                step=step,
                label=label,
                weight=weight,
                left=round((min(start, end) - least) / width, 4),
                right=round((max(start, end) - least) / width, 4),
                note=note,
            )
            for step, label, weight, start, end, note in bars
        ),
    )


def _odds(bits: float) -> str:
    """Bits as people tell odds: "about 45 to 1 against", "about 1.2 to 1 for"."""
    odds = 2 ** abs(bits)
    return f"about {odds:.{0 if odds >= 10 else 1}f} to 1 {'for' if bits >= 0 else 'against'}"


def _telling(event: str, index: Index) -> Telling:
    record, told = index.events[event]
    article = record.article.id
    return Telling(event=event, teller=index.speaker(article, told.attribution), passage=index.passage(article, told.trigger.spans))
