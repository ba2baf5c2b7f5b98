"""Invented passages with the acts, times, places and actors that a careful reader marks in them: `deeds/*.toml`, one file an area.

A passage is read as a whole article, through `read_article`. A line stands for a paragraph; empty lines are no more
than layout. What is listed is compared, and nothing else. Its keys:

    text            the passage
    title = true    its first line is the title
    published       the day it was published ("2021-03-14")
    only = true     no act is read but those listed
    tells_no        words that must not be (part of) a trigger
    no_time         words that must not be read as (part of) an expression of time
    no_place        words that must not be read as (part of) a place
    not_yet         why it is known not to be read right

Words are told as they stand in the text, pieces parted by " ... "; "he [2]" is the second "he" of the passage, and [] or "" is none.

    [[passage.event]]  `at`, a word of its trigger; `kind` (type, or type and mode), `agent`, `patient`, `instrument`, `beneficiary`
                       (the words of each, in text order), `stage`, `polarity`, `certainty`, `when` (EDTF), `where` (words of its
                       place), `away` (whether the act leads away from it), `said` (the cue of the attribution it stands in; "" for the
                       author), `count`: "killed 73", "killed 73 (73..)" for at least 73, "injured (24..99)" for dozens, "arrested 40
                       (..40)" for up to forty
    [[passage.time]]   `words`; `value` (EDTF), `kind`, `granularity`, `calendar`, `anchor` (its kind), `from` (EDTF of the anchor)
    [[passage.place]]  `words`; `name`, `country`, `precision`; `unresolved`
    [[passage.actor]]  `name`, a name of the actor, or words for it; `kind`, `aliases`, `description`; `country` (alpha-3, "" for none) and
                       `sectors`, codes in their order; `mentions` and `not_mentions`, words that refer to it and words that do not
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from deeds_reading import Row, Told, actor_told, event_told, place_told, stands, time_told, touches, words_and_number
from passages_reading import article_of, place, rows_of, trimmed, wording

from rashomon.model import ActorKind, AnchorKind, Certainty, EventType, Polarity, Record, Role, Stage, TimeKind
from rashomon.read import Reader, read_article

DEEDS = Path(__file__).with_name("deeds")
LEAST = 200
ROLES = tuple(role.value for role in Role)
KEYS = {
    "passage": {"text", "title", "published", "only", "tells_no", "no_time", "no_place", "not_yet", "event", "time", "place", "actor"},
    "event": {"at", "kind", *ROLES, "stage", "polarity", "certainty", "when", "where", "away", "said", "count"},
    "time": {"words", "value", "kind", "granularity", "calendar", "anchor", "from"},
    "place": {"words", "name", "country", "precision", "unresolved"},
    "actor": {"name", "kind", "aliases", "description", "country", "sectors", "mentions", "not_mentions"},
}
WORDS = {"at", *ROLES, "where", "said", "words", "mentions", "not_mentions", "tells_no", "no_time", "no_place"}
"""Keys whose values are words of the text."""
VALUES = {"stage": Stage, "polarity": Polarity, "certainty": Certainty, "anchor": AnchorKind}
KINDS: dict[str, type[StrEnum]] = {"event": EventType, "time": TimeKind, "actor": ActorKind}

LOOKS: dict[str, Callable[[Record, Row], Told | None]] = {
    "event": event_told,
    "time": time_told,
    "place": place_told,
    "actor": actor_told,
}


def differences(row: Row) -> list[str]:
    """What was read otherwise than the passage says, one line a difference."""
    record = read_article(article_of(row), Reader.RULES)
    lines = [line for table, look in LOOKS.items() for want in row.get(table, ()) for line in differing(table, want, look(record, want))]
    return [*lines, *not_wanted(row, record)]


def differing(table: str, want: Row, have: Told | None) -> list[str]:
    name = f"{table} {want.get('at') or want.get('words') or want.get('name')!r}"
    if have is None:
        return [f"NOT READ      {name}"]
    pairs = [(key, comparable(key, value), have[key]) for key, value in want.items() if key in have]
    wrong = [f"    {key:12} expected {value!r}\n    {'':12} read     {read!r}" for key, value, read in pairs if value != read]
    return [f"READ OTHERWISE  {name}", *wrong] if wrong else []


def comparable(key: str, value: Any) -> Any:
    if key == "aliases":
        return sorted(value)
    if key in {"mentions", "not_mentions"}:
        return value
    if key in WORDS:
        return [trimmed(words_and_number(words)[0]) for words in listed(value)]
    return sorted(listed(value)) if key == "count" else value


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value)


def not_wanted(row: Row, record: Record) -> list[str]:
    """What is read though the passage says that it is none."""
    text = record.article.text
    kinds = (("tells_no", [event.trigger.spans for event in record.events]), ("no_time", [time.spans for time in record.times]))
    read = {**dict(kinds), "no_place": [found.spans for found in record.places]}
    lines = [
        f"{key.upper():13} {wording(text, spans)}"
        for key, found in read.items()
        for spans in found
        if any(place(wording(text, spans), words) for words in row.get(key, ()))
    ]
    if row.get("only"):
        wanted = [span for want in row.get("event", ()) for span in stands(text, want["at"]) or ()]
        lines += [f"NOT EXPECTED  {wording(text, spans)}" for spans in read["tells_no"] if not touches(spans, wanted)]
    return lines


@pytest.mark.parametrize("row", list(rows_of(DEEDS, marked=True)))
def test_a_deed_is_read_as_by_a_careful_reader(row: Row) -> None:
    wrong = differences(row)
    if wrong:
        pytest.fail("\n".join(["", row["text"].strip(), "", *wrong]), pytrace=False)


@pytest.mark.parametrize("row", list(rows_of(DEEDS)))
def test_what_is_expected_stands_in_the_passage(row: Row) -> None:
    assert not set(row) - KEYS["passage"]
    for table in LOOKS:
        for want in row.get(table, ()):
            assert not set(want) - KEYS[table]
            assert {"at", "words", "name"} & set(want)
            assert all(value in list(VALUES[key]) for key, value in want.items() if key in VALUES)
            assert "kind" not in want or is_kind(table, want["kind"])
    missing = [words for part in (row, *(want for table in LOOKS for want in row.get(table, ()))) for words in not_in(row["text"], part)]
    assert not missing


def is_kind(table: str, kind: str) -> bool:
    return (kind.split(" ")[0] if table == "event" else kind) in list(KINDS[table])


def not_in(text: str, part: Row) -> list[str]:
    return [words for key in WORDS & set(part) for words in listed(part[key]) if stands(text.strip(), words) is None]


def test_there_are_enough_passages() -> None:
    assert len(list(rows_of(DEEDS))) >= LEAST
