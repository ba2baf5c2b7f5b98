"""Times of an article: dates, times of day, durations and recurring times, each with its words and what it was counted from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.model import Anchor, AnchorKind, Span, Time, TimeKind, make_id, quote
from rashomon.parse import Doc
from rashomon.read.times.anchoring import settle
from rashomon.read.times.calendars import to_gregorian, years_around
from rashomon.read.times.completion import Context, Mentioned
from rashomon.read.times.distances import in_order, tie
from rashomon.read.times.edtf_values import Moment, of_day, parse, write
from rashomon.read.times.forms import evaluate
from rashomon.read.times.rules import Expression, Surface, find_expressions
from rashomon.read.times.tense import Tense, dates_past_act, dates_scheduled_act, tense_at
from rashomon.read.times.values import Value, date_words
from rashomon.read.times.words import foreign_months

RANGE_JOIN = re.compile(r"\s*(?:-|to|until|till|through)\s*")
BETWEEN_JOIN = re.compile(r"\s*(?:and|to|-)\s*")
LIST_JOIN = re.compile(r"\s*(?:,|-|and|or|to|until|till|through|,\s*and)\s*")
BEFORE_RANGE = re.compile(r"(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
OPENING = 8
"""The first so many words open a sentence."""
EQUATION_JOIN = re.compile(r"\s*[(\[,]\s*(?:i\.e\.,?\s*|or\s+)?")


def read_times(doc: Doc) -> tuple[Time, ...]:
    """The expressions of time in the article, in text order, each with its value in EDTF or the reason why it has none.

    Relative expressions count from the article's date, from the date told last where the wording asks for it, or from
    a window inferred from the article's own evidence; `Time.anchor` says which. A window gives values marked "?".
    """
    surface = Surface(doc)
    expressions = tie(_lend_years(find_expressions(surface), surface), surface)
    values = _link_calendars(expressions, _evaluate_all(doc, surface, expressions), surface)
    spans, values = _join_ranges([Span(e.start, e.end) for e in expressions], values, surface)
    return tuple(
        Time(
            id=make_id(doc.article, "t", number),
            expression=quote(doc.text, (span,)),
            spans=(span,),
            kind=value.kind,
            edtf=value.edtf,
            granularity=value.granularity,
            anchor=value.anchor,
            calendar=value.calendar,
            unknown=value.unknown,
        )
        for number, (span, value) in enumerate(zip(spans, values, strict=True), start=1)
    )


def _lend_years(expressions: Sequence[Expression], surface: Surface) -> list[Expression]:
    """In "May and June 1940" the year at the end belongs to both."""
    lent: list[Expression] = []
    for expression in reversed(expressions):
        after = lent[-1] if lent else None
        open_year = expression.form == "date" and expression.has("month") and not expression.has("year", "which")
        if (
            after
            and open_year
            and after.has("year")
            and after.has("month")
            and LIST_JOIN.fullmatch(surface.text, expression.end, after.start)
        ):
            year = {name: told for name, told in after.slots.items() if name in {"year", "era"}}
            if (surface.month(expression) or 0) <= (surface.month(after) or 0):
                expression = replace(expression, slots={**expression.slots, **year})
        lent.append(expression)
    return lent[::-1]


def _evaluate_all(doc: Doc, surface: Surface, expressions: Sequence[Expression]) -> list[Value]:
    setting = settle(doc, surface, expressions)
    values: dict[int, Value] = {}
    mentioned = Mentioned()
    for at in in_order(expressions):
        expression = expressions[at]
        told = Mentioned() if expression.form == "distance" else mentioned
        if expression.ahead:
            told = _told_next(expressions[at + 1], values[at + 1])
        close = bool(told.spans) and _same_sentence(surface, told.spans[0], expression)
        start = expression.start
        context = Context(
            setting,
            replace(told, close=close),
            tense_at(surface, start),
            past_act=dates_past_act(surface, start),
            scheduled=expression.has("weekday") and dates_scheduled_act(surface, start),
        )
        values[at] = value = evaluate(expression, context)
        uncertain = (value.edtf or "").endswith("?")
        if value.moment is None or (uncertain and setting.latest and mentioned.moment) or _is_aside(value.moment, context):
            continue
        if _carries_on(value.moment, expression, mentioned, surface):
            mentioned = Mentioned(value.moment, (Span(expression.start, expression.end),), uncertain=uncertain)
    return [values[at] for at in range(len(expressions))]


def _told_next(expression: Expression, value: Value) -> Mentioned:
    return Mentioned(value.moment, (Span(expression.start, expression.end),), uncertain=(value.edtf or "").endswith("?"))


def _carries_on(moment: Moment, expression: Expression, mentioned: Mentioned, surface: Surface) -> bool:
    """True when later dates may follow on this one: any day or month, but a bare year only where it opens its sentence.

    Elsewhere a bare year is mostly an aside ("a client state since 1939").
    """
    if moment.granularity != "year":
        return moment.is_finer_than("year")
    token = surface.token(expression.start)
    return mentioned.moment is None or token.i - token.sent.start <= OPENING


def _is_aside(moment: Moment, context: Context) -> bool:
    """True for a day still to come that a clause about the past mentions: "called in May for a strike on 1 July"."""
    here = context.setting.moment or context.setting.latest
    if here is None or here.day is None or moment.day is None or context.tense is Tense.FUTURE:
        return False
    return _key(moment) > _key(here)


def _same_sentence(surface: Surface, told: Span, expression: Expression) -> bool:
    before, here = surface.token(told.start), surface.token(expression.start)
    return before.sent.start == here.sent.start


def _link_calendars(expressions: Sequence[Expression], values: Sequence[Value], surface: Surface) -> list[Value]:
    """In "30th Khordad (June 21, 1981)" the Gregorian date is the value of both; a conversion that differs is noted."""
    linked = list(values)
    for at, (left, right) in enumerate(pairwise(expressions)):
        if not EQUATION_JOIN.fullmatch(surface.text, left.end, right.start):
            continue
        foreign, plain = (at, at + 1) if left.form == "foreign" else (at + 1, at)
        if expressions[foreign].form == "foreign" and expressions[plain].form == "date" and linked[plain].edtf:
            linked[foreign] = _equated(
                expressions[foreign], linked[foreign], linked[plain], Span(expressions[plain].start, expressions[plain].end)
            )
    return linked


def _equated(expression: Expression, foreign: Value, plain: Value, words: Span) -> Value:
    note = "the article gives this Gregorian date for it"
    converted = _converted(expression, plain)
    if converted is not None:
        told, day = converted
        note += f"; by conversion {told} is " + ("the same day" if write(day) == plain.edtf else date_words(day))
    anchor = Anchor(kind=AnchorKind.MENTIONED, edtf=plain.edtf, spans=(words,), note=note)
    return replace(plain, anchor=anchor, calendar=foreign.calendar)


def _converted(expression: Expression, plain: Value) -> tuple[str, Moment] | None:
    """The foreign date written out with its year, and the Gregorian day nearest to `plain` that it falls on."""
    moment = plain.moment
    if moment is None or moment.year is None or moment.first_day is None or "day" not in expression.slots:
        return None
    calendar, month = foreign_months()[expression.slots["foreign"]]
    day = int("".join(filter(str.isdigit, expression.slots["day"])))
    told = expression.slots.get("foreignyear")
    years = (int(told),) if told else years_around(calendar, moment.year, month)
    days = [(year, to_gregorian(calendar, year, month, day)) for year in years]
    dated = [(year, found) for year, found in days if found is not None]
    if not dated:
        return None
    first = moment.first_day
    year, found = min(dated, key=lambda pair: abs((pair[1] - first).days))
    return f"{day} {expression.slots['foreign'].title()} {year}", of_day(found)


def _join_ranges(spans: Sequence[Span], values: Sequence[Value], surface: Surface) -> tuple[list[Span], list[Value]]:
    """Two dates that words such as "from ... to" join become one interval."""
    joined_spans: list[Span] = []
    joined: list[Value] = []
    for span, value in zip(spans, values, strict=True):
        if joined and _makes_range(joined_spans[-1], joined[-1], span, value, surface):
            first, joined_spans[-1] = joined[-1], Span(joined_spans[-1].start, span.end)
            joined[-1] = replace(value, edtf=f"{first.edtf}/{value.edtf}", anchor=value.anchor)
        else:
            joined_spans.append(span)
            joined.append(value)
    return joined_spans, joined


def _makes_range(first_span: Span, first: Value, span: Span, value: Value, surface: Surface) -> bool:
    dates = {first.kind, value.kind} == {TimeKind.DATE} and first.edtf and value.edtf and first.granularity == value.granularity
    if not dates or "/" in f"{first.edtf}{value.edtf}" or not _in_order(first, value):
        return False
    announced = BEFORE_RANGE.search(surface.text, max(0, first_span.start - 14), first_span.start)
    join = BETWEEN_JOIN if announced and announced[0].lower().startswith("between") else RANGE_JOIN
    return join.fullmatch(surface.text, first_span.end, span.start) is not None


def _in_order(first: Value, second: Value) -> bool:
    start, end = parse(first.edtf or ""), parse(second.edtf or "")
    return start is not None and end is not None and _key(start) < _key(end)


def _key(moment: Moment) -> tuple[int, int, int]:
    return (moment.year or 0, moment.month or 0, moment.day or 0)
