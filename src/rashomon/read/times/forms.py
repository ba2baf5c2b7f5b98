"""What an expression of time means: each form that time_patterns.tsv names has its reading."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.read.times.completion import Context
from rashomon.read.times.dates import read_date, read_offset, read_range, read_relative, read_swapped
from rashomon.read.times.distances import read_distance
from rashomon.read.times.feasts import read_foreign, read_holiday
from rashomon.read.times.lengths import read_clock, read_duration, read_recurrence, read_vague
from rashomon.read.times.rules import Expression
from rashomon.read.times.values import Value

FORMS: dict[str, Callable[[Expression, Context], Value]] = {
    "date": read_date,
    "swapped": read_swapped,
    "range": read_range,
    "holiday": read_holiday,
    "foreign": read_foreign,
    "relative": read_relative,
    "offset": read_offset,
    "duration": read_duration,
    "set": read_recurrence,
    "vague": read_vague,
    "clock": read_clock,
    "distance": read_distance,
}


def evaluate(expression: Expression, context: Context) -> Value:
    """The value of one expression. What cannot be told is None, with the reason."""
    return FORMS[expression.form](expression, context)
