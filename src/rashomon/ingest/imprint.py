"""What a page tells about its article beside the text: who published it and when."""

from __future__ import annotations

import datetime
import re
from functools import cache

from rashomon.ingest.bylines import byline_words
from rashomon.ingest.furniture import Blocks, as_furniture
from rashomon.model import Block, BlockKind, quote
from rashomon.tables import load_table

HEAD_BLOCKS = 10
"""How far from the top a date without a label may stand."""
MAX_DATE_LINE = 160
"""In characters."""
OUTLET_LINE = "outlet line"
MAX_OUTLET_WORDS = 6
OUTLET_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]*(?: (?:(?:of|the|and|for|in) )*[A-Z\u00c0-\u00de][\w'\u2019-]*)*")
"""Words with capitals, joined by small ones, and no mark of a sentence."""
CENTURY_PIVOT = 69
"""Years of two digits from here on are of the 20th century, those below of the 21st (POSIX, strptime %y)."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"\b{DAY} (?:of )?{MONTH},? (?P<year>\d{{4}})\b",
        rf"\b{MONTH} {DAY},? (?P<year>\d{{4}})\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>\d{4})\b",
        r"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b",
    )
)
"""Ways to write a full date. In figures alone it is read only when the day is above 12: else which number is the month cannot be told."""

LABEL = re.compile(
    r"\b(?:first |originally )?(?:published|posted|publication date|date published|issued|created)"
    r"(?: (?:on|at|by [^,\d]{3,40}))?\s*[:|,]?\s*",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|edited)(?: (?:on|at))?\s*:?", re.IGNORECASE)
FILLING = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b\d{1,2}[:.]\d\d(?::\d\d)?\b|\b\d{1,2}(?=\s*[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:gmt|utc|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|et|ist)\b|\b(?:at|on|date|local time|hrs?)\b|[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)
PLACE = r"[A-Z\u00c0-\u00de][\w .,'\u2019/-]{2,50}?,? "
DATELINES = tuple(
    re.compile(rf"{PLACE}{date},? ['\u2019]?(?P<year>\d{{4}}|\d\d)\b(?=[^\n]{{0,80}}(?:--|\u2014|\u2013| - |\)))", re.IGNORECASE)
    for date in (f"{DAY} {MONTH}", f"{MONTH} {DAY}")
)


def mark_date_lines(text: str, blocks: Blocks) -> Blocks:
    """The blocks with those marked that hold a date and nothing else: near the top, or with "Published" or "Updated" before it."""
    return tuple(
        as_furniture(block, "date line")
        if block.kind is BlockKind.PARAGRAPH and _is_date_line(text, block, near_top=number < HEAD_BLOCKS)
        else block
        for number, block in enumerate(blocks)
    )


def mark_outlet_line(text: str, blocks: Blocks) -> Blocks:
    """The blocks with the line marked that names the outlet right under a byline, dates apart: "The Free Bell", "Oru News Agency"."""
    marked: list[Block] = []
    is_below = False
    for block in blocks:
        is_outlet = is_below and block.kind is BlockKind.PARAGRAPH and _is_outlet_name(quote(text, [block.span]))
        marked.append(as_furniture(block, OUTLET_LINE) if is_outlet else block)
        is_below = block.reason == "byline" or (is_below and block.reason == "date line")
    return tuple(marked)


def find_published(text: str, blocks: Blocks) -> str | None:
    """The date of publication as EDTF, "2018-03-12", or None when no date line, byline or dateline tells the day and the year."""
    lines = [quote(text, [block.span]) for block in blocks if block.kind is BlockKind.FURNITURE and block.reason in {"date line", "byline"}]
    for line in lines:
        label = LABEL.search(line)
        if label and (date := _date_in(line, label.end())):
            return date
    for line in lines:
        if UPDATED.search(line) is None and (date := _date_in(line, 0)):
            return date
    return _from_dateline(text, blocks)


def find_publisher(text: str, blocks: Blocks) -> str | None:
    """The outlet that a disclaimer or a copyright line names, or else a line under the byline, or None."""
    for block in blocks:
        if block.kind is BlockKind.FURNITURE and block.reason in {"disclaimer", "copyright"}:
            line = quote(text, [block.span])
            for pattern in _publisher_patterns():
                if match := pattern.search(line):
                    return match["name"].strip(" .,'\u2019")
    return next((quote(text, [block.span]) for block in blocks if block.reason == OUTLET_LINE), None)


def _is_outlet_name(line: str) -> bool:
    """True for words with capitals that begin with "The" or end in a word for an outlet, and tell no profession."""
    words = line.split()
    low = [word.lower() for word in words]
    if not 2 <= len(words) <= MAX_OUTLET_WORDS or not OUTLET_NAME.fullmatch(line) or byline_words("writer") & set(low):
        return False
    return low[0] == "the" or low[-1] in byline_words("outlet")


def _is_date_line(text: str, block: Block, *, near_top: bool) -> bool:
    if block.span.end - block.span.start > MAX_DATE_LINE:
        return False
    line = quote(text, [block.span])
    if _date_in(line, 0) is None or not (near_top or LABEL.match(line) or UPDATED.match(line)):
        return False
    for pattern in (*DATES, LABEL, UPDATED, FILLING):
        line = pattern.sub(" ", line)
    return not any(map(str.isalnum, line))


def _date_in(line: str, start: int) -> str | None:
    """The first full date from `start` on."""
    found = (match for pattern in DATES if (match := pattern.search(line, start)))
    first = min(found, key=lambda match: match.start(), default=None)
    return None if first is None else _edtf(first["year"], first["month"], first["day"])


def _from_dateline(text: str, blocks: Blocks) -> str | None:
    readable = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    for block in readable[:2]:
        for pattern in DATELINES:
            if match := pattern.match(text, block.span.start, block.span.end):
                return _edtf(match["year"], match["month"], match["day"])
    return None


def _edtf(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    full = int(year) if len(year) > 2 else int(year) + (1900 if int(year) >= CENTURY_PIVOT else 2000)
    try:
        return datetime.date(full, number, int(day)).isoformat()
    except ValueError:
        return None


@cache
def _publisher_patterns() -> tuple[re.Pattern[str], ...]:
    rows = load_table("rashomon.ingest", "tables/publisher.tsv", ("pattern", "example", "publisher"), key=("pattern",))
    return tuple(re.compile(row["pattern"]) for row in rows)
