"""Times: each expression with its value as TIMEX3 writes it (Sauri et al. 2006), for that is what the corpora hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bench.articles import article_from_text
from rashomon.model import Time, TimeKind
from rashomon.parse import parse
from rashomon.read.times import read_times

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
REFERENCES = {"is past": "PAST_REF", "is present": "PRESENT_REF", "is to come": "FUTURE_REF"}
DAYTIMES = {"morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "night": "NI", "overnight": "NI"}
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "DE", "century": "CE"}
CLOCK_UNITS = {"hour": "H", "minute": "M"}
JOIN = re.compile(r"\s*(?:\b(?:to|and|until|till|through)\b|[-/–])\s*")


def predict(document: dict[str, Any]) -> dict[str, Any]:
    """`times`: start, end and TIMEX3 value of each expression; the two ends of a range count as one each."""
    article = article_from_text(document["id"], document["text"], document.get("published"))
    times = [found for time in read_times(parse(article)) for found in _predictions(time)]
    return {"id": document["id"], "times": times}


def _predictions(time: Time) -> Iterator[dict[str, Any]]:
    start, end = time.spans[0].start, time.spans[0].end
    ends = _range_ends(time)
    joined = JOIN.search(time.expression) if ends else None
    if ends and joined:
        offset = len(time.expression) - len(time.expression.lstrip())
        yield {"start": start, "end": start + joined.start() + offset, "value": _date(ends[0], time)}
        yield {"start": start + joined.end(), "end": end, "value": _date(ends[1], time)}
    else:
        yield {"start": start, "end": end, "value": value_of(time)}


def value_of(time: Time) -> str:
    """The TIMEX3 value of a Time; empty where the scheme has none for it."""
    if time.edtf is None:
        return _open_value(time)
    if time.kind is TimeKind.DURATION:
        return _duration(time)
    return _date(time.edtf, time)


def _open_value(time: Time) -> str:
    reason = time.unknown or ""
    for words, value in REFERENCES.items():
        if reason.endswith(words):
            return value
    if time.kind is TimeKind.DURATION and time.granularity in UNITS:
        return f"PX{UNITS[time.granularity]}"
    if time.kind is TimeKind.DURATION and time.granularity in CLOCK_UNITS:
        return f"PTX{CLOCK_UNITS[time.granularity]}"
    return {"day": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX", "week": "XXXX-WXX"}.get(time.granularity or "", "")


def _duration(time: Time) -> str:
    edtf = time.edtf or ""
    number = re.fullmatch(r"P(\d+)Y", edtf)
    if number and time.granularity == "decade":
        return f"P{int(number[1]) // 10}DE"
    if number and time.granularity == "century":
        return f"P{int(number[1]) // 100}CE"
    return edtf


def _range_ends(time: Time) -> tuple[str, str] | None:
    first, _, last = (time.edtf or "").partition("/")
    narrowed = (time.granularity == "month" and first[:7] == last[:7]) or (
        time.granularity == "year" and first[:4] == last[:4] and len(first) > 5
    )
    whole = time.granularity in {"day", "month", "year", "season"} and not narrowed
    return (first, last) if last and whole and time.kind is TimeKind.DATE else None


def _date(edtf: str, time: Time) -> str:
    before = edtf.startswith("-")
    plain = edtf.replace("?", "").replace("~", "")
    if "/" in plain:
        return _stretch(plain, time)
    value = re.sub(r"T00:00:00$", "", plain)
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    season = re.fullmatch(r"(-?[\dX]{4})-(2[1-4])", value)
    value = f"{season[1]}-{SEASONS[season[2]]}" if season else value
    value = value.rstrip("X").rstrip("-") if re.fullmatch(r"\d+X+", value) else value
    if before:
        year, rest = value[1:5], value[5:]
        value = f"BC{int(year) + 1:04}{rest}" if year.isdigit() else value
    return value + _daytime(value, time)


def _daytime(value: str, time: Time) -> str:
    if time.kind is not TimeKind.TIME or "T" in value:
        return ""
    words = re.findall(r"[a-z]+", time.expression.lower())
    return next((f"T{DAYTIMES[word]}" for word in words if word in DAYTIMES), "")


def _stretch(plain: str, time: Time) -> str:
    first, last = plain.split("/")
    match time.granularity:
        case "week":
            year, week, _ = date.fromisoformat(first).isocalendar()
            return f"{year}-W{week:02}"
        case "half":
            return f"{first[:4]}-H{1 if first.endswith('01') else 2}"
        case "quarter":
            return f"{first[:4]}-Q{(int(first[-2:]) + 2) // 3}"
        case "month":
            return first[:7]
        case "decade":
            return first.rstrip("X")[:3]
        case "century":
            return first[:2]
    return first[:4] if first[:4] == last[:4] else ""
