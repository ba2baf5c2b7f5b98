"""Recurrence: the words by which an article says that an act is one of several that come again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.link.acts import WORD, act_of, stem
from rashomon.link.names import is_function_word
from rashomon.link.surroundings import SENTENCE_END
from rashomon.model import CueType, Event, EventType, Polarity, Record, Span, Stage, TimeKind
from rashomon.tables import choices, load_table

RECURS = "recurs "
"""How a recurring time's `unknown` begins; how often stands behind it, and what else is to be said behind a semicolon."""
REGULAR = "regular"
"""The rhythm of what is only told to come again."""
SUPPOSED = frozenset({Stage.THREATENED, Stage.DEMANDED, Stage.HYPOTHETICAL})
OCCASIONS = frozenset(
    {EventType.PROTEST, EventType.CONSULT, EventType.COOPERATE, EventType.MOBILIZE, EventType.CONCEDE, EventType.COERCE, EventType.ASSAULT}
    | {EventType.OTHER}
)
"""Types of act that take place on occasions; what is only said has none, and "annual funding" tells how much, not how often."""
WISHES = frozenset({CueType.DEMAND, CueType.ASK, CueType.WANT})
"""What stands in their content is told as wished for, not as done, however often."""
NEAREST = 20
"""Characters within which the object of a verb begins."""
REACH = 400
"""Characters behind "this annual event" within which "the event" is the same."""
NAMES = re.compile(r"\s+(?:[A-Z][\w'’-]*\s+){0,2}")
"""What may stand between a sign and a trigger: names alone ("this year's Port Selm rally"), no noun of something else."""
NEAR = re.compile(r"\s+(?:[\w'’-]+\s+){0,2}")
"""What may where the trigger has a verb of its own ("held its annual open-air rally"), or the reader gave the time to the event."""


class Sign(NamedTuple):
    """Words that say of an event that it recurs.

    `rhythm` is a row of the table of rhythms, `edtf` the value of the recurring time where it has one ("XXXX-06"), `alone` whether the
    words say so of an act that is told once.
    """

    event: str
    spans: tuple[Span, ...]
    words: str
    rhythm: str
    edtf: str | None
    alone: bool


class _Meaning(NamedTuple):
    """What words that can be a sign tell, of events of the `types`, or of any."""

    rhythm: str
    edtf: str | None = None
    alone: bool = True
    types: tuple[str, ...] = ()


class _Words(NamedTuple):
    """Words of an article that can be a sign."""

    span: Span
    meaning: _Meaning


def signs_of(record: Record) -> dict[str, Sign]:
    """The sign of each event that has one, by the event's id: a recurring time that is the event's own, or words before its trigger."""
    found = _words_of(record)
    if not found:
        return {}
    wished = {attribution.id for attribution in record.attributions if attribution.cue.type in WISHES}
    events = [event for event in record.events if _can_recur(event) and event.attribution not in wished]
    times = {time.id: time.spans for time in record.times if time.kind is TimeKind.SET}
    text = record.article.text
    signs: dict[str, Sign] = {}
    for words in found:
        for event in _said_of(words, events, times, text):
            span = words.span
            told = " ".join(text[span.start : span.end].split())
            signs.setdefault(event.id, Sign(event.id, (span,), told, words.meaning.rhythm, words.meaning.edtf, words.meaning.alone))
    return signs


def unit_of(rhythm: str) -> str:
    """The stretch of the calendar that has one instance at most: "year", "month", "week" or "day"."""
    return _units()[rhythm]


def _can_recur(event: Event) -> bool:
    """True for an occasion that is told as done, planned or usual, in words of the article."""
    return event.type in OCCASIONS and event.stage not in SUPPOSED and event.polarity is Polarity.AFFIRMED and bool(event.trigger.spans)


def _words_of(record: Record) -> list[_Words]:
    """The recurring times first, then the words of the table, in text order."""
    found = [
        _Words(span, _Meaning(_rhythm_told(time.unknown or ""), time.edtf))
        for time in record.times
        if time.kind is TimeKind.SET
        for span in time.spans[:1]
    ]
    found.extend(_written_words(record.article.text))
    return found


def _written_words(text: str) -> list[_Words]:
    """The table's words in the text, found by their last word; "the previous year's" goes before "previous year's"."""
    found: list[_Words] = []
    for last, forms in _forms_by_last_word().items():
        end = text.find(last)
        while end >= 0:
            end += len(last)
            start, meaning = next(((end - len(form), meaning) for form, meaning in forms if text.endswith(form, 0, end)), (end, None))
            if meaning is not None and not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
                found.append(_Words(Span(start, end), meaning))
            end = text.find(last, end)
    return sorted(found)


def _said_of(words: _Words, events: Sequence[Event], times: Mapping[str, tuple[Span, ...]], text: str) -> Iterator[Event]:
    """The events of which the words say that they recur; where there is none, the one that is next told by the noun behind them."""
    fitting = [event for event in events if not words.meaning.types or event.type in words.meaning.types]
    found = [
        event
        for event in fitting
        if _is_own(words, event, times, text) or _stands_before(words.span, event, text) or _stands_in_object(words.span, event, text)
    ]
    yield from found or _told_again(words.span, fitting, text)


def _is_own(words: _Words, event: Event, times: Mapping[str, tuple[Span, ...]], text: str) -> bool:
    """True where the time is the event's, or stands in the sentence of an event told as recurring whose time it is not."""
    own = times.get(event.time.time or "")
    if _qualifies(words.span, text):
        told = event.stage is Stage.RECURRING if own is None else words.span in own
        return told and _stands_before(words.span, event, text, NEAR)
    if own is not None:
        return words.span in own
    return event.stage is Stage.RECURRING and not words.meaning.types and _in_one_sentence(words.span, event.trigger.spans[0], text)


def _in_one_sentence(one: Span, other: Span, text: str) -> bool:
    first, last = sorted((one, other))
    return not SENTENCE_END.search(text, first.end, max(first.end, last.start))


def _qualifies(words: Span, text: str) -> bool:
    """True for "annual" before a noun, which it then belongs to; "every June" and "they march daily" belong to the verb."""
    behind = WORD.match(text, words.end + 1)
    return not any(map(str.isspace, text[words.start : words.end])) and behind is not None and not is_function_word(behind.group().lower())


def _stands_before(words: Span, event: Event, text: str, nearest: re.Pattern[str] = NAMES) -> bool:
    """True where nothing but `nearest` stands between the words and the trigger, or some words before the noun of one with a verb."""
    for number, span in enumerate(event.trigger.spans):
        between = NEAR if number else nearest
        if words.end <= span.start and between.fullmatch(text, words.end, span.start) and not text[span.start : span.end].endswith("ed"):
            return True
    return False


def _stands_in_object(words: Span, event: Event, text: str) -> bool:
    """True for "held its annual congress", where the trigger is a verb alone that does not say what was done."""
    end = event.trigger.spans[-1].end
    if not end < words.start <= end + NEAREST:
        return False
    between = WORD.findall(text[end : words.start])
    plain = all(is_function_word(word.lower()) for word in between) and not SENTENCE_END.search(text, end, words.start)
    return plain and not any(act_of(word, event.type.value).kinds for word in _trigger_words(event, text))


def _told_again(words: Span, events: Iterable[Event], text: str) -> list[Event]:
    """The next event whose trigger has the noun behind the words: "This annual event is a feast of hers. The event was held on Sunday"."""
    noun = WORD.match(text, words.end + 1)
    if noun is None:
        return []
    told = stem(noun.group())
    behind = (event for event in events if 0 <= event.trigger.spans[0].start - words.end <= REACH)
    return [event for event in behind if any(stem(word) == told for word in _trigger_words(event, text))][:1]


def _trigger_words(event: Event, text: str) -> list[str]:
    return [word for span in event.trigger.spans for word in WORD.findall(text[span.start : span.end])]


def _rhythm_told(unknown: str) -> str:
    told = unknown.removeprefix(RECURS).partition(";")[0]
    return _rhythms().get(told.lower(), REGULAR)


@cache
def _rhythms() -> dict[str, str]:
    return {told.lower(): row["rhythm"] for row in _rhythm_rows() for told in choices(row["told"])}


@cache
def _units() -> dict[str, str]:
    return {row["rhythm"]: row["within"] for row in _rhythm_rows()}


def _rhythm_rows() -> tuple[dict[str, str], ...]:
    return load_table("rashomon.link", "tables/rhythms.tsv", ("rhythm", "within", "told"), key=("rhythm",))


@cache
def _forms_by_last_word() -> dict[str, list[tuple[str, _Meaning]]]:
    """The table's words as they are written, inside a sentence and at its beginning, with either apostrophe; the longest first."""
    found: dict[str, list[tuple[str, _Meaning]]] = {}
    for row in load_table("rashomon.link", "tables/recurrence.tsv", ("words", "rhythm", "alone", "types"), key=("words",)):
        meaning = _Meaning(row["rhythm"], alone=row["alone"] == "yes", types=choices(row["types"]))
        for words in choices(row["words"]):
            for form in sorted({written.replace("'", mark) for written in (words, words.capitalize()) for mark in "'’"}):
                found.setdefault(form.split()[-1], []).append((form, meaning))
    return {last: sorted(forms, key=lambda form: -len(form[0])) for last, forms in found.items()}
