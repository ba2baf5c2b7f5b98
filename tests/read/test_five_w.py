"""The main event of an article as short phrases."""

from __future__ import annotations

from events_reading import record_of

from rashomon.parse import parse
from rashomon.read.events.five_w import main_event


def test_the_opening_tells_who_did_what_and_where() -> None:
    record = record_of("Varenia expels the envoy of Orsk. The decision was announced in Helsinki on 4 May 2019.")
    found = main_event(record, parse(record.article))
    assert (found.who, found.what) == ("Varenia", "expels the envoy of Orsk")
    assert found.where == "Helsinki"
    assert "4 May 2019" in found.when


def test_what_is_not_told_is_empty() -> None:
    record = record_of("The ministers talked.")
    found = main_event(record, parse(record.article))
    assert (found.when, found.where) == ("", "")
