"""What relative times count from: the date of publication, or a window inferred from the article's own evidence.

A publication date is not an event's date, and an inferred window is not a publication date: both are only counted from,
and every value so found says which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import AnchorKind, BlockKind
from rashomon.parse import Doc
from rashomon.read.times.edtf_values import Moment, parse, write
from rashomon.read.times.rules import Expression, Surface
from rashomon.read.times.tense import Tense, tense_at
from rashomon.read.times.values import date_words, foreign_day, month_name, told_date

NARRATIVE_YEARS = 6
"""A text that tells at least so many years, mostly past ones, is read as a history: its dates follow on one another."""
NARRATIVE_SHARE = 0.6
NO_DATE = "the article has no date; "
DATELINE_REACH = 120
"""A dateline's date begins within so many characters."""
FURNITURE_YEAR = re.compile(r"(?<![\d/.-])(?:19[5-9]\d|20\d\d)(?![\d/.-]|\s*(?:px|%))")
BEGINNINGS = frozenset({"bear", "found", "establish", "create", "form", "build"})
"""Verbs of what an article tells as long past."""
SPEAKING_NOW = frozenset({"this", "last", "next"})


@dataclass(frozen=True)
class Setting:
    """When the article speaks from.

    `moment` is that time as far as it is known (a day, a month, a year), or None; `edtf` the same in writing, an interval
    where only bounds are known; `note` says from what it was inferred.

    `latest` is set where no more is known than the latest day it tells as past: days without a year lie around it.
    In a `narrative` (a history) dates without a year follow on the date told before them, not on publication.
    """

    kind: AnchorKind
    moment: Moment | None = None
    edtf: str | None = None
    note: str | None = None
    narrative: bool = False
    latest: Moment | None = None


def settle(doc: Doc, surface: Surface, expressions: Sequence[Expression]) -> Setting:
    """When the article speaks from: its publication date, else a window inferred from the years it tells."""
    published = parse(doc.article.published or "")
    years = _told_years(surface, expressions)
    narrative = _is_narrative(years, expressions, published)
    if published is not None:
        return Setting(AnchorKind.PUBLISHED, published, doc.article.published, narrative=narrative)
    return _from_dateline(surface, expressions) or _infer(doc, surface, expressions, years, narrative=narrative)


@dataclass(frozen=True)
class _ToldYear:
    year: int
    tense: Tense
    in_caption: bool
    named: bool
    goal: bool
    day: Moment | None = None
    """The whole day, where it is told as that of a past act that is no beginning."""

    @property
    def is_ahead(self) -> bool:
        """True when it is told as still to come ("will ... in 2019", "by 2019" of something not past)."""
        return self.tense is Tense.FUTURE or (self.goal and self.tense is not Tense.PAST)


def _told_years(surface: Surface, expressions: Sequence[Expression]) -> list[_ToldYear]:
    found = []
    for expression in expressions:
        told = _told_moment(expression)
        if told is None or told.year is None:
            continue
        before = surface.text[max(0, expression.start - 6) : expression.start].lower().split()
        found.append(
            _ToldYear(
                told.year,
                tense_at(surface, expression.start),
                in_caption=surface.in_caption(expression.start),
                named=bool(before) and before[-1] in {"in", "since", "of", "until", "by"},
                goal=bool(before) and before[-1] == "by",
                day=_past_day(told, surface, expression),
            )
        )
    return found


def _told_moment(expression: Expression) -> Moment | None:
    """What an expression with a year tells; a foreign date only where it tells a day."""
    if expression.form == "foreign":
        return foreign_day(expression) if expression.has("foreignyear") else None
    if not expression.has("year") or expression.has("era") or expression.form not in {"date", "range", "swapped"}:
        return None
    told = told_date(expression) if expression.form == "date" else None
    return told or Moment("year", int(expression.slots["year"]))


def _past_day(told: Moment, surface: Surface, expression: Expression) -> Moment | None:
    if told.day is None or tense_at(surface, expression.start) is not Tense.PAST:
        return None
    above = surface.token(expression.start).ancestors
    return None if any(verb.lemma_ in BEGINNINGS for verb in above) else told


def _is_narrative(years: Sequence[_ToldYear], expressions: Sequence[Expression], published: Moment | None) -> bool:
    here = published.year if published else None
    past = [told for told in years if here is None or (told.year < here - 1)]
    speaking = sum(expression.slots.get("which") in SPEAKING_NOW or expression.has("near") for expression in expressions)
    return len(past) >= NARRATIVE_YEARS and len(past) >= NARRATIVE_SHARE * len(years) and len(past) > 3 * speaking


def _from_dateline(surface: Surface, expressions: Sequence[Expression]) -> Setting | None:
    """The day in a dateline ("PORT SELM, 3 JAN 90 - "): a full date near the beginning, before any verb and after no preposition."""
    first = next(iter(expressions), None)
    if first is None or first.start > DATELINE_REACH or first.form != "date" or not first.has("day") or not first.has("year", "shortyear"):
        return None
    told = told_date(first)
    at = surface.token(first.start).i
    before = [token for token in surface.tokens[:at] if not token.is_space]
    if told is None or any(token.pos_ in {"VERB", "AUX", "ADP"} for token in before) or (before and not before[-1].is_punct):
        return None
    words = surface.original[first.start : first.end]
    return Setting(AnchorKind.INFERRED, told, write(told, uncertain=True), f"{NO_DATE}its dateline tells {words}")


def _infer(doc: Doc, surface: Surface, expressions: Sequence[Expression], years: Sequence[_ToldYear], *, narrative: bool) -> Setting:
    """A window from the latest year told as past to the first one told as to come, or the latest on the page around it.

    It is narrowed to a single year only where a caption, the year before or the page speaks for the same year; else it stays open.
    """
    past = [told for told in years if not told.is_ahead]
    if not past:
        return Setting(AnchorKind.NONE, narrative=narrative)
    latest = max(told.year for told in past)
    says_this_year = any(expression.slots.get("which") == "this" and expression.slots.get("unit") == "year" for expression in expressions)
    low = latest + 1 if says_this_year and any(told.year == latest and told.named and not told.in_caption for told in past) else latest
    reasons = [f"{latest} is the latest year told as past" + (', and "this year" is a later one' if low > latest else "")]
    ahead = [told.year for told in years if told.is_ahead and told.year >= low]
    beside = [year for year in _furniture_years(doc) if year >= low]
    high = min(ahead) if ahead else max(beside, default=None)
    if high is not None:
        reasons.append(f"{high} is told as still to come" if ahead else f"the page mentions {high}")
    elif any((told.in_caption and told.year == low) or told.year == low - 1 == latest - 1 for told in past):
        high = low
    note = NO_DATE + "; ".join(reasons)
    day = max((told.day for told in past if told.day is not None), key=_key, default=None)
    if high is None and low == latest and day is not None and {told.year for told in years} == {day.year}:
        note = f"{NO_DATE}{date_words(day)} is the latest day told as past"
        return Setting(AnchorKind.INFERRED, None, f"{write(day)}/..", note, narrative, latest=day)
    if high != low:
        return Setting(AnchorKind.INFERRED, None, f"{low}/{'..' if high is None else high}", note, narrative)
    return _narrow_to_months(low, surface, expressions, Setting(AnchorKind.INFERRED, Moment("year", low), f"{low}?", note, narrative))


def _narrow_to_months(year: int, surface: Surface, expressions: Sequence[Expression], setting: Setting) -> Setting:
    """The months between the last one told as past and the first one told as present or to come, both without a year."""
    done: list[int] = []
    ahead: list[int] = []
    for expression in expressions:
        month = surface.month(expression)
        if month and not expression.has("year", "which") and expression.form == "date":
            (done if tense_at(surface, expression.start) is Tense.PAST else ahead).append(month)
    if not done or not ahead or max(done) > min(ahead):
        return setting
    window = f"{year}-{max(done):02}?/{year}-{min(ahead):02}?"
    note = f"{setting.note}; {month_name(max(done))} is told as past, {month_name(min(ahead))} not"
    return Setting(setting.kind, setting.moment, window, note, setting.narrative)


def _key(day: Moment) -> tuple[int, int, int]:
    return (day.year or 0, day.month or 0, day.day or 0)


def _furniture_years(doc: Doc) -> list[int]:
    furniture = (block.span for block in doc.article.blocks if block.kind is BlockKind.FURNITURE)
    return [int(year[0]) for span in furniture for year in FURNITURE_YEAR.finditer(doc.text, span.start, span.end)]
