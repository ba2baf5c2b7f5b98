"""How large a report grows: the examples, and the same articles many times over under other ids."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

import rashomon
from rashomon.compare import compare_records
from rashomon.model import Record
from rashomon.report import render_report
from rashomon.view import build_page

EXAMPLES = Path(__file__).parents[2] / "examples"
MEGABYTE = 1_000_000
SLOWEST = 40
"""Seconds that 200 articles may take to compare and render on a busy machine; it is about a tenth of that alone."""


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(rashomon.read([EXAMPLES]))


def test_two_articles_make_a_small_report(records: list[Record]) -> None:
    assert _size(records[:2]) < 1.5 * MEGABYTE


def test_two_hundred_articles_stay_below_the_size_and_time_allowed(records: list[Record]) -> None:
    many = [_copy(records[number % len(records)], number) for number in range(200)]
    start = time.process_time()
    assert _size(many) < 15 * MEGABYTE
    assert time.process_time() - start < SLOWEST


def _size(records: Sequence[Record]) -> int:
    return len(render_report(build_page(records, compare_records(records))).encode())


def _copy(record: Record, number: int) -> Record:
    """The record as that of another article: its ids begin otherwise."""
    old, new = record.article.id[:8], f"{number:08x}"
    return msgspec.json.decode(msgspec.json.encode(record).replace(old.encode(), new.encode()), type=Record)
