"""Filling in what a date leaves out: its year, month or day, counted from publication, a window or the date told before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.model import Anchor, AnchorKind, Spans
from rashomon.read.times.anchoring import Setting
from rashomon.read.times.edtf_values import SEASON_MONTHS, Moment, is_possible, of_day, shift, truncate, write
from rashomon.read.times.rules import Expression
from rashomon.read.times.tense import Tense
from rashomon.read.times.words import meaning

NEW_YEAR_GAP = 11
"""In a history, a month this much or more before the last one told belongs to the next year (December, then January)."""
TO_COME = Tense.FUTURE
NEAR_AHEAD = timedelta(days=62)
"""A day without a year that lies so near ahead is meant, not the one eleven months back, unless it dates a past act."""


@dataclass(frozen=True)
class Mentioned:
    """The date told last, and the words it stands in.

    `close` says that these are near enough (in the same sentence) to lend a year in any text, `uncertain` that the
    date is only inferred.
    """

    moment: Moment | None = None
    spans: Spans = ()
    close: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Context:
    """What the value of an expression may depend on besides its own words."""

    setting: Setting
    mentioned: Mentioned
    tense: Tense
    past_act: bool = False
    scheduled: bool = False


def complete(told: Moment, expression: Expression, context: Context) -> tuple[Moment, Anchor]:
    """A date without a year, or a bare weekday, with what it leaves out filled in; as it was where that cannot be told."""
    if told.granularity == "day" and told.day is None:
        weekday = int(meaning("weekday")[expression.slots["weekday"]])
        moment, anchor = weekday_near(weekday, "", context)
        return moment or told, anchor
    month = told.month or (SEASON_MONTHS[told.season][0] if told.season else 1)
    mentioned = context.mentioned
    if mentioned.moment is not None and (context.setting.narrative or mentioned.close):
        lent = _possible(told, _year_after(month, mentioned.moment))
        if context.setting.narrative or _fits_tense(lent, context):
            return lent, mentioned_anchor(context)
    here = context.setting.moment or context.setting.latest
    if here is None or here.year is None:
        return told, setting_anchor(context)
    return _possible(told, _year_near(told, month, here, context)), setting_anchor(context)


def base_for(which: str, unit: str | None, context: Context) -> tuple[Moment | None, Anchor]:
    """What "that year", "last week", "the following month" point at, and what it was counted from.

    `which` is a word such as "last" or "the following"; with `unit` None, the time that is counted from itself.
    """
    which = meaning("which").get(which, which)
    speaking = which in {"this", "last", "next"} and not (context.setting.narrative and which != "last" and context.mentioned.moment)
    origin = context.setting.moment if speaking else context.mentioned.moment
    anchor = setting_anchor(context) if speaking else mentioned_anchor(context)
    if unit is None or origin is None:
        return origin, anchor
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    if unit in {"weekend", "fortnight", "season"}:
        unit = "week"
    if step and unit == "week":
        moved = shift(origin, step, "week")
        return (truncate(moved, "week") if moved else None), anchor
    if step:
        return shift(origin, step, unit), anchor
    return truncate(origin, unit), anchor


def near_day(words: str, context: Context) -> tuple[Moment | None, Anchor]:
    """The day that "yesterday" or "the next day" means."""
    steps = {**{word: int(step) for word, step in meaning("near").items()}, "the day before yesterday": -2, "the day after tomorrow": 2}
    if words in steps:
        origin, anchor = context.setting.moment, setting_anchor(context)
        step = steps[words]
    else:
        origin, anchor = context.mentioned.moment, mentioned_anchor(context)
        step = 1 if any(word in words for word in ("next", "following", "after")) else -1 if "before" in words or "previous" in words else 0
    return (shift(origin, step, "day") if origin else None), anchor


def weekday_near(weekday: int, which: str, context: Context) -> tuple[Moment | None, Anchor]:
    """The day that a weekday means: the last one before publication, or the next one where the wording looks ahead."""
    last_told = context.mentioned.moment
    from_told = which in {"following", "previous", "after", "before"} and last_told is not None and last_told.day is not None
    narrative = (context.setting.narrative and last_told is not None) or from_told
    origin = last_told if narrative else context.setting.moment
    anchor = mentioned_anchor(context) if narrative else setting_anchor(context)
    first = origin.first_day if origin and origin.granularity == "day" else None
    if first is None:
        return None, anchor
    ahead = (weekday - 1 - first.weekday()) % 7
    to_come = context.tense is TO_COME or context.scheduled or (which == "this" and context.tense is not Tense.PAST)
    past = which in {"last", "previous", "before"}
    if which in {"next", "following", "after"} or (not past and (to_come or narrative)):
        return of_day(_moved(first, ahead or (7 if which else 0))), anchor
    back = (first.weekday() - weekday + 1) % 7
    return of_day(_moved(first, -(back or (7 if past else 0)))), anchor


def month_near(month: int, which: str, context: Context) -> tuple[Moment | None, Anchor]:
    """The month that "last March" or "the following May" means: the nearest one before or after, or the one at hand for "this"."""
    origin, anchor = base_for(which, None, context)
    if origin is None or origin.year is None:
        return None, anchor
    here = origin.month or (12 if which in {"last", "previous"} else 1)
    back = which in {"last", "previous"} and month >= here
    on = which in {"next", "following"} and month <= here
    return Moment("month", origin.year - back + on, month), anchor


def setting_anchor(context: Context) -> Anchor:
    """The anchor that names the article's own time."""
    setting = context.setting
    return Anchor(kind=setting.kind, edtf=setting.edtf, note=setting.note)


def mentioned_anchor(context: Context) -> Anchor:
    """The anchor that names the date told last."""
    if context.mentioned.moment is None:
        return Anchor(kind=AnchorKind.NONE)
    return Anchor(
        kind=AnchorKind.MENTIONED,
        edtf=write(context.mentioned.moment, uncertain=context.mentioned.uncertain),
        spans=context.mentioned.spans,
    )


def _year_after(month: int, last: Moment) -> int:
    before = last.month or (SEASON_MONTHS[last.season][0] if last.season else None)
    year = last.year or 0
    if before is None:
        return year
    return year + 1 if before - month >= NEW_YEAR_GAP else year


def _fits_tense(moment: Moment, context: Context) -> bool:
    """False for a date told as to come that would lie before the article's own day, or as past that would lie behind it."""
    here = context.setting.moment
    day, today = moment.first_day, here.first_day if here and here.day else None
    if day is None or today is None:
        return True
    return day >= today.replace(day=1) if context.tense is TO_COME else day <= today or context.tense is not Tense.PAST


def _year_near(told: Moment, month: int, here: Moment, context: Context) -> int:
    """The year of a day that lies near ahead, else by tense."""
    first = here.first_day if here.day else None
    if told.day and first is not None and not context.past_act:
        for year in (first.year, first.year + 1):
            day = replace(told, year=year).first_day
            if day is not None and timedelta(0) < day - first <= NEAR_AHEAD:
                return year
    return _year_by_tense(told, month, here, context.tense)


def _year_by_tense(told: Moment, month: int, here: Moment, tense: Tense) -> int:
    year = here.year or 0
    if here.month is None:
        return year
    ahead = (month, told.day or 0) > (here.month, (here.day or 31) if told.day else 0)
    if tense is Tense.PAST:
        return year - 1 if ahead else year
    if tense is TO_COME:
        return year if ahead or month == here.month else year + 1
    distance = month - here.month
    return year - 1 if distance > 6 else year + 1 if distance < -6 else year


def _possible(told: Moment, year: int) -> Moment:
    if told.day and told.month and not is_possible(told.month, told.day, year):
        return told
    return replace(told, year=year)


def _moved(day: date, days: int) -> date:
    return day + timedelta(days=days)
