"""Where expressions of time stand in a text, and what they tell of themselves: patterns from a table, filtered by the parse."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model import BlockKind
from rashomon.parse import Doc
from rashomon.read.times.patterns import patterns, triggers
from rashomon.read.times.words import meaning

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 60
"""No expression reaches further than so many characters from the word that makes it one."""
VERB_LIKE = frozenset({"may", "march"})
NAME_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LAW"})
COUNTING_ENTITIES = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
BEFORE_A_YEAR = frozenset({"in", "since", "by", "until", "from", "before", "after", "during", "till", "between", "of", "to", "through"})


@dataclass(frozen=True)
class Expression:
    """Words that tell a time: the form they are read as and what each slot of the pattern holds, in lower case."""

    start: int
    end: int
    form: str
    slots: dict[str, str]
    ahead: bool = False
    """True when it is counted from the expression told next."""

    def has(self, *names: str) -> bool:
        """True when any of the slots is filled."""
        return any(name in self.slots for name in names)


class Surface:
    """The text that the parser saw, with its tokens found by position."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.tokens.text
        self.original = doc.text
        self.tokens = doc.tokens
        self._starts = [token.idx for token in doc.words]
        self._captions = [block.span for block in doc.article.blocks if block.kind is BlockKind.CAPTION]
        self._headings = [block.span for block in doc.article.blocks if block.kind in {BlockKind.TITLE, BlockKind.HEADING}]

    def month(self, expression: Expression) -> int | None:
        """The number of the Gregorian month that the expression names."""
        name = expression.slots.get("month")
        return int(meaning("month")[name]) if name else None

    def in_caption(self, at: int) -> bool:
        """True when the character at `at` stands in a caption."""
        return any(span.start <= at < span.end for span in self._captions)

    def in_heading(self, at: int) -> bool:
        """True when the character at `at` stands in the title or a heading."""
        return any(span.start <= at < span.end for span in self._headings)

    def token(self, at: int) -> Token:
        """The token that holds the character at `at`."""
        return self.tokens[max(bisect_right(self._starts, at) - 1, 0)]


def find_expressions(surface: Surface) -> list[Expression]:
    """The expressions of time in text order, none overlapping: the longest where several start together."""
    found: list[tuple[int, int, int, Expression]] = []
    stretches = _stretches(surface.text)
    for order, pattern in enumerate(patterns()):
        for start, end in stretches.get(pattern.needs, ()):
            for match in pattern.expression.finditer(surface.text, start, end):
                expression = _expression(pattern.form, match)
                if _is_time(expression, surface):
                    found.append((expression.start, -expression.end, order, expression))
    found.sort(key=lambda entry: entry[:3])
    kept: list[Expression] = []
    for _, _, _, expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


def _stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """The parts of the text, by kind of word, that lie within reach of a word of that kind; ends fall between words."""
    trigger, kinds = triggers()
    found: dict[str, list[tuple[int, int]]] = {}
    for match in trigger.finditer(text):
        start = max(0, text.rfind(" ", 0, max(0, match.start() - REACH)) + 1)
        end = text.find(" ", min(match.end() + REACH, len(text)))
        word = " ".join(match[0].lower().split())
        for kind in kinds.get(word) or kinds.get(word.removesuffix("s"), ("digit",)):
            stretches = found.setdefault(kind, [])
            if stretches and start <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end if end >= 0 else len(text))
            else:
                stretches.append((start, end if end >= 0 else len(text)))
    return found


def _expression(form: str, match: re.Match[str]) -> Expression:
    slots = {name: " ".join(told.lower().split()).rstrip(".") for name, told in match.groupdict().items() if told is not None}
    start, end = match.span("core") if slots.pop("core", None) is not None else match.span()
    return Expression(start, end, form, slots)


def _is_time(expression: Expression, surface: Surface) -> bool:
    return all(test(expression, surface) for test in (_month_is_month, _year_is_year, _unit_is_unit, _word_is_time))


def _month_is_month(expression: Expression, surface: Surface) -> bool:
    name = expression.slots.get("month")
    if name is None:
        return True
    at = _slot_start(expression, surface, name)
    token = surface.token(at)
    if not surface.original[at].isupper() or token.ent_type_ in NAME_ENTITIES:
        return False
    if len(name) == 3 and name != "may" and not expression.has("day", "year"):
        return False
    if expression.has("day", "year", "part", "which"):
        return True
    before = surface.tokens[token.i - 1] if token.i else None
    in_name = before is not None and before.tag_ in {"NNP", "NNPS"} and before.ent_type_ != "DATE" and token.ent_type_ != "DATE"
    return not in_name and not (name in VERB_LIKE and (token.tag_ != "NNP" or token.ent_type_ != "DATE"))


def _year_is_year(expression: Expression, surface: Surface) -> bool:
    if set(expression.slots) != {"year"} and set(expression.slots) != {"decade"}:
        return True
    if expression.end - expression.start > 4:
        return True
    first = surface.token(expression.start)
    if first.text[:4] != surface.text[expression.start : expression.start + 4]:
        return "-" in first.text or "/" in first.text
    before = surface.tokens[first.i - 1].lower_ if first.i else ""
    if first.text.endswith("00") and first.dep_ == "nummod" and first.head.tag_ in {"NNS", "NNPS"}:
        return False
    if before in meaning("numbered"):
        return False
    if first.ent_type_ in COUNTING_ENTITIES or not 1900 <= int(first.text[:4] if first.text[:4].isdigit() else 0) < 2100:
        after = surface.tokens[first.i + 1] if first.i + 1 < len(surface.tokens) else None
        counted = after is not None and after.tag_ in {"NNS", "NNPS", "JJ", "CD"} and first.dep_ == "nummod"
        return not counted and (before in BEFORE_A_YEAR or first.ent_type_ == "DATE" or after is None or not after.is_alpha)
    return True


def _unit_is_unit(expression: Expression, surface: Surface) -> bool:
    unit = expression.slots.get("unit")
    if unit is None:
        return True
    if unit == "second" or (unit in {"quarter", "quarters"} and expression.form in {"duration", "offset"}):
        return False
    if expression.form == "duration" and expression.slots.get("number") in {"a", "an"}:
        return unit not in {"minute", "night", "day"} or _follows_preposition(expression, surface)
    return True


def _follows_preposition(expression: Expression, surface: Surface) -> bool:
    before = surface.token(expression.start).i - 1
    return before >= 0 and surface.tokens[before].lower_ in {"for", "within", "in", "after", "over", "than", "about", "nearly", "almost"}


def _word_is_time(expression: Expression, surface: Surface) -> bool:
    if expression.has("season") and not expression.has("year", "unit"):
        at = _slot_start(expression, surface, expression.slots["season"])
        season = surface.token(at)
        if surface.original[at].isupper() and not season.is_sent_start:
            return False
        if expression.slots["season"] == "fall" and not expression.has("which", "part"):
            return False
        return season.pos_ in {"NOUN", "PROPN"}
    if expression.has("weekday") and expression.end - expression.start < 11:
        return surface.original[_slot_start(expression, surface, expression.slots["weekday"])].isupper()
    if expression.has("holiday") and not expression.has("year"):
        return not _is_inside_name(expression, surface)
    return not (
        expression.has("unit")
        and expression.slots["unit"] in {"night", "nights"}
        and expression.form == "duration"
        and expression.slots.get("number") in {"a", "an", "one"}
    )


def _is_inside_name(expression: Expression, surface: Surface) -> bool:
    """True for "White Christmas", "the Christmas Offensive": one name among others."""
    first, last = surface.token(expression.start), surface.token(expression.end - 1)
    before = surface.tokens[first.i - 1] if first.i else None
    after = surface.tokens[last.i + 1] if last.i + 1 < len(surface.tokens) else None
    return any(word is not None and word.tag_ in {"NNP", "NNPS"} for word in (before if not first.is_sent_start else None, after))


def _slot_start(expression: Expression, surface: Surface, told: str) -> int:
    text = surface.text[expression.start : expression.end].lower()
    position = text.find(told)
    return expression.start + max(position, 0)
