"""Choice: which of the two attribution readers reads, and how a record names it."""

from __future__ import annotations

from enum import StrEnum

from rashomon.encode.weights import has_weights, load_settings
from rashomon.errors import MissingWeights
from rashomon.version import __version__


class Reader(StrEnum):
    """Who finds the attributions: the trained network, or the rules over the parse alone."""

    LEARNED = "learned"
    RULES = "rules"


def choose_reader(wanted: Reader | str | None = None) -> Reader:
    """The reader that is wanted; by default the learned one where its weights are installed, else the rules.

    Raises MissingWeights when the learned reader is asked for and cannot read.
    """
    if wanted is None:
        return Reader.LEARNED if has_weights() else Reader.RULES
    reader = Reader(wanted)
    if reader is Reader.LEARNED and not has_weights():
        raise MissingWeights
    return reader


def reader_name(reader: Reader) -> str:
    """What is written into each record, so that a case knows which records another version should read again.

    The learned reader's name ends with the beginning of its weights' digest.
    """
    weights = f" {load_settings().digest[:8]}" if reader is Reader.LEARNED else ""
    return f"rashomon {__version__} {reader}{weights}"
